import { choicesOf, type Question } from "../../domain/library/step.ts";
import type { Typed } from "../../domain/project/unfinished.ts";
import { mayBeEmpty, validateAnswer } from "../../domain/project/validate-answer.ts";
import { cleanLine, cleanText } from "../../domain/text/clean.ts";
import { splitEntries } from "../../domain/text/entries.ts";
import type { Prompter } from "../../prompts/prompter.ts";

/** What a person gave at a question: lines of text with their marks, or the way back. */
export type Reply = "back" | { texts: string[]; marks: string[] };

/** What a question is asked with. */
export interface AskOptions {
  prompter: Prompter;
  say: (text: string) => void;
  showEntries: (entries: readonly string[]) => void;
  /** Asks about a line that is vague, and returns the line that stands. */
  settle: (text: string, keepDraft: (text: string) => void) => Promise<string>;
  /** Called with what is typed for the question so far, in case the person stops or goes back. */
  keep: (typed: Typed) => void;
  /** The answer so far, to be edited. */
  initial: readonly string[];
  /** Words that were being typed when the person stopped the last time. */
  draft: string | undefined;
  /** The highest number that makes sense. */
  most: number | undefined;
  canGoBack: boolean;
}

const BACK = "back";
const goBack = { value: BACK, label: "Go back", hint: "to the question before" };
/** Among choices that are marked, going back is marked too. */
const goBackMarked = { ...goBack, hint: "to the question before: mark this, then press Enter" };

/**
 * Asks one question until the answer can stand. An empty answer is asked for once more where the
 * question says so, then kept with a mark.
 *
 */
export async function askQuestion(question: Question, options: AskOptions): Promise<Reply> {
  let isSecondTime = false;
  let { initial, draft } = options;
  for (;;) {
    const texts = await askOnce(question, { ...options, initial, draft });
    if (texts === BACK) return BACK;
    const isEmpty = texts.every((text) => text === "");
    const objection = findObjection(question, texts, options, isEmpty && !isSecondTime);
    if (objection === undefined) return { texts, marks: markEmpty(question, isEmpty) };
    isSecondTime = isEmpty;
    initial = listToFix(question, texts);
    draft = undefined;
    options.say(objection);
  }
}

/**
 * What was refused stays to be fixed, except a number or a date, which is quicker to type again.
 */
function listToFix({ type }: Question, texts: readonly string[]): readonly string[] {
  return type === "number" || type === "date" ? [] : texts;
}

function markEmpty({ confirmEmpty }: Question, isEmpty: boolean): string[] {
  return isEmpty && confirmEmpty ? ["empty"] : [];
}

function findObjection(
  question: Question,
  texts: readonly string[],
  { most }: AskOptions,
  isFirstEmpty: boolean,
) {
  if (isFirstEmpty && question.confirmEmpty) {
    return "This one is worth a sentence. Press Enter once more to skip it.";
  }
  const refusal = validateAnswer(question, texts, most);
  return refusal && `${refusal.message} ${refusal.fix}`;
}

function askOnce(question: Question, options: AskOptions): Promise<string[] | typeof BACK> {
  if (question.type === "multi") return askMulti(question, options);
  if (question.type === "list") return askList(options);
  return choicesOf(question).length > 0 ? askChoice(question, options) : askText(question, options);
}

async function askChoice(question: Question, { prompter, initial, canGoBack }: AskOptions) {
  const chosen = await prompter.select({
    message: question.ask,
    choices: [...choicesOf(question), ...(canGoBack ? [goBack] : [])],
    initial: initial[0] ?? question.default,
  });
  return chosen === BACK ? BACK : [chosen];
}

async function askMulti(question: Question, { prompter, initial, canGoBack }: AskOptions) {
  const choices = [...choicesOf(question), ...(canGoBack ? [goBackMarked] : [])];
  const chosen = await prompter.multi({ message: question.ask, choices, initial });
  return chosen.includes(BACK) ? BACK : chosen;
}

async function askText(question: Question, options: AskOptions): Promise<string[] | typeof BACK> {
  const { prompter, initial, draft, canGoBack, settle, keep } = options;
  const stands = draft ?? initial[0];
  const enter = describeEnter(question, stands);
  const keepDraft = (text: string) => {
    if (text === "" ? draft : text !== initial[0]) keep({ draft: cleanText(text) || undefined });
  };
  const typed = await prompter.text({
    message: "Your answer:",
    hint: canGoBack ? `${enter}, < and Enter to go back` : enter,
    initial: stands,
    keepDraft,
  });
  const words = cleanText(typed);
  // What is offered stands in the line already, so the sign for going back may come after it.
  if (canGoBack && (words === "<" || words === `${stands}<`)) return BACK;
  if (words === "" && stands && question.optional && !(await confirmClear(prompter))) {
    return askText(question, options);
  }
  keepDraft(words);
  return [await settle(words, keepDraft)];
}

