import * as v from "valibot";
import { endings } from "../library/ending.ts";
import { parseReference } from "../library/reference.ts";
import { freeId } from "../text/free-id.ts";
import { Time } from "../time.ts";
import { AgentReport } from "./agent-report.ts";
import { Judgment, waysGiven } from "./judgment.ts";
import { ParkedIdea, Pass } from "./noted.ts";
import { Picture } from "./picture.ts";

/** An answer in words. `of` is the entry it was given for. `marks` say why it was questioned. */
export const SavedText = v.looseObject({
  text: v.string(),
  at: Time,
  /** How it was given. */
  via: v.optional(v.picklist(waysGiven)),
  /** True if it was given in the shell of a coding agent. */
  inAgentShell: v.optional(v.boolean()),
  of: v.optional(v.string()),
  marks: v.optional(v.array(v.string())),
  /** True if it names a number, a date or a source. */
  hasEvidence: v.optional(v.boolean()),
  /** Where it comes from, if the person didn't write it: "notes" or "agent". */
  from: v.optional(v.string()),
  /** The round in which it was given, if a later round kept it as it was. */
  fromRound: v.optional(v.number()),
});

/**
 * An entry of a list. It keeps its id when the list is edited, so a verdict stays with its check.
 */
export const Entry = v.looseObject({
  id: v.string(),
  text: v.string(),
  marks: v.optional(v.array(v.string())),
  /** "report" for a line of the agent that nobody has confirmed. */
  from: v.optional(v.string()),
  /** The round in which it was given, if a later round kept it. */
  fromRound: v.optional(v.number()),
});

/** The answer to a question that takes a list. */
export const SavedList = v.looseObject({
  entries: v.array(Entry),
  at: Time,
  marks: v.optional(v.array(v.string())),
  from: v.optional(v.string()),
  fromRound: v.optional(v.number()),
});

/** The answers to a question that is asked for each entry of another list, by entry id. */
export const SavedEach = v.looseObject({ each: v.record(v.string(), SavedText) });

/** What is saved for a question. */
export const SavedValue = v.union([SavedList, SavedEach, SavedText]);

/** Answers of all steps: by step id, then by question id. */
const StepAnswers = v.record(v.string(), v.record(v.string(), SavedValue));

/** One more pass beyond the budget: an extension with a reason, or a cut. */
const Grant = v.looseObject({
  kind: v.picklist(["extension", "cut"]),
  minutes: v.number(),
  because: v.optional(v.string()),
  after: v.number(),
  at: Time,
});

/** A change after the brief, with the old text and the reason. */
const Amendment = v.looseObject({
  step: v.string(),
  question: v.string(),
  before: v.array(v.string()),
  after: v.array(v.string()),
  because: v.string(),
  at: Time,
});

/** An answer that the person hasn't confirmed, and where it comes from: "notes" or "agent". */
const Proposed = v.looseObject({ lines: v.array(v.string()), from: v.string() });

/** A past round: its answers, and when its steps were finished. */
const Round = v.looseObject({
  answers: StepAnswers,
  finished: v.optional(v.record(v.string(), Time)),
  endedAt: Time,
});

/** A file that was written into the work folder: the hash of its bytes, the round, and when. */
const WrittenFile = v.looseObject({ sha256: v.string(), round: v.number(), at: Time });

/** The folder on this computer where the project is built, and what was written there, by name. */
const WorkFolder = v.looseObject({
  path: v.string(),
  files: v.optional(v.record(v.string(), WrittenFile)),
});

const projectFields = {
  id: v.string(),
  uid: v.string(),
  slice: v.string(),
  title: v.string(),
  startedAt: Time,
  budget: v.looseObject({ minutes: v.number(), passes: v.number() }),
  answers: StepAnswers,
  /** When each step was finished, by step id. */
  finished: v.record(v.string(), Time),
  locked: v.array(v.string()),
  passes: v.array(Pass),
  grants: v.array(Grant),
  parked: v.array(ParkedIdea),
  amendments: v.array(Amendment),
  rounds: v.array(Round),
  judgments: v.optional(v.array(Judgment)),
  /** What the agent reported about its passes. */
  reports: v.optional(v.array(AgentReport)),
  /** The pictures that belong to answers, of all rounds. */
  pictures: v.optional(v.array(Picture)),
  /** When it was last taken from an imported file. */
  importedAt: v.optional(Time),
  /** What was typed and not answered when the person stopped, by `step.question`. */
  unfinished: v.optional(v.record(v.string(), v.array(v.string()))),
  /** Words that were still being typed, or not confirmed, when the person stopped. */
  drafts: v.optional(v.record(v.string(), v.string())),
  /** Answers that the person hasn't confirmed, by `step.question`. */
  proposed: v.optional(v.record(v.string(), Proposed)),
  /** Lines of notes that found no place, to be picked where a question is open. */
  unplaced: v.optional(v.array(v.string())),
  folder: v.optional(WorkFolder),
  /** `early` is set if the project ended without a finished brief or any verdict. */
  closed: v.optional(
    v.looseObject({ as: v.picklist(endings), at: Time, early: v.optional(v.boolean()) }),
  ),
};

