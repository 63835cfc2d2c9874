import { expect, test } from "vitest";
import { findQuestion, type Question } from "../../../src/domain/library/step.ts";
import { draftAnswers, quoteSentence } from "../../../src/domain/project/drafts.ts";
import { projectAfter, sampleAnswers, stepOf, steps, takeStep } from "../../helpers/loop.ts";
import { judge, projectWithFolder, withReport } from "../../helpers/reports.ts";

const question = findQuestion(steps, "handoff.questions") as Question;
const RENAMED =
  'What I saw: "Renamed shop to store: the report came out with empty shop names and no warning."';
const EMPTY = "\"Empty: the line 'No rows in orders.csv' appears.\"";
const TWICE = '"Run twice: the same report, not a second copy."';

/** Drafts questions after the sample review with other answers. */
function draft(review: Record<string, unknown>, asked = question): string[] {
  const answers = { ...sampleAnswers.review, ...review };
  const reviewed = takeStep(projectAfter("spec", "brief"), "review", answers);
  return draftAnswers(steps, reviewed, asked).map(({ text }) => text);
}

/** Drafts the question about C3 with this in "What did you see?". */
function draftAbout(seen: string): string | undefined {
  return draft({ saw: ["a", "b", seen] }).find((text) => text.startsWith("C3"));
}

test("names the check, whose text the page has, and quotes what the person saw", () => {
  expect(draft({ cause: [null, "needs-engineering", null] })).toEqual([
    `C2: It isn't met, and I think it needs engineering. ${RENAMED} Where would you start?`,
    `C3: I couldn't tell. What I saw: "One run took 3 minutes, but I had the files ready. I ` +
      'would need a real Monday." How could I find out?',
    `This edge case didn't hold: ${EMPTY} How hard would that be to fix?`,
    "It uses my own login, or an admin's. Is that a problem here?",
  ]);
});

test.each([
  ["agent-miss", "It isn't met", "How hard would that be to fix?"],
  ["spec-gap", "It isn't met", "How hard would that be to fix?"],
  [
    "changed-mind",
    "It isn't met, and I want something else now",
    "What would be the simplest way?",
  ],
])("asks about a check that isn't met because of %s", (cause, says, asks) => {
  expect(draft({ cause: [null, cause, null] })[0]).toBe(`C2: ${says}. ${RENAMED} ${asks}`);
});

test("asks about each edge case that didn't hold, once they were tried", () => {
  const ask = (more: object) =>
    draft({ verdict: ["met", "met", "met"], cause: [], ...more, "red-flags": [] });
  const words = (text: string) =>
    `This edge case didn't hold: ${text} How hard would that be to fix?`;
  expect(ask({ held: ["none"] })).toEqual([words(EMPTY), words(TWICE)]);
  expect(ask({ held: [1, 2] })).toEqual([]);
  expect(ask({ held: undefined })).toEqual([]);
});

test("drafts from picked lines with the words of the content", () => {
  const from = [{ question: "review.held", is: ["yes", "no"] }];
  expect(draft({}, { ...question, drafts: { from, max: 5 } })).toEqual([
    `Held: ${TWICE} What would you look at first?`,
    `Didn't hold: ${EMPTY} What would you look at first?`,
  ]);
});

test.each([
  ["No stopwatch yet", 'I couldn\'t tell. What I saw: "No stopwatch yet."'],
  ["Is it fast?", 'I couldn\'t tell. What I saw: "Is it fast?"'],
  ['It said "slow"', "I couldn't tell. What I saw: \"It said 'slow'.\""],
  ['It said "slow."', "I couldn't tell. What I saw: \"It said 'slow.'\""],
  ["Line one\n  line two", 'I couldn\'t tell. What I saw: "Line one line two."'],
  [`${"word ".repeat(80)}end`, `I couldn't tell. What I saw: "${"word ".repeat(39)}word..."`],
  ["", "I couldn't tell."],
])("quotes %j as a sentence on one line", (seen, words) => {
  expect(draftAbout(seen)).toBe(`C3: ${words} How could I find out?`);
});

test("drafts at most five", () => {
  const flags = stepOf("review")
    .questions.find(({ id }) => id === "red-flags")
    ?.choices?.map(({ value }) => value);
  expect(draft({ "red-flags": flags })).toHaveLength(5);
});

test("uses the labels of answers and its own question if the content has no words", () => {
  const from = [
    { question: "review.verdict", is: ["cannot-tell"] },
    { question: "review.red-flags", is: ["own-login"] },
  ];
  expect(draft({ saw: ["a", "b", "c"] }, { ...question, drafts: { from, max: 5 } })).toEqual([
    `C3: Can't tell. What I saw: "c." What would you look at first?`,
    "It uses my own login, or an admin's. Is that a problem here?",
  ]);
});

test("asks about what the agent assumed, once its report is open", () => {
  const report = "## Checks\nC1: met\n## Assumptions\n- One row per order\n- Prices are in euros";
  const sealed = withReport(projectWithFolder(), report);
  const draft = (project: typeof sealed) =>
    draftAnswers(steps, project, question).map(({ text, from }) => [text, from]);
  expect(draft(sealed)).toEqual([]);
  expect(draft(judge(sealed, ["met", "met", "met"])).slice(-2)).toEqual([
    ['The agent assumed: "One row per order." Is that right?', "report"],
    ['The agent assumed: "Prices are in euros." Is that right?', "report"],
  ]);
});

test("leaves room for what the agent reports below two missed checks", () => {
  const report =
    "## Checks\nC1: met\n## Assumptions\n- One row per order\n## For the engineer\n- Who runs it?";
  const judged = judge(withReport(projectWithFolder(), report), [
    ...["cannot-tell", "cannot-tell", "cannot-tell"],
  ]);
  const asked = { ...question, drafts: { from: question.drafts?.from ?? [], max: 4 } };
  const texts = draftAnswers(steps, judged, asked).map(({ text }) => text);
  expect(texts).toEqual([
    expect.stringMatching(/^C1: /),
    expect.stringMatching(/^C2: /),
    'The agent assumed: "One row per order." Is that right?',
    "Who runs it?",
  ]);
});

test("drafts nothing from nowhere", () => {
  expect(draft({}, { ...question, drafts: { from: [], max: 7 } })).toEqual([]);
});

test.each([
  ["3.8 min, 38 min for 10 mails", '"3.8 min, 38 min for 10 mails."'],
  ["Nobody can say.", '"Nobody can say."'],
  ['It said "no rows"', "\"It said 'no rows'.\""],
])("quotes %j as a sentence with one end", (text, quoted) => {
  expect(quoteSentence(text)).toBe(quoted);
});
