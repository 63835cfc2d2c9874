import type { Context } from "../../context.ts";
import { type AppState, mayPracticeNext } from "../../domain/insights/next-step.ts";
import type { Checklist, Item } from "../../domain/library/checklist.ts";
import type { Library } from "../../domain/library/library.ts";
import { findCurrentProject, type Progress } from "../../domain/progress/progress.ts";
import { findProjectIn } from "../../domain/project/folder.ts";
import { hideJudged } from "../../domain/project/judging-now.ts";
import { ExitCode, UserError } from "../../errors.ts";
import type { Store } from "../../store/contract.ts";
import { findById } from "./arguments.ts";

/** The state of the app with the store it came from. */
export interface LoadedState extends AppState {
  store: Store;
}

/** Loads a checklist, by default the first one, with the slices, the steps and the progress. */
export async function loadAppState(context: Context, checklistId?: string): Promise<LoadedState> {
  const library = await context.loadLibrary("checklists", "slices", "steps");
  const checklist = findChecklist(library, checklistId);
  const store = lookFrom(context.folder, await context.openStore());
  const progress = await store.load();
  const { slices, steps } = library;
  const { folder } = context;
  return addDrills(context, { checklist, slices, steps, store, progress, folder });
}

/**
 * Adds the drills, unless they are there or none can be the next step. A command that changes the
 * progress may have to add them then.
 */
export async function addDrills<S extends LoadedState>(context: Context, state: S): Promise<S> {
  if (state.drills || !mayPracticeNext(state)) return state;
  const { drills } = await context.loadLibrary("drills");
  return { ...state, drills };
}

/** Does the same for a command that sums up: a coding agent sees nothing that is being judged. */
export async function loadShownState(context: Context): Promise<LoadedState> {
  const state = await loadAppState(context);
  if (context.agent === undefined) return state;
  const projects = state.progress.projects.map((project) => hideJudged(state.steps, project));
  return { ...state, progress: { ...state.progress, projects } };
}

/**
 * Returns the store as it looks from a folder: in the work folder of an open project, that is the
 * current one. What is saved stays as it is.
 */
function lookFrom(folder: string, store: Store): Store {
  const look = (progress: Progress) => {
    const project = findProjectIn(progress.projects, folder);
    const isOther = project && !project.closed && findCurrentProject(progress) !== project;
    return isOther ? { ...progress, current: project.uid } : progress;
  };
  return {
    ...store,
    load: async () => look(await store.load()),
    update: async (change) => look(await store.update(change)),
  };
}

/** Loads the items of all checklists. */
export async function loadItems(context: Context): Promise<Item[]> {
  const { checklists } = await context.loadLibrary("checklists");
  return checklists.flatMap(({ items }) => items);
}

function findChecklist({ checklists }: Library, id: string | undefined): Checklist {
  if (id !== undefined) return findById(checklists, id, "checklist");
  const [first] = checklists;
  if (first) return first;
  throw new UserError("There is no usable checklist.", {
    exitCode: ExitCode.content,
    fix: "Fix the files named above, or reinstall builder-pm.",
  });
}
