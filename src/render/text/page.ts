import { describeBetResult, readBetScore } from "../../domain/insights/bet-score.ts";
import { describeForecast, readForecast } from "../../domain/insights/forecast.ts";
import type { Rule } from "../../domain/library/rule.ts";
import type { Slice } from "../../domain/library/slice.ts";
import {
  choicesOf,
  findQuestion,
  findReferenced,
  type Question,
  resolveReference,
  type Step,
} from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import { listForeignInstructions } from "../../domain/project/folder.ts";
import {
  type Entry,
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  type SavedValue,
  textsOf,
} from "../../domain/project/project.ts";
import { applies } from "../../domain/project/question-instance.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { fillTemplate } from "../../domain/text/template.ts";
import { joinWords } from "../../domain/text/words.ts";
import { describeAuthor } from "./author.ts";
import { nameChanges, renderChanges } from "./changes.ts";
import { createClaimNotes } from "./claim-note.ts";
import { formatSavedDay } from "./dates.ts";
import { describeWrittenFiles, renderJudgingSection } from "./judging.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { describeMarks } from "./marks.ts";
import { renderPicked, renderPicks } from "./picks.ts";
import { renderPictures } from "./pictures.ts";
import { quoteAnswer, quoteEntries, toOneLine } from "./quoted.ts";
import { type ShownFacts, showOnce } from "./shown-facts.ts";

/** The page of a step. The slice is undefined if it was removed from the content. */
export interface PageView {
  step: Step;
  steps: readonly Step[];
  project: Project;
  slice: Slice | undefined;
  /** The rules of the linter, to say what an answer was kept in spite of. */
  rules?: readonly Rule[] | undefined;
  /** True if the page is part of one for someone else. */
  isForOthers?: boolean | undefined;
  /** What needn't be said again. What the page says is added. */
  shown?: ShownFacts | undefined;
}

/**
 * Renders the page of a step as markdown: its template filled with the answers. They are escaped,
 * or quoted as they were typed if the page is for an agent.
 */
export function renderPage(view: PageView): string {
  const { step, steps, shown } = view;
  const fill = (name: string) => showOnce(shown, steps, name, renderPlaceholder(view, name));
  const page = [fillTemplate(step.body, fill).trim(), ...renderJudgingSection(view)];
  return `${page.join("\n\n")}\n`;
}

/** Renders what a placeholder of a page stands for, such as `spec.checks`. */
export function renderPlaceholder(view: PageView, name: string): string {
  return resolve({ ...view, safe: view.step.writes ? toOneLine : escapeMarkdown }, name);
}

interface Page extends PageView {
  safe: (text: string) => string;
}

function resolve(page: Page, name: string): string {
  const [group = "", field = "", question = ""] = name.split(".");
  if (field === "") return renderFact(page, name);
  if (group === "project") return renderProjectField(page, field);
  if (group === "slice") return renderSliceField(page, field);
  if (group === "last") return renderLastAnswer(page, `${field}.${question}`);
  if (field === "each") return renderEach(page, group);
  if (field === "last") return renderLastRound(page, group);
  if (question === "yes" || question === "no") return renderPicked(page, name, question);
  return renderAnswer(page, resolveReference(page.steps, name));
}

function renderProjectField({ project, steps, safe, isForOthers }: Page, field: string): string {
  if (field !== "folder") return safe(project.title);
  if (!project.folder) return "";
  // The page that this one is part of says it among the facts.
  const written = isForOthers ? [] : describeWrittenFiles(steps, project);
  return [`Folder: ${safe(project.folder.path)}`, ...written].join("\n\n");
}

function renderFact(page: Page, name: string): string {
  const { steps, project } = page;
  if (name === "prediction") return describePrediction(page);
  if (name === "score") return describeScore(page);
  if (name === "changes") return renderChanges(steps, project).join("\n");
  if (name === "changed") return nameChanges(steps, project);
  if (name === "instructions") return joinWords(listForeignInstructions(project), "or");
  const round = project.rounds.length + 1;
  return round > 1 ? `Round ${round}` : "";
}

function describePrediction({ step, steps, project, isForOthers = step.shared }: Page): string {
  const forecast = readForecast(steps, project);
  const words = forecast ? describeForecast(forecast, isForOthers ? "Expected" : undefined) : "";
  const unjudged = project.closed?.early ? "No check was judged before this decision." : "";
  return [words, unjudged].filter(Boolean).join("\n");
}

function describeScore(page: Page): string {
  const { step, steps, project, safe, isForOthers = step.shared } = page;
  const result = readBetScore(steps, project)?.result;
  return result ? safe(describeBetResult(result, isForOthers ? "The bet was" : undefined)) : "";
}

function renderSliceField({ slice, safe }: Page, field: string): string {
  const value = (slice as Record<string, unknown> | undefined)?.[field];
  if (Array.isArray(value)) return value.map((entry) => listEntry(safe(String(entry)))).join("\n");
  return value === undefined ? "" : safe(String(value));
}

function renderAnswer(page: Page, reference: string): string {
  const value = findAnswer(page.project, reference);
  const found = findReferenced(page.steps, reference);
  if (!found || !value) return "";
  const { step, question } = found;
  if (!applies(page.project, step, question, undefined)) return "";
  if (hasMark(value, "empty")) return page.isForOthers ? "" : NO_ANSWER;
  if (question.picks) return renderPicks(page, question.picks, value);
  const numbered = page.steps.some((step) => step.questions.some(({ each }) => each === reference));
  if ("entries" in value) return renderList(page, question, entriesOf(value), numbered);
  return textsOf(value)
    .map((text) => renderWords(page, showAnswer(question, text)) + describeMarks(page, value))
    .map((text) => text + describeOldFinding(page, step, value))
    .join("\n");
}

