import type { Answer, Item } from "../library/checklist.ts";
import { labelOfItem } from "../library/item-label.ts";
import { nameInFlags } from "../library/question-name.ts";
import { listStarters } from "../library/slice.ts";
import { findReferenced, resolveReference, type Step } from "../library/step.ts";
import { findDrafts } from "../progress/check-drafts.ts";
import { findCurrentProject, type Progress, type SavedAnswer } from "../progress/progress.ts";
import { currentAnswers, runsOf } from "../progress/run.ts";
import { findFirstPass } from "../project/first-pass.ts";
import { countOf, joinWords, quotePath } from "../text/words.ts";
import { findLevel, findProjectEvidence, type Level, type ProjectEvidence } from "./level.ts";
import { type AppState, findNextStep, type NextStep } from "./next-step.ts";
import { suggestSlice } from "./suggest.ts";

/** The evidence for an item: every answer, and every project that shows it. */
export interface ItemEvidence {
  id: string;
  /** The title of the item, or its id if it was removed from the checklist. */
  title: string;
  /** The item, unless it was removed from the checklist. */
  item: Item | undefined;
  level: Level | undefined;
  /** The current answer, if there is one. */
  saved: SavedAnswer | undefined;
  /** What a coding agent drafted since then. */
  draft: SavedAnswer | undefined;
  /** Earlier answers that differ from the next one, newest first. */
  earlier: SavedAnswer[];
  projectEvidence: ProjectEvidence[];
  /** What would show the item, in words. Undefined if a project does, or none can. */
  wanted: string | undefined;
  /** What leads to evidence. Undefined if there is some, or none is possible. */
  nextStep: NextStep | undefined;
}

/** Lists the ids of a checklist's items, including removed ones that were answered. */
export function listItemIds({
  checklist,
  progress,
}: Pick<AppState, "checklist" | "progress">): string[] {
  const answered = runsOf(progress, checklist).flatMap(({ answers }) => Object.keys(answers));
  return [...new Set([...checklist.items.map(({ id }) => id), ...answered])];
}

/** Collects the evidence for the item with this id. */
export function describeItemEvidence(state: AppState, id: string): ItemEvidence {
  const { checklist, progress, steps } = state;
  const item = checklist.items.find((candidate) => candidate.id === id);
  const given = listGivenAnswers(progress, checklist.id, id);
  const projectEvidence = findProjectEvidence(item?.shownBy, steps, progress.projects);
  const [saved, ...earlier] = given;
  const withoutEvidence = projectEvidence.length === 0 ? item : undefined;
  return {
    id,
    title: item?.title ?? id,
    item,
    saved,
    draft: findDrafts(progress, checklist)[id],
    earlier,
    projectEvidence,
    level: findLevel(saved?.answer, projectEvidence),
    wanted: withoutEvidence?.shownBy && describeNeededEvidence(withoutEvidence.shownBy, steps),
    nextStep: withoutEvidence && findStepToEvidence(state, withoutEvidence, saved?.answer),
  };
}

function describeNeededEvidence(
  shownBy: NonNullable<Item["shownBy"]>,
  steps: readonly Step[],
): string {
  if (typeof shownBy === "object") {
    const reference = resolveReference(steps, shownBy.answered);
    const step = findReferenced(steps, reference)?.step;
    const wanted = `A finished project with an answer to ${nameWanted(steps, reference)}`;
    const isJudged = step?.questions.some(({ verdicts }) => verdicts);
    return isJudged ? `${wanted} and a note on every check that is met` : wanted;
  }
  if (shownBy === "withinBudget") {
    return "A finished project that stayed within its minutes and passes, with no extension.";
  }
  const ids = steps.flatMap(({ locks = [] }) => locks);
  const titles = steps.filter(({ id }) => ids.includes(id)).map(({ title }) => title.toLowerCase());
  const locked = joinWords(titles) || "first step";
  return `A finished project whose ${locked} was locked before the first pass.`;
}

/** Names the question whose answer is evidence, and the one that can hold the same. */
function nameWanted(steps: readonly Step[], reference: string): string {
  const { step, question } = findReferenced(steps, reference) ?? {};
  const name = `"${question?.ask ?? reference}"`;
  const other = question?.askUnless?.evidenceIn;
  const held = other && step?.questions.find(({ id }) => id === other)?.ask;
  return held ? `${name}, or to "${held}" with a number, a date or a source` : name;
}

/** Lists the answers of all runs, newest first, without unchanged copies. */
function listGivenAnswers(progress: Progress, checklist: string, id: string): SavedAnswer[] {
  const given = runsOf(progress, { id: checklist }).flatMap(({ answers }) =>
    Object.entries(answers).flatMap(([answered, saved]) => (answered === id ? [saved] : [])),
  );
  return given
    .filter((saved, index) => index === given.length - 1 || !isSameAnswer(saved, given[index + 1]))
    .toReversed();
}

function isSameAnswer(one: SavedAnswer, other: SavedAnswer | undefined): boolean {
  return one.answer === other?.answer && one.evidence === other.evidence;
}

/**
 * Finds the command that leads to evidence: a late answer, else the open project, else a slice
 * that is good practice for the item.
 */
function findStepToEvidence(
  state: AppState,
  item: Item,
  answer: Answer | undefined,
): NextStep | undefined {
  const { slices, checklist, progress } = state;
  if (!item.shownBy && answer === "yes") return undefined;
  const late = findLateAnswer(state, item);
  if (late) return late;
  const answers = currentAnswers(progress, checklist);
  if (findCurrentProject(progress) || Object.keys(answers).length === 0) return findNextStep(state);
  const candidates = listStarters(slices).filter(({ trains }) => trains.includes(item.id));
  const slice = suggestSlice(candidates, checklist, answers, progress.projects)?.slice;
  if (!slice) return findNextStep(state);
  return {
    command: `builder-pm start ${slice.id}`,
    reason: `good practice for ${labelOfItem(item)}, ${countOf(slice.hours, "hour")}`,
  };
}

/** Finds a closed project that only lacks an answer which can be added on any later day. */
function findLateAnswer({ steps, progress }: AppState, { shownBy }: Item): NextStep | undefined {
  if (typeof shownBy !== "object") return undefined;
  const reference = resolveReference(steps, shownBy.answered);
  const { step, question } = findReferenced(steps, reference) ?? {};
  if (!step || !question?.later) return undefined;
  const { needs = [] } = step;
  const waiting = progress.projects.findLast(
    (project) =>
      project.closed && needs.every((id) => project.finished[id]) && findFirstPass(steps, project),
  );
  if (!waiting) return undefined;
  return {
    command: `builder-pm ${step.id} --project ${waiting.id} --redo ${quotePath(nameInFlags(question))}`,
    reason: `on any day, for ${waiting.title}`,
  };
}
