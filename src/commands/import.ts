import type { Command } from "commander";
import type { Context } from "../context.ts";
import { mergePractice } from "../domain/practice/merge-practice.ts";
import { keepPractice } from "../domain/practice/undo-practice.ts";
import { type Merged, mergeProgress } from "../domain/progress/merge.ts";
import type { Progress } from "../domain/progress/progress.ts";
import { traceImport } from "../domain/progress/traces.ts";
import { quote } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { readTextFile } from "../files/read.ts";
import { describeAmount, renderMerge, renderReplacement } from "../render/text/import.ts";
import { readExported } from "../store/exported.ts";
import { MAX_EXPORT_MEGABYTES } from "../store/limits.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { placeImported, printImportedFolders } from "./shared/imported-folders.ts";
import { type PicturesToKeep, takePictures } from "./shared/imported-pictures.ts";
import { assertOwnShell } from "./shared/own-judgment.ts";
import { printNextStep } from "./shared/project-state.ts";

/** The options of `import`, as they are typed. */
export interface ImportOptions {
  replace?: boolean;
  yes?: boolean;
  dryRun?: boolean;
}

/** Registers the `import` command. */
export function registerImport(command: Command, context: Context): void {
  command
    .description(
      "Imports a file from export --json and adds it to what you have. " +
        "If a project is in both, the newer version is used.",
    )
    .argument("<file>", "the file to import, or - to read from a pipe")
    .option("--dry-run", "show what would change, without changing anything")
    .option("--replace", "replace everything you have; needs --yes")
    .option("--yes", "confirm --replace")
    .addHelpText("after", IMPORT_EXAMPLES)
    .action((file: string, options: ImportOptions) => runImport(context, file, options));
}

const IMPORT_EXAMPLES = `
Examples:
  builder-pm import progress.json
  builder-pm import progress.json --dry-run
  builder-pm import progress.json --replace --yes`;

/**
 * Merges an exported progress into the saved one, or replaces that, as one change. Prints what
 * changed.
 */
export async function runImport(
  context: Context,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const { replace = false, yes = false, dryRun = false } = options;
  const source = file === "-" ? "stdin" : file;
  const exported = readExported(readTextFile(file, MAX_EXPORT_MEGABYTES), source);
  const { progress: there, pictures } = await takePictures(exported, source);
  const state = await loadAppState(context);
  if (replace && !yes && !dryRun) throw replaceError(file, state.progress, there);
  if (!dryRun) assertOwnShell(context, `builder-pm import ${quote(file)}`);
  const progress = replace
    ? await replaceAll(context, state, source, { there, pictures, isDry: dryRun })
    : await mergeIn(context, state, source, { there, pictures, isDry: dryRun });
  if (dryRun && progress !== state.progress) {
    const options = replace ? " --replace --yes" : "";
    context.stderr.line(`To import it: builder-pm import ${quote(file)}${options}`);
  } else {
    printImportedFolders(context, { before: state.progress, there, after: progress });
    await printNextStep(context, { ...state, progress });
  }
}

/** What is imported: the progress, its pictures, and whether it is only shown. */
interface Imported {
  there: Progress;
  pictures: PicturesToKeep;
  isDry: boolean;
}

async function mergeIn(
  context: Context,
  { store, steps, progress }: LoadedState,
  source: string,
  { there, pictures, isDry }: Imported,
): Promise<Progress> {
  const at = context.now().toISOString();
  const merge = (here: Progress): Merged => {
    const target = { store, here, staying: here.projects };
    const result = mergeProgress(here, placeImported(context, target, there), at);
    return { ...result, progress: traceImport(steps, here, result.progress, at) };
  };
  let merged = merge(progress);
  if (!isDry && (pictures.count > 0 || !isUnchanged(merged, progress))) {
    // Merged again with what is saved now, which may have changed since it was loaded.
    await store.update((saved) => {
      merged = merge(saved);
      pictures.keep(store.file, merged.progress);
      return merged.progress;
    });
  }
  context.stdout.show(renderMerge, { source, isDry, merged });
  return isUnchanged(merged, progress) ? progress : merged.progress;
}

async function replaceAll(
  context: Context,
  { store, steps, progress }: LoadedState,
  source: string,
  { there, pictures, isDry }: Imported,
): Promise<Progress> {
  const importedAt = context.now().toISOString();
  const { allowed: _allowed, person: _person, ...imported } = there;
  // Even so, nothing that was judged in a project that stays is forgotten.
  const replace = (here: Progress) => {
    const placed = placeImported(context, { store, here, staying: [] }, there);
    const projects = placed.projects.map((project) => ({ ...project, importedAt }));
    const tries = mergePractice(undefined, imported.practice, importedAt);
    const own = here.person === undefined ? {} : { person: here.person };
    const after = { ...imported, ...own, projects, ...keepPractice(tries.practice) };
    return traceImport(steps, here, after, importedAt);
  };
  let before = progress;
  let after = replace(before);
  if (!isDry) {
    await store.update((saved) => {
      before = saved;
      after = replace(saved);
      pictures.keep(store.file, after);
      return after;
    });
    context.stderr.line("To undo this: builder-pm undo");
  }
  context.stdout.show(renderReplacement, { source, isDry, before, after });
  return after;
}

function isUnchanged({ progress, runs, projects, drills }: Merged, before: Progress): boolean {
  const changes = runs.length + projects.length + drills;
  return changes === 0 && JSON.stringify(progress) === JSON.stringify(before);
}

function replaceError(file: string, here: Progress, there: Progress): UserError {
  const [old, next] = [describeAmount(here), describeAmount(there)];
  return new UserError(
    `This replaces everything you have (${old}) with ${next}. Nothing has changed yet.`,
    {
      exitCode: ExitCode.usage,
      fix: `To go ahead: builder-pm import ${quote(file)} --replace --yes`,
    },
  );
}
