import type { Library } from "../../domain/library/library.ts";
import type { Step } from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { checkName, createKindCheck } from "./check.ts";
import { checkQuestionReference, createOrderProblem, sliceFields } from "./references.ts";

/** The placeholders without a group. */
const plainPlaceholders = ["prediction", "changes"];

/** Checks that every placeholder of a page refers to something that exists by then. */
export const checkPages = createKindCheck("steps", (step, library, { bodyLine }) =>
  step.body.split("\n").flatMap((text, index) =>
    [...text.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([whole, name = ""]) =>
      checkPlaceholder(whole, name.trim(), step, library).map((problem) => ({
        ...problem,
        line: bodyLine + index,
      })),
    ),
  ),
);

function checkPlaceholder(
  whole: string,
  name: string,
  step: Step,
  { steps }: Library,
): FieldProblem[] {
  const [group = "", field, ...more] = name.split(".");
  if (more.length > 0 || !/^[a-z0-9-]+(\.[A-Za-z0-9-]+)?$/.test(name)) {
    const fix = "write {{step.question}}, or a placeholder from content/README.md";
    return [{ path: [], message: `${whole} is not a valid placeholder`, fix }];
  }
  if (field === undefined) return checkName([], "placeholder", group, plainPlaceholders);
  if (group === "slice") return checkName([], "field of the slice", field, sliceFields);
  if (group === "project") return checkName([], "field of the project", field, ["title"]);
  return checkAnswerPlaceholder(group, field, step, steps);
}

function checkAnswerPlaceholder(
  stepId: string,
  field: string,
  step: Step,
  steps: readonly Step[],
): FieldProblem[] {
  const named = steps.find(({ id }) => id === stepId);
  const missing =
    named && ["each", "last"].includes(field)
      ? []
      : checkQuestionReference([], `${stepId}.${field}`, steps);
  if (missing.length > 0 || !named) return missing;
  // The previous round finished every step, so a page can show its later answers.
  return field !== "last" && named.order > step.order
    ? [createOrderProblem([], named.id, step.id)]
    : [];
}
