import type { Question } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { mayBeEmpty } from "../../domain/project/validate-answer.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { countOf } from "../../domain/text/words.ts";
import { BACK_HINT, isBack, KEEP_HINT, NO_WAY_BACK } from "../shared/going-back.ts";
import { type ListEdit, parseListEdit } from "./list-edit.ts";
import { type AskOptions, BACK, type Reply } from "./reply.ts";

/** Asks for a list, line by line: text adds, `2: text` changes line 2, `-2` removes it. */
export async function askList(question: Question, options: AskOptions): Promise<Reply> {
  const { prompter, initial, canGoBack, keep } = options;
  let entries = [...initial];
  let { draft } = options;
  // Set once a line was refused, so that Enter alone takes it out.
  let refused: string | undefined;
  if (entries.length > 0) options.showEntries(toTexts(entries));
  for (let turn = 1; ; turn++) {
    const lines = toTexts(entries);
    const typed = await prompter.text({
      message: nameTurn(question, entries.length, options),
      hint: describeListKeys(question, options, {
        ...{ turn, count: entries.length, draft, isRefused: refused !== undefined },
      }),
      initial: draft,
      list: lines,
      keepDraft: (text) => (text || options.draft) && keep({ lines, draft: text || undefined }),
    });
    if (typed === "") return entries;
    const goesBack = isBack(typed, draft);
    if (goesBack && canGoBack) return BACK;
    if (goesBack) {
      options.say(NO_WAY_BACK);
      continue;
    }
    ({ entries, draft } = await applyLine(entries, typed, question, { ...options, refused }));
    refused = draft;
    keep({ lines: toTexts(entries), draft });
  }
}

/** Names the line that is asked for. A full list asks for none. */
function nameTurn(
  question: Question,
  count: number,
  { lineName = "Line" }: Pick<AskOptions, "lineName">,
): string {
  return isListFull(question, count)
    ? `Your ${countOf(count, "line")}:`
    : `${lineName} ${count + 1}:`;
}

/** Applies one typed line to the entries, and shows them again where they moved. */
async function applyLine(
  entries: AnswerLine[],
  typed: string,
  { max }: Question,
  { refused, ...options }: AskOptions & { refused: string | undefined },
): Promise<{ entries: AnswerLine[]; draft: string | undefined }> {
  const edit = parseListEdit(typed, entries.length, max);
  if ("problem" in edit) {
    options.say(edit.problem);
    return { entries, draft: edit.draft === refused ? undefined : edit.draft };
  }
  const after = await applyEdit(entries, edit, options);
  const hasMoved = edit.index < entries.length || after.length > entries.length + 1;
  if (hasMoved) options.showEntries(toTexts(after));
  return { entries: after, draft: undefined };
}

/** Each line is asked about before it joins the list; if the person stops there, it is a draft. */
async function applyEdit(
  entries: readonly AnswerLine[],
  { index, texts, lead }: ListEdit,
  { settle, keep, lineName = "Line" }: AskOptions,
): Promise<AnswerLine[]> {
  const settled: AnswerLine[] = [];
  for (const [place, text] of texts.entries()) {
    const before = toTexts(lead === "" ? [...entries, ...settled] : entries);
    const waiting = texts.slice(place + 1);
    const keepDraft = (wording: string) =>
      keep({ lines: before, draft: lead + [wording || text, ...waiting].join("\n") });
    keepDraft(text);
    const number = `${lineName} ${index + place + 1}`;
    const line = await settle(text, keepDraft, texts.length > 1 ? number : undefined);
    settled.push({ ...line, text: cleanLine(line.text) });
  }
  return entries.toSpliced(index, 1, ...settled);
}

function toTexts(lines: readonly AnswerLine[]): string[] {
  return lines.map(({ text }) => text);
}

/**
 * Says what Enter alone does at a question without an answer; undefined if that's nothing special.
 * Where the answer of the round before stands above, it says that Enter doesn't keep that.
 */
export function describeSkip(
  question: Question,
  { hasLast }: Pick<AskOptions, "hasLast">,
): string | undefined {
  if (!mayBeEmpty(question)) return hasLast ? "Type a new answer, then press Enter" : undefined;
  if (question.ifEmpty) return `Press Enter to answer "${question.ifEmpty}"`;
  if (question.confirmEmpty) return "Press Enter twice to leave it empty";
  return hasLast ? "Press Enter to leave it empty" : "Press Enter to skip";
}

/** Returns true for a list that takes no other line, so that none may be asked for. */
function isListFull({ max }: Question, count: number): boolean {
  return max !== undefined && count >= max;
}

/** Says what Enter alone does at a list that takes no more lines, or has too many already. */
function describeFull(count: number, max = count): string {
  const most = `This takes at most ${countOf(max, "line")}`;
  return count > max ? `${most}, so take ${count - max} out` : `${most}. Press Enter to finish`;
}

/** What a prompt for a line says: its turn, how many lines there are, and what is in it. */
interface ListTurn {
  turn: number;
  count: number;
  draft: string | undefined;
  /** True if the draft was refused, so that Enter doesn't keep it. */
  isRefused: boolean;
}

function describeListKeys(
  question: Question,
  options: AskOptions,
  { turn, count, draft, isRefused }: ListTurn,
): string {
  const back = options.canGoBack ? `. ${BACK_HINT}` : "";
  const edit = count > 0 ? '; "1: new text" changes line 1, "-1" deletes it' : "";
  const changing = isRefused ? "Change it, or press Enter to take it out" : KEEP_HINT;
  const enter = isListFull(question, count)
    ? describeFull(count, question.max)
    : draft
      ? changing
      : describeListEnter(question, options, { turn, count });
  return `${enter}${edit}${back}`;
}

/** Says what Enter alone does at a list that takes more lines. */
function describeListEnter(
  question: Question,
  options: AskOptions,
  { turn, count }: { turn: number; count: number },
): string {
  const lacking = (question.min ?? 0) - count;
  const finish =
    count > 0 && turn === 1
      ? `Press Enter to keep ${count === 1 ? "this line" : "these lines"}, or add one`
      : "Press Enter on an empty line to finish";
  const skip = count === 0 ? describeSkip(question, options) : undefined;
  const needed = lacking > 0 ? `${countOf(lacking, "more line")} needed` : undefined;
  return skip ?? needed ?? finish;
}
