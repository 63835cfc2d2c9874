import { expect, test } from "vitest";
import { findRoundClaims } from "../../../src/domain/insights/claims.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import {
  findReport,
  keepOpenedReports,
  openReportEarly,
} from "../../../src/domain/project/report-state.ts";
import { describeClaims, wordVerdictOf } from "../../../src/render/text/claims.ts";
import { projectAfter, sampleAnswers, steps, takeStep } from "../../helpers/loop.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const FOUND = ["met", "not-met", "met"];

/** Returns what is said about changes since the report was seen. */
function tellChanges(project: Project): string[] {
  const claims = findRoundClaims(steps, project);
  const told = claims ? describeClaims(claims, wordVerdictOf(steps), true) : [];
  return told.filter((line) => line.includes("after seeing the report"));
}

function sees(project: Project, saw: (string | null)[], day = 5): Project {
  return takeStep(project, "review", { saw }, day);
}

test("nothing is said about what stays as it was", () => {
  const judged = judge(withReport(briefed), FOUND);
  expect(tellChanges(judged)).toEqual([]);
  expect(tellChanges(judge(judged, FOUND, 6))).toEqual([]);
});

test("what was seen says that it was changed after the report was seen", () => {
  const judged = judge(withReport(briefed), FOUND);
  const told = '"What I saw" for C2 was changed after seeing the report.';
  expect(tellChanges(sees(judged, [null, "It wrote zeros.", null]))).toEqual([told]);
  const more = sees(judged, [null, "It wrote zeros.", "All weeks."]);
  expect(tellChanges(more)).toEqual([told.replace("C2", "C2 and C3")]);
  expect(tellChanges(sees(more, [null, "I ran it: not-met.", "I ran it: met."], 6))).toEqual([]);
});

test("what wasn't written when the last verdict came says so", () => {
  const judged = takeStep(withReport(briefed), "review", { verdict: FOUND }, 4);
  expect(tellChanges(sees(judged, ["18 of 18.", null, null]))).toEqual([
    '"What I saw" for C1 was written after seeing the report.',
  ]);
});

test("an undo to older words is a change too", () => {
  const first = takeStep(withReport(briefed), "review", { saw: [null, "Zeros?", null] }, 3);
  const judged = judge(first, FOUND);
  expect(tellChanges(keepOpenedReports(judged, first))).toEqual([
    '"What I saw" for C2 was changed after seeing the report.',
  ]);
});

test("a verdict that was there before a late report says when it changes", () => {
  const late = withReport(judge(briefed, FOUND), proudReport, 5);
  expect(tellChanges(judge(late, ["met", "met", "met"], 6))).toContain(
    "C2 was changed from not met to met after seeing the report.",
  );
});

test("a verdict that was given before an early look says when it changes", () => {
  const begun = takeStep(withReport(briefed), "review", { verdict: ["met", null, null] }, 4);
  const report = findReport(begun);
  if (!report) throw new Error("no report");
  const seen = openReportEarly(steps, begun, report, noon(4));
  expect(tellChanges(judge(seen, ["met", "not-met", "met"], 5))).toEqual([]);
  expect(tellChanges(judge(seen, ["not-met", "not-met", "met"], 5))).toEqual([
    "C1 was changed from met to not met after seeing the report.",
  ]);
});

test("answers that a later round keeps aren't written after its report", () => {
  const first = judge(withReport(briefed), FOUND);
  const handed = takeStep(first, "handoff", sampleAnswers.handoff ?? {}, 5);
  const revised = takeStep(handed, "decide", { ...sampleAnswers.decide, verdict: "revise" }, 6);
  const second = takeStep(revised, "brief", { prediction: 3 }, 7);
  const again = withReport(second, proudReport.replace("C3: not", "C3: not yet"), 8);
  expect(tellChanges(judge(again, ["met", "met", "met"], 9))).toEqual([]);
});
