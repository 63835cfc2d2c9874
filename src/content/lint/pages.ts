import { indexById } from "../../domain/library/derived.ts";
import type { Library } from "../../domain/library/library.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { checkName, createKindCheck } from "./check.ts";
import { checkQuestionReference, createOrderProblem, sliceFields } from "./references.ts";

/** The placeholders without a group. */
const plainPlaceholders = ["prediction", "score", "changes", "changed", "round", "instructions"];

/** Checks that every placeholder of a page refers to something that exists by then. */
export const checkPages = createKindCheck("steps", (step, library, { bodyLine }) =>
  step.body.split("\n").flatMap((text, index) =>
    [...text.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([whole, name = ""]) =>
      [
        ...checkPlaceholder(whole, name.trim(), step, library),
        ...checkQuoting(whole, name.trim(), text, step),
      ].map((problem) => ({
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
  const [group = "", field, question] = name.split(".");
  const isSide = /\.(?:yes|no)$/.test(name) && findQuestion(steps, name)?.picks !== undefined;
  if (!isSide && !/^(last\.)?[a-z0-9-]+(\.[A-Za-z0-9-]+)?$/.test(name)) {
    const fix = "write {{step.question}}, or a placeholder from content/README.md";
    return [{ path: [], message: `${whole} is not a valid placeholder`, fix }];
  }
  // The round before finished every step, so a page can show its later answers.
  if (group === "last") return checkQuestionReference([], `${field}.${question ?? ""}`, steps);
  if (field === undefined) return checkName([], "placeholder", group, plainPlaceholders);
  if (group === "slice") return checkName([], "field of the slice", field, sliceFields);
  if (group === "project") return checkName([], "field of the project", field, ["title", "folder"]);
  return checkAnswerPlaceholder(group, field, step, steps);
}

/**
 * Checks that answers stand on lines of their own where they are quoted: a page for an agent. The
 * title is always one line.
 */
function checkQuoting(whole: string, name: string, text: string, { writes }: Step): FieldProblem[] {
  const isAnswer = name.includes(".") && !/^(project|slice)\./.test(name);
  if (!writes || !isAnswer || text.trim() === whole) return [];
  const message = `${whole} is quoted in this page, so it needs a line of its own`;
  return [{ path: [], message, fix: "put it on its own line, with an empty line before it" }];
}

function checkAnswerPlaceholder(
  stepId: string,
  field: string,
  step: Step,
  steps: readonly Step[],
): FieldProblem[] {
  const named = indexById(steps).get(stepId);
  const missing =
    named && ["each", "last", "sum", "failed"].includes(field)
      ? []
      : checkQuestionReference([], `${stepId}.${field}`, steps);
  if (missing.length > 0 || !named) return missing;
  // The previous round finished every step, so a page can show its later answers. What became of a
  // bet, and the decision, belong on earlier pages too: they can be printed again once it is known.
  const { scores, choices = [] } = findQuestion(steps, `${stepId}.${field}`) ?? {};
  const isDecision = choices.length > 0 && named.order >= (steps.at(-1)?.order ?? 0);
  const isOutcome = scores !== undefined || isDecision;
  return field !== "last" && !isOutcome && named.order > step.order
    ? [createOrderProblem([], named.id, step.id)]
    : [];
}
