import type { Answer, Item } from "../library/checklist.ts";
import { deriveForBoth } from "../library/derived.ts";
import { parseReference } from "../library/reference.ts";
import {
  findQuestion,
  findReferenced,
  type Question,
  resolveReference,
  type Step,
} from "../library/step.ts";
import { stayedWithinBudget } from "../project/budget.ts";
import { labelOf } from "../project/drafts.ts";
import { findFirstPass, findLockTime } from "../project/first-pass.ts";
import { findAnswer, holdsEvidence, type Project, textsOf } from "../project/project.ts";
import { hasUnseenSuccess } from "../project/unseen.ts";
import { compareTimes } from "../time.ts";
import { wereVerdictsAsked } from "./judgment-changes.ts";

/**
 * How strong the evidence for an item is: the person said so, one closed project shows it, or two
 * or more do.
 */
export type Level = "said" | "shown" | "repeated";

/** A closed project that shows an item. */
export interface ProjectEvidence {
  project: Project;
  /** The answer that is the evidence; empty if the evidence isn't an answer. */
  texts: string[];
  /** The question that it answers. */
  question?: Question | undefined;
}

/**
 * Returns the level of an item, or undefined if there is neither a yes nor a project that shows
 * it. Projects count whatever the current answer is.
 */
export function findLevel(
  answer: Answer | undefined,
  projectEvidence: readonly ProjectEvidence[],
): Level | undefined {
  if (projectEvidence.length > 0) return projectEvidence.length > 1 ? "repeated" : "shown";
  return answer === "yes" ? "said" : undefined;
}

/**
 * Lists the projects that show an item, the last closed first. Any closed project with at least
 * one pass counts.
 */
export function findProjectEvidence(
  shownBy: Item["shownBy"],
  steps: readonly Step[],
  projects: readonly Project[],
): ProjectEvidence[] {
  if (!shownBy) return [];
  return listBuilt(steps, projects).flatMap((project) => findEvidenceIn(shownBy, steps, project));
}

/** Lists the closed projects with a pass, the last closed first: each item asks for them. */
const listBuilt = deriveForBoth(
  (steps: readonly Step[], projects: readonly Project[]): readonly Project[] =>
    projects
      .filter((project) => project.closed && findFirstPass(steps, project))
      .toSorted((a, b) => compareTimes(b.closed?.at ?? "", a.closed?.at ?? "")),
);

function findEvidenceIn(
  shownBy: NonNullable<Item["shownBy"]>,
  steps: readonly Step[],
  project: Project,
): ProjectEvidence[] {
  if (typeof shownBy === "object") {
    const reference = resolveReference(steps, shownBy.answered);
    if (!isOwnJudgment(steps, project, reference)) return [];
    const shown = readShown(steps, project, reference);
    return shown ? [{ project, ...shown }] : [];
  }
  const isShown =
    shownBy === "withinBudget" ? stayedWithinBudget(project) : wasLockedFirst(steps, project);
  return isShown ? [{ project, texts: [] }] : [];
}

/**
 * Returns false for an answer beside verdicts that nobody was asked for, or beside one of success
 * without a word of what was seen.
 */
function isOwnJudgment(steps: readonly Step[], project: Project, reference: string): boolean {
  const asked = findReferenced(steps, reference);
  if (!asked?.step.questions.some(({ verdicts }) => verdicts)) return true;
  return wereVerdictsAsked(steps, project) && !hasUnseenSuccess(steps, project, asked.step);
}

/** Finds the answer to a question, else the answer that holds the same evidence. */
function readShown(steps: readonly Step[], project: Project, reference: string) {
  const question = findQuestion(steps, reference);
  const texts = readOverRounds(project, reference);
  if (texts.length > 0)
    return { texts: texts.map((text) => (question ? labelOf(question, text) : text)), question };
  const other = question?.askUnless && nameSibling(reference, question.askUnless.evidenceIn);
  if (!other || !holdsEvidence(findAnswer(project, other))) return undefined;
  const known = readOverRounds(project, other);
  return known.length > 0 ? { texts: known, question: findQuestion(steps, other) } : undefined;
}

function nameSibling(reference: string, question: string): string {
  return `${parseReference(reference).step}.${question}`;
}

function wasLockedFirst(steps: readonly Step[], project: Project): boolean {
  const locked = findLockTime(steps, project);
  const passed = findFirstPass(steps, project);
  return locked !== undefined && passed !== undefined && locked < passed;
}

/** Returns the newest answer that isn't empty: from this round, else from the last one with any. */
function readOverRounds(project: Project, reference: string): string[] {
  const { step, question } = parseReference(reference);
  const given = [project, ...project.rounds.toReversed()].map(({ answers }) =>
    textsOf(answers[step]?.[question]).filter((text) => text.trim() !== ""),
  );
  return given.find((texts) => texts.length > 0) ?? [];
}
