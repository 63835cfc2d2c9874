import type { Question, Step } from "../library/step.ts";
import { readReport } from "../report/read-report.ts";
import { type AgentReport, readSealedReport, sealReport } from "./agent-report.ts";
import { type Entry, entriesOf, findAnswer, findEntryAnswer, type Project } from "./project.ts";

/** The question whose answers a report makes claims about, and its step. */
interface ClaimedQuestion {
  step: Step;
  question: Question;
}

/** A report as it comes in. */
export interface GivenReport {
  text: string;
  /** The SHA-256 of the text. */
  sha256: string;
  agent?: string | undefined;
}

/** Finds the question that reports make claims about. */
export function findClaimedQuestion(steps: readonly Step[]): ClaimedQuestion | undefined {
  for (const step of steps) {
    const question = step.questions.find(
      ({ report, verdicts, each }) => report && verdicts && each,
    );
    if (question) return { step, question };
  }
  return undefined;
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

/** Finds the report that has exactly this text, in any round. */
export function findSameReport(
  { reports = [] }: Project,
  { sha256 }: Pick<GivenReport, "sha256">,
): AgentReport | undefined {
  return reports.findLast((report) => report.sha256 === sha256);
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
  if (findSameReport(project, { sha256 })?.round === round) return project;
  const checks = listClaimedChecks(steps, project);
  const read = readReport(
    text,
    checks.map(({ text }) => text),
  );
  const at = now.toISOString();
  const pass = Math.max(passes.length, 1);
  // Who has seen what an agent says about a pass knows what it will say again.
  const wasSeen = reports.some((one) => one.round === round && one.pass === pass && isEarly(one));
  const report: AgentReport = {
    ...{ round, pass, ...(agent === undefined ? {} : { agent }), at, sha256 },
    sealed: sealReport(text, read, checks),
    ...(wasSeen ? { opened: { at, early: true, verdicts: {} } } : {}),
  };
  return openReports(steps, { ...project, reports: [...reports, report] });
}

function isEarly({ opened }: AgentReport): boolean {
  return opened?.early === true;
}

/** Returns the project with the reports of this round opened, if every check has its verdict. */
export function openReports(steps: readonly Step[], project: Project): Project {
  const last = findReport(project);
  if (!last || last.opened || !isEverythingJudged(steps, project)) return project;
  const claimed = findClaimedQuestion(steps);
  const checks = listClaimedChecks(steps, project);
  const given = claimed && findAnswer(project, `${claimed.step.id}.${claimed.question.id}`);
  const verdicts = checks.flatMap(({ id }) => findEntryAnswer(given, id) ?? []);
  const at = [last.at, ...verdicts.map((verdict) => verdict.at)].toSorted().at(-1) ?? last.at;
  const reported = new Map(readSealedReport(last).checks.map(({ id, text }) => [id, text]));
  const blind = checks.flatMap(({ id }): [string, string][] => {
    const verdict = findEntryAnswer(given, id);
    const isFresh = verdict && verdict.at >= last.at && verdict.fromRound === undefined;
    return isFresh && reported.get(id) === verdict.of ? [[id, verdict.text]] : [];
  });
  const opened = { at, verdicts: Object.fromEntries(blind) };
  return mapOpened(project, (report) => (report === last ? opened : { at, verdicts: {} }));
}

/** Returns the project with the reports of this round opened before every check was judged. */
export function openReportsEarly(project: Project, now: Date): Project {
  return mapOpened(project, () => ({ at: now.toISOString(), early: true, verdicts: {} }));
}

function mapOpened(
  project: Project,
  open: (report: AgentReport) => NonNullable<AgentReport["opened"]>,
): Project {
  const { reports = [], rounds } = project;
  const isNow = ({ round, opened }: AgentReport) => round === rounds.length + 1 && !opened;
  if (!reports.some(isNow)) return project;
  return {
    ...project,
    reports: reports.map((one) => (isNow(one) ? { ...one, opened: open(one) } : one)),
  };
}

/** Returns true if every check has a verdict that was given for its present text. */
function isEverythingJudged(steps: readonly Step[], project: Project): boolean {
  const claimed = findClaimedQuestion(steps);
  const checks = listClaimedChecks(steps, project);
  if (!claimed || checks.length === 0) return false;
  const given = findAnswer(project, `${claimed.step.id}.${claimed.question.id}`);
  return checks.every(({ id, text }) => findEntryAnswer(given, id)?.of === text);
}

/**
 * Returns the reports of a project after an undo: those of `after`, and those of `before` that were
 * opened, because what a person has seen stays seen.
 */
export function keepOpenedReports(before: Project, after: Project): Project {
  const reports = joinReports(
    after.reports,
    before.reports?.filter(({ opened }) => opened),
  );
  return reports.length === 0 && !after.reports ? after : { ...after, reports };
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
  return [...joined.values()].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** Lists the lines that a report has in one of its parts; none while it is sealed. */
export function listReportLines(project: Project, section: ReportPart): string[] {
  const report = findReport(project);
  return report?.opened ? readSealedReport(report)[section] : [];
}

/** A part of a report whose lines can become drafts. */
type ReportPart = "run" | "faked" | "packages" | "added" | "engineer";

/** Returns true while the last report of the round is sealed. */
export function hasSealedReport(project: Project): boolean {
  const report = findReport(project);
  return report !== undefined && !report.opened;
}
