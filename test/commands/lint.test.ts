import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runLint } from "../../src/commands/lint.ts";
import { createTestContext, runMain } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";

test.each([
  [
    "notes without a check",
    "# Kickoff\n\n## Attendees\n\nWe met on Monday.\n",
    "Nothing was checked: no line reads as a criterion or a problem.",
    true,
  ],
  ["a sound check", "## Checks\n\n- The report lists all 18 refunds.\n", "No issues found.", false],
  [
    "a sound check above notes",
    "## Checks\n\n- The report lists all 18 refunds.\n\n## Notes\n\nFast.\n\nEasy.\n",
    "No issues found in 1 line. Not checked: 2 other lines that may be plans or notes.",
    true,
  ],
])("says what was not checked: %s", async (_, text, expected, says) => {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, text);
  const { context, stdout, stderr } = createTestContext({ terminal: true });
  await runLint(context, file, {});
  expect(stdout().replaceAll(/\s+/g, " ").trim()).toBe(expected);
  expect(stderr().includes("What each line was taken for")).toBe(says);
});

test("counts in JSON what was not checked, and nothing for a whole spec", async () => {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, "## Checks\n\n- All 18 refunds are listed.\n\n## Notes\n\nFast.\n\nEasy.\n");
  const read = async (...words: string[]) => {
    const { stdout } = await runMain("lint", file, "--json", ...words);
    return JSON.parse(stdout);
  };
  expect(await read()).toMatchObject({ checked: 1, unchecked: 2, findings: [] });
  expect(await read("--spec")).toMatchObject({ checked: null, unchecked: null });
});

test("says where words go that were given instead of a file", async () => {
  const { context } = createTestContext();
  await expect(runLint(context, "It should be fast", {})).rejects.toMatchObject({
    message: 'There is no file "It should be fast".',
    fix: expect.stringContaining('echo "..." | builder-pm lint -'),
    exitCode: 1,
  });
});
