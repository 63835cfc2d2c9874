import { type Checklist, findItem } from "../library/checklist.ts";
import { labelsOfItems } from "../library/item-label.ts";
import { nameForPerson, type Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { countOf, joinWords, shorten } from "../text/words.ts";
import { findDrafts } from "./check-drafts.ts";
import { type Answers, findCurrentProject, type Progress } from "./progress.ts";
import { renameInEvidence } from "./rename.ts";
import { currentAnswers } from "./run.ts";

const MAX_LENGTH = 40;

/** The content whose words a description uses. */
export interface ChangedContent {
  checklist: Checklist;
  steps: readonly Step[];
}

/** Describes a change in words that can follow "Undone:", such as 'starting the project "a"'. */
export function describeDifference(
  { checklist, steps }: ChangedContent,
  before: Progress,
  after: Progress,
): string {
  const whole = describeWholeImport(before, after);
  if (whole !== undefined) return whole;
  const parts = [
    ...describeAnswers(checklist, renameAsIn(after, before), after),
    ...describeProjects(steps, before, after),
    ...describeImportedRuns(before, after),
    ...describeDrills(before, after),
  ];
  const chosen = findCurrentProject(after);
  if (parts.length === 0 && chosen && chosen.uid !== findCurrentProject(before)?.uid) {
    return `switching to the project "${chosen.id}"`;
  }
  if (parts.length > 3) return `${countOf(parts.length, "change")}, including ${parts[0]}`;
  return parts.length > 0 ? joinWords(parts) : "a change to your saved progress";
}

/** Describes an import that brought all projects there are; undefined for any other change. */
function describeWholeImport(before: Progress, after: Progress): string | undefined {
  const isImported = ({ uid, importedAt }: Project) =>
    importedAt !== undefined &&
    importedAt !== before.projects.find((old) => old.uid === uid)?.importedAt;
  const { projects } = after;
  if (projects.length === 0 || !projects.every(isImported)) return undefined;
  // What is added to what was there takes nothing away.
  const isReplaced = before.projects.some(({ uid }) => !projects.some((now) => now.uid === uid));
  if (isReplaced) return "replacing everything with what was imported";
  return projects.length > 1 ? `importing ${countOf(projects.length, "project")}` : undefined;
}

/** Returns what was before with the titles that projects have now: evidence names them. */
function renameAsIn({ projects }: Progress, before: Progress): Progress {
  return before.projects.reduce((renamed, { uid, title }) => {
    const now = projects.find((project) => project.uid === uid)?.title ?? title;
    return now === title ? renamed : renameInEvidence(renamed, title, now);
  }, before);
}

function describeDrills(
  { practice: before = {} }: Progress,
  { practice = {} }: Progress,
): string[] {
  const count = findChanged(before, practice).length;
  return count > 0 ? [countOf(count, "practice drill")] : [];
}

function describeAnswers(checklist: Checklist, before: Progress, after: Progress): string[] {
  const checklists = new Set([...before.runs, ...after.runs].map(({ checklist }) => checklist));
  return [...checklists].flatMap((id) => {
    const own = compareAnswers(
      checklist,
      currentAnswers(before, { id }),
      currentAnswers(after, { id }),
    );
    if (own.length > 0) return own;
    const drafts = findChanged(findDrafts(before, { id }), findDrafts(after, { id })).length;
    return drafts > 0 ? [`your agent's drafts for ${countOf(drafts, "item")}`] : [];
  });
}

function compareAnswers(checklist: Checklist, before: Answers, after: Answers): string[] {
  const changed = findChanged(before, after);
  const [item] = changed;
  if (item === undefined) return [];
  if (changed.length > 1) return [nameItems(checklist, changed)];
  const given = after[item];
  const isEvidence =
    given?.answer === before[item]?.answer && given?.evidence !== before[item]?.evidence;
  const title = `"${findItem(checklist, item)?.title.replace(/\.$/, "") ?? item}"`;
  if (isEvidence) return [`your evidence for ${title}`];
  return [`your answer to ${title}${given ? ` (${given.answer.replace("-", " ")})` : ""}`];
}

/** Names the items with what screens call them, if there are few. */
function nameItems(checklist: Checklist, ids: readonly string[]): string {
  const words = `your answers to ${countOf(ids.length, "item")}`;
  return ids.length > 3 ? words : `${words} (${joinWords(labelsOfItems(checklist.items, ids))})`;
}

function describeProjects(steps: readonly Step[], before: Progress, after: Progress): string[] {
  const removed = before.projects.filter(
    ({ uid }) => !after.projects.some((project) => project.uid === uid),
  );
  return [
    ...after.projects.flatMap((project) => {
      const old = before.projects.find(({ uid }) => uid === project.uid);
      return old
        ? describeProjectChange(steps, old, project)
        : [`${project.importedAt ? "importing" : "starting"} the project "${project.id}"`];
    }),
    ...removed.map(({ id }) => `removing the project "${id}"`),
  ];
}

/** Describes reality checks that came with imported projects and change no current answer. */
function describeImportedRuns(before: Progress, after: Progress): string[] {
  const isNew = ({ uid }: Project) => !before.projects.some((project) => project.uid === uid);
  const isImport = after.projects.some((project) => project.importedAt && isNew(project));
  const added = after.runs.filter(({ id }) => !before.runs.some((run) => run.id === id));
  if (!isImport || added.length === 0) return [];
  return [countOf(added.length, "reality check")];
}

/**
 * Describes the most important kind of change to a project: a new stage, otherwise notes, otherwise
 * answers, otherwise what waits for the person, otherwise that it changed.
 */
function describeProjectChange(steps: readonly Step[], before: Project, after: Project): string[] {
  const kinds = [
    ...[describeStage, describeNotes, describePictureChange, describeSteps, describeFolderChange],
    ...[describeProposed, describeTyped],
  ];
  if (after.importedAt !== undefined && after.importedAt !== before.importedAt)
    return [`importing changes to the project "${after.id}"`];
  const found = kinds
    .map((describe) => describe(before, after, steps))
    .find((parts) => parts.length > 0);
  return found ?? (isEqualJson(before, after) ? [] : [`a change to the project "${after.id}"`]);
}

function describeStage(before: Project, after: Project, steps: readonly Step[]): string[] {
  if (after.closed && !before.closed) return [`finishing the project "${after.title}"`];
  if (after.rounds.length > before.rounds.length)
    return [`starting round ${after.rounds.length + 1} of "${after.title}"`];
  const finished = Object.keys(after.finished).filter((id) => !before.finished[id]);
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title ?? id;
  return finished.map((id) => `finishing the ${titleOf(id).toLowerCase()} of "${after.title}"`);
}

function describeNotes(before: Project, after: Project): string[] {
  const isRenamed = after.title !== before.title;
  return [
    ...(isRenamed ? [`renaming "${before.title}" to "${after.title}"`] : []),
    ...after.passes
      .slice(before.passes.length)
      .map(
        ({ what, minutes, via }) =>
          `logging ${via ? "your agent's pass" : `the pass "${shorten(what, MAX_LENGTH)}"`} ` +
          `(${countOf(minutes, "minute")})`,
      ),
    ...((after.reports?.length ?? 0) > (before.reports?.length ?? 0) ? ["an agent's report"] : []),
    ...after.grants
      .slice(before.grants.length)
      .filter(({ kind }) => kind === "extension")
      .map(({ minutes }) => `adding ${countOf(minutes, "minute")}`),
    ...after.parked
      .slice(before.parked.length)
      .map(({ idea, via }) =>
        via ? "parking your agent's idea" : `parking the idea "${shorten(idea, MAX_LENGTH)}"`,
      ),
  ];
}

function describePictureChange(before: Project, after: Project): string[] {
  const [old, now] = [before.pictures?.length ?? 0, after.pictures?.length ?? 0];
  if (old === now) return [];
  const verb = now > old ? "attaching" : "removing";
  const count = Math.abs(now - old);
  return [`${verb} ${count === 1 ? "a picture" : countOf(count, "picture")}`];
}

function describeFolderChange({ folder: old }: Project, { folder, title }: Project): string[] {
  if (old?.path === folder?.path) return [];
  return [`${folder ? "changing" : "removing"} the folder of "${title}"`];
}

function describeSteps(before: Project, after: Project, library: readonly Step[]): string[] {
  const steps = Object.keys({ ...before.answers, ...after.answers });
  return steps.flatMap((step) => {
    const changed = findChanged(before.answers[step] ?? {}, after.answers[step] ?? {});
    const title = library.find(({ id }) => id === step)?.title ?? step;
    if (changed.length > 1)
      return [`${countOf(changed.length, "answer")} in the ${title.toLowerCase()}`];
    return changed.map((id) => `your answer to ${nameForPerson(library, step, id)}`);
  });
}

/** Describes answers that nobody has confirmed yet: of notes, or of an agent. */
function describeProposed(before: Project, after: Project): string[] {
  const changed = findChanged(before.proposed ?? {}, after.proposed ?? {});
  const isLeft = !isEqualJson(before.unplaced, after.unplaced);
  if (changed.length === 0 && !isLeft) return [];
  const sources = changed.map((name) => (after.proposed?.[name] ?? before.proposed?.[name])?.from);
  const whose = sources.includes("agent") ? "your agent's drafts" : "what your notes say";
  return [`${whose} about "${after.title}"`];
}

function describeTyped(before: Project, after: Project): string[] {
  const old = { ...before.unfinished, ...before.drafts };
  const now = { ...after.unfinished, ...after.drafts };
  return findChanged(old, now).length > 0 ? [`what you were typing about "${after.title}"`] : [];
}

/** Returns the names whose values differ, those of `before` first. */
function findChanged(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys({ ...before, ...after }).filter(
    (key) => !isEqualJson(before[key], after[key]),
  );
}

function isEqualJson(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
