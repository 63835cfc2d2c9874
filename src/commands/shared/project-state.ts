import type { Context } from "../../context.ts";
import { findNextStep, findProjectStep, type NextStep } from "../../domain/insights/next-step.ts";
import { writeRedo } from "../../domain/library/question-name.ts";
import type { Slice } from "../../domain/library/slice.ts";
import {
  describeNamed,
  findCurrentProject,
  findLastClosed,
  type Progress,
  saveProject,
} from "../../domain/progress/progress.ts";
import { countBudget } from "../../domain/project/budget.ts";
import { findProjectIn } from "../../domain/project/folder.ts";
import { describeReason, type Project } from "../../domain/project/project.ts";
import { countOf } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { renderNextLine } from "../../render/text/next-line.ts";
import { addDrills, type LoadedState, loadAppState } from "./app-state.ts";
import { findById } from "./arguments.ts";

/** The state of the app with one of its projects. */
export interface ProjectState extends LoadedState {
  project: Project;
}

/**
 * Loads the named project, else the one whose work folder this is, else the current one, else the
 * one that `otherwise` finds. Throws if there is none; then `orElse` is another way on.
 */
export async function loadProjectState(
  context: Context,
  id: string | undefined,
  otherwise: (progress: Progress) => Project | undefined = () => undefined,
  orElse?: string,
): Promise<ProjectState> {
  const position = await loadAppState(context);
  const { progress, slices } = position;
  const project =
    id === undefined
      ? (findProjectIn(progress.projects, context.folder) ??
        findCurrentProject(progress) ??
        otherwise(progress))
      : findById(progress.projects, id, "project");
  if (project) {
    reportMissingSlice(context, slices, project);
    return { ...position, project };
  }
  throw noProjectError(progress, orElse);
}

/** Returns the error where no project is open. Names the one that was finished last. */
function noProjectError(progress: Progress, orElse: string | undefined): UserError {
  const last = findLastClosed(progress);
  const finished = last ? ` "${last.title}" (${last.id}) is finished.` : "";
  const start = `Start ${last ? "another one" : "one"}: builder-pm start`;
  const fix = orElse === undefined ? start : `${start}\n${orElse}`;
  return new UserError(`No project is open.${finished}`, { fix });
}

/** Prints where the slice of a project may be if it's missing: hints and pages depend on it. */
function reportMissingSlice(
  { json, stderr }: Context,
  slices: readonly Slice[],
  { slice }: Project,
): void {
  if (json || slices.some(({ id }) => id === slice)) return;
  stderr.line(`The slice "${slice}" of this project is not in the content.`);
  stderr.line("If it's your team's, add its folder with --content, or set BUILDER_PM_CONTENT.");
}

/**
 * Saves a change to a project as it is saved by then, and returns the state after it. Throws if the
 * project is gone.
 */
export async function updateProject(
  state: ProjectState,
  change: (project: Project, saved: Progress) => Project,
): Promise<ProjectState> {
  const { uid } = state.project;
  let { project } = state;
  const progress = await state.store.update((saved) => {
    const current = saved.projects.find((candidate) => candidate.uid === uid);
    if (!current) throw goneProjectError(project);
    project = change(current, saved);
    return saveProject(saved, project);
  });
  return { ...state, progress, project };
}

/** Returns the error for a project that another window removed or replaced. */
export function goneProjectError({ id }: Project): UserError {
  return new UserError(
    `The project "${id}" was removed or replaced in another window. Nothing was saved.`,
    { fix: "builder-pm projects" },
  );
}

/** Prints how to install the program if its commands work only in this folder. */
export function printInstallCommand(context: Context): void {
  if (context.json || !context.installCommand) return;
  context.stderr.line("These commands work in this folder. To use builder-pm in every folder:");
  context.stderr.line(`  ${context.installCommand}`);
}

/** Prints the next step on stderr, unless the output is JSON. */
export async function printNextStep(
  context: Context,
  position: LoadedState & { project?: Project },
): Promise<void> {
  if (context.json) return;
  const next = await findNextCommand(context, position);
  context.stderr.show(renderNextLine, next);
}

/** Finds the next step after a command. Names its project if it is not the current one. */
export async function findNextCommand(
  context: Context,
  position: LoadedState & { project?: Project },
): Promise<NextStep> {
  const { progress, project, steps } = position;
  const named = project && !project.closed ? describeNamed(progress, project) : "";
  if (!project || named === "") return findNextStep(await addDrills(context, position));
  return findProjectStep(steps, project, named);
}

/**
 * Returns the error for a project over budget, with the three ways to go on. `refused` is what the
 * person asked for, to be repeated after an extension.
 */
export function budgetError(
  { steps, progress }: Pick<LoadedState, "steps" | "progress">,
  project: Project,
  refused = "",
): UserError {
  const named = describeNamed(progress, project);
  const closing = steps.at(-1)?.id;
  const cuts = steps.flatMap((step) =>
    step.questions
      .filter((question) => question.cuts)
      .map((question) => writeRedo(step, question) + named + describeReason(project, step.id)),
  );
  const ways = [
    ...(closing ? [`builder-pm ${closing}${named}`] : []),
    ...cuts.slice(0, 1),
    `builder-pm log ${refused}--extend 60${named} --because "..."`,
  ];
  return new UserError(
    `${describeOverrun(project)} ` +
      "You can make your decision now, cut scope, or add time with a reason:",
    {
      fix: ways.map((way) => `  ${way}`).join("\n"),
    },
  );
}

function describeOverrun(project: Project): string {
  const { minutes, passes } = countBudget(project);
  const over = minutes.used - minutes.limit;
  if (over > 0)
    return `This project is ${countOf(over, "minute")} over its budget of ${minutes.limit}.`;
  if (over === 0) return `This project has used its ${countOf(minutes.limit, "minute")}.`;
  return `This project has used its ${countOf(passes.limit, "pass")}.`;
}
