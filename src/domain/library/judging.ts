import type { Choice, Question, Step } from "./step.ts";

/** Finds the question that asks for a prediction: the first number of a step that predicts. */
export function findPrediction({ predicts, questions }: Step): Question | undefined {
  return predicts && questions.find(({ type }) => type === "number");
}

/** Returns true for a question whose answer is a verdict, a prediction or a decision. */
export function isJudging(step: Step, { id, verdicts, choices = [] }: Question): boolean {
  return verdicts === true || findPrediction(step)?.id === id || choices.some(decides);
}

function decides({ closes, reopens }: Choice): boolean {
  return closes !== undefined || reopens === true;
}

/** What a pack may say in its own words in a question that judges. All else has a meaning. */
export const ownWords: readonly (keyof Question)[] = ["ask", "label", "help", "example"];

/**
 * Keeps how things are judged when a pack replaces a step: what comes before, what is locked and
 * predicted, and the questions that judge. The pack may word and move these, and add choices. No
 * other step or question of a pack judges, locks or ends anything.
 */
export function keepJudging(step: Step, below: Step | undefined): Step {
  if (step.from === undefined || !(below ?? claimsJudging(step))) return step;
  const judging = below?.questions.filter((question) => isJudging(below, question)) ?? [];
  return dropUndefined({
    ...step,
    needs: below?.needs && judging.length > 0 ? joinIds(below.needs, step.needs) : step.needs,
    locks: below?.locks && joinIds(below.locks, step.locks),
    predicts: below?.predicts,
    questions: joinQuestions(judging, step.questions, below && findPrediction(below)),
  });
}

/** Returns an object with only the fields that are set, as a file would give it. */
export function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

function claimsJudging(step: Step): boolean {
  return Boolean(step.locks) || step.questions.some((question) => isJudging(step, question));
}

function joinIds(kept: readonly string[], added: readonly string[] = []): string[] {
  return [...new Set([...kept, ...added])];
}

/** What was left out comes first, and so does the prediction, which is the first number. */
function joinQuestions(
  judging: readonly Question[],
  own: readonly Question[],
  prediction: Question | undefined,
): Question[] {
  const questions = own
    .filter(({ id }, index) => own.findIndex((question) => question.id === id) === index)
    .map((question) => {
      const kept = judging.find(({ id }) => id === question.id);
      return kept ? wordAgain(kept, question) : withoutJudging(question);
    });
  const isMissing = ({ id }: Question) => questions.every((question) => question.id !== id);
  const isPrediction = ({ id }: Question) => id === prediction?.id;
  return [
    ...judging.filter(isMissing),
    ...questions.filter(isPrediction),
    ...questions.filter((question) => !isPrediction(question)),
  ];
}

function wordAgain(kept: Question, own: Question): Question {
  const worded = ownWords.flatMap((field) => (own[field] ? [[field, own[field]]] : []));
  const choices = kept.choices ? { choices: wordChoices(kept.choices, own.choices ?? []) } : {};
  return { ...kept, ...Object.fromEntries(worded), ...choices };
}

/** Only a question that ends a project or a round can get another choice that does. */
function wordChoices(kept: readonly Choice[], own: readonly Choice[]): Choice[] {
  const canDecide = kept.some(decides);
  const choices = own.map((choice) => {
    const known = kept.find(({ value }) => value === choice.value);
    const { closes, reopens } = known ?? (canDecide ? choice : {});
    return dropUndefined({ ...choice, closes, reopens });
  });
  const isLeftOut = ({ value }: Choice) => own.every((choice) => choice.value !== value);
  return [...choices, ...kept.filter(isLeftOut)];
}

function withoutJudging({ verdicts: _, choices, ...question }: Question): Question {
  if (!choices) return question;
  return { ...question, choices: choices.map(({ closes: _, reopens: __, ...rest }) => rest) };
}
