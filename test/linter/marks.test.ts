import { expect, test } from "vitest";
import { extractWords, lintLine } from "../../src/linter/engine.ts";
import type { LineKind } from "../../src/linter/line.ts";
import { skipMarks, stripMarkup } from "../../src/linter/marks.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { loadExamples } from "../helpers/lint-lines.ts";
import { loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(
  (await loadRules("content/rules")).filter(({ kinds }) => !kinds.includes("sensitive")),
);
const examples = await loadExamples();

const marks = [
  ..."- |* |+ |\u2022 |\u2013 |1. |12) |(3) |a) |1.2.3. |> |> - |  - |\t* ".split("|"),
  ..."- [ ] |* [x] |[ ] |- [ ] #4 |AC1: |AC-2: |AC 3: |C1: |- **C1** |FR-031: |- **FR-031**: ".split(
    "|",
  ),
  ..."**AC1:** |**Speed:** |- **Speed**: |`AC-1`: |(AC1) |[R12] |REQ-1.2: |\u2611 |\u2705 ".split(
    "|",
  ),
  ..."- 1. |> 1. |- AC1: |1. [ ] |- [ ] **AC1:** |- [ ] AC-2: |1. **Speed:** |\u2022 [ ] |(a) |i) ".split(
    "|",
  ),
  ..."a. |A. |A) |iv. |AC#1: |AC1 - |AC 1 - |* **AC1** - |- **Speed** - |- (P1) |[P1] |\u2610 AC1: |\u2192 ".split(
    "|",
  ),
  ..."US-12.3: |NFR-7 - |SC-001: |**SC-001**: |- **FR-031** - |\u25cb |\u25aa |\u25cf |\u2013 [ ] |\u2705 1. ".split(
    "|",
  ),
  "| ",
  "| 1 | ",
];

/** What the linter says about a line, without where it says it. */
function lint(text: string, kind: LineKind) {
  return lintLine(text, kind, ruleset).map(({ rule, message, question }) => ({
    rule,
    message,
    question,
  }));
}

const spaces = [" ", "\u00a0", "\u202f", "\u2009", "\u3000", "\t", "  ", " \u200b"];

/** All that the rules know of a line. */
function read(line: string, kind: LineKind): string {
  const { clean, isStep } = extractWords(line, kind);
  return `${isStep} ${clean.text.trim()}`;
}

/** The examples with what is said and read without a mark, which is the same for all marks. */
const expected = examples.map(({ text, kind }) => ({
  ...{ text, kind },
  findings: JSON.stringify(lint(text, kind)),
  words: read(text, kind),
}));

test("there are enough examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(250);
});

/** Each mark is tried with another eighth: for all of them, the test below compares the words. */
const EIGHTH = 8;

test.each(marks)("the mark %j in front of an example changes nothing", (mark) => {
  const chosen = expected.filter((_, index) => index % EIGHTH === marks.indexOf(mark) % EIGHTH);
  const changed = chosen.filter(
    ({ text, kind, findings }) => JSON.stringify(lint(mark + text, kind)) !== findings,
  );
  expect(changed.map(({ text }) => text)).toEqual([]);
});

// Every mark stands before every example, and each other space after it in another eighth of them.
test.each(["", ...marks])("after the mark %j the rules read the same for all spaces", (mark) => {
  const offset = marks.indexOf(mark);
  const changed = spaces.flatMap((space, at) =>
    expected
      .filter((_, index) => space === " " || (index + offset + at) % EIGHTH === 0)
      .map((example) => ({ ...example, line: (mark + example.text).replaceAll(" ", space) }))
      .filter(({ kind, line, words }) => read(line, kind) !== words),
  );
  expect(changed.map(({ line }) => line)).toEqual([]);
});

test.each([
  ["- **The page** loads *fast*.", "The page loads fast."],
  ["1. `**code**` __stays__ as it is", "`**code**` stays as it is"],
  ["5 * 3 is 15 in `a_b` and c_d", "5 * 3 is 15 in `a_b` and c_d"],
  ["| A cell |", "A cell"],
])("reads %j without emphasis", (line, words) => {
  expect(stripMarkup(line, skipMarks(line)).text).toBe(words);
});

test("points to the words as they stand in the line", () => {
  const line = "- [ ] The **page**  loads\u00a0 _quickly_.";
  const [finding] = lintLine(line, "criterion", ruleset);
  const start = (finding?.column ?? 0) - 1;
  expect(line.slice(start, start + (finding?.length ?? 0))).toBe("quickly");
});

test("names whole words, also those with hyphens", () => {
  const messages = lintLine("Prints script-friendly output", "criterion", ruleset);
  expect(messages[0]?.message).toContain('"script-friendly"');
});
