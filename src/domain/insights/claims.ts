import type { Step } from "../library/step.ts";
import { type AgentReport, readSealedReport } from "../project/agent-report.ts";
import { entriesOf, findAnswer, findEntryAnswer, type Project } from "../project/project.ts";
import { findClaimedQuestion } from "../project/report-state.ts";
import { listRounds } from "../project/rounds.ts";
import type { Basis, Claim } from "../report/claim.ts";

/**
 * Why a claim isn't counted: the person had seen it, it came after the verdict, the check was
 * changed in between, or the verdict was kept from an earlier round.
 */
export type Uncounted = "seen" | "late" | "changed" | "kept";

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
  /** The verdict now, if it was changed after the claim was seen. */
  changedTo: string | undefined;
  /** True if it was claimed met, and found not met. */
  isOverclaim: boolean;
}

/** What the agent said about a round, once the person may know. */
export interface RoundClaims {
  round: number;
  agent: string | undefined;
  /** True if the person looked at the report before judging. */
  wasSeen: boolean;
  checks: JudgedClaim[];
}

/** The verdicts that can be compared with a claim. */
const COMPARABLE: ReadonlySet<string> = new Set<Claim>(["met", "not-met"]);

/**
 * Lists what the agent said in each round beside what the person found. Leaves out rounds without a
 * report, and one whose report is still sealed.
 */
export function listRoundClaims(steps: readonly Step[], project: Project): RoundClaims[] {
  return listRounds(project).flatMap((then, index) => {
    const report = findComparedReport(project, index + 1);
    return report ? [compareClaims(steps, then, report)] : [];
  });
}

/** Finds the claims of the round that a project is in; undefined while they are sealed. */
export function findRoundClaims(steps: readonly Step[], project: Project): RoundClaims | undefined {
  const report = findComparedReport(project, project.rounds.length + 1);
  return report && compareClaims(steps, project, report);
}

/**
 * Finds the report of a round that the verdicts stand against: the one that was sealed until they
 * were in, else the last one. One that came later takes nothing back.
 */
function findComparedReport({ reports = [] }: Project, wanted: number): AgentReport | undefined {
  const opened = reports.filter(({ round, opened }) => round === wanted && opened);
  const isBlind = ({ opened }: AgentReport) => Object.keys(opened?.verdicts ?? {}).length > 0;
  return opened.findLast(isBlind) ?? opened.at(-1);
}

function compareClaims(steps: readonly Step[], project: Project, report: AgentReport): RoundClaims {
  const claimed = findClaimedQuestion(steps);
  const said = new Map(readSealedReport(report).checks.map((check) => [check.id, check]));
  const reference = claimed && `${claimed.step.id}.${claimed.question.id}`;
  const given = reference === undefined ? undefined : findAnswer(project, reference);
  const { early = false, verdicts = {} } = report.opened ?? {};
  const checks = entriesOf(findAnswer(project, claimed?.question.each ?? "")).map(
    ({ id, text }, index): JudgedClaim => {
      const { claim, basis, text: reported } = said.get(id) ?? {};
      const now = findEntryAnswer(given, id);
      const found = Object.hasOwn(verdicts, id) ? verdicts[id] : undefined;
      const isChanged = found !== undefined && now !== undefined && now.text !== found;
      return {
        ...{ number: index + 1, id, text, claim, basis, found, verdict: now?.text },
        uncounted:
          found === undefined ? explainUncounted(early, reported === text, now) : undefined,
        changedTo: isChanged ? now.text : undefined,
        isOverclaim: claim === "met" && found === "not-met",
      };
    },
  );
  return { round: report.round, agent: report.agent, wasSeen: early, checks };
}

function explainUncounted(
  wasSeen: boolean,
  isSameText: boolean,
  verdict: { fromRound?: unknown } | undefined,
): Uncounted {
  if (wasSeen) return "seen";
  if (!isSameText) return "changed";
  return verdict?.fromRound === undefined ? "late" : "kept";
}

/** Returns true for a claim of success that a verdict confirms or refutes. */
export function isComparedClaim({ claim, found }: JudgedClaim): boolean {
  return claim === "met" && found !== undefined && COMPARABLE.has(found);
}