/** Asks whether an answer that the person has emptied should go. */
export async function confirmClear(prompter: Prompter): Promise<boolean> {
  const choice = await prompter.select({ message: "Clear your answer?", choices: clearChoices });
  return choice === "clear";
}

const clearChoices = [
  { value: "clear", label: "Clear it" },
  { value: "keep", label: "Keep it" },
] as const;

function describeEnter(question: Question, kept: string | undefined): string {
  if (kept) return "Press Enter to leave as is";
  return mayBeEmpty(question) ? "Press Enter to skip" : "Press Enter when you are done";
}

/** Asks for a list, line by line: text adds, `2: text` changes line 2, `-2` removes it. */
async function askList(options: AskOptions): Promise<string[] | typeof BACK> {
  const { prompter, showEntries, initial, canGoBack, keep } = options;
  let entries = [...initial];
  let { draft } = options;
  if (entries.length > 0) showEntries(entries);
  for (let turn = 1; ; turn++) {
    const lines = entries;
    const typed = await prompter.text({
      message: `Line ${entries.length + 1}:`,
      hint: describeListKeys(turn, entries.length, canGoBack),
      initial: draft,
      keepDraft: (text) => (text || options.draft) && keep({ lines, draft: text || undefined }),
    });
    if (typed === "") return entries;
    if (canGoBack && (typed === "<" || typed === `${draft}<`)) return BACK;
    draft = undefined;
    entries = await takeLine(entries, typed, options);
    keep({ lines: entries });
  }
}

/** Applies one typed line to the entries, and shows them again where they moved. */
async function takeLine(entries: string[], typed: string, options: AskOptions): Promise<string[]> {
  const edit = readEdit(typed, entries.length);
  if (edit === "none") {
    options.say("There is no line with that number.");
    return entries;
  }
  const after = await applyEdit(entries, edit, options);
  if (edit.index < entries.length || after.length > entries.length + 1) options.showEntries(after);
  return after;
}

/** One edit of a list: the lines that go to a place, or no lines to remove the one there. */
interface Edit {
  index: number;
  texts: string[];
  /** What the person would type to do the same again: `2: ` before the new text of line 2. */
  lead: string;
}

/** Reads what a typed line does to a list of `length` lines; "none" if that line doesn't exist. */
function readEdit(typed: string, length: number): Edit | "none" {
  const [, removed] = /^-(\d+)$/.exec(typed) ?? [];
  const [, changed, text = ""] = /^(\d+):\s+(.+)$/.exec(typed) ?? [];
  const number = Number(removed ?? changed);
  const isThere = number >= 1 && number <= length;
  // "3: text" for a line that doesn't exist yet is a new line, as in a numbered list.
  if (!removed && !isThere) return { index: length, texts: splitEntries(text || typed), lead: "" };
  if (!isThere) return "none";
  const texts = changed ? [cleanLine(text)].filter(Boolean) : [];
  return { index: number - 1, texts, lead: changed ? `${changed}: ` : "" };
}

/** Each line is asked about before it joins the list; if the person stops there, it is a draft. */
async function applyEdit(
  entries: readonly string[],
  { index, texts, lead }: Edit,
  { settle, keep }: AskOptions,
): Promise<string[]> {
  const lines = [...entries];
  const settled: string[] = [];
  for (const [place, text] of texts.entries()) {
    const before = lead === "" ? [...lines, ...settled] : lines;
    const waiting = texts.slice(place + 1);
    const keepDraft = (wording: string) =>
      keep({ lines: before, draft: lead + [wording || text, ...waiting].join("\n") });
    keepDraft(text);
    settled.push(cleanLine(await settle(text, keepDraft)));
  }
  return lines.toSpliced(index, 1, ...settled);
}

function describeListKeys(turn: number, count: number, canGoBack: boolean): string {
  const back = canGoBack ? ", < and Enter to go back" : "";
  const edit = count > 0 && turn <= 2 ? "; 1: new text changes line 1, -1 removes it" : "";
  return `Empty line to finish${edit}${back}`;
}
