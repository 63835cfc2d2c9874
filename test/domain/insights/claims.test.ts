import { expect, test } from "vitest";
import { rateClaims } from "../../../src/domain/insights/claim-rate.ts";
import { findRoundClaims, listRoundClaims } from "../../../src/domain/insights/claims.ts";
import { readSealedReport } from "../../../src/domain/project/agent-report.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { findReport, openReportEarly } from "../../../src/domain/project/report-state.ts";
import { entriesAt, projectAfter, sampleAnswers, steps, takeStep } from "../../helpers/loop.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const FOUND = ["met", "not-met", "cannot-tell"];

/** Returns the project after the person looked at its report. */
function seeEarly(project: Project, day = 3): Project {
  const report = findReport(project);
  return report ? openReportEarly(steps, project, report, noon(day)) : project;
}

test("claims stay sealed until the last check is judged", () => {
  const reported = withReport(briefed);
  expect(findRoundClaims(steps, reported)).toBeUndefined();
  const partly = takeStep(reported, "review", { verdict: ["met", "not-met", null] }, 4);
  expect(findRoundClaims(steps, partly)).toBeUndefined();
  expect(findRoundClaims(steps, judge(reported, FOUND))).toMatchObject({
    checks: [
      { number: 1, claim: "met", basis: "ran", found: "met", isOverclaim: false },
      { number: 2, claim: "met", basis: "read", found: "not-met", isOverclaim: true },
      { number: 3, claim: "not-tried", basis: undefined, isOverclaim: false },
    ],
  });
});

test("a report that is opened before the checks are judged isn't counted", () => {
  const seen = seeEarly(withReport(briefed));
  const claims = findRoundClaims(steps, judge(seen, FOUND));
  expect(claims?.checks.map(({ uncounted }) => uncounted)).toEqual(["seen", "seen", "seen"]);
  expect(claims?.checks[1]).toMatchObject({ claim: "met", isOverclaim: false });
});

test("a second report on a pass whose report was seen isn't counted either", () => {
  const seen = seeEarly(withReport(briefed));
  const again = withReport(seen, proudReport.replace("C3: not tried", "C3: met"), 3);
  const claims = findRoundClaims(steps, judge(again, FOUND));
  expect(claims?.checks[2]).toMatchObject({ claim: "met", uncounted: "seen" });
});

test("a report that comes after the verdicts isn't counted", () => {
  const late = withReport(judge(briefed, FOUND), proudReport, 5);
  const claims = findRoundClaims(steps, late);
  expect(claims?.checks.map(({ uncounted }) => uncounted)).toEqual(["late", "late", "late"]);
});

test("a later report takes back nothing that was counted", () => {
  const modest = proudReport.replaceAll("met (", "not met (");
  const project = withReport(judge(withReport(briefed), FOUND), modest, 5);
  expect(findRoundClaims(steps, project)?.checks[1]).toMatchObject({
    claim: "met",
    isOverclaim: true,
  });
});

test("what was claimed about a check that changed since isn't counted", () => {
  const reported = withReport(briefed);
  const [first, ...others] = entriesAt(reported, "spec.checks");
  const entries = [{ id: first?.id ?? "", text: "Every value is right." }, ...others];
  const checks = { at: noon(3).toISOString(), entries };
  const spec = { ...reported.answers.spec, checks };
  const changed = { ...reported, answers: { ...reported.answers, spec } };
  expect(findRoundClaims(steps, judge(changed, FOUND))?.checks).toMatchObject([
    { claim: "met", uncounted: "changed", found: undefined },
    { uncounted: undefined, found: "not-met" },
    {},
  ]);
});

test("a verdict that is changed after the claim was seen keeps both", () => {
  const judged = judge(withReport(briefed), FOUND);
  const changed = judge(judged, ["met", "met", "cannot-tell"], 5);
  expect(findRoundClaims(steps, changed)?.checks[1]).toMatchObject({
    found: "not-met",
    changedTo: "met",
    isOverclaim: true,
  });
});

test("each round has the claims of its own report", () => {
  const first = judge(withReport(briefed), FOUND);
  const revise = { ...sampleAnswers.decide, verdict: "revise" };
  const handed = takeStep(first, "handoff", sampleAnswers.handoff ?? {}, 5);
  const second = takeStep(takeStep(handed, "decide", revise, 6), "brief", { prediction: 3 }, 7);
  expect(listRoundClaims(steps, second).map(({ round }) => round)).toEqual([1]);
  const all = proudReport.replace("C3: not tried", "C3: met (ran)");
  const judged = judge(withReport(second, all, 8), ["met", "met", "met"], 9);
  expect(
    listRoundClaims(steps, judged).map(({ round, checks }) => [round, checks[1]?.found]),
  ).toEqual([
    [1, "not-met"],
    [2, "met"],
  ]);
});

/** Returns a project of its own whose report claims that these many checks are met. */
function claimant(uid: string, agent?: string) {
  const all = proudReport.replace("C3: not tried", "C3: met (ran)");
  const project = { ...judge(withReport(briefed, all, 3, agent), ["met", "not-met", "met"]), uid };
  return { ...project, id: uid };
}

