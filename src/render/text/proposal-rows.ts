import { choicesOf, type Question } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { OfferNotes } from "../../domain/project/offer-notes.ts";
import type { ProposalSource } from "../../domain/project/proposals.ts";
import type { NumberedEntry } from "../../domain/project/question-instance.ts";
import { capitalize } from "../../domain/text/words.ts";
import { describeAuthor } from "../page/author.ts";
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
  /** What the linter asks about each of the lines. */
  findings: readonly (readonly Ask[])[];
  /** What else to know about the answer. */
  notes?: OfferNotes;
}

/** What the linter asks about a line. */
interface Ask {
  message: string;
  question: string;
}

/** A line of an answer with what the linter asks about it. */
interface AskedLine {
  text: string;
  asks: string[];
}

/** What can be kept or changed as one: an answer, or all answers about one line of a list. */
export interface ProposalRow {
  label: string;
  names: string[];
  source: ProposalSource | undefined;
  lines: AskedLine[];
  /** For a line that the round before left out of what it picked: what picking it now adds. */
  adds?: { text: string; choice: string; yes: string };
  /** True for a verdict of the round before, on a check that a new pass may have changed. */
  isOldVerdict?: boolean;
  /** True if an agent wrote some of it, and no person has confirmed it. */
  isAgents?: boolean;
  /** True if it is an agent's draft, which Enter makes the person's answer. */
  isDraft?: boolean;
}

/** Groups proposed answers into rows: the answers about one line of a list belong together. */
export function listProposalRows(answers: readonly ProposedAnswer[]): ProposalRow[] {
  const rows = new Map<string, ProposalRow>();
  for (const answer of answers) {
    const { name, question, entry, proposed } = answer.question;
    const label = entry ? `C${entry.number}: ${entry.text}` : (question.label ?? question.ask);
    const key = entry?.id ?? name;
    const row = rows.get(key) ?? { label, names: [], source: proposed, lines: [] };
    row.names.push(name);
    row.lines.push(...listShownLines(answer, entry !== undefined));
    rows.set(key, row);
    noteSource(row, answer);
    for (const failed of listUnpicked(answer)) rows.set(`${key} ${failed.label}`, failed);
  }
  return [...rows.values()];
}

/** Lists what the round before left out of a list it picked from, each with a row of its own. */
function listUnpicked({ question: asked, lines }: ProposedAnswer): ProposalRow[] {
  const { name, question, proposed } = asked;
  if (!question.picks || proposed !== "before") return [];
  const round = lines[0]?.fromRound;
  const { yes, no } = question.picks;
  const failed = capitalize(no) + (round === undefined ? "" : ` in round ${round}`);
  return choicesOf(question)
    .filter(({ value }) => !lines.some(({ text }) => text === value))
    .map(({ value, label }) => ({
      label: `${failed}: ${label}`,
      names: [name],
      source: proposed,
      lines: [],
      adds: { text: value, choice: `${capitalize(yes)} this time: ${label}`, yes },
    }));
}

/** Notes what else a person should know about where an answer is from. */
function noteSource(row: ProposalRow, answer: ProposedAnswer): void {
  row.isAgents ||= isByAgent(answer);
  row.isDraft ||= answer.question.proposed === "agent";
  if (answer.question.question.verdicts && row.source === "before") row.isOldVerdict = true;
}

function isByAgent({ question, lines }: ProposedAnswer): boolean {
  return question.proposed === "agent" || lines.some(({ from }) => from === "report");
}

function listShownLines(answer: ProposedAnswer, isGrouped: boolean): AskedLine[] {
  const { question, lines, findings } = answer;
  const { type } = question.question;
  const shown = lines.flatMap(({ text, from }, index): AskedLine[] => {
    if (text === "") return [];
    const own = type === "date" ? formatSavedDay(text) : labelOf(question.question, text);
    const words = own + describeAuthor({ from }) + explainDefault(question, text);
    return [{ text: words, asks: listAsks(findings[index] ?? []) }];
  });
  shown.at(-1)?.asks.push(...describeOfferNotes(answer));
  if (shown.length > 0 || isGrouped) return shown;
  const still = question.proposed === "before" ? STILL_NOTHING : NOTHING;
  const nothing = answer.notes?.isReportedEmpty ? REPORTED_NOTHING : still;
  return [{ text: question.question.ifEmpty ?? nothing, asks: [] }];
}

/** Says that the report names nothing anymore, and what the list has no room for. */
function describeOfferNotes({ notes, lines }: ProposedAnswer): string[] {
  const { saysNone = false, leftOut = [] } = notes ?? {};
  const [first = "", ...others] = leftOut;
  return [
    ...(saysNone ? ["The agent's report says: none. Is this still so?"] : []),
    ...(first ? [`At most ${lines.length} lines, so this is left out: ${first}`] : []),
    ...others.map((text) => `Left out as well: ${text}`),
  ];
}

/** Says what a choice means that nobody made. */
function explainDefault({ question, proposed }: ProposedAnswer["question"], text: string): string {
  const hint = choicesOf(question).find(({ value }) => value === text)?.hint;
  return proposed === "default" && hint ? ` (${hint})` : "";
}

/** What stands for an answer that is empty. */
export const NOTHING = "Nothing yet, so the page leaves it out";
const STILL_NOTHING = "Nothing";
const REPORTED_NOTHING = "Nothing, says the agent's report";

function listAsks(findings: readonly Ask[]): string[] {
  return findings.map(({ message, question }) => `${message} ${question}`);
}
