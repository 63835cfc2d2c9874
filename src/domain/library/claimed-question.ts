import { deriveOnce } from "./derived.ts";
import type { Question, Step } from "./step.ts";

/** The question whose answers a report makes claims about, and its step. */
interface ClaimedQuestion {
  step: Step;
  question: Question;
}

/** Finds the question that reports make claims about. */
export const findClaimedQuestion = deriveOnce(
  (steps: readonly Step[]): ClaimedQuestion | undefined => {
    for (const step of steps) {
      const question = step.questions.find(
        ({ report, verdicts, each }) => report && verdicts && each,
      );
      if (question) return { step, question };
    }
    return undefined;
  },
);
