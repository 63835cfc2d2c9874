import { type Question, type Step, takesEntries } from "../../domain/library/step.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { FieldProblem } from "../schema.ts";
import { checkDuplicates, checkKind, checkNames } from "./check.ts";

/** The parts of each question fit its type, and nothing stands there twice. */
export const checkQuestions = checkKind("steps", ({ questions }) => [
  ...checkDuplicates(
    ["questions"],
    "id",
    questions.map(({ id }) => id),
  ),
  ...questions.flatMap((question, index) => checkQuestion(question, ["questions", index])),
]);

function checkQuestion(question: Question, path: FieldProblem["path"]): FieldProblem[] {
  return [
    ...checkChoices(question, path),
    ...checkLimits(question, path),
    ...checkPowers(question, path),
  ];
}

function checkChoices(
  { type, choices, default: preset }: Question,
  path: FieldProblem["path"],
): FieldProblem[] {
  const chooses = type === "select" || type === "multi";
  if (!chooses) return choices ? [misplaced([...path, "choices"], ["select", "multi"], type)] : [];
  if (!choices || choices.length === 0) {
    return [
      {
        path: [...path, "type"],
        message: `is ${type}, and there are no choices`,
        fix: "add choices",
      },
    ];
  }
  const values = choices.map(({ value }) => value);
  return [
    ...checkDuplicates([...path, "choices"], "value", values),
    ...(preset === undefined ? [] : checkNames([...path, "default"], "choice", preset, values)),
  ];
}

function checkLimits(question: Question, path: FieldProblem["path"]): FieldProblem[] {
  const { type, min, max } = question;
  if (type !== "list" && type !== "number") {
    return (["min", "max"] as const).flatMap((field) =>
      question[field] === undefined ? [] : [misplaced([...path, field], ["list", "number"], type)],
    );
  }
  if (min === undefined || max === undefined || min <= max) return [];
  return [
    {
      path: [...path, "max"],
      message: `${max} is less than min, which is ${min}`,
      fix: "change one of the two",
    },
  ];
}

/** The powers that make sense with some types only. */
function checkPowers(question: Question, path: FieldProblem["path"]): FieldProblem[] {
  const { type, each, verdicts, cuts, drafts, lint } = question;
  const rules: [field: string, isThere: boolean, types: Question["type"][]][] = [
    ["verdicts", verdicts === true, ["select"]],
    ["cuts", cuts === true, ["list"]],
    ["drafts", drafts !== undefined, ["list"]],
    ["lint", lint !== undefined, ["text", "list"]],
  ];
  const misused = rules.filter(([, isThere, types]) => isThere && !types.includes(type));
  return [
    ...misused.map(([field, , types]) => misplaced([...path, field], types, type)),
    ...(verdicts && !each
      ? [
          {
            path: [...path, "verdicts"],
            message: "needs each: a verdict is about one line of a list",
            fix: "add each",
          },
        ]
      : []),
    ...(each && takesEntries(question)
      ? [
          {
            path: [...path, "each"],
            message: `goes with one answer for each line, and the type is ${type}`,
            fix: "use text",
          },
        ]
      : []),
  ];
}

function misplaced(
  path: FieldProblem["path"],
  types: readonly Step["questions"][number]["type"][],
  type: string,
) {
  return {
    path,
    message: `goes with ${joinWords(types, "or")}, and the type is ${type}`,
    fix: "take it out, or change the type",
  };
}
