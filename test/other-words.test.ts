import { expect, test } from "vitest";
import { runMain } from "./helpers/context.ts";

test.each([
  ["next", "builder-pm status"],
  ["continue", "builder-pm status"],
  ["delete", "builder-pm undo (for the last change), or builder-pm decide (to end a project)"],
  ["remove", "builder-pm undo (for the last change), or builder-pm decide (to end a project)"],
])("%s, which is no command, points to what is meant", async (word, meant) => {
  const { code, stderr } = await runMain(word);
  expect(code).toBe(2);
  expect(stderr.replace(/\s+/g, " ")).toContain(`Did you mean this? ${meant}`);
  expect(stderr).not.toContain("reset");
});
