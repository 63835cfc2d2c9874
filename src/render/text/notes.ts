import { countOf, joinWords, shorten } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { listAsks, renderAnswerBlock } from "./proposals.ts";

/** What was understood of notes. */
export interface NotesView {
  /** The file, as it was named. */
  source: string;
  filled: readonly NotesAnswer[];
  /** The labels of questions that had an answer before, which stays as it is. */
  kept: readonly string[];
  /** The lines that found no place. */
  others: readonly { line: number; text: string }[];
}

/** An answer that notes hold. */
interface NotesAnswer {
  label: string;
  lines: readonly string[];
  /** What the linter asks about the lines. */
  findings: readonly { message: string; question: string }[];
  /** Why it can't be kept as it is. */
  problem: string | undefined;
}

const MAX_OTHERS = 10;
const MAX_LENGTH = 100;

/** What notes answer, question by question, and what found no place. */
export function renderNotes(view: NotesView, options: RenderOptions): string {
  const { theme, width } = options;
  const { source, filled, kept } = view;
  return `\n${stack([
    theme.faint(indent(`From ${source}`, width)),
    ...filled.map((answer) => renderNotesAnswer(answer, options)),
    kept.length > 0
      ? indent(`Already answered, so left as it is: ${joinWords(kept)}.`, width)
      : undefined,
    renderOthers(view, options),
  ])}\n`;
}

function renderNotesAnswer(answer: NotesAnswer, options: RenderOptions): string[] {
  const { theme, width } = options;
  const { label, lines, findings, problem } = answer;
  return [
    ...renderAnswerBlock({ label, texts: [...lines], asks: listAsks(findings) }, options),
    ...(problem ? [theme.warn(hang("  ! ", problem, width))] : []),
  ];
}

function renderOthers({ others }: NotesView, { theme, width }: RenderOptions): string[] {
  if (others.length === 0) return [];
  const hidden = others.length - MAX_OTHERS;
  return [
    theme.heading(indent(`Found no place (${countOf(others.length, "line")})`, width)),
    ...others
      .slice(0, MAX_OTHERS)
      .map(({ line, text }) =>
        theme.faint(hang("  - ", `line ${line}: ${shorten(text, MAX_LENGTH)}`, width)),
      ),
    ...(hidden > 0 ? [theme.faint(indent(`and ${hidden} more`, width, 4))] : []),
  ];
}
