import type { Answer, Item } from "../library/checklist.ts";
import { parseReference } from "../library/reference.ts";
import { findQuestion, type Step } from "../library/step.ts";
import { findCurrentProject, type Progress, type SavedAnswer } from "../progress/progress.ts";
import { currentAnswers, runsOf } from "../progress/run.ts";
import { findFirstPass } from "../project/first-pass.ts";
import { countOf, joinWords } from "../text/words.ts";
import { findLevel, findProofs, type Level, type Proof } from "./level.ts";
import { type AppState, findNextStep, type NextStep } from "./next-step.ts";
import { suggestSlice } from "./suggest.ts";

/** What stands behind an item: everything that was said, and every project that shows it. */
export interface ItemEvidence {
  id: string;
  /** The title of the item, or its id when it has left the checklist. */
  title: string;
  /** The item as the checklist holds it; none when it has left the checklist. */
  item: Item | undefined;
  level: Level | undefined;
  /** The answer of today; none before the first. */
  saved: SavedAnswer | undefined;
  /** What was said before, where it differs from what came after, newest first. */
  earlier: SavedAnswer[];
  proofs: Proof[];
  /** What would show the item, in words; none when a project does, or when none can. */
  wanted: string | undefined;
  /** What leads to a proof; none when there is one, or when none can be. */
  nextStep: NextStep | undefined;
}

/** The ids of a checklist's items, and those that have left it but were answered once. */
export function listItemIds({
  checklist,
  progress,
}: Pick<AppState, "checklist" | "progress">): string[] {
  const answered = runsOf(progress, checklist).flatMap(({ answers }) => Object.keys(answers));
  return [...new Set([...checklist.items.map(({ id }) => id), ...answered])];
}

/** Gathers what stands behind the item with this id. */
export function describeBacking(position: AppState, id: string): ItemEvidence {
  const { checklist, progress, steps } = position;
  const item = checklist.items.find((candidate) => candidate.id === id);
  const said = listSaid(progress, checklist.id, id);
  const proofs = findProofs(item?.shownBy, steps, progress.projects);
  const [saved, ...earlier] = said;
  const unproven = proofs.length === 0 ? item : undefined;
  return {
    ...{ id, title: item?.title ?? id, item, saved, earlier, proofs },
    level: findLevel(saved?.answer, proofs),
    wanted: unproven?.shownBy && describeWanted(unproven.shownBy, steps),
    nextStep: unproven && findWayThere(position, unproven, saved?.answer),
  };
}

function describeWanted(shownBy: NonNullable<Item["shownBy"]>, steps: readonly Step[]): string {
  if (typeof shownBy === "object") {
    return `An ended project with an answer to "${findQuestion(steps, shownBy.answered)?.ask ?? shownBy.answered}".`;
  }
  if (shownBy === "withinBudget") {
    return "An ended project that stayed within its minutes and passes, with no extension.";
  }
  const ids = steps.flatMap(({ locks = [] }) => locks);
  const titles = steps.filter(({ id }) => ids.includes(id)).map(({ title }) => title.toLowerCase());
  return `An ended project whose ${joinWords(titles) || "first step"} was locked before the first pass.`;
}

/** The answers of all runs, newest first; a run that only copied one adds nothing. */
function listSaid(progress: Progress, checklist: string, id: string): SavedAnswer[] {
  const said = runsOf(progress, { id: checklist }).flatMap(({ answers }) =>
    Object.entries(answers).flatMap(([answered, saved]) => (answered === id ? [saved] : [])),
  );
  return said
    .filter((saved, index) => index === said.length - 1 || !isSame(saved, said[index + 1]))
    .toReversed();
}

function isSame(one: SavedAnswer, other: SavedAnswer | undefined): boolean {
  return one.answer === other?.answer && one.evidence === other.evidence;
}

/**
 * The one command that leads to a proof: a late answer, else the open project, else a slice that
 * trains the item.
 */
function findWayThere(
  position: AppState,
  item: Item,
  answer: Answer | undefined,
): NextStep | undefined {
  const { slices, checklist, progress } = position;
  if (!item.shownBy && answer === "yes") return undefined;
  const late = findLateAnswer(position, item);
  if (late) return late;
  const answers = currentAnswers(progress, checklist);
  if (findCurrentProject(progress) || Object.keys(answers).length === 0)
    return findNextStep(position);
  const training = slices.filter(({ trains }) => trains.includes(item.id));
  const slice = suggestSlice(training, checklist, answers)?.slice;
  if (!slice) return findNextStep(position);
  return {
    command: `builder-pm start ${slice.id}`,
    reason: `trains ${item.id}, ${countOf(slice.hours, "hour")}`,
  };
}

/** An ended project that lacks only an answer which may come on any later day. */
function findLateAnswer({ steps, progress }: AppState, { shownBy }: Item): NextStep | undefined {
  if (typeof shownBy !== "object" || !findQuestion(steps, shownBy.answered)?.later)
    return undefined;
  const { step: stepId, question: questionId } = parseReference(shownBy.answered);
  const { needs = [] } = steps.find(({ id }) => id === stepId) ?? {};
  const waiting = progress.projects.findLast(
    (project) =>
      project.closed && needs.every((id) => project.finished[id]) && findFirstPass(steps, project),
  );
  if (!waiting) return undefined;
  return {
    command: `builder-pm ${stepId} --project ${waiting.id} --redo ${questionId}`,
    reason: `on any day, for ${waiting.title}`,
  };
}
