import { type Question, type Step, takesEntries } from "../../domain/library/step.ts";
import { writePattern } from "../../domain/notes/normal-name.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { FieldProblem } from "../schema.ts";
import { checkDuplicates, checkName, createKindCheck } from "./check.ts";

/** Checks that the fields of each question fit its type, and that ids are unique. */
export const checkQuestions = createKindCheck("steps", ({ questions }) => [
  ...checkDuplicates(
    ["questions"],
    "id",
    questions.map(({ id }) => id),
  ),
  ...checkNames(questions),
  ...questions.flatMap((question, index) => checkQuestionFields(question, ["questions", index])),
]);

/** Checks that no heading of notes could mean two questions of a step, or one twice. */
function checkNames(questions: readonly Question[]): FieldProblem[] {
  const claimed = new Map<string, string>();
  return questions.flatMap(({ id, names = [] }, index) =>
    names.flatMap((name, at) => {
      const key = writePattern(name);
      const before = claimed.get(key);
      claimed.set(key, before ?? id);
      if (before === undefined) return [];
      const message = `"${name}" already means the question "${before}"`;
      return [{ path: ["questions", index, "names", at], message, fix: "keep it in one place" }];
    }),
  );
}

function checkQuestionFields(question: Question, path: FieldProblem["path"]): FieldProblem[] {
  return [
    ...checkChoices(question, path),
    ...checkLimits(question, path),
    ...checkPowers(question, path),
  ];
}

function checkChoices(
  { type, choices, default: preset, picks }: Question,
  path: FieldProblem["path"],
): FieldProblem[] {
  if (type === "multi" && picks && !choices) return [];
  const hasChoices = type === "select" || type === "multi";
  if (!hasChoices)
    return choices ? [createTypeProblem([...path, "choices"], ["select", "multi"], type)] : [];
  if (!choices || choices.length === 0) {
    return [
      {
        path: [...path, "type"],
        message: `${type} needs choices`,
        fix: "add choices",
      },
    ];
  }
  const values = choices.map(({ value }) => value);
  return [
    ...checkDuplicates([...path, "choices"], "value", values),
    ...(preset === undefined ? [] : checkName([...path, "default"], "choice", preset, values)),
  ];
}

function checkLimits(question: Question, path: FieldProblem["path"]): FieldProblem[] {
  const { type, min, max } = question;
  if (type !== "list" && type !== "number") {
    return (["min", "max"] as const).flatMap((field) =>
      question[field] === undefined
        ? []
        : [createTypeProblem([...path, field], ["list", "number"], type)],
    );
  }
  if (min === undefined || max === undefined || min <= max) return [];
  return [
    {
      path: [...path, "max"],
      message: `${max} is less than min (${min})`,
      fix: "change one of the two",
    },
  ];
}

/** Checks the powers that only some types can have. */
function checkPowers(question: Question, path: FieldProblem["path"]): FieldProblem[] {
  const { type, each, verdicts, cuts, drafts, lint, picks, joins, choose } = question;
  const { ifEmpty, scores, stops, names, says, signs, words, files, report, pictures } = question;
  const rules: [field: string, isSet: boolean, types: Question["type"][]][] = [
    ["verdicts", verdicts === true, ["select"]],
    ["report", report === true, ["select"]],
    ["pictures", pictures === true, ["text"]],
    ["cuts", cuts === true, ["list"]],
    ["drafts", drafts !== undefined, ["list"]],
    ["names", names !== undefined, ["text", "list"]],
    ["says", says !== undefined, ["text", "list"]],
    ["words", words !== undefined, ["text", "list"]],
    ["files", files !== undefined, ["text", "list"]],
    ["person", question.person !== undefined, ["text"]],
    ["future", question.future === true, ["date"]],
    ["within", question.within !== undefined, ["date"]],
    ["signs", signs !== undefined, ["text"]],
    ["lint", lint !== undefined, ["text", "list"]],
    ["picks", picks !== undefined, ["multi"]],
    ["joins", joins === true, ["select"]],
    ["choose", choose === true, ["list"]],
    ["scores", scores !== undefined, ["text"]],
    ["stops", stops === true, ["text"]],
    ["ifEmpty", ifEmpty !== undefined, ["text", "list", "multi"]],
  ];
  const misused = rules.filter(([, isSet, types]) => isSet && !types.includes(type));
  return [
    ...misused.map(([field, , types]) => createTypeProblem([...path, field], types, type)),
    ...(verdicts && !each
      ? [
          {
            path: [...path, "verdicts"],
            message: "needs each, because a verdict is about one line of a list",
            fix: "add each",
          },
        ]
      : []),
    ...checkEmpty(question, path),
    ...(pictures && !each
      ? [
          {
            path: [...path, "pictures"],
            message: "needs each, because a picture belongs to one line of a list",
            fix: "add each",
          },
        ]
      : []),
    ...(each && takesEntries(question)
      ? [
          {
            path: [...path, "each"],
            message: `needs a type with one answer per line, not ${type}`,
            fix: "use text",
          },
        ]
      : []),
  ];
}

function checkEmpty(
  { confirmEmpty, ifEmpty }: Question,
  path: FieldProblem["path"],
): FieldProblem[] {
  if (!confirmEmpty || ifEmpty === undefined) return [];
  const message = "doesn't go with confirmEmpty, which asks whether nothing was meant";
  return [{ path: [...path, "ifEmpty"], message, fix: "remove one of the two" }];
}

function createTypeProblem(
  path: FieldProblem["path"],
  types: readonly Step["questions"][number]["type"][],
  type: string,
) {
  return {
    path,
    message: `needs the type ${joinWords(types, "or")}, not ${type}`,
    fix: "remove it or change the type",
  };
}
