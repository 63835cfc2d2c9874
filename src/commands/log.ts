import type { Command } from "commander";
import type { Context } from "../context.ts";
import { countBudget, grantPass, logPass } from "../domain/project/budget.ts";
import type { Project } from "../domain/project/project.ts";
import { cleanOptional, cleanText } from "../domain/text/clean.ts";
import { parseMinutes } from "../domain/text/number.ts";
import { quote } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { renderUnsaved } from "../render/text/asking.ts";
import { describeBudget } from "../render/text/project.ts";
import { describeMinutes, readMinutes } from "./shared/numbers.ts";
import {
  budgetError,
  loadProjectState,
  printNextStep,
  updateProject,
} from "./shared/project-state.ts";

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
  if (work.project.closed)
    throw new UserError(
      `"${work.project.title}" (${work.project.id}) is finished. You can't log more passes.`,
      {
        fix: "builder-pm projects",
      },
    );
  const { words, minutes, extend, because } = await completePass(context, given);

  const changed = await updateProject(work, (project) => {
    const now = context.now();
    if (extend !== undefined && !countBudget(project).reached) throw earlyExtensionError(project);
    const extended =
      extend === undefined
        ? project
        : grantPass(project, { kind: "extension", minutes: extend, because }, now);
    if (words === undefined || minutes === undefined) return extended;
    if (countBudget(extended).stopped)
      throw budgetError(work, extended, `${quote(words)} --minutes ${minutes} `);
    return logPass(extended, words, minutes, now);
  }).catch((error: unknown) => {
    const isAsked = words !== given.words || minutes !== given.minutes;
    if (isAsked && words !== undefined)
      context.stderr.show(renderUnsaved, [words, `${minutes} minutes`]);
    throw error;
  });
  context.stderr.line(
    `Saved. ${describeBudget(changed.project)}${describeWhatRanOut(changed.project)}`,
  );
  printNextStep(context, changed);
}

function describeWhatRanOut(project: Project): string {
  const { passes, stopped } = countBudget(project);
  if (!stopped) return "";
  const what =
    passes.used < passes.limit ? "You've used all your minutes." : "That was your last pass.";
  return ` ${what} One more pass needs a smaller scope or an extension.`;
}

/** A pass with its minutes, an extension with its reason, or both. */
interface GivenPass {
  words: string | undefined;
  minutes: number | undefined;
  extend: number | undefined;
  because: string | undefined;
}

/** Reads the pass from the command line. Throws if a value is wrong or a reason is missing. */
function readPass(what: string | undefined, options: LogOptions): GivenPass {
  const words = cleanOptional(what);
  const minutes = readMinutes("--minutes", options.minutes, 0);
  const extend = readMinutes("--extend", options.extend, 1);
  const because = cleanOptional(options.because);
  if (extend === undefined || because) return { words, minutes, extend, because };
  const said = words === undefined ? "" : `${quote(words)} `;
  const pass = minutes === undefined ? said : `${said}--minutes ${minutes} `;
  throw passUsageError("Say why you need more time.", `${pass}--extend ${extend} --because "..."`);
}

/** Asks for what is missing. Throws with the command to type if nobody can be asked. */
async function completePass(context: Context, given: GivenPass): Promise<GivenPass> {
  const { words, minutes, extend } = given;
  if (words === undefined && minutes === undefined && extend !== undefined) return given;
  if (words !== undefined && minutes !== undefined) return given;
  if (!context.canAsk) {
    if (words === undefined)
      throw passUsageError("Say what happened in this pass.", '"what happened" --minutes 30');
    throw passUsageError("Add how long the pass took.", `${quote(words)} --minutes 30`);
  }
  return askPass(context, given);
}

async function askPass(context: Context, given: GivenPass): Promise<GivenPass> {
  let { words, minutes } = given;
  let draft = "";
  const describeStop = () => {
    const said = words ?? (draft || "what happened");
    const command = `builder-pm log ${quote(said)} --minutes ${minutes ?? "..."}`;
    return `Stopped. Nothing was saved. To save it: ${command}`;
  };
  await context.ask(describeStop, async ({ text }) => {
    const keepDraft = (typed: string) => {
      draft = cleanText(typed);
    };
    while (words === undefined) {
      const hint = "One line is enough. Press Enter when you're done";
      words = cleanOptional(
        await text({ message: "What happened in this pass?", hint, keepDraft }),
      );
    }
    for (
      let hint = MINUTES_HINT;
      minutes === undefined;
      hint = `${describeMinutes(0)}. ${MINUTES_HINT}`
    ) {
      minutes = parseMinutes(await text({ message: "How many minutes did it take?", hint }));
    }
  });
  return { ...given, words, minutes };
}

const MINUTES_HINT = "For example: 35, 1h or 1h 10";

function passUsageError(message: string, words: string): UserError {
  return new UserError(message, { exitCode: ExitCode.usage, fix: `builder-pm log ${words}` });
}

function earlyExtensionError(project: Project): UserError {
  return new UserError(`You still have time left. ${describeBudget(project)}`, {
    fix: 'builder-pm log "what happened" --minutes 30',
  });
}
