import { findClaimedQuestion } from "../library/claimed-question.ts";
import type { Step } from "../library/step.ts";
import { readReport } from "../report/read-report.ts";
import { rebuildInstructions } from "../report/run-targets.ts";
import { compareTimes } from "../time.ts";
import { type AgentReport, readSealedReport, sealReport } from "./agent-report.ts";
import { addKnownAnswers } from "./known-answers.ts";
import { type Entry, entriesOf, findAnswer, findEntryAnswer, type Project } from "./project.ts";
import { hasOpenEntry } from "./question-instance.ts";

/** A report as it comes in. */
export interface GivenReport {
  text: string;
  /** The SHA-256 of the text. */
  sha256: string;
  agent?: string | undefined;
}

/** Lists the checks that reports make claims about, as they are now. */
function listClaimedChecks(steps: readonly Step[], project: Project): Entry[] {
  const list = findClaimedQuestion(steps)?.question.each;
  return list === undefined ? [] : entriesOf(findAnswer(project, list));
}

/** Finds the last report of the round that a project is in. */
export function findReport({ reports = [], rounds }: Project): AgentReport | undefined {
  return reports.findLast(({ round }) => round === rounds.length + 1);
}

/** Finds the report that has exactly this text: the last one, or one of an earlier round. */
export function findSameReport(
  { reports = [], rounds }: Project,
  { sha256 }: Pick<GivenReport, "sha256">,
): AgentReport | undefined {
  const last = reports.at(-1);
  const isOld = ({ round }: AgentReport) => round <= rounds.length;
  // A report that another one replaced can be put back.
  return reports.findLast((one) => one.sha256 === sha256 && (one === last || isOld(one)));
}

const MAX_REPORTS = 20;

/** Returns true if a round has as many reports as anyone can look at. */
export function isFull({ reports = [], rounds }: Project): boolean {
  return reports.filter(({ round }) => round === rounds.length + 1).length >= MAX_REPORTS;
}

/** Returns the project with a report added, or unchanged if the round has the same one. */
export function takeInReport(
  steps: readonly Step[],
  project: Project,
  { text, sha256, agent }: GivenReport,
  now: Date,
): Project {
  const { reports = [], rounds, passes } = project;
  const round = rounds.length + 1;
  if (isFull(project)) return project;
  if (findSameReport(project, { sha256 })?.round === round) return project;
  const checks = listClaimedChecks(steps, project);
  const read = readReport(
    text,
    checks.map(({ text }) => text),
  );
  const at = now.toISOString();
  const pass = Math.max(passes.length, 1);
  const report: AgentReport = {
    ...{ round, pass, ...(agent === undefined ? {} : { agent }), at, sha256 },
    sealed: sealReport(text, read, checks),
    before: Object.fromEntries(
      listFreshVerdicts(steps, project).map((verdict) => [verdict.id, verdict.at]),
    ),
  };
  const added = { ...project, reports: [...reports, report] };
  if (wasSeen(reports, report)) return openReportEarly(steps, added, report, now);
  return hasOpenChecks(steps, added) ? added : openReports(steps, added);
}

/** Returns true while a question about a check is open: until then, nobody is shown a claim. */
function hasOpenChecks(steps: readonly Step[], project: Project): boolean {
  const step = findClaimedQuestion(steps)?.step;
  if (!step || project.finished[step.id]) return false;
  return hasOpenEntry(project, step);
}

/** Returns true if what a report claims was known before: of this pass, or in the same claims. */
function wasSeen(reports: readonly AgentReport[], report: AgentReport): boolean {
  const known = reports.filter(({ round, opened }) => round === report.round && opened);
  const claims = writeClaims(report);
  return known.some((one) => one.pass === report.pass || writeClaims(one) === claims);
}

function writeClaims(report: AgentReport): string {
  const { checks } = readSealedReport(report);
  return JSON.stringify(checks.map(({ id, claim, basis }) => [id, claim, basis]));
}

/**
 * Returns the project with the reports of this round opened, if every check has its verdict, or if
 * the round ends. Each verdict stands against the last report that came before it.
 */
