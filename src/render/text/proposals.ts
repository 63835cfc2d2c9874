import { countOf, joinWords } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { countLines, findRoom, fitAnswers, nameAnswer, nameWithAnswer } from "./cut-answers.ts";
import { NOTHING, type ProposalRow } from "./proposal-rows.ts";

/**
 * The screen above the one prompt that keeps or changes all proposed answers. If it is too tall to
 * be seen together with the prompt, long answers are shortened; if that isn't enough, the choices
 * have the answers. `later` names what notes fill in and isn't on the screen.
 */
export function renderProposals(
  rows: readonly ProposalRow[],
  options: RenderOptions,
  later: readonly string[] = [],
): string {
  return layOut(rows, options, later).text;
}

/** Returns true if some of the answers can't be seen as a whole. */
export function hidesProposals(
  rows: readonly ProposalRow[],
  options: RenderOptions,
  later: readonly string[] = [],
): boolean {
  return layOut(rows, options, later).isShortened;
}

/** Returns the words of each choice: its label, with the answer if there is no room above. */
export function nameProposals(
  rows: readonly ProposalRow[],
  options: RenderOptions,
  later: readonly string[] = [],
): string[] {
  const { isInChoices } = layOut(rows, options, later);
  return rows
    .map((row) => ({ ...row, label: row.adds?.choice ?? row.label }))
    .map((row) =>
      isInChoices ? nameWithAnswer(row, options.width) : nameAnswer(row.label, options),
    );
}

function layOut(
  rows: readonly ProposalRow[],
  options: RenderOptions,
  later: readonly string[],
): { text: string; isInChoices: boolean; isShortened: boolean } {
  const { theme, width } = options;
  const sources = describeSources(rows);
  const isOld = rows.some(({ isOldVerdict }) => isOldVerdict);
  const first =
    isOld && sources === SAME
      ? [indent(`${SAME}. ${RUN_AGAIN}`, width)]
      : [
          theme.faint(indent(sources, width)),
          ...(isOld ? [indent(`${OLD_VERDICTS} ${RUN_AGAIN}`, width)] : []),
        ];
  const top = later.length > 0 ? [...first, indent(`${LATER} ${joinWords(later)}.`, width)] : first;
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

/** What notes fill only in part has a question of its own. */
const LATER = "Your notes say something about these too, and you'll be asked:";
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
  const pick = yes === undefined ? "what to change or add to" : `what changed or ${yes} this time`;
  return `${still}${describeNoteCount(rows)}${KEEP}, or pick ${pick}:`;
}

const KEEP = "Press Enter to keep all of this";

function describeNoteCount(rows: readonly ProposalRow[]): string {
  const count = rows.flatMap(({ lines }) => lines).filter(({ asks }) => asks.length > 0).length;
  if (count === 0) return "";
  return `${countOf(count, "line")} ${count === 1 ? "has" : "have"} a note. `;
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
