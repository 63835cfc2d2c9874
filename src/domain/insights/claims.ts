import { findClaimedQuestion } from "../library/claimed-question.ts";
import { deriveForBoth } from "../library/derived.ts";
import type { Step } from "../library/step.ts";
import { type AgentReport, type ReportContent, readSealedReport } from "../project/agent-report.ts";
import { type AnswerSince, listChangedSince } from "../project/known-answers.ts";
import {
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  type SavedText,
} from "../project/project.ts";
import { listRounds } from "../project/rounds.ts";
import { isUnseen } from "../project/unseen.ts";
import type { Basis, Claim } from "../report/claim.ts";

/**
 * Why a claim isn't counted: an import brought it, the person had seen it, it came after the
 * verdict, the check was changed in between, or the verdict was kept from an earlier round.
 */
export type Uncounted = "imported" | "seen" | "late" | "changed" | "kept";

/** What the agent said about a check, beside what the person found. */
export interface JudgedClaim {
  /** The number of the check in its round, from 1. */
  number: number;
  id: string;
  text: string;
  claim: Claim | undefined;
  basis: Basis | undefined;
  /** The verdict as it is now. */
  verdict: string | undefined;
  /** The verdict that was given without knowing the claim; undefined if it isn't counted. */
  found: string | undefined;
  uncounted: Uncounted | undefined;
  /** The verdict before the claim was seen, and the one now, if it was changed since. */
  changedFrom: string | undefined;
  changedTo: string | undefined;
  /** What is told about the check in other words since the claim was seen. */
  reworded: AnswerSince[];
  /** True if nothing was noted about what was seen. */
  isUnseen: boolean;
  /** True if it was claimed met, and found not met. */
  isOverclaim: boolean;
  /** The agent that said it, if it gave a name. */
  agent: string | undefined;
}

/** What the agent said about a round, once the person may know. */
export interface RoundClaims {
  round: number;
  checks: JudgedClaim[];
}

/** The verdicts that can be compared with a claim. */
const COMPARABLE: ReadonlySet<string> = new Set<Claim>(["met", "not-met"]);

/**
 * Lists what the agent said in each round beside what the person found. Leaves out rounds without a
 * report, and one whose reports are still sealed.
 */
export function listRoundClaims(steps: readonly Step[], project: Project): RoundClaims[] {
  return listRounds(project).flatMap((then) => findRoundClaims(steps, then) ?? []);
}

/** Finds the claims of the round that a project is in; undefined while they are sealed. */
export const findRoundClaims = deriveForBoth(
  (steps: readonly Step[], project: Project): RoundClaims | undefined => {
    const round = project.rounds.length + 1;
    const opened =
      project.reports?.filter((report) => report.round === round && report.opened) ?? [];
    if (opened.length === 0) return undefined;
    const said = opened.map((report) => ({ report, checks: readSealedReport(report).checks }));
    const claimed = findClaimedQuestion(steps);
    const given = claimed && findAnswer(project, `${claimed.step.id}.${claimed.question.id}`);
    const entries = entriesOf(findAnswer(project, claimed?.question.each ?? ""));
    const checks = entries.map((entry, index) => {
      const now = findEntryAnswer(given, entry.id);
      const compared = compareClaim(said, { ...entry, number: index + 1 }, now);
      const since = listChangedSince(steps, project, entry);
      const isUnnoted = claimed !== undefined && isUnseen(project, claimed.step, entry);
      return { ...compared, ...describeSince(compared, since), isUnseen: isUnnoted };
    });
    return { round, checks };
  },
);

/** Says what changed about a check since the first report of the round was seen. */
function describeSince(
  { verdict, found }: Pick<JudgedClaim, "verdict" | "found">,
  since: readonly AnswerSince[],
): Pick<JudgedClaim, "changedFrom" | "changedTo" | "reworded"> {
  const from = found ?? since.find(({ question }) => question.verdicts)?.before;
  const isChanged = from !== undefined && verdict !== undefined && verdict !== from;
  return {
    changedFrom: isChanged ? from : undefined,
    changedTo: isChanged ? verdict : undefined,
    reworded: since.filter(({ question }) => !question.verdicts),
  };
}

/** Finds the claims about what a step judges; undefined for another step, and while sealed. */
export function findStepClaims(
  steps: readonly Step[],
  project: Project,
  stepId: string,
): RoundClaims | undefined {
  return findClaimedQuestion(steps)?.step.id === stepId
    ? findRoundClaims(steps, project)
    : undefined;
}

interface SaidReport {
  report: AgentReport;
  checks: ReportContent["checks"];
}

/**
 * Compares what was said about a check with its verdict: what the report said that came before it
 * while it was sealed, else the last one. A report that comes later takes nothing back.
 */
function compareClaim(
  said: readonly SaidReport[],
  { id, text, number }: { id: string; text: string; number: number },
  now: SavedText | undefined,
): Omit<JudgedClaim, "changedFrom" | "changedTo" | "reworded" | "isUnseen"> {
  const about = said.map(({ report, checks }) => ({
    report,
    told: checks.find((check) => check.id === id),
    found: readVerdict(report, id),
  }));
  const compared = about.find(({ told, found }) => found !== undefined && told?.text === text);
  const { report, told } = compared ?? about.at(-1) ?? {};
  const found = compared?.found;
  const { claim, basis } = told ?? {};
  return {
    ...{ number, id, text, claim, basis, found, agent: report?.agent, verdict: now?.text },
    uncounted: compared ? undefined : explainUncounted(report, told?.text === text, now),
    isOverclaim: claim === "met" && found === "not-met",
  };
}

function readVerdict({ opened, imported }: AgentReport, id: string): string | undefined {
  return opened && !imported && Object.hasOwn(opened.verdicts, id)
    ? opened.verdicts[id]
    : undefined;
}

function explainUncounted(
  report: AgentReport | undefined,
  isSameText: boolean,
  verdict: { fromRound?: unknown } | undefined,
): Uncounted | undefined {
  if (!verdict) return undefined;
  if (report?.imported) return "imported";
  if (report?.opened?.early) return "seen";
  if (!isSameText) return "changed";
  return verdict.fromRound === undefined ? "late" : "kept";
}

/** Returns true for a claim of success that a verdict confirms or refutes. */
export function isComparedClaim({ claim, found }: JudgedClaim): boolean {
  return claim === "met" && found !== undefined && COMPARABLE.has(found);
}
