import type { Library } from "../../domain/library/library.ts";
import type { Step } from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { checkKind, checkNames } from "./check.ts";
import { checkOrder, checkQuestionReference, sliceFields } from "./references.ts";

/** The placeholders that stand alone. */
const single = ["prediction", "changes"];

/** Every placeholder of a page is filled with something that exists by then. */
export const checkPages = checkKind("steps", (step, library, { bodyLine }) =>
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
    const fix = "write {{step.question}}, or one that content/README.md lists";
    return [{ path: [], message: `${whole} is no placeholder`, fix }];
  }
  if (field === undefined) return checkNames([], "placeholder", group, single);
  if (group === "slice") return checkNames([], "field of the slice", field, sliceFields);
  if (group === "project") return checkNames([], "field of the project", field, ["title"]);
  return checkAnswer(group, field, step, steps);
}

function checkAnswer(
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
  // The round before has been through every step, so a page may show what a later one said then.
  return field !== "last" && named.order > step.order ? [checkOrder([], named.id, step.id)] : [];
}
