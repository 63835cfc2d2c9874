import { type BetScore, findLastBetScore, wordScoring } from "../../domain/insights/bet-score.ts";
import type { AnsweredItem, ChecklistSummary } from "../../domain/insights/checklist-summary.ts";
import { type Forecast, readShownForecast } from "../../domain/insights/forecast.ts";
import type { ItemEvidence } from "../../domain/insights/item-evidence.ts";
import type { Topic } from "../../domain/library/guide.ts";
import { choicesOf, type Question, type Step } from "../../domain/library/step.ts";
import type { SavedAnswer } from "../../domain/progress/progress.ts";
import { countBudget } from "../../domain/project/budget.ts";
import { isReportQuestion } from "../../domain/project/drafts.ts";
import { listLeftOut } from "../../domain/project/left-out.ts";
import { picturesOf } from "../../domain/project/pictures.ts";
import { findAnswer, type Project, textsOf } from "../../domain/project/project.ts";
import { readAnswerSource, readProposed } from "../../domain/project/proposed.ts";
import {
  isAnswered,
  listMissing,
  listQuestionInstances,
  nameInstance,
  type QuestionInstance,
  readAnswer,
} from "../../domain/project/question-instance.ts";
import { joinLines } from "../text/guide.ts";
import { toJudgingJson } from "./judging.ts";

/** Returns a checklist with its answers, for `check --json`. */
export function toCheckJson({
  checklist,
  items,
  completion,
  openRunAnswered,
  nextStep,
}: ChecklistSummary) {
  return {
    checklist: checklist.id,
    title: checklist.title,
    open: openRunAnswered !== undefined,
    ...completion,
    items: items.map(toItemJson),
    nextStep,
  };
}

function toItemJson({
  id,
  title,
  saved,
  draft,
  level,
}: Pick<AnsweredItem, "id" | "title" | "saved" | "draft" | "level">) {
  return {
    ...{ id, title, ...toAnswerJson(saved), level: level ?? null },
    draft: draft ? toAnswerJson(draft) : null,
  };
}

function toAnswerJson(saved: SavedAnswer | undefined) {
  const { answer = null, evidence = null, answeredAt = null } = saved ?? {};
  return { answer, evidence, answeredAt };
}

/** Returns the evidence for an item, for `why --json`. */
export function toItemEvidenceJson(evidence: ItemEvidence) {
  const { earlier, projectEvidence, wanted, nextStep } = evidence;
  return {
    ...toItemJson(evidence),
    earlier: earlier.map(toAnswerJson),
    shownBy: projectEvidence.map(({ project: { id, title, closed }, texts }) => ({
      project: id,
      title,
      closed: toClosedJson(closed),
      answer: texts,
    })),
    wouldShow: wanted ?? null,
    nextStep: nextStep ?? null,
  };
}

/** `early` is true if the project ended without a review. */
function toClosedJson(closed: Project["closed"]) {
  return closed ? { as: closed.as, at: closed.at, early: closed.early ?? false } : null;
}

/**
 * Returns the status for `status --json`, for a person or a coding agent. `file` is the absolute
 * path of the saved progress.
 */
export function toStatusJson(
  { checklist, completion, items, nextStep }: ChecklistSummary,
  file: string,
  project: Project | undefined,
  { steps, agent }: { steps: readonly Step[]; agent: string | undefined },
) {
  const forecast = project && readShownForecast(steps, project, agent);
  const openProject = project
    ? { ...toProjectJson(project), prediction: toPredictionJson(forecast) }
    : null;
  return {
    checklist: checklist.id,
    ...completion,
    items: items.map(toItemJson),
    file,
    openProject,
    nextStep,
  };
}

function toPredictionJson(forecast: Forecast | undefined) {
  if (!forecast) return null;
  const { expected, total, actual, carried } = forecast;
  return { expected, total, actual, carriedOver: carried?.count ?? 0 };
}

/** Returns the main facts of a project, for `projects --json` and `status --json`. */
export function toProjectJson(project: Project) {
  const { id, slice, title, startedAt, closed, rounds, folder } = project;
  const { minutes, passes } = countBudget(project);
  return {
    id,
    slice,
    title,
    startedAt,
    closed: toClosedJson(closed),
    round: rounds.length + 1,
    folder: folder?.path ?? null,
    budget: { minutes, passes },
  };
}

