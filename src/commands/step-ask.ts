import { mayBeEmpty, refuseAnswer } from "../domain/given.ts";
import { choicesOf, type Question } from "../domain/step.ts";
import type { Prompter } from "../prompts/prompter.ts";

/** What a person gave at a question: lines of text with their marks, or the way back. */
export type Reply = "back" | { texts: string[]; marks: string[] };

/** What a question is asked with: entries to begin a list with, and the highest number that makes sense. */
export interface AskOptions {
  prompter: Prompter;
  say: (text: string) => void;
  showEntries: (entries: readonly string[]) => void;
  /** Asks about a line that is vague, and gives back the line that stands. */
  settle: (text: string) => Promise<string>;
  /** Told all that is typed for the question so far, should the person stop or go back. */
  keep: (texts: readonly string[]) => void;
  initial: readonly string[];
  most: number | undefined;
  canGoBack: boolean;
}

const BACK = "back";
const goBack = { value: BACK, label: "Go back", hint: "to the question before" };
/** Among choices that are marked, going back is marked too. */
const goBackMarked = { ...goBack, hint: "to the question before: mark this, then press Enter" };

/**
 * Asks one question until the answer can stand. An empty answer is asked for once more where the question says so,
 * then kept with a mark.
 */
export async function askQuestion(question: Question, options: AskOptions): Promise<Reply> {
  let isSecondTime = false;
  let { initial } = options;
  for (;;) {
    const texts = await askOnce(question, { ...options, initial });
    if (texts === BACK) return BACK;
    const isEmpty = texts.every((text) => text === "");
    const objection = findObjection(question, texts, options, isEmpty && !isSecondTime);
    if (objection === undefined) return { texts, marks: markEmpty(question, isEmpty) };
    isSecondTime = isEmpty;
    initial = listToMend(question, texts);
    options.say(objection);
  }
}

/** What was refused stays to be mended, since nobody writes a list twice; a number or a day is quicker to type anew. */
function listToMend({ type }: Question, texts: readonly string[]): readonly string[] {
  return type === "number" || type === "date" ? [] : texts;
}

function markEmpty({ confirmEmpty }: Question, isEmpty: boolean): string[] {
  return isEmpty && confirmEmpty ? ["empty"] : [];
}

function findObjection(question: Question, texts: readonly string[], { most }: AskOptions, isFirstEmpty: boolean) {
  if (isFirstEmpty && question.confirmEmpty) {
    return "Nothing was given. It is worth a few words; leave it empty once more to go on without.";
  }
  const refusal = refuseAnswer(question, texts, most);
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

async function askText(question: Question, { prompter, initial, canGoBack, settle, keep }: AskOptions) {
  const enter = describeEnter(question, initial[0]);
  const hint = canGoBack ? `${enter}, < and Enter goes back` : enter;
  const words = await prompter.text({ message: "Your answer:", hint, initial: initial[0] });
  // What is offered stands in the line already, so the sign for going back may come after it.
  if (canGoBack && (words === "<" || words === `${initial[0]}<`)) return BACK;
  if (words !== "") keep([words]);
  return [await settle(words)];
}

function describeEnter(question: Question, kept: string | undefined): string {
  if (kept) return "Enter keeps it as it stands";
  return mayBeEmpty(question) ? "Enter leaves it empty" : "Enter when you are done";
}

/** A list, line by line: text adds, `2: text` changes line 2, `-2` takes it out, an empty line ends. */
async function askList(options: AskOptions) {
  const { prompter, showEntries, initial, canGoBack } = options;
  let entries = [...initial];
  if (entries.length > 0) showEntries(entries);
  for (let turn = 1; ; turn++) {
    const hint = describeListKeys(turn, entries.length, canGoBack);
    const words = await prompter.text({ message: `Line ${entries.length + 1}:`, hint });
    if (words === "") return entries;
    if (words === "<" && canGoBack) return BACK;
    entries = await takeLine(entries, words, options);
    options.keep(entries);
  }
}

/** The entries after one line was typed; shown again where they moved. */
async function takeLine(entries: string[], words: string, options: AskOptions): Promise<string[]> {
  const { say, showEntries, settle, keep } = options;
  const edit = readEdit(words, entries.length);
  if (edit === "none") {
    say("There is no line with that number.");
    return entries;
  }
  keep(applyEdit(entries, edit));
  const after = applyEdit(entries, edit.text === undefined ? edit : { ...edit, text: await settle(edit.text) });
  if (edit.index < entries.length) showEntries(after);
  return after;
}

/** One edit of a list: the text for a place, or no text to take the line out. */
interface Edit {
  index: number;
  text: string | undefined;
}

/** What a typed line does to a list of `length` lines; "none" when it names a line that is not there. */
function readEdit(words: string, length: number): Edit | "none" {
  const [, removed] = /^-(\d+)$/.exec(words) ?? [];
  const [, changed, text] = /^(\d+):\s+(.+)$/.exec(words) ?? [];
  const number = Number(removed ?? changed ?? length + 1);
  if (number < 1 || (number > length && (removed || changed))) return "none";
  return { index: number - 1, text: removed ? undefined : (text ?? words) };
}

function applyEdit(entries: readonly string[], { index, text }: Edit): string[] {
  return text === undefined ? entries.toSpliced(index, 1) : entries.toSpliced(index, 1, text);
}

function describeListKeys(turn: number, count: number, canGoBack: boolean): string {
  const back = canGoBack ? ", < and Enter goes back" : "";
  const edit = count > 0 && turn <= 2 ? "; 1: new text changes line 1, -1 takes it out" : "";
  return `Enter alone ends the list${edit}${back}`;
}