/** One slice on its way through the loop. `versions` are copies that an import did not use. */
export const Project = v.looseObject({
  ...projectFields,
  versions: v.optional(v.array(v.looseObject(projectFields))),
});

export type SavedText = v.InferOutput<typeof SavedText>;
export type Entry = v.InferOutput<typeof Entry>;
export type SavedList = v.InferOutput<typeof SavedList>;
export type SavedEach = v.InferOutput<typeof SavedEach>;
export type SavedValue = v.InferOutput<typeof SavedValue>;
export type Proposed = v.InferOutput<typeof Proposed>;
export type Grant = v.InferOutput<typeof Grant>;
export type Amendment = v.InferOutput<typeof Amendment>;
export type WrittenFile = v.InferOutput<typeof WrittenFile>;
export type WorkFolder = v.InferOutput<typeof WorkFolder>;
export type Project = v.InferOutput<typeof Project>;

/** What a new project starts with. */
export interface NewProject {
  /** The wanted id; a number is added if it is taken. The id of the slice by default. */
  id?: string;
  slice: string;
  title: string;
  minutes: number;
  passes: number;
  /** The absolute path of the work folder, if it has one. */
  folder?: string | undefined;
}

/** Creates a project. Adds a number to its id if that is taken. */
export function createProject(
  taken: readonly { id: string }[],
  { slice, id = slice, title, minutes, passes, folder }: NewProject,
  { now, uid }: { now: Date; uid: string },
): Project {
  return {
    id: freeId(
      id,
      taken.map(({ id }) => id),
    ),
    uid,
    slice,
    title,
    startedAt: now.toISOString(),
    budget: { minutes, passes },
    answers: {},
    finished: {},
    locked: [],
    passes: [],
    grants: [],
    parked: [],
    amendments: [],
    rounds: [],
    ...(folder === undefined ? {} : { folder: { path: folder } }),
  };
}

/** Returns true for the answer to a question that takes a list. */
export function isSavedList(value: SavedValue | undefined): value is SavedList {
  return value !== undefined && "entries" in value;
}

/** Returns true for answers that were given for each entry of another list. */
export function isSavedEach(value: SavedValue | undefined): value is SavedEach {
  return value !== undefined && !isSavedList(value) && "each" in value;
}

/** Returns the entries of a saved list, and none for any other answer. */
export function entriesOf(value: SavedValue | undefined): Entry[] {
  return isSavedList(value) ? value.entries : [];
}

/** Returns the answers given for each entry of another list, by entry id; none for others. */
export function eachOf(value: SavedValue | undefined): Readonly<Record<string, SavedText>> {
  return isSavedEach(value) ? value.each : {};
}

/** Returns a saved answer as lines of text; only the one for an entry if `entryId` is given. */
export function textsOf(value: SavedValue | undefined, entryId?: string): string[] {
  if (!value) return [];
  if (isSavedList(value)) return value.entries.map(({ text }) => text);
  if (!isSavedEach(value)) return [value.text];
  const chosen = entryId === undefined ? Object.values(value.each) : [value.each[entryId]];
  return chosen.flatMap((saved) => (saved ? [saved.text] : []));
}

/** Returns true if an answer in words names a number, a date or a source. */
export function holdsEvidence(value: SavedValue | undefined): boolean {
  return value !== undefined && "hasEvidence" in value && value.hasEvidence === true;
}

/** Finds the saved answer to a question, by a reference such as `spec.checks`. */
export function findAnswer(project: Project, reference: string): SavedValue | undefined {
  const { step, question } = parseReference(reference);
  return project.answers[step]?.[question];
}

/** Returns the option that a command needs to change a step: none until the step is locked. */
export function describeReason({ locked }: Pick<Project, "locked">, stepId: string): string {
  return locked.includes(stepId) ? ' --because "..."' : "";
}

/** Finds what is saved for one entry of a question that is asked for each. */
export function findEntryAnswer(
  value: SavedValue | undefined,
  entryId: string,
): SavedText | undefined {
  return eachOf(value)[entryId];
}
