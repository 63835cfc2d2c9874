import type { Attempt } from "../../domain/practice/attempt.ts";
import type { DrillSession } from "../../domain/practice/drill-session.ts";
import { saveAttempt } from "../../domain/progress/progress.ts";
import type { Store } from "../../store/contract.ts";
import { endedElsewhereError } from "./drill.ts";

/**
 * Saves a change to a try as it is saved by then, and returns the session after it. Throws if
 * another window finished or removed the try: what was judged without the truth stays.
 */
export async function saveSession(
  store: Store,
  session: DrillSession,
  change: (session: DrillSession) => DrillSession,
): Promise<DrillSession> {
  let after = session;
  await store.update((saved) => {
    const attempt: Attempt | undefined = saved.practice?.[session.uid];
    const isEnded = attempt?.finishedAt !== undefined && !session.isFinished;
    if (!attempt || isEnded) throw endedElsewhereError(session.drill.id);
    after = change(session.reopen(attempt));
    return saveAttempt(saved, after.uid, after.attempt);
  });
  return after;
}
