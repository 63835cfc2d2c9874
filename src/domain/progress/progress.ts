import * as v from "valibot";
import { deriveOnce } from "../library/derived.ts";
import { type Attempt, Practice } from "../practice/attempt.ts";
import { Project } from "../project/project.ts";
import { compareTimes, Time } from "../time.ts";

/** An answer to an item, with its evidence. */
export const SavedAnswer = v.looseObject({
  answer: v.picklist(["yes", "partly", "not-yet"]),
  evidence: v.optional(v.string()),
  /** Set if the evidence was kept although the linter asked about it. */
  vague: v.optional(v.literal(true)),
  answeredAt: Time,
  /** Set if it was given in the shell of a coding agent, with nobody typing. */
  via: v.optional(v.literal("agent")),
});

const runFields = {
  id: v.string(),
  checklist: v.string(),
  startedAt: Time,
  finishedAt: v.optional(Time),
  answers: v.record(v.string(), SavedAnswer),
};

/**
 * One run through a checklist, open until `finishedAt` is set. Keeps answers to items that were
 * removed from the content. `versions` are copies that an import did not use.
 */
export const Run = v.looseObject({
  ...runFields,
  versions: v.optional(v.array(v.looseObject(runFields))),
});

/** Everything that is saved. Keeps fields that this version doesn't know. */
export const Progress = v.looseObject({
  version: v.literal(2),
  runs: v.array(Run),
  projects: v.optional(v.array(Project), []),
  /** The tries at drills, which undo leaves alone. */
  practice: v.optional(Practice),
  /** The uid of the project that commands use by default. */
  current: v.optional(v.string()),
  /** The random id under which this person shares summaries. It stays in the saved file. */
  person: v.optional(v.string()),
  /**
   * The sensitive texts that the person allows on pages, each as a hash with a random key, `salt`.
   * They stay in the saved file. Entries of earlier versions, without a key, allow nothing.
   */
  allowed: v.optional(
    v.array(
      v.looseObject({ salt: v.optional(v.string()), keyed: v.optional(v.string()), at: Time }),
    ),
  ),
});

export type SavedAnswer = v.InferOutput<typeof SavedAnswer>;
export type Run = v.InferOutput<typeof Run>;
export type Progress = v.InferOutput<typeof Progress>;

/** Answers by item id. */
export type Answers = Readonly<Record<string, SavedAnswer>>;

/** Progress without any answer. */
export const emptyProgress: Progress = { version: 2, runs: [], projects: [] };

/**
 * Finds the project that commands use by default: the one last started, else the newest open one.
 */
export const findCurrentProject = deriveOnce(
  ({ projects, current }: Progress): Project | undefined => {
    const open = projects.filter(({ closed }) => !closed);
    return open.find(({ uid }) => uid === current) ?? open.at(-1);
  },
);

/** Finds the project that was closed last. */
export function findLastClosed({ projects }: Progress): Project | undefined {
  return projects
    .filter(({ closed }) => closed)
    .toSorted((a, b) => compareTimes(a.closed?.at ?? "", b.closed?.at ?? ""))
    .at(-1);
}

/** Returns the progress with a project added or replaced. */
export function saveProject(progress: Progress, project: Project): Progress {
  const known = progress.projects.some(({ uid }) => uid === project.uid);
  const projects = progress.projects.map((old) => (old.uid === project.uid ? project : old));
  return { ...progress, projects: known ? projects : [...projects, project] };
}

/** Returns the progress with a try at a drill added or replaced. */
export function saveAttempt(progress: Progress, uid: string, attempt: Attempt): Progress {
  return { ...progress, practice: { ...progress.practice, [uid]: attempt } };
}

/** Returns the option that names a project in a command; "" for the current one. */
export function describeNamed(progress: Progress, { id, uid }: Project): string {
  return findCurrentProject(progress)?.uid === uid ? "" : ` --project ${id}`;
}
