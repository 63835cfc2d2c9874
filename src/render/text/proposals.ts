import { choicesOf, type Question } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { OfferNotes } from "../../domain/project/offer-notes.ts";
import type { ProposalSource } from "../../domain/project/proposals.ts";
import type { NumberedEntry } from "../../domain/project/question-instance.ts";
import { capitalize, countOf } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import { describeAuthor } from "../page/author.ts";
import type { RenderOptions } from "../theme.ts";
import { countLines, findRoom, fitAnswers, nameAnswer, nameWithAnswer } from "./cut-answers.ts";
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

const NOTHING = "Nothing yet, so the page leaves it out";
const STILL_NOTHING = "Nothing";
const REPORTED_NOTHING = "Nothing, says the agent's report";

/**
 * The screen above the one prompt that keeps or changes all proposed answers. If it is too tall to
 * be seen together with the prompt, long answers are shortened; if that isn't enough, the choices
 * have the answers.
 */
export function renderProposals(rows: readonly ProposalRow[], options: RenderOptions): string {
  return layOut(rows, options).text;
}

/** Returns true if some of the answers can't be seen as a whole. */
export function hidesProposals(rows: readonly ProposalRow[], options: RenderOptions): boolean {
  return layOut(rows, options).isShortened;
}

/** Returns the words of each choice: its label, with the answer if there is no room above. */
export function nameProposals(rows: readonly ProposalRow[], options: RenderOptions): string[] {
  const { isInChoices } = layOut(rows, options);
  return rows
    .map((row) => ({ ...row, label: row.adds?.choice ?? row.label }))
    .map((row) =>
      isInChoices ? nameWithAnswer(row, options.width) : nameAnswer(row.label, options),
    );
}

function layOut(
  rows: readonly ProposalRow[],
  options: RenderOptions,
): { text: string; isInChoices: boolean; isShortened: boolean } {
  const { theme, width } = options;
  const sources = describeSources(rows);
  const isOld = rows.some(({ isOldVerdict }) => isOldVerdict);
  const top =
    isOld && sources === SAME
      ? [indent(`${SAME}. ${RUN_AGAIN}`, width)]
      : [
          theme.faint(indent(sources, width)),
          ...(isOld ? [indent(`${OLD_VERDICTS} ${RUN_AGAIN}`, width)] : []),
        ];
  const full = `\n${stack([top, ...rows.map((row) => renderRow(row, options))])}\n`;
  const height = findRoom(rows, askAboutRows(rows), options);
  const whole = { isInChoices: false, isShortened: false };
  // Nobody makes an agent's draft their answer without having seen all of it.
  if (countLines(full) <= height || rows.some(({ isDraft }) => isDraft))
    return { text: full, ...whole };
  const frame = (note: readonly string[], blocks: readonly string[]) =>
    `\n${stack([[...top, ...note], blocks])}\n`;
  const close = frame(
    [],
    fitAnswers(rows, options, () => true),
  );
  // Without the blank lines between them, all of it may fit.
  if (countLines(close) <= height) return { text: close, ...whole };
  const isReported = rows.some(({ isAgents }) => isAgents);
  const note = [indent(isReported ? `${SHORTENED} ${STAYS_THE_AGENTS}` : SHORTENED, width)];
  const fits = (blocks: readonly string[]) => countLines(frame(note, blocks)) <= height;
  const blocks = fitAnswers(rows, options, fits);
  const isInChoices = !fits(blocks);
  return { text: frame(note, isInChoices ? [] : blocks), isInChoices, isShortened: true };
}

const SHORTENED = "Shortened. Pick an answer to read all of it.";
/** What nobody could read as a whole isn't theirs with one Enter. */
const STAYS_THE_AGENTS = "What the agent wrote stays marked as the agent's unless you pick it.";

const OLD_VERDICTS = "These results are from the round before.";
const RUN_AGAIN = "Run the new version first.";

/** The lines of an answer below its label, each with what the linter asks about it. */
function renderRow(
  { label, lines, source }: ProposalRow,
  { theme, width }: RenderOptions,
): string[] {
  return [
    theme.heading(indent(source === "agent" ? `${label} (your agent's draft)` : label, width)),
    ...lines.flatMap(({ text, asks }) => [
      hang("  - ", text, width),
      ...asks.map((ask) => theme.warn(hang("    Note: ", ask, width))),
    ]),
  ];
}

/**
 * Asks whether the new version was run, says how many lines have a note, and what keeps or changes
 * them.
 */
export function askAboutRows(rows: readonly ProposalRow[]): string {
  const isOld = rows.some(({ isOldVerdict }) => isOldVerdict);
  const still = isOld ? "Is this still so in the new version? " : "";
  const yes = rows.find(({ adds }) => adds)?.adds?.yes;
  const again = yes === undefined ? "" : `what ${yes} this time, or `;
  return `${still}${describeNoteCount(rows)}${KEEP}, or pick ${again}what to change or add to:`;
}

const KEEP = "Press Enter to keep all of this";

function describeNoteCount(rows: readonly ProposalRow[]): string {
  const count = rows.flatMap(({ lines }) => lines).filter(({ asks }) => asks.length > 0).length;
  if (count === 0) return "";
  return `${countOf(count, "line")} ${count === 1 ? "has" : "have"} a note. `;
}

function listAsks(findings: readonly Ask[]): string[] {
  return findings.map(({ message, question }) => `${message} ${question}`);
}

const SAME = "Same as before";

/** Says where all the answers come from, if they come from one place and none is empty. */
function describeSources(rows: readonly ProposalRow[]): string {
  const isSame = rows.every(({ source, isAgents }) => source === "before" && !isAgents);
  if (isSame) return SAME;
  const isFilled = rows.every(
    ({ source, lines }) =>
      source !== "before" && source !== "agent" && !lines.some(({ text }) => text === NOTHING),
  );
  return isFilled ? "Filled in for you" : "Check these before you go on";
}
