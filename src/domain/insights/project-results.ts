import type { Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { listOutcomes, type Outcome } from "./calibration.ts";
import { isComparedClaim, listRoundClaims } from "./claims.ts";

/** How many checks were expected to be met, claimed by the agent, and found met. */
export interface ProjectResult extends Outcome {
  project: Project;
  /** Undefined if no report says so, or while it is sealed. */
  claimed: number | undefined;
  /** The numbers of the checks that the agent claimed met and the review found not met. */
  overclaimed: number[];
}

/** Lists the judged rounds of each project, the oldest first. */
export function listProjectResults(
  steps: readonly Step[],
  projects: readonly Project[],
): ProjectResult[] {
  return projects.flatMap((project) => {
    const said = listRoundClaims(steps, project);
    return listOutcomes(steps, project).map((outcome) => {
      const { checks } = said.find(({ round }) => round === outcome.round) ?? {};
      const over = checks?.filter((check) => isComparedClaim(check) && check.isOverclaim) ?? [];
      return {
        ...outcome,
        project,
        claimed: checks?.filter(({ claim }) => claim === "met").length,
        overclaimed: over.map(({ number }) => number),
      };
    });
  });
}

/** Lists the judged rounds of a project before the one it ended with, or is in. */
export function listEarlierResults(steps: readonly Step[], project: Project): ProjectResult[] {
  if (project.rounds.length === 0) return [];
  return listProjectResults(steps, [project]).filter(({ round }) => round <= project.rounds.length);
}
