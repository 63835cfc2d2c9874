import type { Command } from "commander";
import type { Context } from "../context.ts";
import { listGone } from "../domain/history.ts";
import { describeStanding } from "../domain/standing.ts";
import { writeFileSafely } from "../files.ts";
import { renderProjectPage, renderReport } from "../render/report.ts";
import { findById } from "./assignments.ts";
import { type LoadedPosition, loadPosition } from "./position.ts";

/** The options of `export`, as they are typed. */
export interface ExportOptions {
  output?: string;
  force?: boolean;
  project?: string;
}

/** Puts `export` on the command line. */
export function registerExport(command: Command, context: Context): void {
  command
    .description(
      "Prints your progress as markdown: the checklist with its evidence, a portfolio of what you finished, every project.",
    )
    .option("-o, --output <file>", "write it to a file; - prints it")
    .option("--project <id>", "only this project")
    .option("--force", "write over a file that exists")
    .addHelpText("after", EXPORT_EXAMPLES)
    .action((options: ExportOptions) => runExport(context, options));
}

const EXPORT_EXAMPLES = `
Examples:
  builder-pm export
  builder-pm export -o progress.md
  builder-pm export | pbcopy      (macOS: copies it)
  builder-pm export | clip        (Windows: copies it)`;

/** Prints the report, or writes it to the file that is named. */
export async function runExport(context: Context, { output = "-", force, project }: ExportOptions): Promise<void> {
  const position = await loadPosition(context);
  const report = project === undefined ? renderWhole(position) : renderOne(position, project);
  if (output === "-") return context.stdout.page(report);
  const file = writeFileSafely(output, report, { force, saved: position.store.file });
  context.stderr.line(`Written to "${file}".`);
}

function renderWhole(position: LoadedPosition): string {
  const { checklist, slices, steps, progress } = position;
  const gone = listGone(progress, checklist);
  return renderReport({ standing: describeStanding(position), slices, steps, projects: progress.projects, gone });
}

function renderOne({ progress, steps, slices }: LoadedPosition, id: string): string {
  return renderProjectPage(findById(progress.projects, id, "project"), steps, slices);
}
