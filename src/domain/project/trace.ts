import { deriveForBoth, deriveOnce } from "../library/derived.ts";
import { isJudging } from "../library/judging.ts";
import type { Step } from "../library/step.ts";
import { compareTimes } from "../time.ts";
import type { Judgment, WayGiven } from "./judgment.ts";
import { eachOf, type Project, type SavedText } from "./project.ts";

/** What a judgment is about. */
interface JudgedThing {
  /** The round of the project, from 1. */
  round: number;
  /** The question, such as `review.verdict`. */
  question: string;
  /** The id of the entry that is judged; undefined if the question is asked once. */
  of?: string | undefined;
}

/** A verdict, a prediction or a decision as it is saved now. */
export interface GivenJudgment extends JudgedThing {
  value: string;
  at: string;
  via: WayGiven;
  /** True if it was given in the shell of a coding agent. */
  inAgentShell?: boolean | undefined;
}

/** Lists the judgments of a project, those of past rounds first. */
export const listGivenJudgments = deriveForBoth(
  (steps: readonly Step[], project: Project): readonly GivenJudgment[] =>
    listWithState(steps, project).map(({ given }) => given),
);

/** Returns the same text for judgments about the same thing. */
export function nameJudgment({ round, question, of = "" }: JudgedThing): string {
  return [round, question, of].join(" ");
}

/** What led to a project other than an answer: an undo, or a file that was imported. */
interface Cause {
  at: string;
  via: "undo" | "file";
}

/**
 * Returns `after` with the traces of `before` and what changed since: judgments of finished steps
 * and rounds, and changes to one that was part of those once. Without a cause, `after` follows from
 * an answer.
 */
export function traceJudgments(
  steps: readonly Step[],
  before: Project,
  after: Project,
  cause?: Cause,
): Project {
  const kept = joinJudgments(before.judgments, after.judgments);
  const known = [...kept, ...listUntraced(steps, before, kept)];
  const traced = [...known, ...listChanges(known, listGivenJudgments(steps, after), cause)];
  const all = [...traced, ...listUntraced(steps, after, traced)];
  return all.length === (after.judgments?.length ?? 0) ? after : { ...after, judgments: all };
}

/** Lists the judgments of finished steps that have no trace yet. */
function listUntraced(
  steps: readonly Step[],
  project: Project,
  traced: readonly Judgment[],
): Judgment[] {
  const known = new Set(traced.map(nameJudgment));
  return listWithState(steps, project)
    .filter(({ given, isFinal }) => isFinal && !known.has(nameJudgment(given)))
    .map(({ given }) => ({ ...given }));
}

/**
 * Lists what differs from the last trace of each judgment. Only an undo or an import takes an
 * answer away. What an import brings instead says itself when it was given, and how.
 */
function listChanges(
  traced: readonly Judgment[],
  given: readonly GivenJudgment[],
  cause: Cause | undefined,
): Judgment[] {
  const now = new Map(given.map((judgment) => [nameJudgment(judgment), judgment]));
  const last = new Map(traced.map((judgment) => [nameJudgment(judgment), judgment]));
  return [...last].flatMap(([name, before]): Judgment[] => {
    const current = now.get(name);
    const value = current?.value ?? null;
    if (value === before.value) return [];
    if (cause?.via === "undo" || (cause && !current)) return [{ ...before, value, ...cause }];
    return current ? [{ ...current }] : [];
  });
}

/** Joins the traces of two copies of a project: all of both, by time. */
export function joinJudgments(
  one: readonly Judgment[] = [],
  other: readonly Judgment[] = [],
): Judgment[] {
  const known = new Set(one.map((judgment) => JSON.stringify(judgment)));
  const news = other.filter((judgment) => !known.has(JSON.stringify(judgment)));
  if (news.length === 0) return [...one];
  return [...one, ...news].toSorted((a, b) => compareTimes(a.at, b.at));
}

/** Lists the judgments of a project, and whether the step of each, or its round, is finished. */
function listWithState(steps: readonly Step[], { answers, finished, rounds, closed }: Project) {
  const all = [...rounds, { answers, finished }];
  const isOver = (index: number) => closed !== undefined || index < rounds.length;
  return all.flatMap((round, index) =>
    listJudgingQuestions(steps).flatMap(({ step, id }) => {
      const isFinal = isOver(index) || round.finished?.[step] !== undefined;
      const given = readGiven(round.answers[step]?.[id], `${step}.${id}`, index + 1);
      return given.map((judgment) => ({ given: judgment, isFinal }));
    }),
  );
}

const listJudgingQuestions = deriveOnce((steps: readonly Step[]) =>
  steps.flatMap((step) =>
    step.questions
      .filter((question) => isJudging(step, question))
      .map(({ id }) => ({ step: step.id, id })),
  ),
);

function readGiven(
  value: Project["answers"][string][string] | undefined,
  question: string,
  round: number,
): GivenJudgment[] {
  if (!value || "entries" in value) return [];
  const read = (
    { text, at, via = "before", inAgentShell }: SavedText,
    of?: string,
  ): GivenJudgment => ({
    ...{ round, question, ...(of === undefined ? {} : { of }) },
    ...{ value: text, at, via, ...(inAgentShell ? { inAgentShell } : {}) },
  });
  if (!("each" in value)) return [read(value as SavedText)];
  return Object.entries(eachOf(value)).map(([of, saved]) => read(saved, of));
}
