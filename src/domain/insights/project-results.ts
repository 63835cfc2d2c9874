import type { Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { listOutcomes, type Outcome } from "./calibration.ts";
import { isComparedClaim, type JudgedClaim, listRoundClaims } from "./claims.ts";

/** How many checks were expected to be met, claimed by the agent, and found met. */
export interface ProjectResult extends Outcome {
  project: Project;
  /** Undefined if no report says anything clear, or while it is sealed. */
  claimed: number | undefined;
  /** How many checks it says nothing clear about, if it does about others. */
  unclear: number;
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
        ...countClaims(checks ?? []),
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

/** Counts what was claimed met; what nothing clear was said about isn't a claim. */
function countClaims(checks: readonly JudgedClaim[]): Pick<ProjectResult, "claimed" | "unclear"> {
  const told = checks.filter(({ claim }) => claim !== undefined);
  if (told.length === 0) return { claimed: undefined, unclear: 0 };
  const claimed = told.filter(({ claim }) => claim === "met").length;
  return { claimed, unclear: checks.length - told.length };
}
