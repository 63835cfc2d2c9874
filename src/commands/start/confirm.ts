import type { Context } from "../../context.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { UserError } from "../../errors.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderNewProject, renderNotice } from "../../render/text/asking.ts";
import type { LoadedState } from "../shared/app-state.ts";
import { BACK_HINT, isBack } from "../shared/going-back.ts";
import { askAboutJoined } from "../shared/joined-text.ts";
import { findWorkFolder, openWorkFolder, suggestFolder } from "../shared/work-folder.ts";
import { addChosen, type Chosen, type StartWords } from "./command-line.ts";
import { describeNotStarted, type Idea, ideaFrom, TITLE_QUESTION } from "./idea.ts";

/** A new project: what it is about, and where it is built. */
export interface Beginning {
  idea: Idea;
  /** The absolute path of the work folder; undefined for none. */
  folder: string | undefined;
}

/** Suggests a work folder for an idea: named after its title, or after a starter slice. */
export function suggestFolderFor(
  context: Context,
  { projects }: LoadedState["progress"],
  { title, id, slice }: Idea,
): string | undefined {
  return suggestFolder(context, { title: title === slice.title ? id : title, id }, projects);
}

/**
 * Shows the title and the folder of a new project on one screen, to be kept with one Enter or
 * changed. Creates the folder.
 */
export function confirmBeginning(
  context: Context,
  state: LoadedState,
  suggested: Beginning,
  given: StartWords,
): Promise<Beginning> {
  // Kept up to date while the person types, so that stopping loses nothing.
  const walk: Walk = { shown: suggested, typed: {} };
  return context.ask(
    () => describeNotStarted(addChosen(describeWalk(context, state, walk), given)),
    (prompter) => askUntilReady(context, state, walk, prompter),
  );
}

/** What is shown, and what the person is typing in its place. */
interface Walk {
  shown: Beginning;
  typed: Partial<Beginning>;
}

/** Says what the person chose so far. A folder that is only suggested needs no words. */
function describeWalk(context: Context, state: LoadedState, { shown, typed }: Walk): Chosen {
  const isOpen = typed.folder === undefined && isSuggestedFor(context, state, shown);
  const folder = typed.folder ?? shown.folder ?? false;
  return { idea: typed.idea ?? shown.idea, folder: isOpen ? undefined : folder };
}

async function askUntilReady(
  context: Context,
  state: LoadedState,
  walk: Walk,
  prompter: Prompter,
): Promise<Beginning> {
  const suggested = walk.shown.folder;
  for (;;) {
    const { idea, folder } = walk.shown;
    context.stderr.show(renderNewProject, { title: idea.title, folder });
    const choice = await prompter.select({ message: "Start it like this?", choices });
    if (choice === "title") walk.shown = await askTitleAgain(context, state, walk, prompter);
    else if (choice === "folder")
      walk.shown = await askFolderAgain(context, state, walk, { suggested, prompter });
    else {
      const begun = tryToOpen(context, state, walk.shown, choice);
      if (begun) return begun;
    }
    walk.typed = {};
  }
}

/** Returns true if a folder is the one that is suggested, so that nobody has to name it. */
function isSuggestedFor(
  context: Context,
  { progress }: LoadedState,
  { idea, folder }: Beginning,
): boolean {
  return folder === suggestFolderFor(context, progress, idea);
}

const choices = [
  { value: "yes", label: "Yes, start" },
  { value: "title", label: "Change the title" },
  { value: "folder", label: "Change the folder" },
  { value: "none", label: "Start without a folder" },
] as const;

async function askTitleAgain(
  context: Context,
  state: LoadedState,
  walk: Walk,
  prompter: Prompter,
): Promise<Beginning> {
  const before = walk.shown;
  const { slice, title: initial } = before.idea;
  const keepDraft = (text: string) => {
    walk.typed = { idea: ideaFrom(slice, cleanLine(text) || initial) };
  };
  const hint = `Press Enter when you're done. You can rename it later. ${BACK_HINT}`;
  const words = await askAboutJoined(prompter).text({
    ...{ message: TITLE_QUESTION, hint, initial, keepDraft },
  });
  if (isBack(words, initial)) return before;
  if (cleanLine(words) === "")
    context.stderr.show(renderNotice, "It needs a title, so it keeps this one.");
  const idea = ideaFrom(slice, cleanLine(words) || initial);
  const isSuggested = isSuggestedFor(context, state, before);
  const folder = isSuggested ? suggestFolderFor(context, state.progress, idea) : before.folder;
  return { idea, folder };
}

async function askFolderAgain(
  context: Context,
  { progress }: LoadedState,
  walk: Walk,
  { suggested, prompter }: { suggested: string | undefined; prompter: Prompter },
): Promise<Beginning> {
  const { idea, folder } = walk.shown;
  let initial = folder ?? suggested;
  for (;;) {
    const words = await prompter.text({
      message: "Where will you work on it?",
      hint: `Press Enter when you're done, or type none for no folder. ${BACK_HINT}`,
      initial,
      keepDraft: (text) => {
        walk.typed = text.trim() === "" ? {} : { folder: text.trim() };
      },
    });
    if (isBack(words, initial)) return walk.shown;
    if (NONE.test(words.trim())) return { idea, folder: undefined };
    const path = attempt(context, () => findWorkFolder(context, words, progress.projects));
    if (path !== undefined) return { idea, folder: words };
    initial = words;
  }
}

const NONE = /^(?:none|no|-|)$/i;

/** Opens the folder that was chosen. Says why if it can't be used, and returns undefined. */
function tryToOpen(
  context: Context,
  { progress: { projects } }: LoadedState,
  { idea, folder }: Beginning,
  choice: "yes" | "none",
): Beginning | undefined {
  if (choice === "none" || folder === undefined) return { idea, folder: undefined };
  return attempt(context, () => ({ idea, folder: openWorkFolder(context, folder, projects) }));
}

/** Says why if something about a folder can't be done, and returns undefined. */
function attempt<T>(context: Context, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.stderr.show(renderNotice, [error.message, error.fix].join(" "));
    return undefined;
  }
}
