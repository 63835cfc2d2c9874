import { expect, test } from "vitest";
import { loadSixProjects, playSixProjects } from "./fixtures/six-projects.ts";

test("the six projects are the same each time", async () => {
  const progress = await loadSixProjects();
  expect(await playSixProjects()).toEqual(progress);
  expect(progress.runs.filter(({ finishedAt }) => finishedAt)).toHaveLength(4);
  expect(progress.projects.map(({ id, closed }) => `${id}: ${closed?.as}`)).toEqual([
    "script: done",
    "clickable: done",
    "flow: killed",
    "automation: handed-over",
    "dashboard: killed",
    "script-2: done",
  ]);
  expect(progress.projects.map(({ rounds }) => rounds.length)).toEqual([0, 1, 0, 0, 0, 0]);
  expect(progress.projects.flatMap(({ grants }) => grants.map(({ kind }) => kind))).toEqual([
    "cut",
    "extension",
  ]);
  expect(
    progress.projects.flatMap(({ amendments }) => amendments.map(({ question }) => question)),
  ).toEqual(["checks", "edges", "checks", "not-building", "checks"]);
});
