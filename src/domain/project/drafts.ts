import type { DraftSource, ReportDraft } from "../library/draft-source.ts";
import {
  choicesOf,
  findReferenced,
  type Picks,
  type Question,
  type Step,
} from "../library/step.ts";
import { capitalize, joinWords, shorten } from "../text/words.ts";
import { type AnswerLine, unmarked } from "./answer-line.ts";
import { entriesOf, findAnswer, findEntryAnswer, type Project, textsOf } from "./project.ts";
import { applies, listPickedLines } from "./question-instance.ts";
import { hasSealedReport, listReportLines, type ReportPart, saysNothing } from "./report-state.ts";

/**
 * Drafts an answer from earlier ones and from what the agent reported, for the person to edit.
 * Returns none if the question has no drafts.
 */
export function draftAnswers(
  steps: readonly Step[],
  project: Project,
  { drafts }: Question,
): AnswerLine[] {
  return listAllDrafts(steps, project, drafts).slice(0, drafts?.max);
}

/** How many questions about what was judged come before what the agent reported. */
const FIRST_JUDGED = 2;

/** Lists the drafts of a question, also those that it has no room for, which are the last. */
export function listAllDrafts(
  steps: readonly Step[],
  project: Project,
  drafts: Question["drafts"],
): AnswerLine[] {
  if (!drafts) return [];
  const groups = drafts.from.map((source) => {
    if (typeof source === "string" || isReportDraft(source))
      return { kind: "reported", lines: draftFromReport(project, source) } as const;
    const kind = isTicked(steps, source) ? "ticked" : "judged";
    return { kind, lines: unmarked(draftFromAnswers(steps, project, source)) } as const;
  });
  const all = groups.flatMap(({ lines }) => lines);
  if (all.length <= drafts.max) return all;
  const listKind = (wanted: "reported" | "ticked" | "judged") =>
    groups.flatMap(({ kind, lines }) => (kind === wanted ? lines : []));
  const judged = listKind("judged");
  // What a person ticked is more than what an agent says. Many checks that aren't met don't crowd
  // out either: the page has each of them anyway.
  return [
    ...judged.slice(0, FIRST_JUDGED),
    ...listKind("ticked"),
    ...listKind("reported"),
    ...judged.slice(FIRST_JUDGED),
  ];
}

/** Returns true for choices that a person ticked, such as red flags, and not lines of theirs. */
function isTicked(steps: readonly Step[], { question }: DraftSource): boolean {
  const found = findReferenced(steps, question)?.question;
  return found !== undefined && !found.each && !found.picks;
}

/** Returns true if a question drafts from what the agent reports. */
export function isReportQuestion({ drafts }: Question): boolean {
  return drafts?.from.some(isReportDraft) === true;
}

/** Returns true if a question waits for a report that stays sealed until everything is judged. */
export function waitsForReport(project: Project, question: Question): boolean {
  return hasSealedReport(project) && isReportQuestion(question);
}

/**
 * Returns true if the agent's report is all that a question drafts from, and has nothing for it.
 */
export function hasReportOfNothing(project: Project, { drafts }: Question): boolean {
  const [only, another] = drafts?.from ?? [];
  return (
    only !== undefined &&
    another === undefined &&
    isReportDraft(only) &&
    saysNothing(project, readDraftedPart(only))
  );
}

function readDraftedPart(source: DraftSource | ReportDraft): ReportPart {
  return nameOfSource(source).slice("report.".length) as ReportPart;
}

function isReportDraft(source: DraftSource | ReportDraft): boolean {
  return nameOfSource(source).startsWith("report.");
}

function nameOfSource(source: DraftSource | ReportDraft): string {
  return typeof source === "string" ? source : source.question;
}

function draftFromReport(project: Project, source: DraftSource | ReportDraft): AnswerLine[] {
  return wordReportLines(project, source).map(({ text }) => ({ text, marks: [], from: "report" }));
}

/** A line of a report, and the draft that it becomes. */
interface WordedLine {
  line: string;
  text: string;
}

