import { expect, test } from "vitest";
import { runReport } from "../../src/commands/report.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { proudReport, withReport } from "../helpers/reports.ts";

test("says before a paste that a report of this round is in already", async () => {
  const answers = [{ type: proudReport }];
  const project = withReport(projectAfter("spec", "brief"), "C1: met. Another one.");
  const { context, stderr } = createLoopContext({ project, terminal: true, answers });
  await runReport(context, undefined, {});
  expect(stderr()).toMatch(/^A report of this round is in already \(builder-pm report --show\)\./);
});
