import { readForecast } from "../../domain/insights/forecast.ts";
import type { Slice } from "../../domain/library/slice.ts";
import { findQuestion, type Question, type Step } from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
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
import { countOf } from "../../domain/text/words.ts";
import { hang } from "../layout.ts";
import { makeVisible } from "../visible.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";

/** What the page of a step is made of. The slice is absent when it has left the content. */
export interface PageView {
  step: Step;
  steps: readonly Step[];
  project: Project;
  slice: Slice | undefined;
}

/**
 * The page of a step: its template filled with the answers, as markdown or as plain text of 80
 * columns.
 */
export function renderPage(view: PageView): string {
  const isText = view.step.format === "text";
  const page: Page = { ...view, safe: isText ? quoteLines : escapeMarkdown };
  const filled = fillTemplate(view.step.body, (name) => resolve(page, name));
  return isText ? `${wrapText(filled)}\n` : `${filled.trim()}\n`;
}

/** How long a text is to read, at 220 words a minute: "612 words, about 3 minutes to read". */
export function describeLength(text: string): string {
  const words = text.split(/\s+/).filter(Boolean).length;
  return `${countOf(words, "word")}, about ${countOf(Math.max(1, Math.round(words / 220)), "minute")} to read`;
}

interface Page extends PageView {
  safe: (text: string) => string;
}

function resolve(page: Page, name: string): string {
  const [group = "", field = ""] = name.split(".");
  if (name === "prediction") return describePrediction(page);
  if (name === "changes") return renderChanges(page.project).join("\n");
  if (group === "project") return page.safe(page.project.title);
  if (group === "slice") return renderSliceField(page, field);
  if (field === "each") return renderEach(page, group);
  if (field === "last") return renderLastRound(page, group);
  return renderAnswer(page, name);
}

function describePrediction({ steps, project }: Page): string {
  const forecast = readForecast(steps, project);
  if (!forecast) return "";
  const { expected, total, actual } = forecast;
  const result = actual === undefined ? "" : ` The review found ${actual}.`;
  return `${expected} of ${total} expected to be met.${result}`;
}

/**
 * What was changed after the brief, as markdown entries: for each change the reason, the old text
 * and the new.
 */
export function renderChanges({ amendments }: Project): string[] {
  return amendments.map(({ step, question, before, after, because, at }) => {
    const place = `${escapeMarkdown(step)}, ${escapeMarkdown(question)}`;
    const title = `${formatDay(new Date(at))}, ${place}. Because: ${escapeMarkdown(because)}`;
    const notes = [`Before: ${saidOnly(before, after)}`, `Now: ${saidOnly(after, before)}`];
    return [listEntry(title), ...notes.map((note) => listEntry(note, { depth: 1 }))].join("\n");
  });
}

/** The lines of one side of a change that the other side does not have. */
function saidOnly(texts: readonly string[], others: readonly string[]): string {
  const own = texts.filter((text) => !others.includes(text));
  return (
    own.map(escapeMarkdown).join("; ") ||
    (texts.length > 0 ? "the same lines in another order" : "nothing")
  );
}

function renderSliceField({ slice, safe }: Page, field: string): string {
  const value = (slice as Record<string, unknown> | undefined)?.[field];
  if (Array.isArray(value)) return value.map((entry) => listEntry(safe(String(entry)))).join("\n");
  return value === undefined ? "" : safe(String(value));
}

function renderAnswer(page: Page, reference: string): string {
  const question = findQuestion(page.steps, reference);
  const value = findAnswer(page.project, reference);
  const step = page.steps.find(({ id }) => reference.startsWith(`${id}.`));
  if (!question || !value || !step || !applies(page.project, step, question, undefined)) return "";
  if (hasMark(value, "empty")) return "Nothing given.";
  const numbered = page.steps.some((step) => step.questions.some(({ each }) => each === reference));
  if ("entries" in value) {
    return entriesOf(value)
      .map((entry, index) => renderListed(page, question, entry, numbered ? index + 1 : undefined))
      .join("\n");
  }
  return textsOf(value)
    .map((text) => page.safe(labelOf(question, text)) + describeMarks(page, value))
    .join("\n");
}

