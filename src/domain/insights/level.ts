import type { Answer, Item } from "../library/checklist.ts";
import { parseReference } from "../library/reference.ts";
import { findQuestion, type Step } from "../library/step.ts";
import { stayedWithinBudget } from "../project/budget.ts";
import { labelOf } from "../project/drafts.ts";
import { findFirstPass } from "../project/first-pass.ts";
import { type Project, textsOf } from "../project/project.ts";
import { findEarliest } from "../time.ts";

/**
 * How well an item is backed: the person answered yes, one ended project proves it, or two or more
 * do.
 */
export type Level = "said" | "shown" | "repeated";

/** An ended project that proves an item. */
export interface Proof {
  project: Project;
  /** The words of the answer that is the proof; none where the proof is no answer. */
  texts: string[];
}

/**
 * The level of an item; none without a yes and a proof. A proof counts whatever the person answers
 * today.
 */
export function findLevel(answer: Answer | undefined, proofs: readonly Proof[]): Level | undefined {
  if (proofs.length > 0) return proofs.length > 1 ? "repeated" : "shown";
  return answer === "yes" ? "said" : undefined;
}

/**
 * The projects that prove an item, the one that ended last first: ended in whatever way, with at
 * least one pass.
 */
export function findProofs(
  shownBy: Item["shownBy"],
  steps: readonly Step[],
  projects: readonly Project[],
): Proof[] {
  if (!shownBy) return [];
  const ended = projects.filter((project) => project.closed && findFirstPass(steps, project));
  return ended
    .toSorted((a, b) => (b.closed?.at ?? "").localeCompare(a.closed?.at ?? ""))
    .flatMap((project) => findProof(shownBy, steps, project));
}

/** When the step that locks was finished for the first time, in any round; none before. */
export function findLockTime(steps: readonly Step[], project: Project): Date | undefined {
  const locking = steps.filter(({ locks = [] }) => locks.length > 0);
  const rounds = [project, ...project.rounds];
  return findEarliest(
    rounds.flatMap(({ finished }) => locking.flatMap(({ id }) => finished?.[id] ?? [])),
  );
}

function findProof(
  shownBy: NonNullable<Item["shownBy"]>,
  steps: readonly Step[],
  project: Project,
): Proof[] {
  if (typeof shownBy === "object") {
    const texts = readOverRounds(project, shownBy.answered);
    const question = findQuestion(steps, shownBy.answered);
    return texts.length > 0
      ? [{ project, texts: texts.map((text) => (question ? labelOf(question, text) : text)) }]
      : [];
  }
  const isProof =
    shownBy === "withinBudget" ? stayedWithinBudget(project) : wasLockedFirst(steps, project);
  return isProof ? [{ project, texts: [] }] : [];
}

function wasLockedFirst(steps: readonly Step[], project: Project): boolean {
  const locked = findLockTime(steps, project);
  const passed = findFirstPass(steps, project);
  return locked !== undefined && passed !== undefined && locked < passed;
}

/** The newest answer that is not empty: of this round, else of the last one that has it. */
function readOverRounds(project: Project, reference: string): string[] {
  const { step, question } = parseReference(reference);
  const given = [project, ...project.rounds.toReversed()].map(({ answers }) =>
    textsOf(answers[step]?.[question]).filter((text) => text.trim() !== ""),
  );
  return given.find((texts) => texts.length > 0) ?? [];
}