export function openReports(
  steps: readonly Step[],
  project: Project,
  { isEnding = false } = {},
): Project {
  const { reports = [], rounds } = project;
  const ofRound = reports.filter(({ round }) => round === rounds.length + 1);
  const isReady = isEnding || isEverythingJudged(steps, project);
  if (!isReady || ofRound.every(({ opened }) => opened)) return project;
  const verdicts = listFreshVerdicts(steps, project);
  const open = (report: AgentReport): AgentReport => {
    if (report.opened || !ofRound.includes(report)) return report;
    const told = new Map(readSealedReport(report).checks.map(({ id, text }) => [id, text]));
    const blind = verdicts.filter(({ id, of, at }) => {
      // By what was there, because a clock can be wrong.
      const isLast = ofRound.findLast(({ before = {} }) => before[id] !== at) === report;
      return isLast && told.get(id) === of;
    });
    const at = [report.at, ...verdicts.map((verdict) => verdict.at)].toSorted().at(-1) ?? "";
    const given = Object.fromEntries(blind.map(({ id, value }) => [id, value]));
    return { ...report, opened: { at, verdicts: given } };
  };
  return addKnownAnswers(steps, { ...project, reports: reports.map(open) });
}

/** Lists the verdicts of this round that weren't kept from an earlier one. */
function listFreshVerdicts(steps: readonly Step[], project: Project) {
  const given = findVerdicts(steps, project);
  return listClaimedChecks(steps, project).flatMap(({ id }) => {
    const saved = findEntryAnswer(given, id);
    if (!saved || saved.fromRound !== undefined) return [];
    return [{ id, value: saved.text, of: saved.of, at: saved.at }];
  });
}

function findVerdicts(steps: readonly Step[], project: Project) {
  const claimed = findClaimedQuestion(steps);
  return claimed && findAnswer(project, `${claimed.step.id}.${claimed.question.id}`);
}

/** Returns the project with a report, and all of its round, opened before the checks are judged. */
export function openReportEarly(
  steps: readonly Step[],
  project: Project,
  { round }: AgentReport,
  now: Date,
): Project {
  const opened = { at: now.toISOString(), early: true, verdicts: {} };
  const reports = project.reports?.map((one) =>
    one.round === round && !one.opened ? { ...one, opened } : one,
  );
  return addKnownAnswers(steps, { ...project, reports });
}

/** Returns true if every check has a verdict that was given for its present text. */
function isEverythingJudged(steps: readonly Step[], project: Project): boolean {
  const checks = listClaimedChecks(steps, project);
  const given = findVerdicts(steps, project);
  return (
    checks.length > 0 && checks.every(({ id, text }) => findEntryAnswer(given, id)?.of === text)
  );
}

/** Returns `after` with the reports of `before` that were opened: what was seen stays seen. */
export function keepOpenedReports(before: Project, after: Project): Project {
  const seen = before.reports?.filter(({ opened }) => opened);
  const reports = joinReports(after.reports, seen);
  return reports.length === 0 && !after.reports ? after : { ...after, reports };
}

/**
 * Returns what an import makes of a project that was here: its own reports stay as they were, and
 * those that the import adds are never compared with a verdict.
 */
export function joinImportedReports(before: Project, after: Project): Project {
  const { reports: own = [] } = before;
  const isOwn = ({ round, sha256 }: AgentReport) =>
    own.some((report) => report.round === round && report.sha256 === sha256);
  const added = after.reports?.filter((report) => !isOwn(report)) ?? [];
  const reports = [...own, ...added.map((report) => ({ ...report, imported: true }))];
  if (reports.length === 0) return after;
  return { ...after, reports: reports.toSorted((a, b) => compareTimes(a.at, b.at)) };
}

/** Joins the reports of two copies of a project, by time. One that was opened in either is. */
export function joinReports(
  one: readonly AgentReport[] = [],
  other: readonly AgentReport[] = [],
): AgentReport[] {
  const name = ({ round, at, sha256 }: AgentReport) => [round, at, sha256].join(" ");
  const joined = new Map(one.map((report) => [name(report), report]));
  for (const report of other)
    if (!joined.get(name(report))?.opened) joined.set(name(report), report);
  return [...joined.values()].toSorted((a, b) => compareTimes(a.at, b.at));
}

/** Lists the lines that a report has in one of its parts; none while it is sealed. */
export function listReportLines(project: Project, section: ReportPart): string[] {
  const report = findReport(project);
  if (!report?.opened) return [];
  const { run, nothing: _, ...others } = readSealedReport(report);
  return { ...others, run: rebuildInstructions(run) }[section];
}

/** Returns true if the report of this round, once it is open, says there is nothing of a part. */
export function saysNothing(project: Project, section: ReportPart): boolean {
  const report = findReport(project);
  return report?.opened !== undefined && !!readSealedReport(report).nothing?.includes(section);
}

/** A part of a report whose lines can become drafts. */
export type ReportPart = "run" | "faked" | "packages" | "added" | "assumptions" | "engineer";

/** Returns true while the last report of the round is sealed. */
export function hasSealedReport(project: Project): boolean {
  const report = findReport(project);
  return report !== undefined && !report.opened;
}
