import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runLint } from "../../src/commands/lint.ts";
import { createTestContext } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";

test.each([
  ["notes without a check", "# Kickoff\n\n## Attendees\n\nWe met on Monday.\n", true],
  ["a sound check", "## Acceptance criteria\n\n- The report lists all 18 refunds.\n", false],
])("says when nothing was checked: %s", async (_, text, says) => {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, text);
  const { context, stdout, stderr } = createTestContext({ terminal: true });
  await runLint(context, file, {});
  expect(stdout()).toBe("No issues found.\n");
  expect(stderr().replaceAll(/\s+/g, " ").includes("so nothing was checked")).toBe(says);
});
