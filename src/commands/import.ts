import type { Command } from "commander";
import type { Context } from "../context.ts";
import { type Merged, mergeProgress } from "../domain/progress/merge.ts";
import type { Progress } from "../domain/progress/progress.ts";
import { quote } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { readTextFile } from "../files/read.ts";
import { describeAmount, renderMerge, renderReplacement } from "../render/text/import.ts";
import { readExported } from "../store/exported.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { printNextStep } from "./shared/project-state.ts";

/** The options of `import`, as they are typed. */
export interface ImportOptions {
  replace?: boolean;
  yes?: boolean;
  dryRun?: boolean;
}

/** More than years of projects take. */
const MAX_MEGABYTES = 16;

/** Puts `import` on the command line. */
export function registerImport(command: Command, context: Context): void {
  command
    .description(
      "Brings back what export --json wrote, beside what is here. Of two versions the later one counts.",
    )
    .argument("<file>", "the file; - reads a pipe")
    .option("--dry-run", "say what would change, and change nothing")
    .option("--replace", "put it in the place of all that is here; needs --yes")
    .option("--yes", "do it")
    .addHelpText("after", IMPORT_EXAMPLES)
    .action((file: string, options: ImportOptions) => runImport(context, file, options));
}

const IMPORT_EXAMPLES = `
Examples:
  builder-pm import progress.json
  builder-pm import progress.json --dry-run
  builder-pm import progress.json --replace --yes`;

/**
 * Puts an exported progress into the saved one, or in its place, as one change; says what that
 * changed.
 */
export async function runImport(
  context: Context,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const { replace = false, yes = false, dryRun = false } = options;
  const source = file === "-" ? "stdin" : file;
  const there = readExported(readTextFile(file, MAX_MEGABYTES), source);
  const position = await loadAppState(context);
  if (replace && !yes && !dryRun) throw replaceError(file, position.progress, there);
  const progress = replace
    ? await replaceAll(context, position, source, there, dryRun)
    : await mergeIn(context, position, source, there, dryRun);
  if (dryRun && progress !== position.progress)
    context.stderr.line(
      `To do it: builder-pm import ${quote(file)}${replace ? " --replace --yes" : ""}`,
    );
  else printNextStep(context, { ...position, progress });
}

async function mergeIn(
  context: Context,
  { store, progress }: LoadedState,
  source: string,
  there: Progress,
  isDry: boolean,
): Promise<Progress> {
  let merged = mergeProgress(progress, there);
  if (!isDry && !isUnchanged(merged, progress)) {
    // Once more on what is saved by then: it can have changed since it was loaded.
    await store.update((saved) => {
      merged = mergeProgress(saved, there);
      return merged.progress;
    });
  }
  context.stdout.show(renderMerge, { source, isDry, merged });
  return isUnchanged(merged, progress) ? progress : merged.progress;
}

async function replaceAll(
  context: Context,
  { store, progress }: LoadedState,
  source: string,
  there: Progress,
  isDry: boolean,
): Promise<Progress> {
  let before = progress;
  if (!isDry) {
    await store.update((saved) => {
      before = saved;
      return there;
    });
    context.stderr.line("To undo this: builder-pm undo");
  }
  context.stdout.show(renderReplacement, { source, isDry, before, after: there });
  return there;
}

function isUnchanged({ progress, runs, projects }: Merged, before: Progress): boolean {
  return runs.length + projects.length === 0 && JSON.stringify(progress) === JSON.stringify(before);
}

function replaceError(file: string, here: Progress, there: Progress): UserError {
  return new UserError(
    `This puts ${describeAmount(there)} in the place of all that is here: ${describeAmount(here)}. Nothing was changed.`,
    {
      exitCode: ExitCode.usage,
      fix: `If you mean it: builder-pm import ${quote(file)} --replace --yes`,
    },
  );
}
