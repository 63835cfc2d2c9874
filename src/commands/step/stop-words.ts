import { isAnswered } from "../../domain/project/question-instance.ts";
import { listNumbered } from "../../domain/project/question-place.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { TypedByName } from "../../domain/project/unfinished.ts";
import { capitalize, describeSaved } from "../../domain/text/words.ts";
import { nameStep, type StepWords } from "./command-line.ts";

/** Says that what notes or an agent filled in isn't lost, though it is no answer yet. */
function describeFilled({ questions }: StepSession): string {
  const isFilled = questions.some(
    ({ isOpen, proposed }) => isOpen && (proposed === "notes" || proposed === "agent"),
  );
  return isFilled ? " What was filled in for you is kept." : "";
}

/** Says what is saved when a person stops, and how to go on. */
export function describeStop(
  session: StepSession,
  typed: TypedByName,
  given: StepWords & { isUnchanged: boolean },
): string {
  const { project, step } = session;
  const numbered = listNumbered(project, step);
  const answered = numbered.filter((asking) => isAnswered(project, step, asking)).length;
  const saved =
    typed.size > 0
      ? "Everything is saved, including the answer you were typing."
      : given.redo !== undefined && given.isUnchanged
        ? "Nothing was changed."
        : `${capitalize(describeSaved(answered, numbered.length))}.${describeFilled(session)}`;
  return `Stopped. ${saved} To continue: ${nameStep(session, given)}`;
}
