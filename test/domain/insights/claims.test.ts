import { expect, test } from "vitest";
import { rateClaims } from "../../../src/domain/insights/claim-rate.ts";
import { findRoundClaims, listRoundClaims } from "../../../src/domain/insights/claims.ts";
import { openReportsEarly } from "../../../src/domain/project/report-state.ts";
import { entriesAt, projectAfter, sampleAnswers, steps, takeStep } from "../../helpers/loop.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const FOUND = ["met", "not-met", "cannot-tell"];

test("claims stay sealed until the last check is judged", () => {
  const reported = withReport(briefed);
  expect(findRoundClaims(steps, reported)).toBeUndefined();
  const partly = takeStep(reported, "review", { verdict: ["met", "not-met", null] }, 4);
  expect(findRoundClaims(steps, partly)).toBeUndefined();
  expect(findRoundClaims(steps, judge(reported, FOUND))).toMatchObject({
    agent: undefined,
    wasSeen: false,
    checks: [
      { number: 1, claim: "met", basis: "ran", found: "met", isOverclaim: false },
      { number: 2, claim: "met", basis: "read", found: "not-met", isOverclaim: true },
      { number: 3, claim: "not-tried", basis: undefined, isOverclaim: false },
    ],
  });
});

test("a report that is opened before the checks are judged isn't counted", () => {
  const seen = openReportsEarly(withReport(briefed), noon(3));
  const claims = findRoundClaims(steps, judge(seen, FOUND));
  expect(claims?.wasSeen).toBe(true);
  expect(claims?.checks.map(({ uncounted }) => uncounted)).toEqual(["seen", "seen", "seen"]);
  expect(claims?.checks[1]).toMatchObject({ claim: "met", isOverclaim: false });
});

test("a second report on a pass whose report was seen isn't counted either", () => {
  const seen = openReportsEarly(withReport(briefed), noon(3));
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

test("a rate is given by agent and by kind of check, without imported projects", () => {
  const imported = { ...claimant("d", "Codex"), importedAt: noon(9).toISOString() };
  const { agents, kinds, counted } = rateClaims(steps, [
    claimant("a", "Codex"),
    claimant("b", "Codex"),
    claimant("c", "Cursor"),
    imported,
  ]);
  expect(counted).toBe(9);
  expect(agents).toEqual([
    { agent: "Codex", counted: 6, overclaimed: 2 },
    { agent: "Cursor", counted: 3, overclaimed: 1 },
  ]);
  expect(kinds).toContainEqual({ kind: "error", counted: 3, overclaimed: 3 });
});

test("a verdict that can't tell is shown and not counted", () => {
  const all = proudReport.replace("C3: not tried", "C3: met (ran)");
  const judged = judge(withReport(briefed, all), FOUND);
  expect(rateClaims(steps, [judged])).toMatchObject({ counted: 2, overclaimed: 1 });
});
