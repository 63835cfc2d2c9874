import type { Question } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { Typed } from "../../domain/project/unfinished.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { findOpenQuestion } from "../../domain/text/open-question.ts";
import { countOf } from "../../domain/text/words.ts";
import { askList } from "./list.ts";
import { type AskOptions, BACK, goBack, type Reply } from "./reply.ts";

/** What stands beside a line of the person's notes. */
const FROM_NOTES = "from your notes";
const OPEN_QUESTION = "a question: answer it, or leave it out";
const NOT_IN_IT = "from your notes, not in it yet";
const OWN_LINES = "own-lines";
const ownLines = {
  value: OWN_LINES,
  label: "Something else",
  hint: "pick it and press Enter, then type it",
};

/**
 * Asks for a list of which good lines can be picked. Lines of one's own are typed after that; going
 * back from there leads to the good lines again.
 */
export function askCandidates(question: Question, given: AskOptions): Promise<Reply> {
  const { leftover = [], candidates: good = [], initial } = given;
  const filled = initial.map(({ text }) => text);
  const candidates = [...new Set([...(filled.length > 0 ? filled : good), ...leftover])];
  if (candidates.length === filled.length) return askList(question, given);
  return pickOrType(question, { ...given, candidates, settle: rememberSettled(given) });
}

async function pickOrType(question: Question, options: AskOptions): Promise<Reply> {
  const { draft, initial } = options;
  let own: Typed = { draft };
  const filled = initial.map(({ text }) => text);
  const answers = initial
    .filter(({ text, marks }) => marks.length > 0 || !findOpenQuestion(text))
    .map(({ text }) => text);
  let picked: string[] | typeof BACK = draft ? [...answers, OWN_LINES] : answers;
  for (;;) {
    picked = await pick(question, options, picked);
    if (picked === BACK) return BACK;
    const texts = picked.filter((value) => value !== OWN_LINES);
    const typed = countOwn(picked, own);
    const problem = findTooMany(question, texts, { before: filled, typed });
    if (problem !== undefined) {
      options.say(problem);
      continue;
    }
    const good = await settleAll(texts, options);
    if (isComplete(question, good.length, picked.includes(OWN_LINES))) return good;
    const reply = await askOwnLines(question, options, { good, own }, (now) => {
      own = now;
    });
    if (reply !== BACK) return reply;
    picked = [...texts, OWN_LINES];
  }
}

/** Counts the lines of the person's own that are typed, or will be. */
function countOwn(picked: readonly string[], { lines = [] }: Typed): number {
  return picked.includes(OWN_LINES) ? Math.max(1, lines.length) : 0;
}

/**
 * Says that too many lines were picked, so that the same list is shown again with its numbers.
 * `typed` is how many are the person's own.
 */
function findTooMany(
  question: Question,
  texts: readonly string[],
  { before, typed }: { before: readonly string[]; typed: number },
): string | undefined {
  const { max = Number.POSITIVE_INFINITY } = question;
  const count = texts.length + typed;
  if (count <= max) return undefined;
  const most = `This takes at most ${countOf(max, "line")}, and "${ownLines.label}"`;
  if (typed > 0) return `${most} counts as ${typed}. You have ${count}. Remove some.`;
  const problem = validateAnswer(question, texts, { subject: "This", before });
  return problem && `${problem.message} ${problem.fix}`;
}

/** Returns true if nothing has to be typed, or no more lines fit. */
function isComplete(
  { min = 0, max = Number.POSITIVE_INFINITY }: Question,
  count: number,
  wantsOwn: boolean,
): boolean {
  return count >= max || (count >= min && !wantsOwn);
}

async function pick(
  question: Question,
  { prompter, candidates = [], leftover = [], initial, canGoBack }: AskOptions,
  picked: readonly string[],
): Promise<string[] | typeof BACK> {
  const filled = initial.map(({ text }) => text);
  const hint = filled.length > 0 ? NOT_IN_IT : FROM_NOTES;
  const listCandidate = (line: string) => {
    const choice = { value: line, label: line };
    if (findOpenQuestion(line)) return { ...choice, hint: OPEN_QUESTION };
    const isNote = leftover.includes(line) && !filled.includes(line);
    return isNote ? { ...choice, hint } : choice;
  };
  return prompter.multi({
    message: describeLimit(question),
    choices: [...candidates.map(listCandidate), ownLines],
    initial: picked,
    own: ownLines,
    max: question.max,
    isRequired: (question.min ?? 0) > 0,
    leave: canGoBack ? goBack : undefined,
  });
}

/** Asks for lines below the good ones that were picked. `remember` gets those typed so far. */
async function askOwnLines(
  question: Question,
  options: AskOptions,
  { good, own }: { good: readonly AnswerLine[]; own: Typed },
  remember: (own: Typed) => void,
): Promise<Reply> {
  const { candidates = [], keep } = options;
  const typed = await settleAll(own.lines ?? [], options);
  const initial = [...good, ...typed];
  keep({ lines: initial.map(({ text }) => text), draft: own.draft });
  return askList(question, {
    ...options,
    initial,
    draft: own.draft,
    canGoBack: true,
    lineName: "Your own line",
    keep: (now) => {
      remember({ ...now, lines: now.lines?.filter((line) => !candidates.includes(line)) });
      keep(now);
    },
  });
}

/** Settles each line once, even if the person goes back to the list. */
function rememberSettled({ initial, settle }: AskOptions): AskOptions["settle"] {
  const settled = new Map(initial.map((line) => [line.text, line]));
  return async (text, keepDraft, place) => {
    const line = settled.get(text) ?? (await settle(text, keepDraft, place));
    settled.set(line.text, line);
    return line;
  };
}

/** Asks about each of the lines that is vague. If the person stops there, all are kept. */
async function settleAll(
  texts: readonly string[],
  { settle, keep }: Pick<AskOptions, "settle" | "keep">,
): Promise<AnswerLine[]> {
  const lines: AnswerLine[] = [];
  for (const [index, text] of texts.entries()) {
    const place = texts.length > 1 ? `Line ${index + 1}` : undefined;
    lines.push(await settle(text, () => keep({ lines: texts }), place));
  }
  return lines;
}

/** Says how many can be picked. The question itself stands above. */
function describeLimit({ max }: Question): string {
  return max === undefined ? "Pick what fits:" : `Pick up to ${max}:`;
}
