import type { Command } from "commander";
import type { Context } from "../context.ts";
import { suggestSlice } from "../domain/insights/suggest.ts";
import type { Slice } from "../domain/library/slice.ts";
import { findCurrentProject, saveProject } from "../domain/progress/progress.ts";
import { currentAnswers } from "../domain/progress/run.ts";
import { createProject, type Project } from "../domain/project/project.ts";
import { cleanLine } from "../domain/text/clean.ts";
import { countOf, quote } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { describeSlice, renderSlices } from "../render/text/slices.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { findById } from "./shared/arguments.ts";
import { readCount, readMinutes } from "./shared/numbers.ts";
import { printInstallCommand, printNextStep } from "./shared/project-state.ts";

/** The options of `start`, as they are typed. */
export interface StartOptions {
  title?: string;
  minutes?: string;
  passes?: string;
  anyway?: boolean;
}

const DEFAULT_PASSES = 3;

/** Registers the `start` command. */
export function registerStart(command: Command, context: Context): void {
  command
    .description("Starts a project from a slice, with a budget of minutes and passes.")
    .argument("[slice]", "the slice (default: choose from a list)")
    .option("--title <text>", "your own title")
    .option("--minutes <number>", "the time budget (default: the hours of the slice)")
    .option("--passes <number>", "how many passes with the agent (default: 3)")
    .option("--anyway", "start even if another project is still open")
    .addHelpText("after", START_EXAMPLES)
    .action((slice: string | undefined, options: StartOptions) =>
      runStart(context, slice, options),
    );
}

const START_EXAMPLES = `
Examples:
  builder-pm start
  builder-pm start script --title "Monday report" --minutes 180`;

/** Starts a project and prints the next step. Throws if one is open, except with `--anyway`. */
export async function runStart(
  context: Context,
  sliceId: string | undefined,
  options: StartOptions,
): Promise<void> {
  const state = await loadAppState(context);
  const minutes = readMinutes("--minutes", options.minutes, 1);
  const passes = readCount("--passes", options.passes, 1);
  const named = sliceId === undefined ? undefined : findById(state.slices, sliceId, "slice");
  const open = findCurrentProject(state.progress);
  if (open && !options.anyway) throw openProjectError(state, open, sliceId, options);
  const slice = named ?? (await askSlice(context, state));
  const stamp = { now: context.now(), uid: context.createId() };
  const title = cleanLine(options.title ?? "") || slice.title;
  const budget = { minutes: minutes ?? slice.hours * 60, passes: passes ?? DEFAULT_PASSES };
  const progress = await state.store.update((saved) => {
    // Another window may have started one while this one was asking.
    const opened = findCurrentProject(saved);
    if (opened && !options.anyway) throw openProjectError(state, opened, slice.id, options);
    const project = createProject(saved.projects, { slice: slice.id, title, ...budget }, stamp);
    return { ...saveProject(saved, project), current: project.uid };
  });
  const project = findCurrentProject(progress);
  const limits = `${countOf(budget.minutes, "minute")} and ${countOf(budget.passes, "pass")}`;
  context.stderr.line(`Started "${project?.id}": ${title}. You have ${limits}.`);
  printNextStep(context, { ...state, progress });
  printInstallCommand(context);
}

function openProjectError(
  { steps }: LoadedState,
  { id, title: openTitle }: Project,
  sliceId: string | undefined,
  { title, minutes, passes }: StartOptions,
): UserError {
  const closing = steps.at(-1)?.id ?? "status";
  const asked = [
    sliceId,
    title && `--title ${quote(title)}`,
    minutes && `--minutes ${minutes}`,
    passes && `--passes ${passes}`,
    "--anyway",
  ];
  const anyway = `builder-pm start ${asked.filter(Boolean).join(" ")}`;
  return new UserError(
    `"${openTitle}" (${id}) is still open. It's easier to finish one project at a time.`,
    {
      fix: `Finish it first: builder-pm ${closing}\nOr start this one anyway: ${anyway}`,
    },
  );
}

async function askSlice(
  context: Context,
  { slices, checklist, progress }: LoadedState,
): Promise<Slice> {
  const { checklists } = await context.loadLibrary("checklists");
  const items = checklists.flatMap((candidate) => candidate.items);
  if (!context.canAsk) {
    context.stdout.show(renderSlices, { slices, items });
    throw new UserError(`Can't ask questions: ${context.askingNeeds}.`, {
      exitCode: ExitCode.usage,
      fix: `Name a slice instead: builder-pm start ${slices[0]?.id ?? "SLICE"}`,
    });
  }
  const suggested = suggestSlice(slices, checklist, currentAnswers(progress, checklist));
  const id = await context.ask(
    () => "Stopped. No project was started. To try again: builder-pm start",
    (prompter) =>
      prompter.select({
        message: "Which slice would you like to build?",
        choices: slices.map((slice) => {
          const isSuggested = slice.id === suggested?.slice.id;
          const about = describeSlice(slice, items);
          return {
            value: slice.id,
            label: slice.title,
            hint: isSuggested ? `suggested, ${about}` : about,
          };
        }),
        initial: suggested?.slice.id,
      }),
  );
  return findById(slices, id, "slice");
}
