import * as v from "valibot";
import { Project } from "../project/project.ts";
import { Time } from "../time.ts";

/** An answer to one item: what was said, when, and what the person could point to. */
export const SavedAnswer = v.looseObject({
  answer: v.picklist(["yes", "partly", "not-yet"]),
  evidence: v.optional(v.string()),
  answeredAt: Time,
});

const runFields = {
  id: v.string(),
  checklist: v.string(),
  startedAt: Time,
  finishedAt: v.optional(Time),
  answers: v.record(v.string(), SavedAnswer),
};

/**
 * One walk through a checklist. It is open until `finishedAt` is set; ids of items that left the
 * content are kept, and `versions` are what an import found of it and did not take.
 *
 */
export const Run = v.looseObject({
  ...runFields,
  versions: v.optional(v.array(v.looseObject(runFields))),
});

/** All saved state. Fields that this version does not know are kept as they are. */
export const Progress = v.looseObject({
  version: v.literal(1),
  runs: v.array(Run),
  projects: v.optional(v.array(Project), []),
  /** The uid of the project that commands mean when none is named. */
  current: v.optional(v.string()),
});

export type SavedAnswer = v.InferOutput<typeof SavedAnswer>;
export type Run = v.InferOutput<typeof Run>;
export type Progress = v.InferOutput<typeof Progress>;

/** Answers by item id. */
export type Answers = Readonly<Record<string, SavedAnswer>>;

/** What a person has before the first answer. */
export const emptyProgress: Progress = { version: 1, runs: [], projects: [] };

/**
 * The project that commands mean when none is named: the chosen open one, else the newest open
 * one.
 */
export function findCurrentProject({ projects, current }: Progress): Project | undefined {
  const open = projects.filter(({ closed }) => !closed);
  return open.find(({ uid }) => uid === current) ?? open.at(-1);
}

/** The progress with one project put in the place of its older self, or added. */
export function saveProject(progress: Progress, project: Project): Progress {
  const known = progress.projects.some(({ uid }) => uid === project.uid);
  const projects = progress.projects.map((old) => (old.uid === project.uid ? project : old));
  return { ...progress, projects: known ? projects : [...projects, project] };
}

/** The words that name a project in a command; none for the current one, which needs no naming. */
export function describeNamed(progress: Progress, { id, uid }: Project): string {
  return findCurrentProject(progress)?.uid === uid ? "" : ` --project ${id}`;
}
