import { findStepClaims } from "../../domain/insights/claims.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Entry, Project } from "../../domain/project/project.ts";
import { describeClaim } from "../text/claims.ts";

/**
 * Creates what says the agent's claim about a check of a step; undefined while that is sealed, or
 * if there is none.
 */
export function createClaimNotes(
  { steps, project }: { steps: readonly Step[]; project: Project },
  stepId: string,
): (entry: Entry) => string | undefined {
  const claims = findStepClaims(steps, project, stepId);
  return (entry) => {
    const said = claims?.checks.find(({ id }) => id === entry.id);
    return said && describeClaim(said);
  };
}
