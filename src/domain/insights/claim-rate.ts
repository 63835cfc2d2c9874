import type { Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { type CheckKind, findCheckKind } from "./check-kind.ts";
import { isComparedClaim, listRoundClaims } from "./claims.ts";

/** How many claims of success were counted, and how many of them were found not met. */
export interface ClaimCount {
  counted: number;
  overclaimed: number;
}

/** The claims of all projects. `rate` is undefined while there are too few to say anything. */
export interface ClaimRate extends ClaimCount {
  rate: number | undefined;
  /** By the name of the agent; those that gave none are left out. */
  agents: (ClaimCount & { agent: string })[];
  kinds: (ClaimCount & { kind: CheckKind })[];
}

const ENOUGH_PROJECTS = 3;
const ENOUGH_CLAIMS = 10;

/**
 * Counts how often agents claimed that a check is met and a person found that it isn't, over
 * projects.
 */
export function rateClaims(steps: readonly Step[], projects: readonly Project[]): ClaimRate {
  const claims = projects.flatMap((project) =>
    listRoundClaims(steps, project).flatMap(({ checks }) =>
      checks.filter(isComparedClaim).map((check) => ({
        ...{ project: project.uid, agent: check.agent, kind: findCheckKind(check.text) },
        isOverclaim: check.isOverclaim,
      })),
    ),
  );
  const total = count(claims);
  const isEnough =
    new Set(claims.map(({ project }) => project)).size >= ENOUGH_PROJECTS ||
    claims.length >= ENOUGH_CLAIMS;
  return {
    ...total,
    rate: isEnough ? total.overclaimed / total.counted : undefined,
    agents: countBy(claims, ({ agent }) => agent).map(([agent, sum]) => ({ agent, ...sum })),
    kinds: countBy(claims, ({ kind }) => kind).map(([kind, sum]) => ({ kind, ...sum })),
  };
}

function count(claims: readonly { isOverclaim: boolean }[]): ClaimCount {
  const overclaimed = claims.filter(({ isOverclaim }) => isOverclaim).length;
  return { counted: claims.length, overclaimed };
}

/** Counts claims by a name, the most frequent name first. */
function countBy<T extends { isOverclaim: boolean }, N extends string>(
  claims: readonly T[],
  nameOf: (claim: T) => N | undefined,
): (readonly [N, ClaimCount])[] {
  const names = new Set(claims.flatMap((claim) => nameOf(claim) ?? []));
  return [...names]
    .map((name) => [name, count(claims.filter((claim) => nameOf(claim) === name))] as const)
    .toSorted(([, one], [, other]) => other.counted - one.counted);
}
