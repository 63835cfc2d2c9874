import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { splitEntries } from "../../domain/text/entries.ts";
import { type AskOptions, BACK, type Reply } from "./reply.ts";

/** Asks for a list, line by line: text adds, `2: text` changes line 2, `-2` removes it. */
export async function askList(options: AskOptions): Promise<Reply> {
  const { prompter, initial, canGoBack, keep } = options;
  let entries = [...initial];
  let { draft } = options;
  if (entries.length > 0) options.showEntries(toTexts(entries));
  for (let turn = 1; ; turn++) {
    const lines = toTexts(entries);
    const typed = await prompter.text({
      message: `Line ${entries.length + 1}:`,
      hint: describeListKeys(turn, entries.length, canGoBack),
      initial: draft,
      keepDraft: (text) => (text || options.draft) && keep({ lines, draft: text || undefined }),
    });
    if (typed === "") return entries;
    if (canGoBack && (typed === "<" || typed === `${draft}<`)) return BACK;
    draft = undefined;
    entries = await applyLine(entries, typed, options);
    keep({ lines: toTexts(entries) });
  }
}

/** Applies one typed line to the entries, and shows them again where they moved. */
async function applyLine(
  entries: AnswerLine[],
  typed: string,
  options: AskOptions,
): Promise<AnswerLine[]> {
  const edit = parseEdit(typed, entries.length);
  if (edit === "none") {
    options.say("There is no line with that number.");
    return entries;
  }
  const after = await applyEdit(entries, edit, options);
  const hasMoved = edit.index < entries.length || after.length > entries.length + 1;
  if (hasMoved) options.showEntries(toTexts(after));
  return after;
}

/** One edit of a list: the lines that go to a place, or no lines to remove the one there. */
interface Edit {
  index: number;
  texts: string[];
  /** What the person would type to do the same again: `2: ` before the new text of line 2. */
  lead: string;
}

/** Parses what a typed line does to a list of `length` lines; "none" if that line doesn't exist. */
function parseEdit(typed: string, length: number): Edit | "none" {
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
  entries: readonly AnswerLine[],
  { index, texts, lead }: Edit,
  { settle, keep }: AskOptions,
): Promise<AnswerLine[]> {
  const settled: AnswerLine[] = [];
  for (const [place, text] of texts.entries()) {
    const before = toTexts(lead === "" ? [...entries, ...settled] : entries);
    const waiting = texts.slice(place + 1);
    const keepDraft = (wording: string) =>
      keep({ lines: before, draft: lead + [wording || text, ...waiting].join("\n") });
    keepDraft(text);
    const line = await settle(text, keepDraft);
    settled.push({ ...line, text: cleanLine(line.text) });
  }
  return entries.toSpliced(index, 1, ...settled);
}

function toTexts(lines: readonly AnswerLine[]): string[] {
  return lines.map(({ text }) => text);
}

function describeListKeys(turn: number, count: number, canGoBack: boolean): string {
  const back = canGoBack ? ", < and Enter to go back" : "";
  const edit =
    count > 0 && turn <= 2 ? '; type "1: new text" to change line 1, "-1" to delete it' : "";
  const enter =
    count > 0 && turn === 1
      ? `Press Enter to keep ${count === 1 ? "this line" : "these lines"}, or add one`
      : "Press Enter on an empty line to finish";
  return `${enter}${edit}${back}`;
}
