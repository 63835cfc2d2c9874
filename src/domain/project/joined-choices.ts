import { type Choice, findJoined, type Question, type Step } from "../library/step.ts";
import { lowerFirst } from "../text/words.ts";
import { type AnswerLine, unmarked } from "./answer-line.ts";
import type { QuestionInstance } from "./question-instance.ts";

/** Stands between the two answers of a joined choice: `not-met+spec-gap`. */
const PLUS = "+";

/**
 * Returns a question with the choices of the one that joins it. A choice that the other question
 * is about is there once for each of that question's choices: "Not met: my spec didn't say".
 */
export function mergeChoices(step: Step, question: Question): Question {
  const joined = findJoined(step, question);
  if (!joined) return question;
  const { when, choices: seconds = [] } = joined;
  const choices = (question.choices ?? []).flatMap((choice) =>
    when?.is.includes(choice.value) && seconds.length > 0
      ? seconds.map((second) => mergeChoice(choice, second))
      : [choice],
  );
  return { ...question, choices };
}

function mergeChoice(first: Choice, second: Choice): Choice {
  return {
    value: `${first.value}${PLUS}${second.value}`,
    label: `${first.label}: ${lowerFirst(second.label)}`,
    hint: second.hint,
  };
}

/** Returns the saved answer to a question as the choice that stands for it and the joined one. */
export function mergeLines(
  lines: readonly AnswerLine[],
  joined: readonly AnswerLine[],
): readonly AnswerLine[] {
  const [first] = lines;
  const [second] = joined;
  return first && second ? [{ ...first, text: `${first.text}${PLUS}${second.text}` }] : lines;
}

/** Returns what a joined choice answers: the question itself, and the one that joins it. */
export function splitJoined(
  step: Step,
  instance: QuestionInstance,
  lines: readonly AnswerLine[],
): { instance: QuestionInstance; lines: readonly AnswerLine[] }[] {
  const joined = findJoined(step, instance.question);
  const [first = "", second] = lines[0]?.text.split(PLUS) ?? [];
  if (!joined || second === undefined) return [{ instance, lines }];
  return [
    { instance, lines: unmarked([first]) },
    { instance: { ...instance, question: joined }, lines: unmarked([second]) },
  ];
}
