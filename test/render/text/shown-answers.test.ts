import { expect, test } from "vitest";
import type { Question } from "../../../src/domain/library/step.ts";
import { describeShown } from "../../../src/render/text/shown-answers.ts";
import { newProject, projectAfter, steps, withPasses } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const showing = (...shows: string[]): Question => ({ id: "q", ask: "Why?", type: "text", shows });
const show = (project: typeof briefed, ...shows: string[]) =>
  describeShown(steps, project, showing(...shows), noon(20));

const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");
const decided = projectAfter("spec", "brief", "review", "handoff", "decide");
const stop = "If last week's report still differs at hour 4, I stop and ask the data owner.";

test.each([
  ["a stop rule", briefed, "spec.stop", `Stop rule: ${stop}`],
  [
    "a stop rule that is due",
    withPasses(briefed, 250),
    "spec.stop",
    `Your stop rule has come due: "${stop}" You have logged 250 minutes.`,
  ],
  ["a prediction", briefed, "brief.prediction", "You expected 3 of 3 checks to be met."],
  [
    "a prediction with its result",
    reviewed,
    "brief.prediction",
    "You expected 3 of 3 checks to be met; 1 was. Not met: C2. Can't tell: C3.",
  ],
  [
    "a bet",
    briefed,
    "spec.bet",
    "Bet: Report time goes from 42 to 10 minutes, so that we can decide whether the Monday " +
      "report stays.",
  ],
  [
    "a bet with its result, and what it says will follow",
    decided,
    "spec.bet",
    "You bet 42 to 10 minutes. Now it's 12 minutes: moved part of the way. " +
      'Your bet says: "so that we can decide whether the Monday report stays."',
  ],
  [
    "a list",
    briefed,
    "spec.not-building",
    "Not building: Sending the report; A screen with buttons; A database",
  ],
  [
    "the label of a choice",
    reviewed,
    "review.red-flags",
    "Red flags: It uses my own login, or an admin's",
  ],
])("shows %s", (_, project, reference, line) => {
  expect(show(project, reference)).toEqual([line]);
});

test("shows them in the order that content names, and nothing for what has no answer", () => {
  const lines = show(reviewed, "brief.prediction", "handoff.reply", "spec.stop", "spec.gone");
  expect(lines).toEqual([
    "You expected 3 of 3 checks to be met; 1 was. Not met: C2. Can't tell: C3.",
    `Stop rule: ${stop}`,
  ]);
  expect(show(newProject(), "spec.stop", "spec.bet", "brief.prediction")).toEqual([]);
  expect(describeShown(steps, reviewed, { id: "q", ask: "Why?", type: "text" }, noon(20))).toEqual(
    [],
  );
});
