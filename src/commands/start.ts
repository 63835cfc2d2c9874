import type { Command } from "commander";
import type { Context } from "../context.ts";
import { suggestSlice } from "../domain/insights/suggest.ts";
import type { Slice } from "../domain/library/slice.ts";
import { findCurrentProject, saveProject } from "../domain/progress/progress.ts";
import { currentAnswers } from "../domain/progress/run.ts";
import { createProject, type Project } from "../domain/project/project.ts";
import { cleanLine } from "../domain/text/clean.ts";
import { countOf, joinWords, quote } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { renderSlices } from "../render/text/slices.ts";
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

/** Puts `start` on the command line. */
export function registerStart(command: Command, context: Context): void {
  command
    .description(
      "Opens a project from a slice: one small thing, with a budget of minutes and passes.",
    )
    .argument("[slice]", "which slice; you are asked when none is named")
    .option("--title <text>", "your own name for it")
    .option("--minutes <number>", "the time it may take; the hours of the slice when not given")
    .option("--passes <number>", "how many rounds with the agent; 3 when not given")
    .option("--anyway", "open it beside a project that is still open")
    .addHelpText("after", START_EXAMPLES)
    .action((slice: string | undefined, options: StartOptions) =>
      runStart(context, slice, options),
    );
}

const START_EXAMPLES = `
Examples:
  builder-pm start
  builder-pm start script --title "Monday report" --minutes 180`;

/** Opens a project and says what comes next. One at a time, unless the person insists. */
export async function runStart(
  context: Context,
  sliceId: string | undefined,
  options: StartOptions,
): Promise<void> {
  const position = await loadAppState(context);
  const minutes = readMinutes("--minutes", options.minutes, 1);
  const passes = readCount("--passes", options.passes, 1);
  const named = sliceId === undefined ? undefined : findById(position.slices, sliceId, "slice");
  const open = findCurrentProject(position.progress);
  if (open && !options.anyway) throw openProjectError(position, open, sliceId, options);
  const slice = named ?? (await askSlice(context, position));
  const stamp = { now: context.now(), uid: context.createId() };
  const title = cleanLine(options.title ?? "") || slice.title;
  const budget = { minutes: minutes ?? slice.hours * 60, passes: passes ?? DEFAULT_PASSES };
  const progress = await position.store.update((saved) => {
    // Another window may have opened one while this one asked.
    const opened = findCurrentProject(saved);
    if (opened && !options.anyway) throw openProjectError(position, opened, slice.id, options);
    const project = createProject(saved.projects, { slice: slice.id, title, ...budget }, stamp);
    return { ...saveProject(saved, project), current: project.uid };
  });
  const project = findCurrentProject(progress);
  const limits = `${countOf(budget.minutes, "minute")} and ${countOf(budget.passes, "pass")}`;
  context.stderr.line(`Opened the project "${project?.id}": ${title}. Its budget is ${limits}.`);
  printNextStep(context, { ...position, progress });
  printInstallCommand(context);
}

function openProjectError(
  { steps }: LoadedState,
  { id }: Project,
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
  return new UserError(
    `The project "${id}" is still open, and one at a time is easier to finish.`,
    {
      fix: `End it first with: builder-pm ${closing}\nOr open both: builder-pm start ${asked.filter(Boolean).join(" ")}`,
    },
  );
}

async function askSlice(
  context: Context,
  { slices, checklist, progress }: LoadedState,
): Promise<Slice> {
  if (!context.canAsk) {
    context.stdout.show(renderSlices, slices);
    throw new UserError(`Nothing was asked: ${context.askingNeeds}.`, {
      exitCode: ExitCode.usage,
      fix: `Name a slice instead: builder-pm start ${slices[0]?.id ?? "SLICE"}`,
    });
  }
  const suggested = suggestSlice(slices, checklist, currentAnswers(progress, checklist));
  const id = await context.ask(
    () => "Stopped. Nothing was opened. To continue: builder-pm start",
    (prompter) =>
      prompter.select({
        message: "Which slice would you like to build?",
        choices: slices.map(({ id: value, title, hours, trains }) => ({
          value,
          label: title,
          hint: `${countOf(hours, "hour")}, trains ${joinWords(trains)}`,
        })),
        initial: suggested?.slice.id,
      }),
  );
  return findById(slices, id, "slice");
}
