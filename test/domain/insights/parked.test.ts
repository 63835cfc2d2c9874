import { expect, test } from "vitest";
import { listParked, listParkedByProject } from "../../../src/domain/insights/parked.ts";
import { newProject, progressWith } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const parkedOn = (day: number, idea: string) => ({ idea, at: noon(day).toISOString() });

test("lists the ideas of all projects, the newest first, each once", () => {
  const first = newProject({ parked: [parkedOn(2, "Send it"), parkedOn(5, "A chart\nby shop")] });
  const second = newProject({
    uid: "uid-2",
    parked: [parkedOn(4, "Other shops"), parkedOn(6, "send it.")],
  });
  expect(listParked(progressWith(first, second))).toEqual([
    "send it.",
    "A chart by shop",
    "Other shops",
  ]);
});

test("leaves out ideas that were started", () => {
  const first = newProject({ parked: [parkedOn(2, "Weekly churn themes."), parkedOn(3, "Other")] });
  const started = newProject({ uid: "uid-2", title: "weekly  churn themes" });
  expect(listParked(progressWith(first, started))).toEqual(["Other"]);
});

test("lists ideas by project, each once and without those that were started", () => {
  const first = newProject({ parked: [parkedOn(2, "Send it"), parkedOn(5, "A chart")] });
  const second = newProject({
    uid: "uid-2",
    title: "A chart",
    parked: [parkedOn(4, "Other shops"), parkedOn(6, "send it."), parkedOn(7, "More")],
  });
  const third = newProject({ uid: "uid-3", parked: [parkedOn(3, "Other shops")] });
  expect(listParkedByProject(progressWith(first, second, third))).toEqual([
    { project: second, ideas: ["More", "send it.", "Other shops"] },
  ]);
});

test("lists nothing if nothing was parked", () => {
  expect(listParked(progressWith(newProject()))).toEqual([]);
});
