import type { Command } from "commander";
import type { Context } from "../context.ts";
import { summarizeChecklist } from "../domain/insights/checklist-summary.ts";
import { listRemovedAnswers } from "../domain/insights/history.ts";
import { listWritten } from "../domain/progress/user-text.ts";
import type { Project } from "../domain/project/project.ts";
import { ExitCode, UserError } from "../errors.ts";
import { writeFileSafely } from "../files/write.ts";
import { renderJson } from "../render/json/json.ts";
import { renderPlainText } from "../render/text/plain-text.ts";
import { renderProjectPage, renderReport } from "../render/text/report.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { describeChoices, findById } from "./shared/arguments.ts";
import { choiceOption } from "./shared/choices.ts";
import { guardPage } from "./shared/sensitive.ts";

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
}

/** Puts `export` on the command line. */
export function registerExport(command: Command, context: Context): void {
  command
    .description(
      "Prints your progress: the checklist with its evidence, a portfolio of what you finished, every project.",
    )
    .addOption(
      choiceOption(
        "--format <format>",
        "markdown for a page (the default), text for a chat, json to bring it back",
        formats,
      ),
    )
    .option("--json", "the same as --format json")
    .option("-o, --output <file>", "write it to a file; - prints it")
    .option("--project <project>", "only this project")
    .option("--force", "write over a file that exists")
    .option("--allow-sensitive", "print it even with what looks secret or personal in it")
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

/** Prints the report, or writes it to the file that is named. */
export async function runExport(context: Context, options: ExportOptions): Promise<void> {
  const { output = "-", force, project } = options;
  const format = readFormat(options);
  const position = await loadAppState(context);
  const chosen =
    project === undefined ? undefined : findById(position.progress.projects, project, "project");
  const text =
    format === "json" ? renderSaved(position, chosen) : renderText(format, position, chosen);
  await guardPage(context, text, listWritten(position.progress, chosen), options.allowSensitive);
  if (output === "-")
    return format === "json" ? context.stdout.write(text) : context.stdout.page(text);
  const file = writeFileSafely(output, text, { force, saved: position.store.file });
  context.stderr.line(`Written to "${file}".`);
}

function readFormat({ format, json = false }: ExportOptions): Format {
  const wanted = format ?? (json ? "json" : "markdown");
  const known = formats.find((name) => name === wanted);
  if (known && !(json && known !== "json")) return known;
  throw new UserError(
    known ? `--json and --format ${known} do not go together.` : `There is no format "${wanted}".`,
    {
      exitCode: ExitCode.usage,
      fix: known ? "Give one of the two." : describeChoices(wanted, formats),
    },
  );
}

/**
 * The saved progress itself, to the last field, so that `import` can bring it back; undo steps
 * stay behind.
 */
function renderSaved({ progress }: LoadedState, project: Project | undefined): string {
  return renderJson(
    project ? { version: progress.version, runs: [], projects: [project] } : progress,
  );
}

function renderText(
  format: "markdown" | "text",
  position: LoadedState,
  project: Project | undefined,
): string {
  const { checklist, slices, steps, progress } = position;
  const { projects } = progress;
  const gone = listRemovedAnswers(progress, checklist);
  const page = project
    ? renderProjectPage(project, steps, slices)
    : renderReport({ summary: summarizeChecklist(position), slices, steps, projects, gone });
  return format === "text" ? renderPlainText(page) : page;
}