function renderListed(
  page: Page,
  question: Question,
  entry: Entry,
  number: number | undefined,
): string {
  const { safe, step } = page;
  const words = safe(labelOf(question, entry.text)) + describeMarks(page, entry);
  if (number === undefined) return listEntry(words);
  return step.format === "text" ? `C${number} ${words}` : listEntry(`**C${number}** ${words}`);
}

/**
 * One block for each entry that a step judges: the verdict, the entry, and the other answers
 * below.
 */
function renderEach(page: Page, stepId: string): string {
  const step = page.steps.find(({ id }) => id === stepId);
  const questions = step?.questions.filter(({ each }) => each) ?? [];
  const [first] = questions;
  const entries = entriesOf(findAnswer(page.project, first?.each ?? ""));
  const judged = questions.find(({ verdicts }) => verdicts) ?? first;
  if (!step || !judged) return "";
  const others = questions.filter((question) => question !== judged);
  return entries
    .map((entry, index) => {
      const verdict = describeVerdict(page, stepId, judged, entry);
      const asked = others.filter((question) => applies(page.project, step, question, entry));
      const notes = asked.flatMap((question) => renderNote(page, stepId, question, entry));
      const head = `C${index + 1} ${verdict}:`;
      const title = page.step.format === "text" ? head : `**${head}**`;
      return [listEntry(`${title} ${page.safe(entry.text)}`), ...notes].join("\n");
    })
    .join("\n");
}

/** The same blocks as the round that a "revise" ended left them; empty in the first round. */
function renderLastRound(page: Page, stepId: string): string {
  const last = listRounds(page.project).at(-2);
  return last ? renderEach({ ...page, project: last }, stepId) : "";
}

function describeVerdict(
  { project }: Page,
  stepId: string,
  question: Question,
  entry: Entry,
): string {
  const saved = findEntryAnswer(findAnswer(project, `${stepId}.${question.id}`), entry.id);
  if (!saved) return "not looked at yet";
  const label = labelOf(question, saved.text).toLowerCase();
  return saved.of === entry.text ? label : `${label}, needs another look`;
}

function renderNote(page: Page, stepId: string, question: Question, entry: Entry): string[] {
  const { project, safe } = page;
  const saved = findEntryAnswer(findAnswer(project, `${stepId}.${question.id}`), entry.id);
  if (!saved) return [];
  const words =
    saved.text === ""
      ? "Nothing given."
      : safe(labelOf(question, saved.text)) + describeMarks(page, saved);
  return [
    listEntry(`${question.label ? `${safe(question.label)}:` : safe(question.ask)} ${words}`, {
      depth: 1,
    }),
  ];
}

/** What an answer was kept in spite of; the agent that reads plain text need not know. */
function describeMarks({ step, safe }: Page, saved: SavedValue | Entry): string {
  const rules = ((saved.marks ?? []) as string[]).filter((mark) => mark !== "empty");
  return rules.length > 0 && step.format !== "text"
    ? ` (kept as written: ${safe(rules.join(", "))})`
    : "";
}

function hasMark(value: SavedValue, mark: string): boolean {
  return ((value.marks as string[] | undefined) ?? []).includes(mark);
}

/**
 * An answer of several lines for a page of plain text, where a line of it must not pass for one of
 * the page's own.
 */
function quoteLines(answer: string): string {
  const text = makeVisible(answer);
  return text.includes("\n") ? `\n${text.replace(/^/gm, QUOTE)}` : text;
}

const QUOTE = "> ";

function wrapText(text: string): string {
  const lines = text.split("\n").map((line) => wrapTextLine(line).trimEnd());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function wrapTextLine(line: string): string {
  if (line.length <= 80) return line;
  if (line.startsWith(QUOTE)) {
    const words = hang("", line.slice(QUOTE.length), 80 - QUOTE.length);
    return words.replace(/^/gm, QUOTE);
  }
  const first = /^\s*(?:-|C\d+|\d+\.)\s/.exec(line)?.[0] ?? "";
  return hang(first, line.slice(first.length), 80);
}
