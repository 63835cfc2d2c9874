import { countPredictable } from "../../domain/insights/forecast.ts";
import { type Question, type Step, takesEntries } from "../../domain/library/step.ts";
import { entriesOf, findAnswer, type Project } from "../../domain/project/project.ts";
import {
  listQuestionInstances,
  type QuestionInstance,
} from "../../domain/project/question-instance.ts";
import {
  type Change,
  type Given,
  needsReason,
  saveAnswer,
} from "../../domain/project/save-answer.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { cleanLine, cleanText } from "../../domain/text/clean.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { splitEntries } from "../../domain/text/entries.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { isBlank } from "../../files/decode.ts";
import { findJsonProblem } from "../../files/json.ts";
import { nameSource } from "../../files/read.ts";

const ANSWERS_FORM = 'Write it as: {"question": "text", "list": ["one", "two"]}';

/**
 * Answers by the name of their question, as `checks`, `checks.2` or `verdict.2`; several lines for
 * a list.
 */
export type NamedAnswers = ReadonlyMap<string, readonly string[]>;

/**
 * What a change by flags carries; the marks are those of one answer, by its name, and only of that
 * one.
 */
interface NamedChange extends Omit<Change, "marks"> {
  marks?: ReadonlyMap<string, Change["marks"]>;
}

/** Reads `question=text` words; a name that comes again adds a line. */
export function parseAnswers(words: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const split = word.indexOf("=");
    if (split < 1)
      throw describeUsage(
        `"${word}" does not say which question it answers.`,
        "Write it as: --answer question=text",
      );
    const name = word.slice(0, split);
    found.set(name, [...(found.get(name) ?? []), word.slice(split + 1)]);
  }
  return found;
}

/**
 * Cleans answers as a person would have typed them: several lines for a list are several entries.
 */
export function cleanAnswers(step: Step, answers: NamedAnswers): Map<string, string[]> {
  return new Map([...answers].map(([name, texts]) => [name, cleanAnswer(step, name, texts)]));
}

function cleanAnswer(step: Step, name: string, texts: readonly string[]): string[] {
  const [id, place] = name.split(".");
  const question = step.questions.find((candidate) => candidate.id === id);
  if (question?.type === "list" && place === undefined) return texts.flatMap(splitOrEmpty);
  return texts.map(question?.type === "text" ? cleanText : cleanLine);
}

/** An empty answer to a list stays one: it says that there is nothing to list. */
function splitOrEmpty(text: string): string[] {
  const entries = splitEntries(text);
  return entries.length > 0 ? entries : [""];
}

/**
 * Reads one JSON object of answers: text, numbers or yes-and-no; arrays for lists, and for
 * questions asked for each entry.
 */
export function parseAnswersFile(text: string, source: string, step: Step): Map<string, string[]> {
  return new Map(
    Object.entries(parseObject(text, source)).flatMap(([name, value]) => {
      const values: unknown[] = Array.isArray(value) ? value : [value];
      const isEach = step.questions.some((question) => question.id === name && question.each);
      return isEach
        ? nameEach(name, values, source)
        : [[name, values.map((entry) => readValue(name, entry, source))]];
    }),
  );
}

/**
 * One answer for each entry; what is not asked for one, as the cause of a check that is met,
 * stands as null.
 */
function nameEach(name: string, values: readonly unknown[], source: string): [string, string[]][] {
  return values.flatMap((value, index) =>
    value === null ? [] : [[`${name}.${index + 1}`, [readValue(name, value, source)]]],
  );
}

/**
 * The project with all the answers saved. Every answer is checked first, in the order of the
 * questions, and the first that cannot stand is thrown with the words for it.
 *
 */
export function applyAnswers(
  project: Project,
  step: Step,
  steps: readonly Step[],
  answers: NamedAnswers,
  change: NamedChange,
): Project {
  for (const name of answers.keys()) findAsked(step, name);
  let changed = project;
  for (const question of step.questions) {
    for (const [name, texts] of answers) {
      if (findAsked(step, name) !== question) continue;
      const given = readGiven(changed, step, question, name, texts);
      validateGiven(changed, step, steps, given, name, change);
      changed = saveAnswer(changed, step, given, { ...change, marks: change.marks?.get(name) });
    }
  }
  return changed;
}

