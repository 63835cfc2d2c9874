import type { Step } from "../../domain/library/step.ts";
import { checkKind } from "./check.ts";

/** Exactly one step ends a project, and it is the last. */
export const checkEnding = checkKind("steps", (step, { steps }) => {
  const closing = steps.filter(closes);
  const last = steps.at(-1);
  if (closing.length === 0 && step.id === last?.id) {
    const message = "no choice of the last step ends the project";
    return [
      { path: ["questions"], message, fix: "give one choice closes: done, handed-over or killed" },
    ];
  }
  const other = closing.find(({ id }) => id !== step.id);
  if (closes(step) && other && (other.order < step.order || other.from !== step.from)) {
    const message = `"${other.id}" ends a project already, and one step may`;
    return [{ path: ["questions"], message, fix: "take closes out of one of the two" }];
  }
  const end = closing.at(-1);
  if (end && step.order > end.order) {
    const message = `must be below ${end.order}: "${end.id}" ends a project, so it comes last`;
    return [{ path: ["order"], message, fix: `choose one below ${end.order}` }];
  }
  return [];
});

function closes({ questions }: Step): boolean {
  return questions.some(({ choices }) => choices?.some((choice) => choice.closes));
}
