import { readQuestionName } from "../../domain/library/question-name.ts";
import { parseAnswerName } from "../../domain/library/reference.ts";
import { findAskedQuestion, type Question, type Step } from "../../domain/library/step.ts";
import { cleanLine, cleanText } from "../../domain/text/clean.ts";
import { splitEntries } from "../../domain/text/entries.ts";
import { isBlank } from "../../files/decode.ts";
import { findJsonProblem } from "../../files/json.ts";
import { nameSource } from "../../files/read.ts";
import { usageError } from "../shared/arguments.ts";
import { assertOwnWords } from "../shared/own-words.ts";

const ANSWERS_FORM = 'Write it as: {"question": "text", "list": ["one", "two"]}';

/** The lines of each answer, by its name: `checks`, `checks.2` or `verdict.2`. */
export type NamedAnswers = ReadonlyMap<string, readonly string[]>;

/** Parses `question=text` words. A repeated name adds a line. Throws if a word has no `=`. */
export function parseAnswers(words: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const split = word.indexOf("=");
    if (split < 1)
      throw usageError(
        `"${word}" doesn't say which question it answers.`,
        "Write it as: --answer question=text",
      );
    assertOwnWords(word.slice(split + 1));
    const name = word.slice(0, split);
    found.set(name, [...(found.get(name) ?? []), word.slice(split + 1)]);
  }
  return found;
}

/** Cleans answers as if a person had typed them: several lines for a list are several entries. */
export function cleanAnswers(
  steps: readonly Step[],
  step: Step,
  answers: NamedAnswers,
): Map<string, string[]> {
  return new Map(
    [...answers].map(([name, texts]) => [
      name,
      cleanAnswer(findAskedQuestion(steps, step, name)?.question, name, texts),
    ]),
  );
}

function cleanAnswer(
  question: Question | undefined,
  name: string,
  texts: readonly string[],
): string[] {
  const { entry } = parseAnswerName(name);
  if (question?.type === "list" && entry === undefined) return texts.flatMap(splitOrEmpty);
  return texts.map(question?.type === "text" ? cleanText : cleanLine);
}

/** Keeps an empty answer to a list: it says that there is nothing to list. */
function splitOrEmpty(text: string): string[] {
  const entries = splitEntries(text);
  return entries.length > 0 ? entries : [""];
}

/** Returns `question=text` words with the id of the question in place of its label. */
export function nameByIds(
  { steps, step }: { steps: readonly Step[]; step: Step },
  words: readonly string[],
): string[] {
  return words.map((word) => {
    const split = word.indexOf("=");
    if (split < 1) return word;
    return readQuestionName(steps, step, word.slice(0, split)) + word.slice(split);
  });
}

/**
 * Parses a JSON object of answers: text, numbers or booleans, and arrays for lists and for
 * questions that are asked for each entry. Throws a UserError that names `source`.
 */
export function parseAnswersFile(
  text: string,
  source: string,
  step: Step,
  steps: readonly Step[] = [step],
): Map<string, string[]> {
  return new Map(
    Object.entries(parseObject(text, source)).flatMap(([typed, value]) => {
      const name = readQuestionName(steps, step, typed);
      const values: unknown[] = Array.isArray(value) ? value : [value];
      const isEach = step.questions.some((question) => question.id === name && question.each);
      return isEach
        ? nameEach(name, values, source)
        : [[name, values.map((entry) => readValue(name, entry, source))]];
    }),
  );
}

/** Names one answer for each entry. Null means that a question isn't asked for that entry. */
function nameEach(name: string, values: readonly unknown[], source: string): [string, string[]][] {
  return values.flatMap((value, index) =>
    value === null ? [] : [[`${name}.${index + 1}`, [readValue(name, value, source)]]],
  );
}

function parseObject(text: string, source: string): Record<string, unknown> {
  const name = nameSource(source);
  if (isBlank(text)) throw usageError(`${name} is empty. Nothing was saved.`, ANSWERS_FORM);
  const problem = findJsonProblem(text);
  if (problem) throw usageError(`${name} ${problem.message}. Nothing was saved.`, problem.fix);
  const value: unknown = JSON.parse(text);
  const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
  if (isObject) return value as Record<string, unknown>;
  throw usageError(`${name} must contain one JSON object with your answers.`, ANSWERS_FORM);
}

function readValue(name: string, value: unknown, source: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  const message = `${nameSource(source)}: "${name}" must be text or a list of texts.`;
  throw usageError(message, "Write it as text.");
}
