import { parseWhole } from "../domain/text/number.ts";
import { describeEditing } from "./editing-hint.ts";
import { addAhead, findOpenChoice, isOwnText, refuseChoice } from "./own-text.ts";
import { type LineReader, openPipedLines, openTerminalLines } from "./plain-lines.ts";
import type {
  Choice,
  MultiQuestion,
  Prompter,
  PrompterSettings,
  SelectQuestion,
  TextQuestion,
} from "./prompter.ts";

/** What the questions of a plain prompter share. */
interface PlainPrompt {
  settings: PrompterSettings;
  lines: LineReader;
  /** Words that were typed at a list, for the text that is asked for next. */
  ahead: { words?: string | undefined };
}

/** The outputs on which the person was told how to stop. Once is enough. */
const announced = new WeakSet<object>();

/** Creates a prompter of plain numbered lines, for screen readers, pipes and simple terminals. */
export function createPlainPrompter(settings: PrompterSettings): Prompter {
  const { input, output } = settings;
  const lines = input.isTTY ? openTerminalLines(settings) : openPipedLines(settings);
  if (input.isTTY && !announced.has(output))
    output.write("Press Ctrl+C to stop at any question.\n");
  announced.add(output);
  const prompt: PlainPrompt = { settings, lines, ahead: {} };
  const open = () => lines.opened.then(() => prompt);
  return {
    select: async (question) => askPlainSelect(withoutAhead(await open()), question),
    multi: async (question) => askPlainMulti(withoutAhead(await open()), question),
    text: async (question) => askPlainText(await open(), question),
    close: lines.close,
  };
}

/** Drops words that no text asked for, so that they never answer a later question. */
function withoutAhead(prompt: PlainPrompt): PlainPrompt {
  prompt.ahead.words = undefined;
  return prompt;
}

async function askPlainSelect<T extends string>(
  prompt: PlainPrompt,
  { message, choices, answer, own }: SelectQuestion<T>,
): Promise<T> {
  const numbers = `a number from 1 to ${choices.length}`;
  const before = choices.find(({ value }) => value === answer);
  const keeping = before ? `. ${KEEPING}` : "";
  for (;;) {
    writeChoices(prompt, message, choices, { of: [answer], as: "your answer so far" });
    const typed = await readAfter(prompt, `Type ${numbers}, then press Enter${keeping}:`);
    const chosen = typed === "" ? before : findTypedChoice(choices, typed);
    if (chosen) {
      confirmChoice(prompt, chosen.label);
      return chosen.value;
    }
    if (takeAhead(prompt, typed, choices, own)) return own.value;
    sayWrong(prompt, refuseChoice(typed, typed, `Please type ${numbers}.`));
  }
}

async function askPlainMulti<T extends string, L extends string>(
  prompt: PlainPrompt,
  {
    message,
    choices,
    initial = [],
    isRequired = false,
    none,
    leave,
    own,
    max,
  }: MultiQuestion<T, L>,
): Promise<T[] | L> {
  // Where no more lines fit, no text is asked for either.
  const open = findOpenChoice(own, initial, max);
  const saved = choices.flatMap(({ value }, index) => (initial.includes(value) ? index + 1 : []));
  const leaving = leave ? `, or ${leave.key} to ${leave.label.toLowerCase()}` : "";
  const ending = describeKeeping(saved, isRequired, none);
  const words = `Type the numbers with spaces between them, then press Enter${leaving}${ending}:`;
  for (;;) {
    writeChoices(prompt, message, choices, { of: initial, as: "chosen" });
    const typed = await readAfter(prompt, words);
    if (leave && typed === leave.key) {
      confirmChoice(prompt, leave.label);
      return leave.value;
    }
    if (takeAhead(prompt, typed, choices, open)) return [...new Set([...initial, open.value])];
    const numbers = readNumbers(typed, saved);
    const chosen = numbers.flatMap((number) => findChoice(choices, number) ?? []);
    const wrong = numbers.find((number) => findChoice(choices, number) === undefined);
    const problem = describeWrongNumbers(numbers, wrong, { isRequired, count: choices.length });
    if (problem === undefined) {
      confirmChoice(prompt, chosen.map(({ label }) => label).join("; ") || none || "none");
      return chosen.map(({ value }) => value);
    }
    sayWrong(prompt, refuseChoice(typed, wrong, problem));
  }
}

/**
 * Keeps words that were typed at a list as the text that its choice `own` asks for next. Returns
 * false if nothing asks for a text, or the words only repeat a choice.
 */
function takeAhead<T extends string>(
  prompt: PlainPrompt,
  typed: string,
  choices: readonly Choice<T>[],
  own: Choice<T> | undefined,
): own is Choice<T> {
  if (!own || !isOwnText(typed, choices)) return false;
  confirmChoice(prompt, own.label);
  prompt.ahead.words = typed;
  return true;
}

/** Says what is wrong before the question is asked again, whose choices may be far above. */
function sayWrong({ settings }: PlainPrompt, problem: string): void {
  settings.output.write(`\n${settings.wrap("", problem)}\n\n`);
}

