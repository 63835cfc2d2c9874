import type { Command } from "commander";
import type { Context } from "../../context.ts";
import {
  countBudget,
  grantPass,
  LOG_COMMAND,
  logPass,
  PASS_WORDS,
} from "../../domain/project/budget.ts";
import type { Project } from "../../domain/project/project.ts";
import { cleanOptional, cleanReason, isPlaceholder } from "../../domain/text/clean.ts";
import { countOf } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { renderUnsaved } from "../../render/text/asking.ts";
import { describeBudget } from "../../render/text/project.ts";
import { printDueStop } from "../shared/due-stop.ts";
import { readMinutes } from "../shared/numbers.ts";
import { assertOwnShell, isAgentAlone } from "../shared/own-judgment.ts";
import {
  budgetError,
  loadProjectState,
  type ProjectState,
  printNextStep,
  updateProject,
} from "../shared/project-state.ts";
import { assertTextSize } from "../shared/text-size.ts";
import { completePass, describeLogCommand, describePassOptions, type GivenPass } from "./pass.ts";

/** The options of `log`, as they are typed. */
export interface LogOptions {
  minutes?: string;
  extend?: string;
  because?: string;
  project?: string;
}

/** Registers the `log` command. */
export function registerLog(command: Command, context: Context): void {
  command
    .description("Logs one pass with the agent: what happened, and how many minutes it took.")
    .argument("[what]", "what happened, in your own words")
    .option("--minutes <number>", "how long it took")
    .option("--extend <number>", "add minutes and one more pass when the budget is used up")
    .option("--because <text>", "why you need more time")
    .option("--project <project>", "a project other than the current one")
    .addHelpText("after", LOG_EXAMPLES)
    .action((what: string | undefined, options: LogOptions) => runLog(context, what, options));
}

const LOG_EXAMPLES = `
Examples:
  builder-pm log "first pass runs, refunds are missing" --minutes 35
  builder-pm log "second pass" --minutes 20 --extend 60 --because "one left"`;

/** Saves a pass. Throws with the three options if the budget is used up. */
export async function runLog(
  context: Context,
  what: string | undefined,
  options: LogOptions,
): Promise<void> {
  const given = readPass(what, options);
  const work = await loadProjectState(context, options.project);
  assertNotClosed(work.project);
  // The budget stops an agent that drifts, so it can't give itself more time.
  if (given.extend !== undefined) assertOwnShell(context, describeLogCommand(work, given));
  // Nobody types a pass that can't be logged.
  if (context.canAsk) assertLoggable(work, work.project, given);
  const pass = await completePass(context, work, given);
  const isAgent = isAgentAlone(context, given.words !== undefined);
  const changed = await savePass(context, work, pass, isAgent).catch((error: unknown) => {
    const typed = listTypedPass(given, pass);
    if (typed.length > 0) context.stderr.show(renderUnsaved, typed);
    throw error;
  });
  context.stderr.line(
    `Saved. ${describeBudget(changed.project)}${describeWhatRanOut(changed.project)}`,
  );
  if (changed.project.passes.length > 1) context.stderr.line(EACH_COUNTS);
  for (const line of describeEarlyPass(changed)) context.stderr.line(line);
  printDueStop(context, changed);
  await printNextStep(context, changed);
}

function savePass(
  context: Context,
  work: ProjectState,
  pass: GivenPass,
  isAgent: boolean,
): Promise<ProjectState> {
  const { words, minutes, extend, because } = pass;
  return updateProject(work, (project) => {
    const now = context.now();
    // Another window may have logged a pass, or decided, while this one was asking.
    assertNotClosed(project);
    assertLoggable(work, project, pass);
    const extended =
      extend === undefined
        ? project
        : grantPass(project, { kind: "extension", minutes: extend, because }, now);
    if (words === undefined || minutes === undefined) return extended;
    return logPass(extended, words, minutes, now, { isAgent });
  });
}

/** Throws if the budget is used up, or if it isn't and should be extended. */
function assertLoggable(work: ProjectState, project: Project, pass: GivenPass): void {
  const { reached, stopped } = countBudget(project);
  if (pass.extend === undefined && stopped)
    throw budgetError(work, project, describePassOptions(pass));
  if (pass.extend !== undefined && !reached) throw earlyExtensionError(project);
}

/** Lists what a person typed when asked. */
function listTypedPass(given: GivenPass, { words, minutes, because }: GivenPass): string[] {
  if (given.words === words && given.minutes === minutes && given.because === because) return [];
  return [
    ...(words === undefined ? [] : [words]),
    ...(minutes === undefined ? [] : [countOf(minutes, "minute")]),
    ...(because === undefined ? [] : [because]),
  ];
}

/** Says that a pass came before the brief: then nothing shows that the checks came first. */
function describeEarlyPass({ project, steps }: ProjectState): string[] {
  const brief = steps.find(({ locks }) => locks?.length);
  if (!brief || project.finished[brief.id]) return [];
  const isLocked = brief.locks?.every((id) => project.locked.includes(id));
  return [
    isLocked
      ? `The ${brief.id} of this round isn't finished, so your agent may not know what changed.`
      : `The ${brief.id} isn't finished, so nothing shows that your checks came before this pass.`,
  ];
}

function describeWhatRanOut(project: Project): string {
  const { passes, stopped } = countBudget(project);
  if (!stopped) return "";
  const what =
    passes.used < passes.limit ? "You've used all your minutes." : "That was your last pass.";
  return ` ${what} One more pass needs a smaller scope or an extension.`;
}

/** Reads the pass from the command line. Throws if a value is wrong. */
function readPass(what: string | undefined, options: LogOptions): GivenPass {
  assertTextSize("The note on the pass", what);
  assertTextSize("The reason", options.because);
  return {
    words: isPlaceholder(what ?? "") || what === PASS_WORDS ? undefined : cleanOptional(what),
    minutes: readMinutes("--minutes", options.minutes, 0),
    extend: readMinutes("--extend", options.extend, 1),
    because: cleanReason(options.because),
  };
}

/** Someone who logs a look at the result has a way back. */
const EACH_COUNTS = "Each log counts as one pass. If this one wasn't one: builder-pm undo";

function assertNotClosed({ id, title, closed }: Project): void {
  if (!closed) return;
  throw new UserError(`"${title}" (${id}) is finished. You can't log more passes.`, {
    fix: "builder-pm projects",
  });
}

function earlyExtensionError(project: Project): UserError {
  return new UserError(`You still have time left. ${describeBudget(project)}`, {
    fix: LOG_COMMAND,
  });
}
