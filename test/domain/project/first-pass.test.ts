import { expect, test } from "vitest";
import { logPass } from "../../../src/domain/project/budget.ts";
import { findFirstPass } from "../../../src/domain/project/first-pass.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { newProject, projectAfter, sampleAnswers, steps, takeStep } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const judged = projectAfter("spec", "brief", "review");
const revised = takeStep(judged, "decide", { ...sampleAnswers.decide, verdict: "revise" }, 6);
const noted = (project: Project, ...days: number[]) =>
  days.reduce((changed, day) => logPass(changed, "a pass", 10, noon(day)), project);

test.each([
  { name: "a new project has none", project: newProject(), want: undefined },
  {
    name: "a spec and a brief are no pass",
    project: projectAfter("spec", "brief"),
    want: undefined,
  },
  { name: "the first of two noted", project: noted(projectAfter("spec"), 7, 9), want: 7 },
  {
    name: "the earlier one, wherever it stands",
    project: noted(projectAfter("spec"), 9, 7),
    want: 7,
  },
  { name: "without one noted, the first verdict", project: judged, want: 4 },
  { name: "one noted goes before a verdict", project: noted(judged, 8), want: 8 },
  { name: "the verdict of a round before counts", project: revised, want: 4 },
  {
    name: "and the first of two rounds",
    project: takeStep(revised, "review", sampleAnswers.review ?? {}, 9),
    want: 4,
  },
])("first pass: $name", ({ project, want }) => {
  expect(findFirstPass(steps, project)).toEqual(want && noon(want));
});

test("verdicts of a step that has left the content are no pass, and nothing crashes", () => {
  expect(findFirstPass([], judged)).toBeUndefined();
});
