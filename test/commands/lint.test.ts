import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runLint } from "../../src/commands/lint.ts";
import { createTestContext, runMain } from "../helpers/context.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { createTempFolder } from "../helpers/temp.ts";

test.each([
  [
    "notes without a check",
    "# Kickoff\n\n## Attendees\n\nWe met on Monday.\n",
    "Nothing was checked: no line reads as a criterion or a problem.",
    true,
  ],
  [
    "a sound check",
    "## Checks\n\n- The report lists all 18 refunds.\n",
    "No issues found in 1 line.",
    false,
  ],
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

test.each([
  ["It should be fast", /^fix first: "fast" has no measure/, 1],
  ["The report lists all 18 refunds", /^No issues found\.$/, 0],
])("checks words that were given instead of a file: %s", async (words, expected, code) => {
  const { context, stdout, stderr } = createTestContext({ terminal: true });
  await runLint(context, words, {});
  expect(stdout().trim()).toMatch(expected);
  expect(context.exitCode).toBe(code);
  expect(stderr()).not.toContain("--explain");
});

test("takes the misspelled name of a file for a file, also with a space in it", async () => {
  const { context } = createTestContext();
  await expect(runLint(context, "my notes.md", {})).rejects.toThrow("my notes.md");
});

test("leaves alone what each brief says, and checks what the person wrote in it", async () => {
  const { context, stdout } = createTestContext({ terminal: true });
  const file = join(createTempFolder(), "BRIEF.md");
  const page = createLoopContext({ project: projectAfter("spec", "brief") });
  await page.run("brief", { print: true });
  writeFileSync(
    file,
    page.stdout().replace("## Edge cases", "- **C9** It is fast\n\n## Edge cases"),
  );
  await runLint(context, file, {});
  expect(stdout()).toContain('"fast" has no measure.');
  expect(stdout()).toMatch(/1 issue\. \d+ lines checked\./);
  await runLint(context, file, { explain: true });
  expect(stdout()).toMatch(/fixed text +- If a file is missing, say so/);
});

test("explains a rule on one screen, its reason first", async () => {
  const { context, stdout } = createTestContext({ terminal: true, columns: 50 });
  await runLint(context, undefined, { rule: "vague-term" });
  expect(stdout().split("\n").length).toBeLessThan(40);
  expect(stdout().indexOf('Words like "fast"')).toBeLessThan(stdout().indexOf("Lines with"));
  // Of two that differ only in an apostrophe, one is enough.
  expect(stdout().match(/most viewed berths/g)).toHaveLength(1);
  expect(stdout()).toMatch(/All \d+ examples:\s+builder-pm lint --rule vague-term --json\n$/);
});

test("asks a question once for lines that follow each other, and counts them", async () => {
  const file = join(createTempFolder(), "checks.md");
  writeFileSync(file, "## Checks\n\n- Tides are shown, etc.\n- Boats are listed, etc.\n");
  const { context, stdout } = createTestContext({ terminal: true });
  await runLint(context, file, {});
  expect(stdout().match(/What is the full list/g)).toHaveLength(1);
  expect(stdout()).toContain("2 issues. 2 lines checked.\n");
});

test("says in a pipe how much was read, and lists the findings of a line in its order", async () => {
  const file = join(createTempFolder(), "checks.md");
  writeFileSync(
    file,
    "## Checks\n\n- Typecheck and good, relevant tides etc. pass\n\n## Notes\n\nOne.\n",
  );
  const { context, stdout } = createTestContext();
  await runLint(context, file, {});
  const columns = [...stdout().matchAll(/checks\.md:3:(\d+):/g)].map(([, column]) =>
    Number(column),
  );
  expect(columns).toHaveLength(2);
  expect(columns).toEqual(columns.toSorted((a, b) => a - b));
  expect(stdout()).toContain(
    "\n2 issues. 1 line checked. Not checked: 1 other line that may be plans",
  );
});
