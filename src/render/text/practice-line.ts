import type { DrillScore, FullScore, PracticeSummary } from "../../domain/insights/practice.ts";
import { countOf } from "../../domain/text/words.ts";

/**
 * Says in one line what all drills add up to: "Practice: 9 drills, caught 14 of 21 planted defects,
 * ...". Returns undefined before the first one.
 */
export function describePractice(summary: PracticeSummary): string | undefined {
  if (summary.drills === 0) return undefined;
  return `Practice: ${countOf(summary.drills, "drill")}, ${describeDrillScore(summary)}.`;
}

/** Says what all drills add up to, and how right the person is when they are sure. */
export function describePracticeFully(summary: PracticeSummary): string[] {
  return [describePractice(summary), describeSureness(summary)].flatMap((line) => line ?? []);
}

/** Says how many of the defects that no check covers were named; nothing if there were none. */
export function describeExtras({ extras }: Pick<PracticeSummary, "extras">): string[] {
  const { planted, named } = extras;
  if (planted === 0) return [];
  return [`You named ${named} of ${countOf(planted, "defect")} beyond the checks.`];
}

/** Says how many checks the person couldn't tell; nothing if there were none. */
export function describeCannotTell({ cannotTell }: Pick<PracticeSummary, "cannotTell">): string[] {
  return cannotTell === 0 ? [] : [`You couldn't tell about ${countOf(cannotTell, "check")}.`];
}

/** Lists how verdicts compare with the truth, a line each, to be read one by one. */
export function listDrillScore(
  score: FullScore,
  { asksExtras }: { asksExtras: boolean },
): string[] {
  const { planted, caught, sound, doubted, falseClaims, trusted, cannotTell, extras } = score;
  const counts: [string, number, number][] = [
    ["Planted defects you caught", caught, planted],
    ["Sound checks you doubted", doubted, sound],
    ["False claims you trusted", trusted, falseClaims],
    ["Defects beyond the checks you named", extras.named, asksExtras ? 0 : extras.planted],
  ];
  return [
    ...counts.flatMap(([name, count, all]) => (all > 0 ? [`${name}: ${count} of ${all}`] : [])),
    ...(cannotTell > 0 ? [`Checks you couldn't tell: ${cannotTell}`] : []),
    ...[describeSureness(score) ?? []].flat(),
  ];
}

/** Says how verdicts compare with the truth: "caught 1 of 2 planted defects, ...". */
function describeDrillScore(score: DrillScore): string {
  const { planted, caught, sound, doubted, falseClaims, trusted } = score;
  return [
    `caught ${caught} of ${countOf(planted, "planted defect")}`,
    `doubted ${doubted} of ${countOf(sound, "sound check")}`,
    `trusted ${trusted} of ${countOf(falseClaims, "false claim")}`,
  ].join(", ");
}

/**
 * Says how right a person is when they are sure: "Of the 12 verdicts you were sure of, 9 were
 * right." Returns undefined if they never were.
 */
export function describeSureness({ sure }: Pick<PracticeSummary, "sure">): string | undefined {
  const { judged, right } = sure;
  if (judged === 0) return undefined;
  if (judged === 1)
    return `The one verdict you were sure of was ${right === 1 ? "right" : "wrong"}.`;
  const were = right === 1 ? "was" : "were";
  return `Of the ${judged} verdicts you were sure of, ${right} ${were} right.`;
}
