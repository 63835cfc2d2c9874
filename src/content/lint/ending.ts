import type { Library } from "../../domain/library/library.ts";
import type { Step } from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { type Check, createKindCheck } from "./check.ts";

/** Checks that exactly one step ends a project, and that it comes last. */
export function createEndingCheck({ steps }: Library): Check {
  const closingSteps = steps.filter(endsProject);
  const last = steps.at(-1);
  return createKindCheck("steps", (step) => findEndingProblem(step, closingSteps, last));
}

function findEndingProblem(
  step: Step,
  closingSteps: readonly Step[],
  last: Step | undefined,
): FieldProblem[] {
  if (closingSteps.length === 0 && step.id === last?.id) {
    const message = "no choice in the last step ends the project";
    return [
      { path: ["questions"], message, fix: "add closes: done, handed-over or killed to a choice" },
    ];
  }
  const other = closingSteps.find(({ id }) => id !== step.id);
  if (endsProject(step) && other && (other.order < step.order || other.from !== step.from)) {
    const message = `"${other.id}" already ends a project, and only one step can`;
    return [{ path: ["questions"], message, fix: "remove closes from one of the two" }];
  }
  const end = closingSteps.at(-1);
  if (end && step.order > end.order) {
    const message = `must be below ${end.order}, because "${end.id}" ends a project and comes last`;
    return [{ path: ["order"], message, fix: `use a number below ${end.order}` }];
  }
  return [];
}

function endsProject({ questions }: Step): boolean {
  return questions.some(({ choices }) => choices?.some((choice) => choice.closes));
}
