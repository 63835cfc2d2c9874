import { expect, test } from "vitest";
import { readForecast } from "../../../src/domain/insights/forecast.ts";
import { unmarked } from "../../../src/domain/project/answer-line.ts";
import { listRounds } from "../../../src/domain/project/rounds.ts";
import { saveAnswer } from "../../../src/domain/project/save-answer.ts";
import {
  entriesAt,
  newProject,
  projectAfter,
  sampleAnswers,
  sampleChecks,
  stepOf,
  steps,
  takeStep,
} from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const revise = { ...sampleAnswers.decide, verdict: "revise" };
const reviewed = ["spec", "brief", "review", "handoff"].reduce(
  (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}),
  newProject(),
);
const secondRound = takeStep(reviewed, "decide", revise, 3);

/**
 * The project after a change to a question of the spec, on 4 November, a day after the first round
 * ended.
 */
function amend(id: string, texts: string[], project = secondRound) {
  const question = stepOf("spec").questions.find((candidate) => candidate.id === id);
  if (!question) throw new Error(`There is no question ${id}`);
  let ids = 0;
  const change = {
    now: noon(4),
    createId: () => `new-${++ids}`,
    via: "asked" as const,
    because: "Learned",
  };
  return saveAnswer(project, stepOf("spec"), { question }, unmarked(texts), change);
}

test("a project without rounds is its only round", () => {
  expect(listRounds(reviewed)).toEqual([reviewed]);
});

const [one = "", two = "", three = ""] = sampleChecks;

test.each([
  { name: "nothing", texts: [...sampleChecks] },
  { name: "one text", texts: [one, "It stops and names the column.", three] },
  { name: "a line less", texts: [one, three, "A refund alone stands in a list of its own."] },
  { name: "every line", texts: ["It runs.", "It ends.", "It is right."] },
  { name: "the order", texts: [three, one, two] },
])(
  "when $name is changed later, a round keeps the checks it judged, and its result",
  ({ texts }) => {
    const [first, second] = listRounds(amend("checks", texts));
    if (!first || !second) throw new Error("there are two rounds");
    expect(entriesAt(first, "spec.checks").map(({ text }) => text)).toEqual(sampleChecks);
    expect(readForecast(steps, first)).toEqual({ expected: 3, total: 3, actual: 1 });
    expect(entriesAt(second, "spec.checks").map(({ text }) => text)).toEqual(texts);
    expect(readForecast(steps, second)).toBeUndefined();
  },
);

test("of several changes the oldest text stands in the round", () => {
  const [first] = listRounds(
    amend("checks", ["Third.", two, three], amend("checks", ["Second.", two, three])),
  );
  if (!first) throw new Error("there are two rounds");
  expect(entriesAt(first, "spec.checks").map(({ text }) => text)).toEqual(sampleChecks);
  expect(readForecast(steps, first)?.actual).toBe(1);
});

test("a text that is changed later stands in the round as it was, without the change", () => {
  const [first, second] = listRounds(amend("bet", ["From 42 to 5 minutes."]));
  expect(first?.answers.spec?.bet).toMatchObject({ text: sampleAnswers.spec?.bet });
  expect(first?.amendments).toEqual([]);
  expect(second?.answers.spec?.bet).toMatchObject({ text: "From 42 to 5 minutes." });
});

test("a round holds nothing of the rounds after it", () => {
  const early = takeStep(projectAfter("spec"), "brief", {
    prediction: 2,
  });
  const later = ["brief", "review"].reduce(
    (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}, 5),
    takeStep(early, "decide", revise, 3),
  );
  const [first, second] = listRounds(later).map((project) => readForecast(steps, project));
  expect(first).toEqual({ expected: 2, total: 3, actual: undefined });
  expect(second).toEqual({ expected: 3, total: 3, actual: 1 });
  expect(listRounds(later).map(({ rounds }) => rounds.length)).toEqual([0, 1]);
});
