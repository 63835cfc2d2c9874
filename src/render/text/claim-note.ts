import { findStepClaims } from "../../domain/insights/claims.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Entry, Project } from "../../domain/project/project.ts";
import { describeClaim } from "./claims.ts";
import { listEntry } from "./markdown.ts";

/**
 * Creates what renders the agent's claim about a check below its verdict, for a step of a project;
 * nothing while that is sealed.
 */
export function createClaimNotes(
  { steps, project }: { steps: readonly Step[]; project: Project },
  stepId: string,
): (entry: Entry) => string[] {
  const claims = findStepClaims(steps, project, stepId);
  return (entry) => {
    const said = claims?.checks.find(({ id }) => id === entry.id);
    return said ? [listEntry(`The agent said: ${describeClaim(said)}`, { depth: 1 })] : [];
  };
}
