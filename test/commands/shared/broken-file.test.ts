import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../src/cli.ts";
import { createTestWorld, root } from "../../helpers/context.ts";
import { createTempFolder } from "../../helpers/temp.ts";

test.each([
  { words: ["guide", "queue-page"], folder: "guide", noun: "guide page" },
  { words: ["practice", "queue-page"], folder: "drills", noun: "drill" },
  { words: ["slices", "show", "queue-page"], folder: "slices", noun: "slice" },
  { words: ["start", "queue-page"], folder: "slices", noun: "slice" },
  { words: ["lint", "--rule", "queue-page"], folder: "rules", noun: "rule" },
])("a $noun with a broken file is there, but can't be used", async ({ words, folder, noun }) => {
  const pack = createTempFolder();
  mkdirSync(join(pack, folder));
  writeFileSync(join(pack, folder, "queue-page.md"), "---\norder: x\n---\n");
  const line = [...words, "--content", pack];
  const { world, stderr } = createTestWorld(createTempFolder(), { words: line });
  expect(await main(world, root)).toBe(3);
  expect(stderr()).toContain(
    `The ${noun} "queue-page" can't be used: its file has a problem.\n` +
      `See what to fix: builder-pm content lint ${pack}\n`,
  );
});
