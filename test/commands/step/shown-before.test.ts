import { expect, test } from "vitest";
import { runReport } from "../../../src/commands/report.ts";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { leaveReport, projectWithFolder, withReport } from "../../helpers/reports.ts";

const FALSE = "after seeing the report";
const verdicts = ["verdict.1=met", "verdict.2=not-met", "cause.2=agent-miss", "verdict.3=met"];
const answers: ScriptedAnswer[] = [
  ...["Ran it on November 9.", "3 of 9 rows.", "3 minutes."].map((type) => ({ type })),
  // Nothing ticked is asked about once more.
  ...[{ mark: [] }, { mark: [] }],
  { type: "An empty file." },
  ...[{ mark: [] }, { mark: [] }],
];

test("words about a check that are typed before the claims are shown aren't late", async () => {
  const given = createLoopContext({ project: withReport(projectAfter("spec", "brief")) });
  await given.run("review", { answer: verdicts });
  const asked = createLoopContext({ project: given.project(), terminal: true, answers });
  await asked.run("review");
  const [before = ""] = asked.stderr().split("Every check is judged.");
  expect(before).not.toContain("The agent said");
  expect(asked.stderr()).toContain("The agent said 2 checks were met.");
  expect(asked.stdout()).toContain("3 of 9 rows.");
  expect(asked.stdout()).not.toContain(FALSE);
});

test("nor are they if the report comes between the verdicts and the words", async () => {
  const given = createLoopContext({ project: projectAfter("spec", "brief") });
  await given.run("review", { answer: verdicts });
  const project = { ...given.project(), folder: projectWithFolder().folder };
  leaveReport(project);
  const late = createLoopContext({ project });
  await runReport(late.context, undefined, {});
  const asked = createLoopContext({ project: late.project(), terminal: true, answers });
  await asked.run("review");
  expect(asked.stdout()).toContain("3 of 9 rows.");
  expect(asked.stdout()).not.toContain(FALSE);
});
