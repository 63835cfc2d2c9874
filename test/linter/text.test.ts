import fc from "fast-check";
import { expect, test } from "vitest";
import { compileRules } from "../../src/linter/rules.ts";
import { explainText, lintText } from "../../src/linter/text.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(askAnyway(await loadRules("content/rules")));
const lint = (text: string) => lintText(text, {}, ruleset).found;

test("gives the line and column in the file", () => {
  const [finding] = lint("# Checks\n\n- [ ] C1: The page loads quickly.\n");
  expect(finding).toMatchObject({ line: 3, column: 26, length: 7, rule: "vague-term" });
});

test("gives the line and column in an entry that is wrapped over two lines", () => {
  const text = "## Checks\n- The page with all the orders\n  of a week **loads**  quickly\n";
  expect(lint(text)).toMatchObject([{ line: 3, column: 24, length: 7, rule: "vague-term" }]);
});

test("lints a cell of a table where it stands", () => {
  const text = "## Checks\n| ID | Check |\n|---|---|\n| 1 | The page loads quickly |\n";
  expect(lint(text)).toMatchObject([{ line: 4, column: 22, length: 7 }]);
});

test("gives the line and column in a block quote", () => {
  const text = "> ## Checks\n> - The page loads quickly.\n";
  expect(lint(text)).toMatchObject([{ line: 2, column: 20, length: 7, rule: "vague-term" }]);
});

test("reads the pass line of a metric in the next cell", () => {
  const table = (target: string) =>
    `## Success metrics\n| Metric | Target |\n|---|---|\n| % of swaps made by phone | ${target} |\n`;
  expect(lint(table("> 40%"))).toEqual([]);
  expect(lint(table("open")).map(({ rule }) => rule)).toEqual(["no-threshold"]);
});

test("lints the answer to an edge case, not its question", () => {
  const text = "## Edge Cases\n- Is a quick answer needed? The page should load quickly.\n";
  expect(lint(text)).toMatchObject([{ line: 2, column: 50, length: 7 }]);
});

test("lints every line with words as the kind that the caller chooses", () => {
  const text = "# Fast pages\n\nAs a clerk, I want fast pages.\n- [ ] fast pages\n---\n";
  const { found } = lintText(text, { kind: "criterion" }, ruleset);
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [1, 3],
    [3, 20],
    [4, 7],
  ]);
});

test("lets the chosen kind win over the headings", () => {
  const text = "Freelancers get paid late.";
  expect(lintText(text, { kind: "problem" }, ruleset).found[0]?.rule).toBe("no-evidence");
  const { found } = lintText(`# Problem\n${text}`, { kind: "criterion" }, ruleset);
  expect(found.map(({ rule }) => rule)).not.toContain("no-evidence");
});

test.each([
  ["a code block", "- one\n```js\nfast\n- fast\n", { what: "code block", line: 2 }],
  ["a code block closed by fewer marks", "````\n```\n", { what: "code block", line: 1 }],
  ["a comment", "- one\n<!-- fast\n- fast\n", { what: "comment", line: 2 }],
])("says where %s starts that never ends", (_, text, unclosed) => {
  expect(explainText(text).unclosed).toEqual(unclosed);
  expect(lintText(text, {}, ruleset)).toMatchObject({ found: [], unclosed });
});

test("reads the result of a scenario with its scenario in mind", () => {
  const alone = "## Checks\n- They turn red within 2 s.\n";
  const step = "## Checks\n- When the crates are full\n- Then they turn red within 2 s.\n";
  expect(lint(alone).map(({ rule }) => rule)).toEqual(["ambiguous-pronoun"]);
  expect(lint(step)).toEqual([]);
});

test.each(["but", "yet", "and", "when", "given that", "then"])(
  "keeps a sentence whole that goes on below with %s",
  (word) => {
    const text = `Nurses lose sleep over the rota,\n${word} keeping it current takes 3 hours a week.`;
    expect(lint(`## Problem\n${text}\n`)).toEqual([]);
  },
);

test("judges only the result of a scenario in one line", () => {
  expect(lint("- Given a fast network, when the page loads, then it shows 5 orders.")).toEqual([]);
  expect(lint("- Given a slow network, when it loads, then it shows nice orders.")).toMatchObject([
    { column: 54, rule: "vague-term" },
  ]);
});

const pieces = [
  ..."# |## Checks\n|## Problem\n|\n|- |  |\t|```\n|```gherkin\n|<!--|-->|**|__|_|`|Given |then |and |it ".split(
    "|",
  ),
  ..."fast ~easily~etc. ~h2. Checks\n~{code}\n~[a](b)~AC1: ~1. ~---\n~===\n~(e.g. ~| ~|\n~|--|\n".split(
    "~",
  ),
  ..."script-friendly |As a clerk, I want |the page shows |quickly.\n|\u00a0|\u200b|\u{1F600}".split(
    "|",
  ),
];

test("reads any text, explains each line, and points to the words it names", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const lines = text.split("\n");
      const explained = explainText(text).found.map(({ line }) => line);
      const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index + 1]));
      expect(explained.toSorted((a, b) => a - b)).toEqual(filled);
      for (const { line, column, message } of lint(text)) {
        const [word = ""] = /(?<=")[\p{L}-]+/u.exec(message) ?? [];
        expect(lines[line - 1]?.slice(column - 1).replace(/[*_`]+/g, "")).toMatch(word);
      }
    }),
    { numRuns: 500 },
  );
});
