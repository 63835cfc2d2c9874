import type { Command } from "commander";
import type { Context } from "../context.ts";
import { summarizeChecklist } from "../domain/insights/checklist-summary.ts";
import { listRemovedAnswers } from "../domain/insights/history.ts";
import type { Progress } from "../domain/progress/progress.ts";
import { listWritten } from "../domain/progress/user-text.ts";
import type { Project } from "../domain/project/project.ts";
import { ExitCode, UserError } from "../errors.ts";
import { writeFileSafely } from "../files/write.ts";
import { renderJson } from "../render/json/json.ts";
import { renderPlainText } from "../render/text/plain-text.ts";
import { renderProgressPage, renderProjectPage } from "../render/text/progress-page.ts";
import { addPictures } from "./shared/added-pictures.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { collect, describeChoices, findById } from "./shared/arguments.ts";
import { choiceOption } from "./shared/choices.ts";
import { ALLOW_HELP, ALLOW_OPTION, guardPage } from "./shared/sensitive.ts";

const formats = ["markdown", "text", "json"] as const;

type Format = (typeof formats)[number];

/** The options of `export`, as they are typed. */
export interface ExportOptions {
  format?: string;
  json?: boolean;
  output?: string;
  force?: boolean;
  project?: string;
  allowSensitive?: boolean;
  allow?: string[];
}

/** Registers the `export` command. */
export function registerExport(command: Command, context: Context): void {
  command
    .description("Prints your progress page: what you decided and learned, and the reality check.")
    .addOption(
      choiceOption(
        "--format <format>",
        "markdown (default), text for a chat, or json to import later",
        formats,
      ),
    )
    .option("--json", "same as --format json")
    .option("-o, --output <file>", "write to a file; - means standard output")
    .option("--project <project>", "only this project")
    .option("--force", "overwrite an existing file")
    .option(ALLOW_OPTION, ALLOW_HELP, collect)
    .option("--allow-sensitive", "print it even if it seems to contain secrets or personal data")
    .addHelpText("after", EXPORT_EXAMPLES)
    .action((options: ExportOptions) => runExport(context, options));
}

const EXPORT_EXAMPLES = `
Examples:
  builder-pm export
  builder-pm export -o progress.md
  builder-pm export --json -o progress.json
  builder-pm export | pbcopy      (macOS: copies it)
  builder-pm export | clip        (Windows: copies it)`;

/** How each format is printed. */
const printers = { json: "write", text: "page", markdown: "markdown" } as const;

/** Prints the progress page, or writes it to a file. */
export async function runExport(context: Context, options: ExportOptions): Promise<void> {
  const { output = "-", force, project } = options;
  const format = readFormat(options);
  const state = await loadAppState(context);
  const chosen =
    project === undefined ? undefined : findById(state.progress.projects, project, "project");
  const page =
    format === "json"
      ? renderSaved(await loadSaved(context), chosen)
      : renderText(format, state, chosen);
  const written = listWritten(state.steps, state.progress, chosen);
  // What is sealed in it is shown to nobody, and still leaves this computer.
  const everything = format === "json" ? [page, ...written.map(({ text }) => text)] : [page];
  await guardPage(context, everything.join("\n\n"), written, options);
  const text = format === "json" ? await addPictures(context, state.store, page) : page;
  if (output === "-") return context.stdout[printers[format]](text);
  const file = writeFileSafely(output, text, {
    ...{ force, saved: state.store.file },
    // It holds everything, including what the pages leave out.
    isPrivate: format === "json",
  });
  context.stderr.line(`Written to "${file}".`);
}

function readFormat({ format, json = false }: ExportOptions): Format {
  const wanted = format ?? (json ? "json" : "markdown");
  const known = formats.find((name) => name === wanted);
  if (known && !(json && known !== "json")) return known;
  throw new UserError(
    known ? `You can't combine --json and --format ${known}.` : `There is no format "${wanted}".`,
    {
      exitCode: ExitCode.usage,
      fix: known ? "Use one of the two." : describeChoices(wanted, formats),
    },
  );
}

/** Loads what is saved, which says nothing about the current folder. */
async function loadSaved(context: Context): Promise<Progress> {
  return (await context.openStore()).load();
}

/**
 * Renders the saved progress so that `import` can read it: every field, except the undo steps and
 * what may be printed, which is decided on each computer.
 */
function renderSaved(progress: Progress, project: Project | undefined): string {
  const { allowed: _, ...rest } = progress;
  return renderJson(project ? { version: progress.version, runs: [], projects: [project] } : rest);
}

function renderText(format: "markdown" | "text", state: LoadedState, project?: Project): string {
  const { checklist, progress } = state;
  if (project) return convert(renderProjectPage(state, project), format);
  const page = renderProgressPage({
    ...state,
    summary: summarizeChecklist(state),
    projects: progress.projects,
    gone: listRemovedAnswers(progress, checklist),
  });
  return convert(page, format);
}

function convert(page: string, format: "markdown" | "text"): string {
  return format === "text" ? renderPlainText(page) : page;
}
