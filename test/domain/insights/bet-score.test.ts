import { expect, test } from "vitest";
import {
  describeBetResult,
  describeUncompared,
  describeUnscored,
  findLastBetScore,
  listBetScores,
  readBetScore,
  wordScoring,
} from "../../../src/domain/insights/bet-score.ts";
import {
  newProject,
  projectAfter,
  sampleAnswers,
  stepOf,
  steps,
  takeStep,
} from "../../helpers/loop.ts";

const reviewed = projectAfter("spec", "brief", "review", "handoff");
const result = stepOf("decide").questions.find(({ scores }) => scores);
if (!result) throw new Error("No question scores a bet");
const others = stepOf("decide").questions.filter(({ scores }) => !scores);

test("compares the bet of a project with the number now", () => {
  const project = takeStep(reviewed, "decide", { ...sampleAnswers.decide, result: "9 minutes" });
  const score = readBetScore(steps, project);
  expect(score).toMatchObject({ text: "9 minutes", result: { before: 42, bet: 10, after: 9 } });
  expect(score?.result && describeBetResult(score.result)).toBe(
    "You bet 42 to 10 minutes. Now it's 9 minutes: bet reached.",
  );
});

test.each([
  ["42 to 10 minutes", "9", "bet reached"],
  ["42 to 10 minutes", "25", "moved part of the way"],
  ["42 to 10 minutes", "42", "unchanged"],
  ["42 to 10 minutes", "50", "moved the other way"],
])("says what became of %s with %s: %s", (bet, text, words) => {
  const project = takeStep(takeStep(newProject(), "spec", { bet }), "decide", { result: text });
  const score = readBetScore(steps, project);
  expect(score?.result && describeBetResult(score.result)).toContain(`: ${words}.`);
});

const mondays = "Clashes go from 3 of 4 Mondays to 0, then we drop the paper plan";

test("reads a bet on a share back with its total beside the first number", () => {
  const project = takeStep(newProject(), "spec", { bet: mondays });
  expect(wordScoring(steps, project, result).question.ask).toBe(
    "You bet from 3 of 4 to 0. What is the number now?",
  );
  const score = readBetScore(steps, takeStep(project, "decide", { result: "0 of 4" }));
  expect(score?.result && describeBetResult(score.result, "The bet was")).toBe(
    "The bet was from 3 of 4 to 0. Now it's 0 of 4: bet reached.",
  );
});

test("says that a share has another total than the bet", () => {
  const project = takeStep(newProject(), "spec", { bet: mondays });
  const score = readBetScore(steps, takeStep(project, "decide", { result: "0 of 1" }));
  if (!score) throw new Error("There is a score");
  expect(describeUncompared(score)).toBe(
    "Your bet is out of 4, and this is out of 1, so it isn't compared with your bet. " +
      "To compare it, say how many of 4.",
  );
  expect(describeUnscored(score, '"0 of 1"')).toBe(
    'Bet not scored: the bet is out of 4. Now: "0 of 1"',
  );
});

test("keeps what can't be read as text", () => {
  const project = takeStep(reviewed, "decide", { result: "about half" });
  expect(readBetScore(steps, project)).toMatchObject({ text: "about half", result: undefined });
});

test("has no score without an answer, or with an empty one", () => {
  expect(readBetScore(steps, reviewed)).toBeUndefined();
  expect(readBetScore(steps, takeStep(reviewed, "decide", { result: "" }))).toBeUndefined();
});

test("scores each round with the bet that it had", () => {
  const revise = { result: "25", verdict: "revise", because: "b", learned: "l" };
  const second = takeStep(reviewed, "decide", revise, 6);
  const { brief = {}, review = {}, handoff = {} } = sampleAnswers;
  const again = takeStep(
    takeStep(takeStep(second, "brief", brief, 7), "review", review, 8),
    "handoff",
    handoff,
    9,
  );
  const project = takeStep(again, "decide", { ...sampleAnswers.decide, result: "9" }, 10);
  expect(listBetScores(steps, project)).toMatchObject([
    { round: 1, result: { after: 25, outcome: "part-way" } },
    { round: 2, result: { after: 9, outcome: "reached" } },
  ]);
  expect(findLastBetScore(steps, project)).toEqual(listBetScores(steps, project).at(-1));
  // Nobody said it again yet.
  expect(findLastBetScore(steps, again)).toMatchObject({ round: 1, result: { after: 25 } });
  expect(findLastBetScore(steps, newProject())).toBeUndefined();
});

test("puts the numbers of the bet into the question", () => {
  expect(wordScoring(steps, reviewed, result)).toEqual({
    question: { ...result, ask: "You bet 42 to 10 minutes. What is the number now?" },
    above: [],
  });
});

test("shows the words of a bet above the question if they can't be read", () => {
  const project = takeStep(newProject(), "spec", { bet: "Halve the time." });
  expect(wordScoring(steps, project, result)).toEqual({
    question: result,
    above: ["Bet: Halve the time."],
  });
});

test("leaves other questions, and a project without a bet, as they are", () => {
  for (const question of others)
    expect(wordScoring(steps, reviewed, question)).toEqual({ question, above: [] });
  expect(wordScoring(steps, newProject(), result)).toEqual({ question: result, above: [] });
});
