import type { SavedAnswer } from "../../src/domain/progress/progress.ts";
import type { ScriptedAnswer } from "./prompter.ts";
import { answered, progressOf, runOf } from "./samples.ts";

function realityCheckOf(answers: Record<string, SavedAnswer>, { open }: { open: boolean }) {
  return progressOf({ ...runOf("a", answers, { open }), checklist: "reality-check" });
}

/** Progress with a reality check in which one item is answered. */
export const started = realityCheckOf({ problem: answered("yes") }, { open: true });

/** Progress with a reality check in which two items are answered. */
export const halfWay = realityCheckOf(
  { problem: answered("yes"), spec: answered("not-yet") },
  { open: true },
);

/** The items of the reality check, in order. */
export const itemIds = ["problem", "slice", "spec", "review", "engineer"];

/** Progress with a finished reality check: each item is partly true and has evidence. */
export const finished = realityCheckOf(
  Object.fromEntries(itemIds.map((id) => [id, answered("partly", { evidence: `${id} words` })])),
  { open: false },
);

/** Answers an item with "not yet". */
export const notYet: ScriptedAnswer = { choose: "not-yet" };
