import { parseAnswerName } from "../../domain/library/reference.ts";
import {
  findNamedQuestion,
  type Question,
  type Step,
  takesEntries,
} from "../../domain/library/step.ts";
import { entriesOf, findAnswer } from "../../domain/project/project.ts";
import type { QuestionInstance } from "../../domain/project/question-instance.ts";
import type { AnswerLine, Change } from "../../domain/project/save-answer.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import type { UserError } from "../../errors.ts";
import { usageError } from "./named-answers.ts";
import { answerOrThrow } from "./work.ts";

/**
 * Saves all the answers in a session, in the order of the questions. Throws for the first one that
 * can't be saved.
 */
export function applyAnswers(
  session: StepSession,
  answers: ReadonlyMap<string, readonly AnswerLine[]>,
  change: Change,
): StepSession {
  const { step } = session;
  for (const name of answers.keys()) findAsked(step, name);
  let changed = session;
  for (const question of step.questions) {
    for (const [name, lines] of answers) {
      if (findAsked(step, name) !== question) continue;
      const { instance, whole } = resolveAnswer(changed, question, name, lines);
      changed = answerOrThrow(changed, instance, whole, change);
    }
  }
  return changed;
}

/** Finds the question that a name such as `checks.2` means. Throws if the step has none. */
function findAsked(step: Step, name: string): Question {
  const question = findNamedQuestion(step, name);
  if (question) return question;
  const { question: id } = parseAnswerName(name);
  const ids = step.questions.map((candidate) => candidate.id);
  throw usageError(
    `The step "${step.id}" has no question "${id}".`,
    suggestWord(id, ids, `The questions are ${joinWords(ids)}.`),
  );
}

/** Finds the question and entry that a name means, with the whole answer for one line of a list. */
function resolveAnswer(
  session: StepSession,
  question: Question,
  name: string,
  lines: readonly AnswerLine[],
): { instance: QuestionInstance; whole: readonly AnswerLine[] } {
  if (question.each) return { instance: findForEntry(session, question, name), whole: lines };
  const instance = { question };
  const { entry } = parseAnswerName(name);
  if (entry === undefined) return { instance, whole: lines };
  if (!takesEntries(question))
    throw usageError(`"${question.id}" takes one answer.`, `Name it without "${entry}".`);
  const saved = session.linesOf(instance);
  const index = Number(entry) - 1;
  if (!(index in saved)) {
    const add = `builder-pm ${session.step.id} --redo ${question.id}`;
    throw noEntryError(name, saved.length, `To add one, use: ${add}`);
  }
  const line = lines.at(-1);
  return { instance, whole: saved.with(index, line?.text ? line : { text: "", marks: [] }) };
}

function findForEntry(session: StepSession, question: Question, name: string): QuestionInstance {
  const entries = entriesOf(findAnswer(session.project, question.each ?? ""));
  const { entry: typed } = parseAnswerName(name);
  if (typed === undefined) {
    throw usageError(
      `"${question.id}" is asked once for each of ${countOf(entries.length, "entry")}.`,
      `Say which one, for example: ${question.id}.1`,
    );
  }
  const entry = entries[Number(typed) - 1];
  if (!entry) throw noEntryError(name, entries.length);
  const asked = session.questions.find(
    (candidate) => candidate.question === question && candidate.entry?.id === entry.id,
  );
  if (asked) return asked;
  const { when } = question;
  throw usageError(
    `"${name}" isn't asked here.`,
    when
      ? `It is asked when ${when.question}.${typed} is ${joinWords(when.is, "or")}.`
      : "Leave it out.",
  );
}

function noEntryError(
  name: string,
  count: number,
  fix = `Use a number from 1 to ${count}.`,
): UserError {
  return usageError(`There is no "${name}". The list has ${countOf(count, "entry")}.`, fix);
}
