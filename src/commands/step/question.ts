import { choicesOf, type Question } from "../../domain/library/step.ts";
import { type AnswerLine, unmarked } from "../../domain/project/answer-line.ts";
import { describeRange, mayBeEmpty, validateAnswer } from "../../domain/project/validate-answer.ts";
import { cleanText } from "../../domain/text/clean.ts";
import { withoutListMarks } from "../../domain/text/entries.ts";
import { normalizeDate, writeDay } from "../../domain/text/number.ts";
import { countOf, DAY } from "../../domain/text/words.ts";
import type { Choice, Prompter } from "../../prompts/prompter.ts";
import { formatSavedDay } from "../../render/text/dates.ts";
import { BACK_HINT, KEEP_HINT, NO_WAY_BACK, readBeforeBack } from "../shared/going-back.ts";
import { askCandidates } from "./candidates.ts";
import { askLeftover } from "./leftover.ts";
import { describeSkip } from "./list.ts";
import { type AskOptions, BACK, goBack, type Reply } from "./reply.ts";

const NOT_SURE = "not-sure";
const notSure = { value: NOT_SURE, label: "I'm not sure", hint: "show me what this looks like" };
/** Once the example was shown, the same words would promise something new. */
const stillNotSure = { ...notSure, label: "I'm still not sure", hint: "show the example again" };

/**
 * Asks one question until it has a valid answer. Where the question says so, an empty answer is
 * asked about once more, then kept with a mark.
 */
export async function askQuestion(question: Question, options: AskOptions): Promise<Reply> {
  let hasConfirmed = false;
  let { initial, draft } = options;
  for (;;) {
    const lines = await askOnce(question, { ...options, initial, draft });
    if (lines === BACK) return BACK;
    const objection = findObjection(question, lines, options, hasConfirmed);
    if (objection === undefined) return isEmpty(lines) ? markEmpty(question) : lines;
    hasConfirmed = isEmpty(lines);
    initial = keepToFix(question, lines, options);
    draft = undefined;
    options.say(objection);
  }
}

/** Says how far away a day is that is later than what a question means. */
function describeDistantDay({ within }: Question, text: string, today: Date): string | undefined {
  if (within === undefined || text === "") return undefined;
  const day = normalizeDate(text, today);
  const days = (Date.parse(day) - Date.parse(writeDay(today))) / DAY;
  if (!(days > within)) return undefined;
  const months = countOf(Math.round(days / DAYS_PER_MONTH), "month");
  return `That's ${formatSavedDay(day)}, ${months} from now. Press Enter to keep it, or change it.`;
}

const DAYS_PER_MONTH = 30.4;

function isEmpty(lines: readonly AnswerLine[]): boolean {
  return lines.every(({ text }) => text === "");
}

function markEmpty({ confirmEmpty }: Question): AnswerLine[] {
  return [{ text: "", marks: confirmEmpty ? ["empty"] : [] }];
}

/** What was refused stays to be edited, but a number or a date is quicker to type again. */
function keepToFix(
  { type }: Question,
  lines: readonly AnswerLine[],
  { keep }: AskOptions,
): readonly AnswerLine[] {
  if (type !== "number" && type !== "date") return lines;
  keep({});
  return [];
}

function askAboutEmpty({ each }: Question): string {
  const result = each ? "Then the page says: nothing noted. Press" : "Then press";
  return `Leave this empty? ${result} Enter again.`;
}

/** A slip of Enter would say of every line that it failed. */
function askAboutNone({ yes }: NonNullable<Question["picks"]>): string {
  return `Nothing is ticked, so none of them ${yes}. If that's so, press Enter again.`;
}

function objectToEmpty(question: Question, hasConfirmed: boolean): string | undefined {
  if (question.confirmEmpty && !hasConfirmed) return askAboutEmpty(question);
  if (question.picks && !hasConfirmed) return askAboutNone(question.picks);
  if (mayBeEmpty(question)) return undefined;
  return `Please answer this one. ${question.help ?? question.ask}`;
}

function findObjection(
  question: Question,
  lines: readonly AnswerLine[],
  { max, today, initial }: Pick<AskOptions, "max" | "today" | "initial">,
  hasConfirmed: boolean,
): string | undefined {
  if (isEmpty(lines)) return objectToEmpty(question, hasConfirmed);
  const texts = lines.map(({ text }) => text);
  const before = initial.map(({ text }) => text);
  const problem = validateAnswer(question, texts, { subject: "This", max, today, before });
  return problem && `${problem.message} ${problem.fix}`;
}

