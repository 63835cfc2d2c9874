import type { Context } from "../../context.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { UserError } from "../../errors.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderNewProject, renderNotice } from "../../render/text/asking.ts";
import type { LoadedState } from "../shared/app-state.ts";
import { BACK_HINT, isBack } from "../shared/going-back.ts";
import { openWorkFolder, suggestFolder } from "../shared/work-folder.ts";
import type { StartWords } from "./command-line.ts";
import { describeNotStarted, type Idea, ideaFrom } from "./idea.ts";

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
  return context.ask(
    () => describeNotStarted(given),
    (prompter) => askUntilReady(context, state, suggested, prompter),
  );
}

async function askUntilReady(
  context: Context,
  state: LoadedState,
  start: Beginning,
  prompter: Prompter,
): Promise<Beginning> {
  let shown = start;
  for (;;) {
    context.stderr.show(renderNewProject, { title: shown.idea.title, folder: shown.folder });
    const choice = await prompter.select({ message: "Start it like this?", choices });
    if (choice === "title") shown = await askTitleAgain(context, state, shown, prompter);
    else if (choice === "folder") shown = await askFolderAgain(shown, start.folder, prompter);
    else {
      const begun = tryToOpen(context, state, shown, choice);
      if (begun) return begun;
    }
  }
}

const choices = [
  { value: "yes", label: "Yes, start" },
  { value: "title", label: "Change the title" },
  { value: "folder", label: "Change the folder" },
  { value: "none", label: "Start without a folder" },
] as const;

async function askTitleAgain(
  context: Context,
  { progress }: LoadedState,
  before: Beginning,
  prompter: Prompter,
): Promise<Beginning> {
  const { slice, title: initial } = before.idea;
  const hint = `Press Enter when you're done. You can rename it later. ${BACK_HINT}`;
  const words = await prompter.text({ message: "What will you call it?", hint, initial });
  if (isBack(words, initial)) return before;
  const idea = ideaFrom(slice, cleanLine(words) || initial);
  const isSuggested = before.folder === suggestFolderFor(context, progress, before.idea);
  const folder = isSuggested ? suggestFolderFor(context, progress, idea) : before.folder;
  return { idea, folder };
}

async function askFolderAgain(
  before: Beginning,
  suggested: string | undefined,
  prompter: Prompter,
): Promise<Beginning> {
  const { idea, folder } = before;
  const initial = folder ?? suggested;
  const words = await prompter.text({
    message: "Where will you work on it?",
    hint: `Press Enter when you're done, or type none for no folder. ${BACK_HINT}`,
    initial,
  });
  if (isBack(words, initial)) return before;
  return { idea, folder: NONE.test(words.trim()) ? undefined : words };
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
  try {
    return { idea, folder: openWorkFolder(context, folder, projects) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.stderr.show(renderNotice, [error.message, error.fix].join(" "));
    return undefined;
  }
}
