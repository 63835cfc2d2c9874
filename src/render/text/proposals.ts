import type { Question } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { ProposalSource } from "../../domain/project/proposals.ts";
import type { NumberedEntry } from "../../domain/project/question-instance.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { formatSavedDay } from "./dates.ts";

/** A proposed answer with what the linter asks about it. */
export interface ProposedAnswer {
  question: {
    name: string;
    question: Question;
    entry?: NumberedEntry | undefined;
    proposed: ProposalSource | undefined;
  };
  lines: readonly AnswerLine[];
  /** What the linter asks about the lines. */
  findings: readonly { message: string; question: string }[];
}

/** What can be kept or changed as one: an answer, or all answers about one line of a list. */
export interface ProposalRow {
  label: string;
  names: string[];
  source: ProposalSource | undefined;
  texts: string[];
  asks: string[];
}

/** Groups proposed answers into rows: the answers about one line of a list belong together. */
export function listProposalRows(answers: readonly ProposedAnswer[]): ProposalRow[] {
  const rows = new Map<string, ProposalRow>();
  for (const answer of answers) {
    const { name, question, entry, proposed } = answer.question;
    const label = entry ? `C${entry.number}: ${entry.text}` : (question.label ?? question.ask);
    const key = entry?.id ?? name;
    const row = rows.get(key) ?? { label, names: [], source: proposed, texts: [], asks: [] };
    row.names.push(name);
    row.texts.push(...listShownTexts(answer, entry !== undefined));
    row.asks.push(...listAsks(answer.findings));
    rows.set(key, row);
  }
  return [...rows.values()];
}

function listShownTexts({ question, lines }: ProposedAnswer, isGrouped: boolean): string[] {
  const { type } = question.question;
  const filled = lines.filter(({ text }) => text !== "");
  const texts = filled.map(({ text }) =>
    type === "date" ? formatSavedDay(text) : labelOf(question.question, text),
  );
  if (texts.length > 0) return texts;
  return isGrouped ? [] : [NOTHING];
}

const NOTHING = "(nothing yet)";

/** The screen above the one prompt that keeps or changes all proposed answers. */
export function renderProposals(
  rows: readonly ProposalRow[],
  { theme, width }: RenderOptions,
): string {
  const blocks = rows.map((row) => renderAnswerBlock(row, { theme, width }));
  return `\n${stack([theme.faint(indent(describeSources(rows), width)), ...blocks])}\n`;
}

/** An answer below its label, and what the linter asks about it. */
export function renderAnswerBlock(
  { label, texts, asks }: Pick<ProposalRow, "label" | "texts" | "asks">,
  { theme, width }: RenderOptions,
): string[] {
  return [
    theme.heading(indent(label, width)),
    ...texts.map((text) => hang("  - ", text, width)),
    ...asks.map((ask) => theme.warn(hang("  ? ", ask, width))),
  ];
}

/** Returns what the linter asks about an answer, in words. */
export function listAsks(findings: ProposedAnswer["findings"]): string[] {
  return findings.map(({ message, question }) => `${message} ${question}`);
}

/** Says where all the answers come from, if they come from one place and none is empty. */
function describeSources(rows: readonly ProposalRow[]): string {
  if (rows.every(({ source }) => source === "before")) return "Same as before";
  const isFilled = rows.every(
    ({ source, texts }) => source !== "before" && !texts.includes(NOTHING),
  );
  return isFilled ? "Filled in for you" : "Check these before you go on";
}