function askOnce(question: Question, options: AskOptions): Promise<Reply> {
  if (question.type === "multi") return askMulti(question, options);
  if (question.type === "list") return askCandidates(question, options);
  if (choicesOf(question).length > 0) return askChoice(question, options);
  return askLeftover(options, (own) => askDay(question, own));
}

/** Asks for a text; for a day that is later than what the question means, once more. */
async function askDay(question: Question, options: AskOptions): Promise<Reply> {
  const reply = await askText(question, options);
  if (reply === BACK) return BACK;
  const [{ text } = { text: "" }] = reply;
  const doubt = describeDistantDay(question, text, options.today);
  const isKept = options.initial.some((line) => line.text === text);
  if (doubt === undefined || isKept) return reply;
  options.say(doubt);
  return askDay(question, { ...options, initial: reply, draft: undefined });
}

async function askChoice(question: Question, options: AskOptions): Promise<Reply> {
  const { prompter, initial, canGoBack, showExample } = options;
  const list = (unsure: Choice<string>): Choice<string>[] => [
    ...choicesOf(question),
    ...(showExample ? [unsure] : []),
    ...(canGoBack ? [goBack] : []),
  ];
  let choices = list(notSure);
  const answer = initial[0]?.text;
  const start = answer ?? question.default;
  for (;;) {
    const asked = { message: question.ask, choices, initial: start, answer };
    const chosen = await prompter.select(asked);
    if (chosen === BACK) return BACK;
    if (chosen !== NOT_SURE) return unmarked([chosen]);
    showExample?.();
    choices = list(stillNotSure);
  }
}

async function askMulti(question: Question, options: AskOptions): Promise<Reply> {
  const chosen = await options.prompter.multi({
    message: question.ask,
    choices: choicesOf(question),
    initial: options.initial.map(({ text }) => text),
    leave: options.canGoBack ? goBack : undefined,
  });
  return chosen === BACK ? BACK : unmarked(chosen);
}

async function askText(question: Question, options: AskOptions): Promise<Reply> {
  const { prompter, initial, draft, canGoBack, settle, keep } = options;
  const saved = initial[0]?.text;
  const start = draft ?? saved;
  const enter = describeEnter(question, start, options);
  const keepDraft = (text: string) => {
    if (text === "" ? draft : text !== saved) keep({ draft: cleanText(text) || undefined });
  };
  const typed = await prompter.text({
    message: options.prompt ?? "Your answer:",
    hint: canGoBack ? `${enter}. ${BACK_HINT}` : enter,
    initial: start,
    keepDraft,
  });
  const words = cleanText(withoutListMarks(typed));
  const before = readBeforeBack(words);
  if (before !== undefined) return leaveText(question, options, before);
  if (words === "" && start && question.optional && !(await confirmClear(prompter)))
    return askText(question, options);
  // An answer that stays as it is was asked about when it was given.
  if (words !== "" && words === saved && draft === undefined) return initial.slice(0, 1);
  keepDraft(words);
  return [await settle(words, keepDraft)];
}

/** Goes back where that's possible. What was typed before the sign is offered again. */
function leaveText(question: Question, options: AskOptions, before: string): Promise<Reply> {
  const { canGoBack, draft, initial, keep, say } = options;
  const isChanged = before !== "" && before !== (draft ?? initial[0]?.text)?.trim();
  if (isChanged) keep({ draft: before });
  if (canGoBack) return Promise.resolve(BACK);
  say(NO_WAY_BACK);
  return askText(question, isChanged ? { ...options, draft: before } : options);
}

async function confirmClear(prompter: Prompter): Promise<boolean> {
  const choice = await prompter.select({ message: "Clear your answer?", choices: clearChoices });
  return choice === "clear";
}

const clearChoices = [
  { value: "clear", label: "Clear it" },
  { value: "keep", label: "Keep it" },
] as const;

function describeEnter(question: Question, start: string | undefined, options: AskOptions): string {
  if (start) return KEEP_HINT;
  if (question.type === "number" && !mayBeEmpty(question))
    return `A number ${describeRange(question, options.max)}`;
  return describeSkip(question, options) ?? "Press Enter when you're done";
}
