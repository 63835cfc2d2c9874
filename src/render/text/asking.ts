import { choicesOf, type Question } from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { NumberedEntry } from "../../domain/project/question-instance.ts";
import type { QuestionPlace } from "../../domain/project/question-place.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** One question of a step as a screen. */
export interface AskingView {
  question: Question;
  entry?: NumberedEntry | undefined;
  /** Its place in the step; undefined if it has none. */
  place: QuestionPlace | undefined;
  /** Lines above the question, such as an earlier answer that it is about. */
  above?: readonly string[];
  /** What the project's slice shows beside the question. */
  hints: readonly string[];
  /** What the round before answered, unless the prompt holds it. */
  before: readonly string[];
  /** The words of the entry then, if they are others now. */
  beforeOf?: string | undefined;
  /** True if the lines to edit are drafted from other answers. */
  isDrafted?: boolean;
  /** What a prediction is about. */
  judged?: readonly string[];
}

/**
 * The words above a prompt: the place, the question, help, an example, and what was said before.
 */
export function renderAsking(view: AskingView, options: RenderOptions): string {
  const { theme, width } = options;
  const { question, entry, place, above = [] } = view;
  return `\n${stack([
    place && place.total > 1 ? theme.faint(indent(describePlace(place), width)) : undefined,
    entry && hang(`  C${entry.number}: `, entry.text, width),
    above.map((line) => indent(line, width)),
    [
      ...(choicesOf(question).length > 0 ? [] : [theme.heading(indent(question.ask, width))]),
      ...(question.help ? [indent(question.help, width)] : []),
      ...(view.isDrafted ? [indent(DRAFTED, width)] : []),
    ],
    renderJudged(view, options),
    renderExamples(view, options),
    renderBefore(view, options),
  ])}\n`;
}

function describePlace(place: QuestionPlace): string {
  const { number, total } = place;
  const remarks = [describeSkippedOver(place), describeNewTotal(place)].filter(Boolean).join("; ");
  const remark = remarks || describeEach(place);
  return `Question ${number} of ${total}${remark && ` (${remark})`}`;
}

function describeSkippedOver({ answered }: QuestionPlace): string {
  if (!answered) return "";
  const [first, last] = answered;
  if (first === last) return `question ${first} is already answered`;
  return `questions ${first} ${last === first + 1 ? "and" : "to"} ${last} are already answered`;
}

/** Says why the total isn't what it was at the question before. */
function describeNewTotal({ fewer = [], more = 0 }: QuestionPlace): string {
  if (fewer.length === 0) return more > 0 ? `${more} more because of your answer` : "";
  const names = joinWords(fewer.map((name) => `"${name}"`));
  return `${fewer.length} fewer: your answer already covers ${names}`;
}

function describeEach({ number, total, each }: QuestionPlace): string {
  if (!each || number > 1) return "";
  const checks = each.entries === 1 ? "your check" : `each of your ${each.entries} checks`;
  const more = total - each.entries * each.questions;
  return `${each.questions} about ${checks}${more > 0 ? `, then ${more} more` : ""}`;
}

const DRAFTED = "The lines below are drafts. Edit them until they sound like you.";

/** Lines shown before the first question of a step. */
export function renderIntro(lines: readonly string[], { width }: RenderOptions): string {
  const [first = "", ...others] = lines;
  return `\n${stack([[indent(first, width), ...others.map((line) => hang("  - ", line, width))]])}`;
}

/** A project that is about to be started: its title and its folder. */
export function renderNewProject(
  { title, folder = "none" }: { title: string; folder: string | undefined },
  { width }: RenderOptions,
): string {
  return `\n${stack([[hang("  Title:   ", title, width), hang("  Folder:  ", folder, width)]])}\n`;
}

/** A sentence between two prompts. */
export function renderNotice(text: string, { theme, width }: RenderOptions): string {
  return `\n${theme.warn(indent(text, width))}\n`;
}

/** What was typed and can't be saved, to be copied from the screen. */
export function renderUnsaved(texts: readonly string[], { theme, width }: RenderOptions): string {
  return `\n${stack([
    theme.warn(indent("This couldn't be saved. Copy it before you close the window:", width)),
    texts.map((text) => indent(text, width, 4)),
  ])}\n`;
}

/** What another window saved, and an answer has replaced, to be copied from the screen. */
export function renderReplaced(texts: readonly string[], { theme, width }: RenderOptions): string {
  return `\n${stack([
    theme.warn(indent("Your answer replaced what another window had saved meanwhile:", width)),
    texts.map((text) => indent(text, width, 4)),
  ])}\n`;
}

/** So many entries of a list are shown while it is written: with the question they fit 24 rows. */
const SHOWN_ENTRIES = 6;

/**
 * The entries of a list while it is written; of a long one that has to fit a window the last, and
 * how many stand before them.
 */
export function renderEntries(
  entries: readonly string[],
  { theme, width, rows: height }: RenderOptions,
): string {
  const hidden = height === undefined ? 0 : Math.max(0, entries.length - SHOWN_ENTRIES);
  const rows = entries.map((entry, index) => hang(`  ${index + 1}. `, entry, width)).slice(hidden);
  const before = hidden > 0 ? [theme.faint(`  ${countOf(hidden, "line")} before these`)] : [];
  return `${[...before, ...rows].join("\n")}\n`;
}

/** The checks that a prediction is about, with their number. */
function renderJudged({ judged = [] }: AskingView, { width }: RenderOptions): string[] {
  if (judged.length === 0) return [];
  const title = `Your ${judged.length === 1 ? "check" : countOf(judged.length, "check")}`;
  return [`  ${title}`, ...judged.map((text, index) => hang(`  C${index + 1}  `, text, width))];
}

function renderExamples(
  { question, hints, before }: AskingView,
  { theme, width }: RenderOptions,
): string[] {
  const examples = hints.length > 0 ? hints : [question.example ?? []].flat();
  const title = hints.length > 0 ? "From the slice" : "For example";
  // Someone's own words are a better example.
  if (examples.length === 0 || before.some((line) => line !== "")) return [];
  return [
    theme.faint(`  ${title}`),
    ...examples.map((line) => theme.faint(hang("  - ", line, width))),
  ];
}

const SAID = "You said last round";

function renderBefore(
  { before, beforeOf, question }: AskingView,
  { theme, width }: RenderOptions,
): string[] {
  const filled = before.filter((line) => line !== "").map((line) => labelOf(question, line));
  if (filled.length === 0) return [];
  return [
    theme.faint(hang("  ", beforeOf ? `You said last round about "${beforeOf}"` : SAID, width)),
    ...filled.map((line) => theme.faint(hang("  - ", line, width))),
  ];
}