/** Says of which round a finding is that a person kept, such as how they tried to break it. */
function describeOldFinding({ step: shown }: Page, step: Step, value: SavedValue): string {
  const isFinding = step.questions.some(({ verdicts }) => verdicts) && !shown.writes;
  const from = "fromRound" in value ? value.fromRound : undefined;
  return isFinding && typeof from === "number" ? ` (from round ${from})` : "";
}

/** Renders what was answered in the round before; nothing in the first round. */
function renderLastAnswer(page: Page, reference: string): string {
  const last = listRounds(page.project).at(-2);
  if (!last) return "";
  // An answer that can be given any day may have come since.
  const isSince = findQuestion(page.steps, reference)?.later && findAnswer(page.project, reference);
  const shown = renderAnswer(isSince ? page : { ...page, project: last }, reference);
  return shown === NO_ANSWER ? "" : shown;
}

const NO_ANSWER = "(left empty)";

function showAnswer(question: Question, text: string): string {
  return question.type === "date" ? formatSavedDay(text) : labelOf(question, text);
}

function renderWords({ step, safe }: Page, text: string): string {
  return step.writes && text !== "" ? quoteAnswer(text) : safe(text);
}

/** Renders a list. Entries that are judged later get a number. */
function renderList(
  page: Page,
  question: Question,
  entries: readonly Entry[],
  numbered: boolean,
): string {
  const texts = entries.map((entry) => labelOf(question, entry.text) + describeAuthor(entry));
  if (page.step.writes && !numbered) return quoteEntries(texts);
  return entries
    .map((entry, index) => {
      const words = page.safe(texts[index] ?? "") + describeMarks(page, entry);
      return listEntry(numbered ? `**C${index + 1}** ${words}` : words);
    })
    .join("\n");
}

/** Renders a block for each entry that a step judges: the verdict, the entry, and other answers. */
function renderEach(page: Page, stepId: string, current = page.project): string {
  const step = page.steps.find(({ id }) => id === stepId);
  const questions = step?.questions.filter(({ each }) => each) ?? [];
  const [first] = questions;
  const entries = entriesOf(findAnswer(page.project, first?.each ?? ""));
  const verdictQuestion = questions.find(({ verdicts }) => verdicts) ?? first;
  if (!step || !verdictQuestion) return "";
  const others = questions.filter((question) => question !== verdictQuestion);
  const now = entriesOf(findAnswer(current, first?.each ?? ""));
  const said = createClaimNotes(page, stepId);
  return entries
    .map((entry) => {
      const verdict = describeVerdict(page, stepId, verdictQuestion, entry);
      const asked = others.filter((question) => applies(page.project, step, question, entry));
      const notes = asked.flatMap((question) => [
        ...renderNote(page, stepId, question, entry),
        ...renderPictures(page, `${stepId}.${question.id}`, entry),
      ]);
      const title = `**${nameEntry(entry, now)} ${verdict}:**`;
      return [listEntry(`${title} ${page.safe(entry.text)}`), ...notes, ...said(entry)].join("\n");
    })
    .join("\n");
}

/** Names an entry by its number in the list as it is now, which a later round may have changed. */
function nameEntry({ id }: Entry, now: readonly Entry[]): string {
  const number = now.findIndex((entry) => entry.id === id) + 1;
  return number > 0 ? `C${number}` : "Not a check anymore,";
}

/** Renders the same blocks for the previous round; returns "" in the first round. */
function renderLastRound(page: Page, stepId: string): string {
  const last = listRounds(page.project).at(-2);
  return last ? renderEach({ ...page, project: last }, stepId, page.project) : "";
}

function describeVerdict(
  { project, safe }: Page,
  stepId: string,
  question: Question,
  entry: Entry,
): string {
  const saved = findEntryAnswer(findAnswer(project, `${stepId}.${question.id}`), entry.id);
  if (!saved) return "not checked yet";
  const label = safe(labelOf(question, saved.text).toLowerCase());
  if (saved.of !== entry.text) return `${label}, needs another look`;
  return saved.fromRound ? `${label} (from round ${saved.fromRound})` : label;
}

function renderNote(page: Page, stepId: string, question: Question, entry: Entry): string[] {
  const { project, safe, step } = page;
  const saved = findEntryAnswer(findAnswer(project, `${stepId}.${question.id}`), entry.id);
  if (!saved) return [];
  const name = question.label ? `${safe(question.label)}:` : safe(question.ask);
  if (saved.text === "")
    return page.isForOthers ? [] : [listEntry(`${name} ${NO_ANSWER}`, { depth: 1 })];
  const words = showAnswer(question, saved.text);
  if (step.writes && choicesOf(question).length === 0)
    return [listEntry(`${name}\n${quoteAnswer(words)}`, { depth: 1 })];
  // Whoever judged it again may have kept the words. If not, the verdict says so.
  const before = textsOf(project.rounds.at(-1)?.answers[stepId]?.[question.id], entry.id);
  const isOld = question.type === "text" && before.includes(saved.text);
  const source = isOld && !saved.fromRound ? ` (from round ${project.rounds.length})` : "";
  return [listEntry(`${name} ${safe(words)}${describeMarks(page, saved)}${source}`, { depth: 1 })];
}

function hasMark(value: SavedValue, mark: string): boolean {
  return ((value.marks as string[] | undefined) ?? []).includes(mark);
}
