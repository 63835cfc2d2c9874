import { describeBetResult, readBetScore } from "../../domain/insights/bet-score.ts";
import { describeForecast, readForecast } from "../../domain/insights/forecast.ts";
import { deriveOnce } from "../../domain/library/derived.ts";
import {
  findQuestion,
  findReferenced,
  type Question,
  resolveReference,
  type Step,
} from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import { listForeignInstructions } from "../../domain/project/folder.ts";
import { listLeftOutOfPage } from "../../domain/project/left-out.ts";
import {
  type Entry,
  entriesOf,
  findAnswer,
  type Project,
  type SavedValue,
  textsOf,
} from "../../domain/project/project.ts";
import { applies } from "../../domain/project/question-instance.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { joinWords } from "../../domain/text/words.ts";
import { showAnswer } from "./answer-words.ts";
import { describeAuthor } from "./author.ts";
import { listAmendments, nameChanges } from "./changes.ts";
import { listJudgedChecks } from "./judged-checks.ts";
import { describeMarks } from "./marks.ts";
import { findPicked, markPicks } from "./picks.ts";
import { createWords, NOTHING, type PageValue } from "./value.ts";
import { listFailures, sumVerdicts } from "./verdict-sum.ts";
import type { PageView } from "./view.ts";
import { listFileHashes } from "./written-files.ts";

/** Returns what a placeholder of a page stands for, such as `spec.checks`. */
export function resolvePlaceholder(page: PageView, name: string): PageValue {
  const [group = "", field = "", question = ""] = name.split(".");
  if (field === "") return findFact(page, name);
  if (group === "project") return findProjectField(page, field);
  if (group === "slice") return findSliceField(page, field);
  if (group === "last") return findLastAnswer(page, `${field}.${question}`);
  if (field === "each") return { kind: "judged", checks: listJudgedChecks(page, group) };
  if (field === "last") return findLastChecks(page, group);
  if (field === "sum") return sumVerdicts(page, group);
  if (field === "failed") return listFailures(page, group);
  if (question === "yes" || question === "no") return findPicked(page, name, question);
  return findStated(page, resolveReference(page.steps, name));
}

function findProjectField({ project, steps, isForOthers }: PageView, field: string): PageValue {
  if (field !== "folder") return createWords(project.title);
  if (!project.folder) return NOTHING;
  // The page that this one is part of says it among the facts.
  const files = isForOthers ? [] : listFileHashes(steps, project);
  return { kind: "place", path: project.folder.path, files };
}

function findFact(page: PageView, name: string): PageValue {
  const { steps, project } = page;
  if (name === "prediction") return describePrediction(page);
  if (name === "score") return describeScore(page);
  if (name === "changes") return { kind: "amendments", changes: listAmendments(steps, project) };
  if (name === "changed") return createWords(nameChanges(steps, project));
  if (name === "instructions")
    return createWords(joinWords(listForeignInstructions(project), "or"));
  const round = project.rounds.length + 1;
  return round > 1 ? createWords(`Round ${round}`) : NOTHING;
}

function describePrediction({ steps, project }: PageView): PageValue {
  const forecast = readForecast(steps, project);
  const words = forecast ? describeForecast(forecast, "Expected") : "";
  const unjudged = project.closed?.early ? "No check was judged before this decision." : "";
  return createWords(words, unjudged);
}

function describeScore({ steps, project }: PageView): PageValue {
  const result = readBetScore(steps, project)?.result;
  return result ? createWords(describeBetResult(result, "The bet was")) : NOTHING;
}

function findSliceField({ slice }: PageView, field: string): PageValue {
  const value = (slice as Record<string, unknown> | undefined)?.[field];
  if (Array.isArray(value))
    return { kind: "list", lines: value.map((entry) => ({ text: String(entry) })), isPlain: true };
  return value === undefined ? NOTHING : createWords(String(value));
}

function findAnswered(page: PageView, reference: string): PageValue {
  const found = findReferenced(page.steps, reference);
  if (!found || !applies(page.project, found.step, found.question, undefined)) return NOTHING;
  const { step, question } = found;
  const answer = describeAnswerItself(page, reference, step, question);
  // An agent has nothing to do about it.
  const { steps, project } = page;
  const leftOut = page.step.writes ? [] : listLeftOutOfPage(steps, project, step, question);
  return leftOut.length > 0 ? { kind: "traced", answer, leftOut } : answer;
}

