import { findRoundClaims } from "../../domain/insights/claims.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Entry, Project } from "../../domain/project/project.ts";
import { findClaimedQuestion } from "../../domain/project/report-state.ts";
import { describeClaim } from "./claims.ts";
import { listEntry } from "./markdown.ts";

/** Renders what the agent said about a check below its verdict; nothing while that is sealed. */
export function renderClaimNote(
  { steps, project }: { steps: readonly Step[]; project: Project },
  stepId: string,
  entry: Entry,
): string[] {
  if (findClaimedQuestion(steps)?.step.id !== stepId) return [];
  const said = findRoundClaims(steps, project)?.checks.find(({ id }) => id === entry.id);
  return said ? [listEntry(`The agent said: ${describeClaim(said)}`, { depth: 1 })] : [];
}
