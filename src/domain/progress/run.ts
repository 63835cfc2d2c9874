import { type Answer, type Checklist, takesEvidence } from "../library/checklist.ts";
import type { Answers, Progress, Run, SavedAnswer } from "./progress.ts";

/** What a person says about an item: an answer, evidence, or both. */
export interface GivenAnswer {
  answer?: Answer | undefined;
  evidence?: string | undefined;
  /** True if the linter asks about the evidence. */
  isVague?: boolean;
}

/** How many items a checklist has, and how many are answered. */
export interface Completion {
  total: number;
  answered: number;
  done: number;
  partly: number;
}

/** When a change happens, and the id of a run that it starts. */
export interface Stamp {
  now: Date;
  id: string;
}

/**
 * Returns the runs of a checklist, oldest first, with what the person answered. An agent's answers
 * are drafts: {@link findDrafts} in check-drafts.ts has them.
 */
export function runsOf(progress: Progress, checklist: Pick<Checklist, "id">): Run[] {
  return progress.runs.flatMap((run) => {
    if (run.checklist !== checklist.id) return [];
    const all = Object.entries(run.answers);
    const own = all.filter(([, { via }]) => via === undefined);
    if (own.length === all.length) return [run];
    return own.length === 0 ? [] : [{ ...run, answers: Object.fromEntries(own) }];
  });
}

/** Finds the run that isn't finished. */
export function findOpenRun(progress: Progress, checklist: Pick<Checklist, "id">): Run | undefined {
  return runsOf(progress, checklist).findLast((run) => run.finishedAt === undefined);
}

/** Returns the latest answer to each item, including items that were removed. */
export function currentAnswers(progress: Progress, checklist: Pick<Checklist, "id">): Answers {
  return Object.assign({}, ...runsOf(progress, checklist).map((run) => run.answers));
}

/** Counts the answers to the current items of a checklist. */
export function countCompletion(checklist: Pick<Checklist, "items">, answers: Answers): Completion {
  const ids = checklist.items.map((item) => item.id);
  return countAnswers(ids, answers);
}

/** Counts the answers of a finished run, including items that were removed since. */
export function countRun(run: Run): Completion {
  return countAnswers(Object.keys(run.answers), run.answers);
}

function countAnswers(ids: readonly string[], answers: Answers): Completion {
  const given = ids.flatMap((id) => answers[id]?.answer ?? []);
  return {
    total: ids.length,
    answered: given.length,
    done: given.filter((answer) => answer === "yes").length,
    partly: given.filter((answer) => answer === "partly").length,
  };
}

/** Returns the finished runs of a checklist, oldest first. */
export function finishedRuns(progress: Progress, checklist: Pick<Checklist, "id">): Run[] {
  return runsOf(progress, checklist).filter((run) => run.finishedAt !== undefined);
}

/** Creates an empty run. */
export function openRun(checklist: Pick<Checklist, "id">, { now, id }: Stamp): Run {
  return { id, checklist: checklist.id, startedAt: now.toISOString(), answers: {} };
}

/**
 * Returns the run for answers to single items: the open one; else a finished copy of the latest
 * answers; else a new one.
 */
export function runForSingleAnswers(
  progress: Progress,
  checklist: Pick<Checklist, "id">,
  stamp: Stamp,
): Run {
  const open = findOpenRun(progress, checklist);
  if (open) return open;
  const started = openRun(checklist, stamp);
  if (runsOf(progress, checklist).length === 0) return started;
  return {
    ...started,
    finishedAt: started.startedAt,
    answers: { ...currentAnswers(progress, checklist) },
  };
}

/**
 * Returns the progress with answers saved in a run, which is added if it is new and finished if it
 * is complete. Keeps earlier evidence unless there is new evidence, or the answer takes none.
 */
export function recordAnswers(
  progress: Progress,
  checklist: Checklist,
  run: Run,
  given: Readonly<Record<string, GivenAnswer>>,
  now: Date,
): Progress {
  const before = { ...currentAnswers(progress, checklist), ...run.answers };
  const answers = { ...run.answers, ...mergeAnswers(before, given, now) };
  const complete = checklist.items.every((item) => answers[item.id]);
  const finishedAt = run.finishedAt ?? (complete ? now.toISOString() : undefined);
  return saveRun(progress, { ...run, answers, ...(finishedAt ? { finishedAt } : {}) });
}

/**
 * Returns the progress with the open run finished, if every item has an answer in it or in an
 * earlier run: those that it doesn't ask about anymore stay as they are.
 */
export function finishOpenRun(progress: Progress, checklist: Checklist, now: Date): Progress {
  const open = findOpenRun(progress, checklist);
  const answers = currentAnswers(progress, checklist);
  if (!open || !checklist.items.every(({ id }) => answers[id])) return progress;
  return saveRun(progress, { ...open, answers, finishedAt: now.toISOString() });
}

/** Returns the progress with a run added or replaced. Drafts that stand in it stay. */
export function saveRun(progress: Progress, run: Run): Progress {
  const replace = (old: Run) => {
    if (old.id !== run.id) return old;
    const drafts = Object.entries(old.answers).filter(([, { via }]) => via !== undefined);
    return { ...run, answers: { ...Object.fromEntries(drafts), ...run.answers } };
  };
  const known = progress.runs.some(({ id }) => id === run.id);
  const runs = known ? progress.runs.map(replace) : [...progress.runs, run];
  return { ...progress, runs };
}

/** Returns what was given, with the earlier answers and evidence where nothing new was said. */
export function mergeAnswers(
  before: Answers,
  given: Readonly<Record<string, GivenAnswer>>,
  now: Date,
): Answers {
  const merged = Object.entries(given).flatMap(([id, words]) => {
    const saved = mergeAnswer(before[id], words, now);
    return saved ? [[id, saved] as const] : [];
  });
  return Object.fromEntries(merged);
}

function mergeAnswer(
  before: SavedAnswer | undefined,
  given: GivenAnswer,
  now: Date,
): SavedAnswer | undefined {
  const answer = given.answer ?? before?.answer;
  if (!answer) return undefined;
  const evidence = takesEvidence(answer) ? (given.evidence ?? before?.evidence) : undefined;
  const isVague = given.evidence === undefined ? before?.vague : given.isVague;
  return {
    answer,
    ...(evidence ? { evidence } : {}),
    ...(evidence && isVague ? { vague: true as const } : {}),
    answeredAt: now.toISOString(),
  };
}