function describeWrongNumbers(
  numbers: readonly string[],
  wrong: string | undefined,
  { isRequired, count }: { isRequired: boolean; count: number },
): string | undefined {
  if (isRequired && numbers.length === 0) return "Please type at least one number.";
  return wrong === undefined ? undefined : `Please type only numbers from 1 to ${count}.`;
}

async function askPlainText(prompt: PlainPrompt, question: TextQuestion): Promise<string> {
  const { words } = prompt.ahead;
  prompt.ahead.words = undefined;
  if (words === undefined || question.isDocument) return readPlainText(prompt, question);
  const { settings } = prompt;
  const answer = addAhead(question, words);
  writeLines(settings, ["", question.message], ["", `You typed: ${answer}`], ["", ""]);
  return answer;
}

async function readPlainText(
  { settings, lines }: PlainPrompt,
  question: TextQuestion,
): Promise<string> {
  const { message, hint, initial = "", isDocument } = question;
  const current = lines.canEdit ? "" : initial;
  const hints = current
    ? [`Current answer: ${current}`, `${hint}, type ${CLEAR} and press Enter to clear it`]
    : [`${hint}${describeEditing(question)}`];
  const texts = [message, ...hints.flatMap((text) => text.split("\n"))];
  writeLines(settings, ...texts.map(withoutMarker));
  if (isDocument) return (await lines.readDocument("")).trim();
  const lead = leadText(settings, lines.canEdit ? initial : "");
  const answer = (await lines.read(lead, question)).trim();
  settings.output.write("\n");
  return current && answer === CLEAR ? "" : answer || current;
}

/**
 * Returns what stands before a text. In a narrow window, what is typed has lines of its own, so
 * that few words are cut. An answer that is in the line already is named, for someone who hears it.
 */
function leadText({ wrap, findWidth }: PrompterSettings, initial: string): string {
  const words = wrap("", "Type your answer, then press Enter:");
  const isNarrow = findWidth() < NARROW;
  const typed = isNarrow ? "\n" : " ";
  return initial === "" ? `${words}${typed}` : `${words}\n${SO_FAR}${typed}`;
}

/** The width below which little room is left behind what stands before a text. */
const NARROW = 60;
const SO_FAR = "Your answer so far:";

/** Says what Enter alone does at a list of which any number can be chosen. */
function describeKeeping(
  saved: readonly number[],
  isRequired: boolean,
  none: string | undefined,
): string {
  const toNone = none === undefined ? "For none" : `To ${none}`;
  if (saved.length === 0) return isRequired ? "" : `. ${toNone}, just press Enter`;
  const clearing = isRequired ? "" : `. ${toNone}, type ${CLEAR}`;
  return `. ${KEEPING}${clearing}`;
}

/** Returns the numbers that were typed. An empty line keeps what was saved. */
function readNumbers(typed: string, saved: readonly number[]): string[] {
  if (typed === "") return saved.map(String);
  return typed === CLEAR ? [] : typed.split(/[\s,]+/).filter(Boolean);
}

/** Writes the question and its choices. No cursor or box shows what is chosen, so words do. */
function writeChoices(
  { settings }: PlainPrompt,
  message: string,
  choices: readonly Choice<string>[],
  marked: { of: readonly (string | undefined)[]; as: string },
): void {
  const rows = choices.map(({ value, label, hint }, index) => {
    const mark = marked.of.includes(value) ? ` (${marked.as})` : "";
    return [`  ${index + 1}. `, joinHint(label, hint) + mark] as const;
  });
  writeLines(settings, ["", message], ...rows);
}

/** A second colon on a line would be read as if the hint explained the first. */
function joinHint(label: string, hint: string | undefined): string {
  if (!hint) return label;
  return label.includes(":") ? `${label} (${hint})` : `${label}: ${hint}`;
}

async function readAfter({ settings, lines }: PlainPrompt, words: string): Promise<string> {
  return (await lines.read(`${settings.wrap("", words)} `)).trim();
}

function confirmChoice({ settings }: PlainPrompt, chosen: string): void {
  settings.output.write("\n");
  writeLines(settings, ["", `You chose: ${chosen}`], ["", ""]);
}

function writeLines(
  { output, visible, wrap }: PrompterSettings,
  ...lines: readonly (readonly [first: string, text: string])[]
): void {
  output.write(lines.map(([first, text]) => `${wrap(first, visible(text))}\n`).join(""));
}

function findTypedChoice<T extends string>(choices: readonly Choice<T>[], typed: string) {
  return findChoice(choices, typed) ?? choices.find(({ key }) => key === typed);
}

/** Returns the choice with a typed number: "2", "2." or full-width digits. */
function findChoice<T>(choices: readonly T[], typed: string): T | undefined {
  return choices[(parseWhole(typed.replace(/[.)]$/, "")) ?? 0) - 1];
}

function withoutMarker(text: string): readonly [first: string, text: string] {
  return ["", text];
}

/** What to type to clear an answer that can't be edited. */
const CLEAR = "-";
const KEEPING = "To leave the choice as it is, just press Enter";
