import { splitJoined } from "../../domain/project/joined-choices.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";

/**
 * Lists what `--redo NAME` asks again: the questions of that name, and what was said about an
 * answer of theirs that is another one now. `before` is the session before the first answer.
 */
export function listRedone(
  before: StepSession,
  now: StepSession,
  redone: string,
): SessionQuestion[] {
  const changed = now.redoable.filter(
    (question) =>
      isNamed(question, redone) && answerIn(now, question) !== answerIn(before, question),
  );
  return now.redoable.filter(
    (question) =>
      isNamed(question, redone) || changed.some((other) => isSaidAbout(question, other)),
  );
}

function isNamed({ question, name }: SessionQuestion, redone: string): boolean {
  return question.id === redone || name === redone;
}

/** What was seen belongs to the verdict of the same check. */
function isSaidAbout({ question, entry }: SessionQuestion, other: SessionQuestion): boolean {
  const { same, id } = question;
  const about = typeof same === "object" ? same.question : undefined;
  return id !== about && about === other.question.id && entry?.id === other.entry?.id;
}

/** Returns the saved answer, without that of a question whose choices are among its own. */
function answerIn(session: StepSession, { name }: SessionQuestion): string | undefined {
  const question = session.redoable.find((candidate) => candidate.name === name);
  const saved = question && splitJoined(session.step, question, question.lines)[0];
  return saved?.lines.map(({ text }) => text).join("\n");
}

/**
 * Finds where going back leads. Passes over an answer that was chosen together with another one: it
 * is changed there.
 */
export function findQuestionBefore({ questions }: StepSession, { name }: SessionQuestion) {
  const index = questions.findIndex((candidate) => candidate.name === name);
  const before = questions.slice(0, Math.max(index, 0));
  return before.findLast(({ question, isOpen }) => isOpen || !question.joins);
}
