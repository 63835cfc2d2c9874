import { listFirstTries } from "../insights/practice.ts";
import type { Drill } from "../library/drill.ts";
import { isStopped, listAttempts, type Practice } from "./attempt.ts";

/** Chooses the drill that was started last, else the first one that wasn't tried. */
export function chooseDrill(
  drills: readonly Drill[],
  practice: Practice | undefined,
): Drill | undefined {
  const open = listAttempts(practice).findLast(
    ({ attempt }) => isStopped(attempt) && drills.some(({ id }) => id === attempt.drill),
  );
  const tried = listFirstTries(practice).map(({ attempt }) => attempt.drill);
  return (
    drills.find(({ id }) => id === open?.attempt.drill) ??
    drills.find(({ id }) => !tried.includes(id))
  );
}