/** Returns a step of a project with all questions that apply, for example for `spec --json`. */
export function toStepJson(steps: readonly Step[], project: Project, step: Step) {
  const questions = listQuestionInstances(project, step).map((asking) => ({
    id: nameInstance(asking),
    ask: wordScoring(steps, project, asking.question).question.ask,
    type: asking.question.type,
    help: asking.question.help ?? null,
    example: listExamples(asking.question),
    choices: choicesOf(asking.question).map(({ value }) => value),
    for: asking.entry?.text ?? null,
    answer: readAnswer(project, step, asking),
    answered: isAnswered(project, step, asking),
    proposed: readProposed(project, step.id, asking.question.id)?.lines ?? [],
    from: findOrigin(project, step, asking.question),
    ...listPicturesJson(project, step, asking),
    ...(isReportQuestion(asking.question)
      ? { leftOut: listLeftOut(project, step, asking.question) }
      : {}),
  }));
  return {
    project: toProjectJson(project),
    step: step.id,
    finished: project.finished[step.id] ?? null,
    locked: project.locked.includes(step.id),
    open: listMissing(project, step).map(nameInstance),
    ...listPicked(steps, project, step),
    questions,
    ...toJudgingJson(steps, project, step),
    ...(step.questions.some(({ scores }) => scores)
      ? { result: toBetResultJson(findLastBetScore(steps, project)) }
      : {}),
  };
}

/** Lists the pictures of an answer, if it can have some. */
function listPicturesJson(
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): { pictures?: object[] } {
  if (!question.pictures || !entry) return {};
  const pictures = picturesOf(project, `${step.id}.${question.id}`, entry.id);
  return {
    pictures: pictures.map(({ sha256, type, width, height, bytes, at, via }) => ({
      ...{ sha256, type, width, height, bytes, at, via },
    })),
  };
}

function listExamples({ example = [] }: Question): readonly string[] {
  return typeof example === "string" ? [example] : example;
}

/**
 * Returns the numbers of the lines that were picked from a list, by question id, once the step that
 * asks for them has come; null if that question has no answer.
 */
function listPicked(steps: readonly Step[], project: Project, { order }: Step) {
  const picking = steps.flatMap((step) =>
    step.order > order
      ? []
      : step.questions.flatMap((question) => readPicked(project, step, question)),
  );
  return Object.fromEntries(picking);
}

function readPicked(project: Project, step: Step, { id, picks }: Question) {
  if (!picks) return [];
  const value = findAnswer(project, `${step.id}.${id}`);
  const picked = textsOf(value);
  const lines = textsOf(findAnswer(project, picks.from));
  const numbers = lines.flatMap((line, index) => (picked.includes(line) ? [index + 1] : []));
  return [[id, value ? numbers : null] as const];
}

/** Returns what became of a bet in a round. The numbers are null if they can't be read. */
export function toBetResultJson(score: (BetScore & { round: number }) | undefined) {
  if (!score) return null;
  const {
    before = null,
    bet = null,
    after = null,
    unit = null,
    outcome = null,
  } = score.result ?? {};
  return { round: score.round, before, bet, after, unit, outcome, text: score.text };
}

/** Returns where an answer comes from, or would if it were kept: "notes", or null for a person. */
function findOrigin(project: Project, { id }: Step, question: Question): string | null {
  const proposed = readProposed(project, id, question.id)?.from;
  return proposed ?? readAnswerSource(findAnswer(project, `${id}.${question.id}`)) ?? null;
}

/** Returns a topic of the guide, for `guide --json`. */
export function toTopicJson({ id, title, summary, from }: Topic) {
  return { id, title, summary, from: from ?? null };
}

/** Returns a topic with its page as markdown, for example for `guide prompts --json`. */
export function toTopicPageJson(topic: Topic) {
  const { source = null, body } = topic;
  return { ...toTopicJson(topic), source, text: joinLines(body).join("\n") };
}
