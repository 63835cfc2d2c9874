import type { Command } from "commander";
import type { Context } from "../context.ts";
import { summarizeChecklist } from "../domain/insights/checklist-summary.ts";
import { listRemovedAnswers } from "../domain/insights/history.ts";
import { summarizePractice } from "../domain/insights/practice.ts";
import type { Step } from "../domain/library/step.ts";
import type { Progress } from "../domain/progress/progress.ts";
import { listWritten } from "../domain/progress/user-text.ts";
import { sealAgentWords } from "../domain/project/agent-words.ts";
import { isBeingJudged } from "../domain/project/judging-now.ts";
import type { Project } from "../domain/project/project.ts";
import { ExitCode, UserError } from "../errors.ts";
import { renderJson } from "../render/json/json.ts";
import { findProjectContent, type ProgressPageView } from "../render/page/progress-view.ts";
import { renderPlainText } from "../render/text/plain-text.ts";
import { renderProgressPage, renderProjectPage } from "../render/text/progress-page.ts";
import type { SummaryOptions } from "./export-summary.ts";
import { addPictures } from "./shared/added-pictures.ts";
import { ALLOW_HELP, ALLOW_OPTION } from "./shared/allow-option.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { collect, findById } from "./shared/arguments.ts";
import { choiceOption } from "./shared/choices.ts";
import { assertNoneJudged } from "./shared/own-judgment.ts";
import {
  type PageOutput,
  pageFormats,
  printFormatted,
  printLongPageHint,
  readPageOutput,
  writeOutput,
  writeOutputOption,
} from "./shared/page-output.ts";
import { printPictureHint } from "./shared/picture-hint.ts";
import { guardPage } from "./shared/sensitive.ts";
import { type OpenPictures, openPictures } from "./shared/shown-pictures.ts";

const formats = [...pageFormats, "json"] as const;

type Format = (typeof formats)[number];

/** The options of `export`, as they are typed. */
export interface ExportOptions extends SummaryOptions {
  json?: boolean;
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
        "markdown (default), text for a chat, html, or json to import later",
        formats,
      ),
    )
    .option("--json", "same as --format json")
    .option("-o, --output <file>", "write a file: .md, .txt, .html or .json; - prints it")
    .option("--project <project>", "only this project")
    .option("--force", "overwrite an existing file")
    .option("--summary", "for your team: counts of one month, without any text")
    .option("--month <text>", "with --summary: another month, such as 2026-11")
    .option("--new-id", "with --summary: replace your random id")
    .option(ALLOW_OPTION, ALLOW_HELP, collect)
    .option("--allow-sensitive", "print it even if something looks secret or personal")
    .addHelpText("after", EXPORT_EXAMPLES)
    .action((options: ExportOptions) => runExport(context, options));
}

const EXPORT_EXAMPLES = `
Examples:
  builder-pm export
  builder-pm export -o progress.html
  builder-pm export -o progress.md
  builder-pm export --json -o progress.json
  builder-pm export | pbcopy      (macOS: copies it)
  builder-pm export | clip        (Windows: copies it)`;

/** Prints the progress page, or writes it to a file. */
export async function runExport(context: Context, options: ExportOptions): Promise<void> {
  if (options.summary || options.month !== undefined || options.newId) {
    const { runSummary } = await import("./export-summary.ts");
    return runSummary(context, options);
  }
  const output = readExportOutput(options);
  const { format, file } = output;
  const state = await loadAppState(context);
  const chosen =
    options.project === undefined
      ? undefined
      : findById(state.progress.projects, options.project, "project");
  const shared = chosen ? [chosen] : state.progress.projects;
  assertNoneJudged(context, {
    isTold: shared.some((project) => isBeingJudged(state.steps, project)),
    command: "builder-pm export",
  });
  const { text, shown, pictures } = await renderExport(context, format, state, chosen);
  const written = listWritten(state.steps, state.progress, chosen);
  // What is sealed in it is shown to nobody, and still leaves this computer.
  const everything = format === "json" ? [shown, ...written.map(({ text }) => text)] : [shown];
  await guardPage(context, everything.join("\n\n"), written, options);
  if (pictures) printPictureHint(context, pictures.counts());
  const filled = pictures ? pictures.fill(text) : text;
  const whole = format === "json" ? await addPictures(context, state.store, text) : filled;
  if (file === undefined) {
    printFormatted(context, whole, format);
    return printLongPageHint(context, whole, nameExport(context, chosen));
  }
  writeOutput(context, whole, { ...output, file }, state.store.file);
}

/** Writes the command that makes a page for a browser, of one project if that is what was shown. */
function nameExport(context: Context, project: Project | undefined): string {
  const output = writeOutputOption(context, `${project?.id ?? "progress"}.html`);
  return `builder-pm export ${output}${project ? ` --project ${project.id}` : ""}`;
}

function readExportOutput({ json = false, format, ...options }: ExportOptions): PageOutput<Format> {
  if (json && format !== undefined && format !== "json")
    throw new UserError(`You can't combine --json and --format ${format}.`, {
      exitCode: ExitCode.usage,
      fix: "Use one of the two.",
    });
  const wanted = format ?? (json ? "json" : undefined);
  return readPageOutput(
    { ...options, ...(wanted === undefined ? {} : { format: wanted }) },
    formats,
  );
}

/** Renders the page in a format; `shown` is what a reader of it sees. */
async function renderExport(
  context: Context,
  format: Format,
  state: LoadedState,
  project: Project | undefined,
): Promise<{ text: string; shown: string; pictures?: OpenPictures }> {
  if (format === "html") return renderExportHtml(state, project);
  const text =
    format === "json"
      ? renderSaved(await loadSaved(context), state.steps, project)
      : renderText(format, state, project);
  return { text, shown: text };
}

async function renderExportHtml(state: LoadedState, project: Project | undefined) {
  const pages = await import("../render/html/pages.ts");
  const pictures = await openPictures(state.steps, state.store.file);
  const { findPictures } = pictures;
  const page = project
    ? pages.renderProjectHtml(findProjectContent({ ...state, findPictures }, project))
    : pages.renderProgressHtml({ ...createProgressView(state), findPictures });
  return { text: page.markup, shown: pages.readHtmlText(page), pictures };
}

/** Loads what is saved, which says nothing about the current folder. */
async function loadSaved(context: Context): Promise<Progress> {
  return (await context.openStore()).load();
}

/**
 * Renders the saved progress so that `import` can read it: every field, except the undo steps, the
 * id for the team, and what may be printed, which is decided on each computer. An agent's words
 * that wait for the review are encoded.
 */
function renderSaved(
  progress: Progress,
  steps: readonly Step[],
  project: Project | undefined,
): string {
  const { allowed: _allowed, person: _person, ...rest } = progress;
  const whole = project ? { version: progress.version, runs: [], projects: [project] } : rest;
  const projects = whole.projects.map((each) => sealAgentWords(steps, each));
  return renderJson({ ...whole, projects });
}

function renderText(format: "markdown" | "text", state: LoadedState, project?: Project): string {
  if (project) return convert(renderProjectPage(state, project), format);
  return convert(renderProgressPage(createProgressView(state)), format);
}

function createProgressView(state: LoadedState): ProgressPageView {
  const { checklist, progress } = state;
  return {
    ...state,
    summary: summarizeChecklist(state),
    projects: progress.projects,
    gone: listRemovedAnswers(progress, checklist),
    practice: summarizePractice(progress.practice),
  };
}

function convert(page: string, format: "markdown" | "text"): string {
  return format === "text" ? renderPlainText(page) : page;
}
