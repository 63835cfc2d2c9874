import { expect, test } from "vitest";
import { findQuestion, type Question } from "../../../src/domain/library/step.ts";
import { draftAnswers, quoteSentence } from "../../../src/domain/project/drafts.ts";
import { projectAfter, sampleAnswers, stepOf, steps, takeStep } from "../../helpers/loop.ts";
import { judge, projectWithFolder, withReport } from "../../helpers/reports.ts";

const question = findQuestion(steps, "handoff.questions") as Question;
const EMPTY = "\"Empty: the line 'No rows in orders.csv' appears.\"";
const TWICE = '"Run twice: the same report, not a second copy."';

/** Drafts questions after the sample review with other answers. */
function draft(review: Record<string, unknown>, asked = question): string[] {
  const answers = { ...sampleAnswers.review, ...review };
  const reviewed = takeStep(projectAfter("spec", "brief"), "review", answers);
  return draftAnswers(steps, reviewed, asked).map(({ text }) => text);
}

test("names the check, for which the page says what the person saw", () => {
  expect(draft({ cause: [null, "needs-engineering", null] })).toEqual([
    `C2: It isn't met, and I think it needs engineering. Where would you start?`,
    "C3: I couldn't tell. How could I find out?",
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
  expect(draft({ cause: [null, cause, null] })[0]).toBe(`C2: ${says}. ${asks}`);
});

test("asks about each edge case that didn't hold, once they were tried", () => {
  const ask = (more: object) =>
    draft({ verdict: ["met", "met", "met"], cause: [], ...more, "red-flags": [] });
  const words = (text: string) =>
    `This edge case didn't hold: ${text} How hard would that be to fix?`;
  expect(ask({ held: [2] })).toEqual([words(EMPTY)]);
  expect(ask({ held: ["none"] })).toEqual([
    `These edge cases didn't hold: ${EMPTY} and ${TWICE} How hard would each be to fix?`,
  ]);
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

test("asks once about all checks with the same answer", () => {
  const verdict = ["not-met", "not-met", "not-met"];
  const cause = ["agent-miss", "needs-engineering", "spec-gap"];
  expect(draft({ verdict, cause, "red-flags": [], held: [1, 2] })).toEqual([
    "C2: It isn't met, and I think it needs engineering. Where would you start?",
    "C1 and C3: They aren't met. How hard would each be to fix?",
  ]);
  const all = { verdict: verdict.fill("cannot-tell"), cause: [], "red-flags": [], held: [1, 2] };
  expect(draft(all)).toEqual(["C1, C2 and C3: I couldn't tell. How could I find out?"]);
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
    "C3: Can't tell. What would you look at first?",
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
    "C1, C2 and C3: I couldn't tell. How could I find out?",
    expect.stringMatching(/^This edge case/),
    'The agent assumed: "One row per order." Is that right?',
    "Who runs it?",
  ]);
});

test("asks about a ticked red flag before what the agent says, which becomes a question", () => {
  const report =
    "## Checks\nC1: met\n## Assumptions\n- One row per order\n" +
    "## For the engineer\n- Who runs it?\n- Reads the csv with split(',')";
  const judged = judge(withReport(projectWithFolder(), report), [
    ...["not-met", "cannot-tell", "met"],
  ]);
  const review = { ...judged.answers.review };
  const at = "2026-11-05T12:00:00.000Z";
  review["red-flags"] = { entries: [{ id: "flag", text: "personal-data" }], at };
  const project = { ...judged, answers: { ...judged.answers, review } };
  const ask = (max: number) => {
    const asked = { ...question, drafts: { from: question.drafts?.from ?? [], max } };
    return draftAnswers(steps, project, asked).map(({ text }) => text);
  };
  const flag = "It contains real personal data. Is that a problem here?";
  const agent = [
    'The agent assumed: "One row per order." Is that right?',
    "Who runs it?",
    `The agent says: "Reads the csv with split(',')." What do you think?`,
  ];
  expect(ask(5).slice(2)).toEqual([flag, ...agent.slice(0, 2)]);
  expect(ask(9)).toEqual([...ask(9).slice(0, 4), ...agent]);
});

test("drafts nothing from nowhere", () => {
  expect(draft({}, { ...question, drafts: { from: [], max: 7 } })).toEqual([]);
});

test.each([
  ["3.8 min, 38 min for 10 mails", '"3.8 min, 38 min for 10 mails."'],
  ["Nobody can say.", '"Nobody can say."'],
  ['It said "no rows"', "\"It said 'no rows'.\""],
  ["Is it fast?", '"Is it fast?"'],
  ['It said "slow."', "\"It said 'slow.'\""],
  ["Line one\n  line two", '"Line one line two."'],
  [`${"word ".repeat(80)}end`, `"${"word ".repeat(39)}word..."`],
])("quotes %j as a sentence with one end", (text, quoted) => {
  expect(quoteSentence(text)).toBe(quoted);
});
