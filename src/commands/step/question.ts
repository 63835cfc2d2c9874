import { choicesOf, type Question } from "../../domain/library/step.ts";
import { type AnswerLine, unmarked } from "../../domain/project/answer-line.ts";
import { mayBeEmpty, validateAnswer } from "../../domain/project/validate-answer.ts";
import { cleanText } from "../../domain/text/clean.ts";
import type { Choice, Prompter } from "../../prompts/prompter.ts";
import { askList } from "./list.ts";
import { type AskOptions, BACK, type Reply } from "./reply.ts";

const goBack = {
  value: BACK,
  label: "Go back",
  hint: "to the previous question",
  key: "<",
} as const;
const OWN_LINES = "own-lines";
const ownLines = { value: OWN_LINES, label: "Something else", hint: "type your own next" };
const NOT_SURE = "not-sure";
const notSure = { value: NOT_SURE, label: "I'm not sure", hint: "show me what this looks like" };

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
    initial = keepToFix(question, lines);
    draft = undefined;
    options.say(objection);
  }
}

function isEmpty(lines: readonly AnswerLine[]): boolean {
  return lines.every(({ text }) => text === "");
}

function markEmpty({ confirmEmpty }: Question): AnswerLine[] {
  return [{ text: "", marks: confirmEmpty ? ["empty"] : [] }];
}

/** What was refused stays to be edited, but a number or a date is quicker to type again. */
function keepToFix({ type }: Question, lines: readonly AnswerLine[]): readonly AnswerLine[] {
  return type === "number" || type === "date" ? [] : lines;
}

function findObjection(
  question: Question,
  lines: readonly AnswerLine[],
  { max, today }: Pick<AskOptions, "max" | "today">,
  hasConfirmed: boolean,
): string | undefined {
  if (isEmpty(lines)) {
    if (question.confirmEmpty && !hasConfirmed)
      return "Leave this empty? Press Enter again to skip it.";
    return mayBeEmpty(question)
      ? undefined
      : `Please answer this one. ${question.help ?? question.ask}`;
  }
  const texts = lines.map(({ text }) => text);
  const problem = validateAnswer(question, texts, { subject: "This", max, today });
  return problem && `${problem.message} ${problem.fix}`;
}

function askOnce(question: Question, options: AskOptions): Promise<Reply> {
  if (question.type === "multi") return askMulti(question, options);
  if (question.type === "list") return askCandidates(question, options);
  return choicesOf(question).length > 0 ? askChoice(question, options) : askText(question, options);
}

async function askChoice(question: Question, options: AskOptions): Promise<Reply> {
  const { prompter, initial, canGoBack, showExample } = options;
  const choices: Choice<string>[] = [...choicesOf(question)];
  if (showExample) choices.push(notSure);
  if (canGoBack) choices.push(goBack);
  const start = initial[0]?.text ?? question.default;
  for (;;) {
    const chosen = await prompter.select({ message: question.ask, choices, initial: start });
    if (chosen === BACK) return BACK;
    if (chosen !== NOT_SURE) return unmarked([chosen]);
    showExample?.();
  }
}

/** Asks for a list of which good lines can be picked. Lines of one's own are typed after that. */
async function askCandidates(question: Question, options: AskOptions): Promise<Reply> {
  const { prompter, candidates = [], initial, canGoBack, settle, keep } = options;
  if (candidates.length === 0 || initial.length > 0) return askList(options);
  const picked = await prompter.multi({
    message: nameWithLimit(question),
    choices: [...candidates.map((line) => ({ value: line, label: line })), ownLines],
    leave: canGoBack ? goBack : undefined,
  });
  if (picked === BACK) return BACK;
  const texts = picked.filter((value) => value !== OWN_LINES);
  const lines: AnswerLine[] = [];
  for (const text of texts) lines.push(await settle(text, () => keep({ lines: texts })));
  const { min = 0, max = Number.POSITIVE_INFINITY } = question;
  const wantsMore = picked.length > texts.length || lines.length < min;
  if (!wantsMore || lines.length >= max) return lines;
  keep({ lines: texts });
  return askList({ ...options, initial: lines });
}

function nameWithLimit({ ask, max }: Question): string {
  return max === undefined ? ask : `${ask} Pick up to ${max}.`;
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
  const enter = describeEnter(question, start);
  const keepDraft = (text: string) => {
    if (text === "" ? draft : text !== saved) keep({ draft: cleanText(text) || undefined });
  };
  const typed = await prompter.text({
    message: options.prompt ?? "Your answer:",
    hint: canGoBack ? `${enter}, < and Enter to go back` : enter,
    initial: start,
    keepDraft,
  });
  const words = cleanText(typed);
  // The line may start with the old answer, so the sign for going back may come after it.
  if (canGoBack && (words === "<" || words === `${start ?? ""}<`)) return BACK;
  if (words === "" && start && question.optional && !(await confirmClear(prompter)))
    return askText(question, options);
  keepDraft(words);
  return [await settle(words, keepDraft)];
}

async function confirmClear(prompter: Prompter): Promise<boolean> {
  const choice = await prompter.select({ message: "Clear your answer?", choices: clearChoices });
  return choice === "clear";
}

const clearChoices = [
  { value: "clear", label: "Clear it" },
  { value: "keep", label: "Keep it" },
] as const;

function describeEnter(question: Question, start: string | undefined): string {
  if (start) return "Press Enter to keep it as is";
  return mayBeEmpty(question) ? "Press Enter to skip" : "Press Enter when you're done";
}
