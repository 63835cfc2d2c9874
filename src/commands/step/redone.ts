import { nameInFlags } from "../../domain/library/question-name.ts";
import { splitJoined } from "../../domain/project/joined-choices.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import type { StepWords } from "./command-line.ts";
import { askLineOf } from "./redone-line.ts";

/**
 * Lists what `--redo NAME` asks again: the questions of that name, and what was said about an
 * answer of theirs that is another one now, or about the whole check that was named, and what is
 * only asked after that answer. `before` is the session before the first answer.
 */
export function listRedone(
  before: StepSession,
  now: StepSession,
  { redo, redoneCheck, redoneLine }: Pick<StepWords, "redo" | "redoneCheck" | "redoneLine">,
): SessionQuestion[] {
  const { redoable } = now;
  const named = redoable.filter(({ question, name }) => question.id === redo || name === redo);
  if (redoneLine) return named.map((question) => askLineOf(question, redoneLine));
  const asked = named.filter(
    (question) =>
      redoneCheck !== undefined || answerIn(now, question) !== answerIn(before, question),
  );
  return redoable.filter(
    (question) => named.includes(question) || asked.some((other) => dependsOn(question, other)),
  );
}

/** Names what can be asked again, as a person knows it: "C2" for all that is said about a check. */
export function nameRedoable(questions: readonly SessionQuestion[]): string[] {
  const judged = questions.filter(({ question }) => question.verdicts);
  const checks = judged.flatMap(({ entry }) => (entry ? `C${entry.number}` : []));
  const others = questions.filter(({ entry }) => !entry || checks.length === 0);
  return [...new Set([...checks, ...others.map(({ question }) => nameInFlags(question))])];
}

function dependsOn(question: SessionQuestion, other: SessionQuestion): boolean {
  return (
    isSaidAbout(question, other) || isOpenedBy(question, other) || isReasonFor(question, other)
  );
}

/** A reason for keeping it says nothing about another round. */
function isReasonFor({ question, lines }: SessionQuestion, other: SessionQuestion): boolean {
  return question.explains === other.question.id && lines.length > 0;
}

/** What was seen belongs to the verdict of the same check. */
function isSaidAbout({ question, entry }: SessionQuestion, other: SessionQuestion): boolean {
  const { same, id } = question;
  const about = typeof same === "object" ? same.question : undefined;
  return id !== about && about === other.question.id && entry?.id === other.entry?.id;
}

/** The owner is only asked for if something is to be built on. */
function isOpenedBy({ question, entry, isOpen }: SessionQuestion, other: SessionQuestion): boolean {
  return isOpen && question.when?.question === other.question.id && entry?.id === other.entry?.id;
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
