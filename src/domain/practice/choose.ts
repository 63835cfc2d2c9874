import { listFirstTries } from "../insights/practice.ts";
import type { Drill } from "../library/drill.ts";
import { isStopped, listAttempts, type Practice } from "./attempt.ts";

/**
 * Chooses the drill after one was finished, where several others were started: the first that isn't
 * done, because nobody goes on with all of them at once. Returns undefined where at most one was.
 */
export function chooseAmongStarted(
  drills: readonly Drill[],
  practice: Practice | undefined,
): Drill | undefined {
  const tried = listFirstTries(practice).map(({ attempt }) => attempt.drill);
  const isOpen = ({ id }: Drill) =>
    listAttempts(practice).some(({ attempt }) => attempt.drill === id && isStopped(attempt));
  const open = drills.filter(isOpen);
  return open.length > 1 ? drills.find(({ id }) => !tried.includes(id)) : undefined;
}

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
