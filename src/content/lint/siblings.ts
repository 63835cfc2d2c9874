import { choicesOf, type Question, type Step } from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { checkName } from "./check.ts";

type Path = FieldProblem["path"];

/** Checks the fields that name another question of the same step. */
export function checkSiblings(
  { questions }: Step,
  { askUnless, explains, same, joins, when, each }: Question,
  path: Path,
): FieldProblem[] {
  const ids = questions.map(({ id }) => id);
  const condition = typeof same === "object" ? same : undefined;
  const judged = questions.find(({ id }) => id === (joins ? when?.question : condition?.question));
  return [
    ...(askUnless
      ? checkName([...path, "askUnless"], "question of this step", askUnless.evidenceIn, ids)
      : []),
    ...(explains ? checkName([...path, "explains"], "question of this step", explains, ids) : []),
    ...(condition
      ? checkName([...path, "same"], "question of this step", condition.question, ids)
      : []),
    ...(condition && judged ? checkAnswers([...path, "same"], condition.is, judged) : []),
    ...(joins && (judged?.type !== "select" || judged.each !== each)
      ? [
          {
            path: [...path, "joins"],
            message: "needs a when with a question that is asked at the same time",
            fix: "name a question of type select, with the same each",
          },
        ]
      : []),
  ];
}

/** Checks that the condition of a question names an earlier one of the same step. */
export function checkWhen(
  { questions }: Step,
  { when, each }: Question,
  index: number,
): FieldProblem[] {
  if (!when) return [];
  const path: Path = ["questions", index, "when"];
  const before = questions.slice(0, index);
  const missing = checkName(
    [...path, "question"],
    "earlier question of this step",
    when.question,
    before.map(({ id }) => id),
  );
  const named = before.find(({ id }) => id === when.question);
  if (!named) return missing;
  if (named.each && named.each !== each) {
    const message = `"${when.question}" is asked for each line of a list, but this question isn't`;
    return [{ path: [...path, "question"], message, fix: `add each: ${named.each}` }];
  }
  return checkAnswers(path, when.is, named);
}

/** Checks that the answers in a condition are choices of its question. */
export function checkAnswers(
  path: Path,
  is: readonly string[],
  question: Question | undefined,
): FieldProblem[] {
  if (!question) return [];
  const values = question.picks ? ["yes", "no"] : choicesOf(question).map(({ value }) => value);
  if (is.length === 0) {
    const fix = values.length > 0 ? `add is: [${values[0]}]` : "name a question with choices";
    return [{ path, message: "names no answer in is, so that it never applies", fix }];
  }
  return is.flatMap((value, index) =>
    checkName(
      is.length > 1 ? [...path, "is", index] : [...path, "is"],
      `answer to "${question.id}"`,
      value,
      values,
    ),
  );
}
