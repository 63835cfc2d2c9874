import type { Grant, Project } from "./project.ts";

/**
 * How much of a budget is used. The person says how many minutes a pass took; nothing is measured.
 */
export interface Budget {
  minutes: { used: number; limit: number };
  passes: { used: number; limit: number };
  /** At or over one of the two limits, extensions counted. */
  reached: boolean;
  /**
   * The next pass is refused: the limit is reached, and nothing was cut or extended since the last
   * pass.
   */
  stopped: boolean;
}

/** What {@link LOG_COMMAND} says in place of the person's own words. */
export const PASS_WORDS = "what happened";

/** The command that logs a pass, to be filled in. */
export const LOG_COMMAND = `builder-pm log "${PASS_WORDS}" --minutes 30`;

/** Adds up the passes of a project against its budget. */
export function countBudget({ budget, passes, grants }: Project): Budget {
  const extensions = grants.filter(({ kind }) => kind === "extension");
  const minutes = {
    used: sum(passes.map((pass) => pass.minutes)),
    limit: budget.minutes + sum(extensions.map((extension) => extension.minutes)),
  };
  const count = { used: passes.length, limit: budget.passes + grants.length };
  const reached = minutes.used >= minutes.limit || count.used >= count.limit;
  const granted = grants.some(({ after }) => after === passes.length);
  return { minutes, passes: count, reached, stopped: reached && !granted };
}

/** Returns true if the project never went over its first budget and was never extended. */
export function stayedWithinBudget({ budget, passes, grants }: Project): boolean {
  const used = sum(passes.map((pass) => pass.minutes));
  const extended = grants.some(({ kind }) => kind === "extension");
  return used <= budget.minutes && passes.length <= budget.passes && !extended;
}

/** Returns the project with one more pass. */
export function logPass(
  project: Project,
  what: string,
  minutes: number,
  now: Date,
  { isAgent = false } = {},
): Project {
  const via = isAgent ? { via: "agent" as const } : {};
  const pass = { what, minutes, at: now.toISOString(), ...via };
  return { ...project, passes: [...project.passes, pass] };
}

/** Returns the project with one more pass allowed, by an extension with a reason or by a cut. */
export function grantPass(
  project: Project,
  grant: Pick<Grant, "kind" | "minutes" | "because">,
  now: Date,
): Project {
  const { because, ...rest } = grant;
  const saved: Grant = {
    ...rest,
    ...(because ? { because } : {}),
    after: project.passes.length,
    at: now.toISOString(),
  };
  return { ...project, grants: [...project.grants, saved] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
