import type { Step } from "../library/step.ts";
import { picturesOf } from "./pictures.ts";
import { type Entry, entriesOf, findAnswer, findEntryAnswer, type Project } from "./project.ts";

/** Returns true if nothing was noted about a check that a step judges: no words and no picture. */
export function isUnseen(project: Project, step: Step, { id }: Pick<Entry, "id">): boolean {
  const judging = step.questions.find(({ verdicts }) => verdicts);
  const notes = step.questions.filter(
    ({ each, type, confirmEmpty }) => each === judging?.each && type === "text" && confirmEmpty,
  );
  return notes.some((question) => {
    const reference = `${step.id}.${question.id}`;
    const isEmpty = findEntryAnswer(findAnswer(project, reference), id)?.text === "";
    return isEmpty && picturesOf(project, reference, id).length === 0;
  });
}

/** Returns true if a step found a check met about which nothing was noted. */
export function hasUnseenSuccess(steps: readonly Step[], project: Project, step: Step): boolean {
  const predicts = steps.find((other) => other.predicts?.step === step.id)?.predicts;
  const judging = step.questions.find(({ verdicts }) => verdicts);
  if (!predicts || !judging) return false;
  const verdicts = findAnswer(project, `${step.id}.${judging.id}`);
  return entriesOf(findAnswer(project, judging.each ?? "")).some(
    (entry) =>
      findEntryAnswer(verdicts, entry.id)?.text === predicts.is && isUnseen(project, step, entry),
  );
}
