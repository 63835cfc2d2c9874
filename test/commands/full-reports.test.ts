import { expect, test } from "vitest";
import { runReport } from "../../src/commands/report.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { leaveReport, projectWithFolder, withReport } from "../helpers/reports.ts";

/** A project whose round has as many reports as it takes, and another one in its folder. */
function openFull(): Project {
  const { folder } = projectWithFolder();
  const texts = Array.from({ length: 20 }, (_, index) => `C1: met (ran). ${index} rows.`);
  const full = texts.reduce((project, text) => withReport(project, text), {
    ...projectAfter("spec", "brief"),
    folder,
  } as Project);
  leaveReport(full);
  return full;
}

test("a review goes on when a round has all the reports that it takes", async () => {
  const { run, stderr, project } = createLoopContext({ project: openFull() });
  await run("review", { answer: ["verdict.1=met"] });
  expect(stderr()).toContain("REPORT.md wasn't taken in: this round has 20 reports already.");
  expect(JSON.stringify(project().answers.review?.verdict)).toContain('"met"');
});

test("a report that is one too many says how to take the last one out", async () => {
  const { context } = createLoopContext({ project: openFull() });
  await expect(runReport(context, undefined, {})).rejects.toMatchObject({
    message: "This round has 20 reports already, so no more are taken in.",
    fix: expect.stringContaining("take it out and hand in another: builder-pm undo"),
  });
});
