import { expect, test } from "vitest";
import { describeForecast, readForecast } from "../../../src/domain/insights/forecast.ts";
import type { Entry, Project } from "../../../src/domain/project/project.ts";
import { projectAfter, steps } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const at = noon(2).toISOString();

/** The project with another prediction, or with only so many of its checks. */
function having({
  prediction = "3",
  checks = 3,
}: {
  prediction?: string;
  checks?: number;
}): Project {
  const list = briefed.answers.spec?.checks as { entries: Entry[] };
  const spec = { ...briefed.answers.spec, checks: { entries: list.entries.slice(0, checks), at } };
  return {
    ...briefed,
    answers: { ...briefed.answers, spec, brief: { prediction: { text: prediction, at } } },
  };
}

test.each([
  { name: "as it was given", given: { prediction: "2" }, expected: { expected: 2, total: 3 } },
  {
    name: "more than there are checks since one was taken out",
    given: { checks: 2 },
    expected: { expected: 2, total: 2 },
  },
  { name: "nothing", given: { prediction: "" }, expected: undefined },
  {
    name: "a word in a file that was edited by hand",
    given: { prediction: "many" },
    expected: undefined,
  },
  { name: "no check left", given: { checks: 0 }, expected: undefined },
])("reads a prediction: $name", ({ given, expected }) => {
  expect(readForecast(steps, having(given))).toEqual(
    expected && { ...expected, actual: undefined },
  );
});

test("has no prediction if the step was removed", () => {
  const known = steps.filter(({ id }) => id !== "review");
  expect(readForecast(known, briefed)).toBeUndefined();
});

test.each([
  { carried: undefined, words: "You expected 4 of 5 checks to be met; 4 were." },
  {
    carried: { count: 2, rounds: [1] },
    words: "You expected 4 of 5 checks to be met; 4 were, 2 of them carried over from round 1.",
  },
  {
    carried: { count: 4, rounds: [1, 2] },
    words:
      "You expected 4 of 5 checks to be met; 4 were, all of them carried over from earlier rounds.",
  },
  {
    actual: 1,
    carried: { count: 1, rounds: [2] },
    words: "You expected 4 of 5 checks to be met; 1 was, carried over from round 2.",
  },
  {
    actual: undefined,
    carried: { count: 1, rounds: [1] },
    words: "You expected 4 of 5 checks to be met.",
  },
])("says how many verdicts are older: $words", ({ words, ...given }) => {
  expect(describeForecast({ expected: 4, total: 5, actual: 4, ...given })).toBe(words);
});