test("a rate is given from three projects on, or ten claims", () => {
  const [one, two, three] = [claimant("a"), claimant("b"), claimant("c")];
  expect(rateClaims(steps, [one, two])).toMatchObject({
    counted: 6,
    overclaimed: 2,
    rate: undefined,
  });
  expect(rateClaims(steps, [one, two, three])).toMatchObject({ counted: 9, rate: 3 / 9 });
  expect(rateClaims(steps, [])).toMatchObject({ counted: 0, rate: undefined });
});

test("a rate is given by agent and by kind of check, with imported projects", () => {
  const imported = { ...claimant("d", "Codex"), importedAt: noon(9).toISOString() };
  const { agents, kinds, counted } = rateClaims(steps, [
    claimant("a", "Codex"),
    claimant("b", "Codex"),
    claimant("c", "Cursor"),
    imported,
  ]);
  expect(counted).toBe(12);
  expect(agents).toEqual([
    { agent: "Codex", counted: 9, overclaimed: 3 },
    { agent: "Cursor", counted: 3, overclaimed: 1 },
  ]);
  expect(kinds).toContainEqual({ kind: "error", counted: 4, overclaimed: 4 });
});

test("a verdict that can't tell is shown and not counted", () => {
  const all = proudReport.replace("C3: not tried", "C3: met (ran)");
  const judged = judge(withReport(briefed, all), FOUND);
  expect(rateClaims(steps, [judged])).toMatchObject({ counted: 2, overclaimed: 1 });
});

const modest = proudReport.replaceAll("met (", "not met (");

test("a second report before the verdicts counts, and one between them takes nothing back", () => {
  const corrected = withReport(withReport(briefed, proudReport, 3), modest, 3);
  expect(findRoundClaims(steps, judge(corrected, FOUND))?.checks[1]).toMatchObject({
    claim: "not-met",
    isOverclaim: false,
  });
  const partly = takeStep(withReport(briefed), "review", { verdict: ["met", "not-met"] }, 4);
  const between = judgeRest(withReport(partly, modest, 5), 6);
  expect(findRoundClaims(steps, between)?.checks[1]).toMatchObject({
    claim: "met",
    found: "not-met",
    isOverclaim: true,
  });
  expect(findRoundClaims(steps, between)?.checks[2]).toMatchObject({ found: "met" });
});

/** Answers what a review with two verdicts leaves open. */
function judgeRest(project: Project, day: number): Project {
  const answers = {
    ...{ "verdict.3": "met", saw: ["a", "b", "c"].map((each) => `I ran it: ${each}.`) },
    ...{ "cause.2": "agent-miss", held: [1], tried: "An empty file." },
  };
  return takeStep(project, "review", answers, day);
}

test("after the claims were seen, the same claims again aren't counted, nor is that pass", () => {
  const judged = judge(withReport(briefed), FOUND);
  const { review: _, ...answers } = judged.answers;
  const undone = { ...judged, answers };
  const again = judge(withReport(undone, modest, 5), ["met", "met", "met"], 6);
  expect(findRoundClaims(steps, again)?.checks[1]).toMatchObject({
    claim: "met",
    found: "not-met",
  });
  const logged = { ...seeEarly(withReport(briefed)), passes: passesOf(2) };
  const resubmitted = withReport(logged, `${proudReport}\n`, 4);
  expect(findRoundClaims(steps, judge(resubmitted, FOUND, 5))?.checks[1]).toMatchObject({
    uncounted: "seen",
  });
});

function passesOf(count: number) {
  const pass = { what: "A pass", minutes: 5, at: noon(3).toISOString() };
  return Array.from({ length: count }, () => pass);
}

test("a decision opens what is still sealed, and counts what was judged", () => {
  const partly = takeStep(
    withReport(briefed),
    "review",
    { verdict: ["met", "not-met"], saw: ["a", "b"], "cause.2": "agent-miss" },
    4,
  );
  expect(findRoundClaims(steps, partly)).toBeUndefined();
  const kept = takeStep(partly, "decide", sampleAnswers.decide ?? {}, 6);
  expect(kept.closed).toBeDefined();
  expect(findRoundClaims(steps, kept)?.checks).toMatchObject([
    { found: "met" },
    { found: "not-met", isOverclaim: true },
    { found: undefined, uncounted: undefined, verdict: undefined },
  ]);
});

test("a wrong clock changes nothing about what came first", () => {
  const ahead = judge(withReport(briefed, proudReport, 20), FOUND, 4);
  expect(findRoundClaims(steps, ahead)?.checks[1]).toMatchObject({ isOverclaim: true });
  const behind = withReport(judge(briefed, FOUND, 9), proudReport, 3);
  expect(findRoundClaims(steps, behind)?.checks[1]).toMatchObject({ uncounted: "late" });
});

test("a round keeps at most 20 reports", () => {
  const texts = Array.from({ length: 30 }, (_, index) => `${proudReport}- note ${index}\n`);
  const project = texts.reduce((now, text) => withReport(now, text), briefed);
  expect(project.reports).toHaveLength(20);
});

test("256 kB of a report are kept, whatever its letters are", () => {
  const project = withReport(briefed, `${proudReport}${"\u5024".repeat(400_000)}END`);
  const [report] = project.reports ?? [];
  const { text } = report ? readSealedReport(report) : { text: "" };
  expect(Buffer.byteLength(text)).toBeLessThan(260 * 1024);
  expect(text).toMatch(/^# Report[\s\S]*\[\.\.\.\][\s\S]*END$/);
});