function findAsked(step: Step, name: string): Question {
  const [id = ""] = name.split(".");
  const question = step.questions.find((candidate) => candidate.id === id);
  if (question) return question;
  const ids = step.questions.map((candidate) => candidate.id);
  throw describeUsage(
    `The step "${step.id}" has no question "${id}".`,
    suggestWord(id, ids, `The questions are ${joinWords(ids)}.`),
  );
}

function readGiven(
  project: Project,
  step: Step,
  question: Question,
  name: string,
  texts: readonly string[],
): Given {
  const [, place] = name.split(".");
  const marks = question.confirmEmpty && texts.every((text) => text === "") ? ["empty"] : [];
  if (question.each)
    return { asking: findEntryAsking(project, step, question, name, place), texts, marks };
  const asking = { question };
  if (place === undefined) return { asking, texts, marks };
  if (!takesEntries(question))
    throw describeUsage(
      `The question "${question.id}" takes one answer.`,
      `Name it without "${place}".`,
    );
  const entries = entriesOf(findAnswer(project, `${step.id}.${question.id}`)).map(
    (entry) => entry.text,
  );
  const index = Number(place) - 1;
  if (!(index in entries)) {
    throw describeNoEntry(
      name,
      entries.length,
      `Count from 1. To add one, use: builder-pm ${step.id} --redo ${question.id}`,
    );
  }
  return { asking, texts: entries.with(index, texts.at(-1) ?? "") };
}

function findEntryAsking(
  project: Project,
  step: Step,
  question: Question,
  name: string,
  place: string | undefined,
): QuestionInstance {
  const entries = entriesOf(findAnswer(project, question.each ?? ""));
  const entry = entries[Number(place) - 1];
  if (place === undefined) {
    throw describeUsage(
      `The question "${question.id}" is asked for each of ${entries.length}.`,
      `Name one, as: ${question.id}.1`,
    );
  }
  if (!entry) throw describeNoEntry(name, entries.length);
  const asking = { question, entry: { ...entry, number: Number(place) } };
  const asked = listQuestionInstances(step, project).some(
    (now) => now.question === question && now.entry?.id === entry.id,
  );
  if (asked) return asking;
  const when = question.when;
  throw describeUsage(
    `The question "${name}" is not asked here.`,
    when
      ? `It is asked when ${when.question}.${place} is ${joinWords(when.is, "or")}.`
      : "Leave it out.",
  );
}

function validateGiven(
  project: Project,
  step: Step,
  steps: readonly Step[],
  given: Given,
  name: string,
  { because }: NamedChange,
): void {
  const { question } = given.asking;
  const most = question.type === "number" ? countPredictable(steps, step, project) : undefined;
  const refusal = validateAnswer(question, given.texts, most);
  if (refusal) throw describeUsage(`${refusal.message} Nothing was saved.`, refusal.fix);
  if (project.closed && !question.later) throw describeEnded(project, name);
  if (needsReason(project, step, given) && !because) {
    throw describeUsage(
      `The brief is written, so a change to "${name}" needs a reason. Nothing was saved.`,
      'Add: --because "..."',
    );
  }
}

/** Refuses a change to a project that has ended. */
export function describeEnded({ id }: Project, name: string): UserError {
  return new UserError(`The project "${id}" has ended, so "${name}" can no longer be changed.`, {
    fix: "builder-pm projects",
  });
}

function parseObject(text: string, source: string): Record<string, unknown> {
  const name = nameSource(source);
  if (isBlank(text)) throw describeUsage(`${name} is empty. Nothing was saved.`, ANSWERS_FORM);
  const problem = findJsonProblem(text);
  if (problem) throw describeUsage(`${name} ${problem.message}. Nothing was saved.`, problem.fix);
  const value: unknown = JSON.parse(text);
  const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
  if (isObject) return value as Record<string, unknown>;
  throw describeUsage(`${name} is not one JSON object of answers.`, ANSWERS_FORM);
}

function readValue(name: string, value: unknown, source: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  const message = `${nameSource(source)}: "${name}" is neither text nor a list of texts.`;
  throw describeUsage(message, "Write it as text.");
}

function describeNoEntry(name: string, count: number, fix = "Count from 1."): UserError {
  return describeUsage(
    `"${name}" names no entry: there ${count === 1 ? "is" : "are"} ${countOf(count, "entry")}.`,
    fix,
  );
}

function describeUsage(message: string, fix: string): UserError {
  return new UserError(message, { exitCode: ExitCode.usage, fix });
}
