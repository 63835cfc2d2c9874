import { expect, test } from "vitest";
import { readForecast } from "../../../src/domain/insights/forecast.ts";
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