function wordReportLines(project: Project, source: DraftSource | ReportDraft): WordedLine[] {
  const { says, asks } = typeof source === "string" ? {} : source;
  return listReportLines(project, readDraftedPart(source)).map((line) => ({
    line,
    text: says && asks && !isQuestion(line) ? `${says}: ${quoteSentence(line)} ${asks}` : line,
  }));
}

/** A question of the agent's needs no other words. */
function isQuestion(line: string): boolean {
  return /\?["')\]]*$/.test(line.trim());
}

/** Lists the drafts of a question that are from the agent's report, with what it says. */
export function listReportDrafts(project: Project, drafts: Question["drafts"]): WordedLine[] {
  const sources = drafts?.from.filter(isReportDraft) ?? [];
  return sources.flatMap((source) => wordReportLines(project, source));
}

function draftFromAnswers(steps: readonly Step[], project: Project, source: DraftSource): string[] {
  const found = findReferenced(steps, source.question);
  if (!found) return [];
  const { step, question } = found;
  if (question.each) return draftFromEntries(project, step, question, source);
  return question.picks
    ? draftFromPicks(project, question.picks, source)
    : draftFromChoices(project, question, source);
}

function draftFromEntries(
  project: Project,
  step: Step,
  question: Question,
  source: DraftSource,
): string[] {
  const value = findAnswer(project, source.question);
  const found = entriesOf(findAnswer(project, question.each ?? "")).flatMap((entry, index) => {
    const answer = findEntryAnswer(value, entry.id)?.text ?? "";
    if (!source.is.includes(answer) || !applies(project, step, question, entry)) return [];
    // The page has the text of the entry below its number, and what was seen.
    return [{ name: `C${index + 1}`, says: source.says ?? labelOf(question, answer) }];
  });
  const { asks = FIRST_LOOK, many } = source;
  if (many && found.length > 1)
    return [`${joinWords(found.map(({ name }) => name))}: ${many.says}. ${many.asks}`];
  return found.map(({ name, says }) => `${name}: ${says}. ${asks}`);
}

const FIRST_LOOK = "What would you look at first?";

/** A question is quick to answer if what it quotes is short. */
const MAX_QUOTED = 200;

/** Quotes what a person wrote as a sentence, on one line, with quotes inside it as single ones. */
export function quoteSentence(text: string): string {
  const words = shorten(text, MAX_QUOTED).replaceAll('"', "'");
  return `"${words}${/[.!?]'?$/.test(words) ? "" : "."}"`;
}

/** Several quotes in one line are only to tell them apart. */
const MAX_QUOTED_TOGETHER = 80;

function quoteTogether(texts: readonly string[]): string {
  return joinWords(texts.map((text) => quoteSentence(shorten(text, MAX_QUOTED_TOGETHER))));
}

function draftFromChoices(project: Project, question: Question, source: DraftSource): string[] {
  const { asks = "Is that a problem here?" } = source;
  const given = textsOf(findAnswer(project, source.question));
  return given
    .filter((answer) => source.is.includes(answer))
    .map((answer) => `${source.says ?? labelOf(question, answer)}. ${asks}`);
}

/** Drafts from the lines of a list that were picked (`yes`), or that weren't (`no`). */
function draftFromPicks(project: Project, picks: Picks, source: DraftSource): string[] {
  const value = findAnswer(project, source.question);
  const { asks = FIRST_LOOK, many } = source;
  return (["yes", "no"] as const).flatMap((which) => {
    if (!value || !source.is.includes(which)) return [];
    const says = source.says ?? capitalize(picks[which]);
    const lines = listPickedLines(project, picks, value, which);
    if (many && lines.length > 1) return [`${many.says}: ${quoteTogether(lines)} ${many.asks}`];
    return lines.map((text) => `${says}: ${quoteSentence(text)} ${asks}`);
  });
}

/** Returns what a person sees for an answer: the label of a choice, else the answer itself. */
export function labelOf(question: Question, answer: string): string {
  return choicesOf(question).find(({ value }) => value === answer)?.label ?? answer;
}
