import type { Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { listOutcomes, type Outcome } from "./calibration.ts";
import { listRoundClaims } from "./claims.ts";

/** How many checks were expected to be met, claimed by the agent, and found met. */
export interface ProjectResult extends Outcome {
  project: Project;
  /** Undefined if no report says so, or while it is sealed. */
  claimed: number | undefined;
}

/** Lists the last judged round of each project that has one. */
export function listProjectResults(
  steps: readonly Step[],
  projects: readonly Project[],
): ProjectResult[] {
  return projects.flatMap((project) => {
    const outcome = listOutcomes(steps, project).at(-1);
    if (!outcome) return [];
    const claims = listRoundClaims(steps, project).find(({ round }) => round === outcome.round);
    const claimed = claims?.checks.filter(({ claim }) => claim === "met").length;
    return [{ ...outcome, project, claimed }];
  });
}
