import { nameInFlags, nameInSentence, writeRedo } from "../../domain/library/question-name.ts";
import { parseAnswerName } from "../../domain/library/reference.ts";
import {
  type AskedQuestion,
  findAskedQuestion,
  findNamedQuestion,
  findQuestion,
  type Question,
  type Step,
  takesEntries,
} from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import { addKeptPicks, readPicks } from "../../domain/project/picks.ts";
import { entriesOf, findAnswer, textsOf } from "../../domain/project/project.ts";
import type { QuestionInstance } from "../../domain/project/question-instance.ts";
import type { Change } from "../../domain/project/save-answer.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import type { UserError } from "../../errors.ts";
import { usageError } from "../shared/arguments.ts";
import { answerOrThrow } from "./work.ts";

/**
 * Saves all the answers in a session, in the order of the questions. `flags` names those that flags
 * gave. Throws for the first one that can't be saved.
 */
export function applyAnswers(
  session: StepSession,
  answers: ReadonlyMap<string, readonly AnswerLine[]>,
  change: Change,
  flags: ReadonlySet<string> = new Set(),
): StepSession {
  const given = [...answers].map(([name, lines]) => ({
    ...{ name, lines },
    asked: findAskedOrThrow(session, name),
  }));
  let changed = session;
  for (const question of session.steps.flatMap(({ questions }) => questions)) {
    for (const { name, lines, asked } of given) {
      if (asked.question !== question) continue;
      const there = changed.inStep(asked.step);
      const { instance, whole } = resolveAnswer(there, question, name, lines);
      const how = flags.has(name) ? { ...change, via: "flag" as const } : change;
      changed = answerOrThrow(there, instance, whole, how).inStep(session.step);
    }
  }
  return changed;
}

/** Finds the question that a name such as `checks.2` means. Throws if the step has none. */
export function findAskedOrThrow({ step, steps }: StepSession, name: string): AskedQuestion {
  const asked = findAskedQuestion(steps, step, name);
  if (asked) return asked;
  throw noQuestionError(step, parseAnswerName(name).question, step.questions.map(nameInFlags));
}

/** Returns the error for a name that is none of the `names` of a step's questions. */
export function noQuestionError({ id }: Step, name: string, names: readonly string[]): UserError {
  return usageError(
    `The step "${id}" has no question "${name}".`,
    suggestWord(name, names, `The questions are ${joinWords(names)}.`),
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
  if (entry === undefined) {
    assertPickable(session, question, lines);
    const { project, step } = session;
    return { instance, whole: addKeptPicks(project, step, question, lines) };
  }
  if (!takesEntries(question))
    throw usageError(
      `"${nameInSentence(question)}" takes one answer.`,
      `Name it without "${entry}".`,
    );
  const saved = session.linesOf(instance);
  const index = Number(entry) - 1;
  if (!(index in saved)) {
    const fix = `To add one, use: ${writeRedo(session.step, question)}`;
    throw noEntryError(`"${nameInSentence(question)}" has no line ${entry}.`, saved.length, fix);
  }
  const line = lines.at(-1);
  return { instance, whole: saved.with(index, line?.text ? line : { text: "", marks: [] }) };
}

/** Throws if something is picked from a list that is empty. */
function assertPickable(
  { project, steps }: StepSession,
  question: Question,
  lines: readonly AnswerLine[],
): void {
  const { picks } = question;
  const isPicked = readPicks({ picks }, lines).some(({ text }) => text !== "");
  if (!picks || !isPicked || textsOf(findAnswer(project, picks.from)).length > 0) return;
  const list = findQuestion(steps, picks.from);
  throw usageError(
    `"${nameInSentence(question)}" isn't asked here, because ` +
      `"${list ? nameInSentence(list) : picks.from}" is empty.`,
    "Leave it out.",
  );
}

function findForEntry(session: StepSession, question: Question, name: string): QuestionInstance {
  const entries = entriesOf(findAnswer(session.project, question.each ?? ""));
  const { entry: typed } = parseAnswerName(name);
  if (typed === undefined) {
    throw usageError(
      `"${nameInSentence(question)}" is asked once for each of ${countOf(entries.length, "entry")}.`,
      `Say which one, for example: ${nameInFlags(question)}.1`,
    );
  }
  const entry = entries[Number(typed) - 1];
  if (!entry) throw noEntryError(`There is no C${typed}.`, entries.length);
  const asked = session.questions.find(
    (candidate) => candidate.question === question && candidate.entry?.id === entry.id,
  );
  if (asked) return asked;
  const number = Number(typed);
  throw usageError(
    `"${nameInSentence(question, { number })}" isn't asked here.`,
    describeCondition(session, question, number) ?? "Leave it out.",
  );
}

/** Says after which answer about the same check a question is asked. */
function describeCondition({ step }: StepSession, { when }: Question, number: number) {
  const asked = when && findNamedQuestion(step, when.question);
  if (!asked) return undefined;
  const labels = when.is.map((value) => `"${labelOf(asked, value)}"`);
  return `It is asked when ${nameInSentence(asked, { number })} is ${joinWords(labels, "or")}.`;
}

function noEntryError(
  problem: string,
  count: number,
  fix = `Use a number from 1 to ${count}.`,
): UserError {
  return usageError(`${problem} The list has ${countOf(count, "entry")}.`, fix);
}
