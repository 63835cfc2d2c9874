import type { Command } from "commander";
import type { Context } from "../context.ts";
import { countBudget, grantPass, logPass } from "../domain/budget.ts";
import type { Project } from "../domain/project.ts";
import { cleanOptional } from "../domain/text/clean.ts";
import { quote } from "../domain/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { describeBudget } from "../render/project.ts";
import { readNumber } from "./numbers.ts";
import { loadWork, refuseOverBudget, tellNextStep, updateProject } from "./work.ts";

/** The options of `log`, as they are typed. */
export interface LogOptions {
  minutes?: string;
  extend?: string;
  because?: string;
  project?: string;
}

/** Puts `log` on the command line. */
export function registerLog(command: Command, context: Context): void {
  command
    .description("Notes one pass with the agent: what happened, and how many minutes it took.")
    .argument("[what]", "what happened, in your own words")
    .option("--minutes <number>", "how long it took")
    .option("--extend <number>", "more minutes and one more pass, once the budget is used up")
    .option("--because <text>", "why you extend")
    .option("--project <project>", "another project than the current one")
    .addHelpText("after", LOG_EXAMPLES)
    .action((what: string | undefined, options: LogOptions) => runLog(context, what, options));
}

const LOG_EXAMPLES = `
Examples:
  builder-pm log "first pass runs, refunds are missing" --minutes 35
  builder-pm log "second pass" --minutes 20 --extend 60 --because "one left"`;

/** Saves a pass, or refuses it with the three ways on when the budget is used up. */
export async function runLog(context: Context, what: string | undefined, options: LogOptions): Promise<void> {
  const { words, minutes, extend, because } = readPass(what, options);
  const work = await loadWork(context, options.project);
  if (work.project.closed)
    throw new UserError(`The project "${work.project.id}" has ended, so it takes no more passes.`, {
      fix: "builder-pm projects",
    });

  const changed = await updateProject(work, (project) => {
    const now = context.now();
    if (extend !== undefined && !countBudget(project).reached) throw refuseEarlyExtension(project);
    const extended =
      extend === undefined ? project : grantPass(project, { kind: "extension", minutes: extend, because }, now);
    if (words === undefined || minutes === undefined) return extended;
    if (countBudget(extended).stopped) throw refuseOverBudget(work, extended, `${quote(words)} --minutes ${minutes} `);
    return logPass(extended, words, minutes, now);
  });
  const stopped = countBudget(changed.project).stopped ? " It is used up: the next pass needs a cut or a reason." : "";
  context.stderr.line(`Saved. ${describeBudget(changed.project)}${stopped}`);
  tellNextStep(context, changed);
}

/** Reads what is to be noted: a pass with its minutes, an extension with its reason, or both. Throws when a part lacks. */
function readPass(what: string | undefined, options: LogOptions) {
  const words = cleanOptional(what);
  const minutes = readNumber("--minutes", options.minutes, 0);
  const extend = readNumber("--extend", options.extend, 1);
  const because = cleanOptional(options.because);
  if (extend !== undefined && !because) {
    const pass = words === undefined || minutes === undefined ? "" : `${quote(words)} --minutes ${minutes} `;
    throw describeUsage("An extension needs a reason.", `${pass}--extend ${extend} --because "..."`);
  }
  if (words === undefined && extend === undefined)
    throw describeUsage("A pass needs a few words.", '"what happened" --minutes 30');
  if (words !== undefined && minutes === undefined)
    throw describeUsage("A pass needs its minutes.", `${quote(words)} --minutes 30`);
  return { words, minutes, extend, because };
}

function describeUsage(message: string, words: string): UserError {
  return new UserError(message, { exitCode: ExitCode.usage, fix: `builder-pm log ${words}` });
}

function refuseEarlyExtension(project: Project): UserError {
  return new UserError(`There is nothing to extend yet. ${describeBudget(project)}`, {
    fix: 'builder-pm log "what happened" --minutes 30',
  });
}
