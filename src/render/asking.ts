import type { NumberedEntry } from "../domain/asking.ts";
import { choicesOf, type Question } from "../domain/step.ts";
import { hang, indent, stack } from "./layout.ts";
import type { Look } from "./theme.ts";

/** One question of a step as a screen. */
export interface AskingView {
  question: Question;
  entry: NumberedEntry | undefined;
  /** Its place among the questions of the step. */
  number: number;
  total: number;
  /** What the project's slice shows beside the question. */
  hints: readonly string[];
  /** What was answered before, here or in the round before. */
  before: readonly string[];
}

/** The words above a prompt: the place, the question, help, an example, and what was said before. */
export function renderAsking(view: AskingView, look: Look): string {
  const { theme, width } = look;
  const { question, entry, number, total } = view;
  return `\n${stack([
    `  ${theme.faint(`Question ${number} of ${total}`)}`,
    entry && hang(`  C${entry.number} `, entry.text, width),
    [
      ...(choicesOf(question).length > 0 ? [] : [theme.heading(indent(question.ask, width))]),
      ...(question.help ? [indent(question.help, width)] : []),
    ],
    renderExamples(view, look),
    renderBefore(view, look),
  ])}\n`;
}

/** Lines shown before the first question of a step. */
export function renderIntro(lines: readonly string[], { width }: Look): string {
  const [first = "", ...others] = lines;
  return `\n${stack([[indent(first, width), ...others.map((line) => hang("  - ", line, width))]])}`;
}

/** A sentence between two prompts. */
export function renderNotice(text: string, { theme, width }: Look): string {
  return `\n${theme.warn(indent(text, width))}\n`;
}

/** The entries of a list while it is written. */
export function renderEntries(entries: readonly string[], { width }: Look): string {
  return `${entries.map((entry, index) => hang(`  ${index + 1}. `, entry, width)).join("\n")}\n`;
}

function renderExamples({ question, hints }: AskingView, { theme, width }: Look): string[] {
  const examples = hints.length > 0 ? hints : [question.example ?? []].flat();
  const title = hints.length > 0 ? "From the slice" : "For example";
  if (examples.length === 0) return [];
  return [theme.faint(`  ${title}`), ...examples.map((line) => theme.faint(hang("  - ", line, width)))];
}

function renderBefore({ before }: AskingView, { theme, width }: Look): string[] {
  const filled = before.filter((line) => line !== "");
  if (filled.length === 0) return [];
  return [theme.faint("  You said before"), ...filled.map((line) => theme.faint(hang("  - ", line, width)))];
}
