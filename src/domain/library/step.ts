import { deriveOnce, indexById } from "./derived.ts";
import type { Origin } from "./origin.ts";
import { parseAnswerName } from "./reference.ts";
import type { Choice, Question, StepFields } from "./step-fields.ts";

/** Only the types: commands that read a checked step don't need the schema. */
export type { Choice, Picks, Question } from "./step-fields.ts";

/** A step with its id; `body` is the template of its page. */
export type Step = StepFields & Origin & { id: string; body: string };

/** Returns true if the page of a step leaves this computer, so that it's checked for secrets. */
export function isGuarded({ shared, writes }: Pick<Step, "shared" | "writes">): boolean {
  return shared === true || writes !== undefined;
}

/** A question with the step that asks it. */
export interface AskedQuestion {
  step: Step;
  question: Question;
}

/** Finds the question that a reference such as `spec.checks` names, with its step. */
export function findReferenced(
  steps: readonly Step[],
  reference: string,
): AskedQuestion | undefined {
  const questions = indexQuestions(steps);
  // A name of a page can have a third part: `review.held.yes`.
  const end = reference.indexOf(".", reference.indexOf(".") + 1);
  return questions.get(end < 0 ? reference : reference.slice(0, end));
}

/** Indexes all questions by their references, because a page asks for them many times. */
const indexQuestions = deriveOnce((steps: readonly Step[]): ReadonlyMap<string, AskedQuestion> => {
  const asked = [...indexById(steps).values()].flatMap((step) =>
    [...indexById(step.questions).values()].map((question) => ({ step, question })),
  );
  return new Map(asked.map((each) => [`${each.step.id}.${each.question.id}`, each]));
});

/** Finds the question that a reference such as `spec.checks` names. */
export function findQuestion(steps: readonly Step[], reference: string): Question | undefined {
  return findReferenced(steps, reference)?.question;
}

/** Finds the question of a step that an answer name such as `checks.2` means. */
export function findNamedQuestion(
  { questions }: Pick<Step, "questions">,
  name: string,
): Question | undefined {
  const { question } = parseAnswerName(name);
  return questions.find(({ id }) => id === question);
}

/** Finds the question that an answer name of a step means, even if it moved to another step. */
export function findAskedQuestion(
  steps: readonly Step[],
  step: Step,
  name: string,
): AskedQuestion | undefined {
  const question = findNamedQuestion(step, name);
  if (question) return { step, question };
  return findMovedQuestion(steps, `${step.id}.${parseAnswerName(name).question}`);
}

/** Returns the name that a reference has now, if its question moved to another step. */
export function resolveReference(steps: readonly Step[], reference: string): string {
  if (findQuestion(steps, reference)) return reference;
  const moved = findMovedQuestion(steps, reference);
  return moved ? `${moved.step.id}.${moved.question.id}` : reference;
}

function findMovedQuestion(steps: readonly Step[], reference: string): AskedQuestion | undefined {
  return listMovedQuestions(steps).get(reference);
}

/** Lists questions by the references that they had before. */
const listMovedQuestions = deriveOnce((steps: readonly Step[]) => {
  const asked = steps.flatMap((step) => step.questions.map((question) => ({ step, question })));
  const moved = asked.flatMap((each) =>
    (each.question.was ?? []).map((reference) => [reference, each] as const),
  );
  return new Map(moved.toReversed());
});

/** Names a question for a person: "Learned (Decision)"; its ids if it was removed. */
export function nameForPerson(steps: readonly Step[], stepId: string, questionId: string): string {
  const step = indexById(steps).get(stepId);
  const question = findQuestion(steps, `${stepId}.${questionId}`);
  return `"${question?.label ?? question?.ask ?? questionId}" (${step?.title ?? stepId})`;
}

/** Returns the choices of a question; yes and no for a yes-or-no question. */
export function choicesOf(question: Question): readonly Choice[] {
  if (question.type === "confirm") return [yes, no];
  return question.choices ?? [];
}

/** Finds the question of a step that is asked together with this one, as part of its choices. */
export function findJoined(step: Step, { id }: Question): Question | undefined {
  return step.questions.find(({ joins, when }) => joins && when?.question === id);
}

/** Returns a valid answer for an example: the first choice, a number, a date, or "...". */
export function exampleOf(question: Question): string {
  if (question.picks) return "1";
  if (question.type === "number") return "2";
  if (question.type === "date") return "2026-07-31";
  return choicesOf(question)[0]?.value ?? '"..."';
}

const yes: Choice = { value: "yes", label: "Yes" };
const no: Choice = { value: "no", label: "No" };

/** Returns true if the answer is a list. */
export function takesEntries({ type }: Question): boolean {
  return type === "list" || type === "multi";
}

/** Returns the reference to an earlier answer that a question shows. */
export function nameShown(shown: NonNullable<Question["shows"]>[number]): string {
  return typeof shown === "string" ? shown : shown.show;
}