/** Returns an answer as it is now, but no decision on another page before it is made. */
function findStated(page: PageView, reference: string): PageValue {
  const { project, steps, step: shown } = page;
  const { step, question } = findReferenced(steps, reference) ?? {};
  const isDecision = question?.choices?.some(({ closes }) => closes !== undefined);
  const isMade = step?.id === shown.id || project.closed || project.finished[step?.id ?? ""];
  return isDecision && !isMade ? NOTHING : findAnswered(page, reference);
}

function describeAnswerItself(
  page: PageView,
  reference: string,
  step: Step,
  question: Question,
): PageValue {
  const { project, steps } = page;
  const value = findAnswer(project, reference);
  if (!value) return NOTHING;
  const describeRound = (kept: object) => describeOldFinding(page, step, kept);
  const empty = findEmpty(page, question, value, describeRound(value));
  if (empty) return empty;
  if (question.picks) return markPicks(project, question.picks, value, describeRound);
  if ("entries" in value) {
    const isJudged = listJudgedLists(steps).has(reference);
    return describeList(page, question, entriesOf(value), {
      ...{ isJudged, describeRound, from: value.from },
    });
  }
  // The page of its own step says what the linter asked about it.
  const marks = page.step.id === step.id ? describeMarks(page, value) : [];
  const notes = [...marks, ...describeRound(value)];
  return {
    kind: "answer",
    lines: textsOf(value).map((text) => ({ text: showAnswer(question, text), notes })),
  };
}

/** Lists the references of the lists that are judged entry by entry. */
const listJudgedLists = deriveOnce(
  (steps: readonly Step[]) =>
    new Set(steps.flatMap(({ questions }) => questions.map(({ each }) => each))),
);

/** Returns what stands for an answer that was left empty; undefined for any other. */
function findEmpty(
  { isForOthers, step }: PageView,
  { ifEmpty }: Question,
  value: SavedValue,
  notes: readonly string[],
): PageValue | undefined {
  const isEmpty = textsOf(value).every((text) => text === "");
  // An agent has nothing to do about it.
  if (ifEmpty && isEmpty)
    return step.writes ? NOTHING : { kind: "words", lines: [{ text: ifEmpty, notes }] };
  if (!hasMark(value, "empty")) return undefined;
  return isForOthers ? NOTHING : { kind: "left-empty" };
}

/** Says of which round a finding is that a person kept, such as how they tried to break it. */
function describeOldFinding({ step: shown }: PageView, step: Step, value: object): string[] {
  const isFinding = step.questions.some(({ verdicts }) => verdicts) && !shown.writes;
  const from = "fromRound" in value ? value.fromRound : undefined;
  return isFinding && typeof from === "number" ? [`from round ${from}`] : [];
}

/** Returns what was answered in the round before; nothing in the first round. */
function findLastAnswer(page: PageView, reference: string): PageValue {
  const last = listRounds(page.project).at(-2);
  if (!last) return NOTHING;
  // An answer that can be given any day may have come since; other pages show both.
  const isLater = findQuestion(page.steps, reference)?.later && page.step.writes !== undefined;
  const isSince = isLater && findAnswer(page.project, reference);
  const shown = findAnswered(isSince ? page : { ...page, project: last }, reference);
  return shown.kind === "left-empty" ? NOTHING : shown;
}

/** What else is known about the lines of a list, and where all of them are from. */
interface ListFacts {
  isJudged: boolean;
  describeRound: (kept: Entry) => string[];
  from: unknown;
}

/** Describes a list. Entries that are judged later get a number. */
function describeList(
  page: PageView,
  question: Question,
  entries: readonly Entry[],
  { isJudged, describeRound, from }: ListFacts,
): PageValue {
  return {
    kind: "list",
    lines: entries.map((entry, index) => ({
      text: labelOf(question, entry.text) + describeAuthor(entry),
      notes: [...describeMarks(page, entry, from), ...describeRound(entry)],
      number: isJudged ? index + 1 : undefined,
    })),
  };
}

/** Returns the checks as they were in the round before; nothing in the first round. */
function findLastChecks(page: PageView, stepId: string): PageValue {
  const last: Project | undefined = listRounds(page.project).at(-2);
  if (!last) return NOTHING;
  const checks = listJudgedChecks({ ...page, project: last }, stepId, page.project);
  return { kind: "judged", checks };
}

function hasMark(value: SavedValue, mark: string): boolean {
  return ((value.marks as string[] | undefined) ?? []).includes(mark);
}
