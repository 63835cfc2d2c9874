import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { AgentReport } from "../domain/project/agent-report.ts";
import { readSealedReport } from "../domain/project/agent-report.ts";
import { findReport, openReportEarly } from "../domain/project/report-state.ts";
import { cleanOptional } from "../domain/text/clean.ts";
import { ExitCode, UserError } from "../errors.ts";
import { pathInFolder } from "../files/folder.ts";
import { readTextFile } from "../files/read.ts";
import { readWorkFile } from "../files/work-file.ts";
import { makeVisible } from "../render/visible.ts";
import { printChangedPage } from "./shared/changed-page.ts";
import { assertOwnShell } from "./shared/own-judgment.ts";
import {
  loadProjectState,
  type ProjectState,
  printNextStep,
  updateProject,
} from "./shared/project-state.ts";
import { MAX_REPORT_MEGABYTES, REPORT_FILE } from "./shared/report-file.ts";
import {
  describeReportFacts,
  findJudgingStep,
  printReportFacts,
  takeIn,
} from "./shared/report-intake.ts";

/** The options of `report`, as they are typed. */
export interface ReportOptions {
  show?: boolean;
  agent?: string;
  project?: string;
  json?: boolean;
}

/** Registers the `report` command. */
export function registerReport(command: Command, context: Context): void {
  command
    .description(
      "Takes in what your coding agent reports about its pass. What it claims stays sealed until " +
        "you've judged every check in the review; then both stand side by side.",
    )
    .argument("[file]", `the report, or - for a pipe; ${REPORT_FILE} in the project's folder`)
    .option("--show", "print the report; if you do before you judge, its claims aren't counted")
    .option("--agent <text>", "which agent wrote it")
    .option("--project <project>", "a project other than the current one")
    .option("--json", "print JSON")
    .addHelpText("after", REPORT_EXAMPLES)
    .action((file: string | undefined, options: ReportOptions) =>
      runReport(context, file, options),
    );
}

const REPORT_EXAMPLES = `
Examples:
  builder-pm report
  builder-pm report answer.md --agent "Claude Code"
  pbpaste | builder-pm report -`;

const MAX_AGENT_NAME = 40;

/** Takes in a report, or shows the last one. */
export async function runReport(
  context: Context,
  file: string | undefined,
  options: ReportOptions,
): Promise<void> {
  if (options.show) return showReport(context, file, options);
  // Read before anything that handles signals is loaded: Ctrl+C must end the wait for a slow pipe.
  const read = file === undefined ? undefined : readTextFile(file, MAX_REPORT_MEGABYTES);
  const state = await loadProjectState(context, options.project);
  const text = read ?? (await findText(context, state));
  if (text.trim() === "")
    throw new UserError("The report is empty.", { fix: "Ask your agent for its report." });
  const agent = cleanOptional(options.agent)?.slice(0, MAX_AGENT_NAME);
  const given = await takeIn(context, state, { text, agent });
  const { state: after, report, taken } = given;
  if (context.json)
    return context.stdout.json({ taken, ...describeReportFacts(after.project, report) });
  const name = file === undefined || file === "-" ? "the report" : `"${file}"`;
  if (taken) printReportFacts(context, given, name);
  else context.stderr.line(describeKnown(after, report));
  await printChangedPage(context, after);
  await printNextStep(context, after);
}

function describeKnown({ project }: ProjectState, { round }: AgentReport): string {
  return round === project.rounds.length + 1
    ? "This report is in already. Nothing was changed."
    : `This is the report of round ${round}, so it wasn't taken in again.`;
}

const REPLACED =
  "A report of this round is in already (builder-pm report --show). A newer one takes its place.";

/** Reads the report from the work folder, or lets a person paste it. */
async function findText(context: Context, { project, steps }: ProjectState): Promise<string> {
  const { folder } = project;
  findJudgingStep(steps);
  const found = folder && readWorkFile(folder.path, REPORT_FILE, MAX_REPORT_MEGABYTES);
  if (found?.is === "text") return found.text;
  if (found?.is === "unread")
    throw new UserError(
      `${pathInFolder(folder?.path ?? "", REPORT_FILE)} can't be taken in: ${found.because}.`,
      { fix: "Name the file: builder-pm report FILE" },
    );
  if (!context.atTerminal)
    throw new UserError(
      folder
        ? `There is no ${REPORT_FILE} in ${folder.path}.`
        : "This project has no folder to look for a report in.",
      { exitCode: ExitCode.usage, fix: "Name the file, or pipe it in: builder-pm report -" },
    );
  if (findReport(project)) context.stderr.line(REPLACED);
  return context.ask(
    () => `Stopped. Nothing was saved. To paste the report later: ${context.typed}`,
    (prompter) =>
      prompter.text({
        message: "Paste what your agent reported:",
        hint: "Then press Ctrl+D (Control, also on a Mac)",
        isDocument: true,
      }),
  );
}

/** Prints the last report. Read before every check is judged, its claims don't count. */
async function showReport(
  context: Context,
  file: string | undefined,
  { project: id, json }: ReportOptions,
): Promise<void> {
  if (file !== undefined || json)
    throw new UserError("--show prints the report that is in, and nothing else.", {
      exitCode: ExitCode.usage,
      fix: "builder-pm report --show",
    });
  assertOwnShell(context, "builder-pm report --show");
  const state = await loadProjectState(context, id, ({ projects }) => projects.at(-1));
  const report = findReport(state.project) ?? state.project.reports?.at(-1);
  if (!report)
    throw new UserError("No report is in yet.", { fix: "Take it in: builder-pm report" });
  const isSealed = !report.opened;
  if (isSealed && !(await confirmEarlyLook(context))) return printNextStep(context, state);
  if (isSealed)
    await updateProject(state, (project) =>
      openReportEarly(state.steps, project, report, context.now()),
    );
  context.stdout.page(`${makeVisible(readSealedReport(report).text.trimEnd())}\n`);
  if (report.round <= state.project.rounds.length)
    context.stderr.line(`This is the report of round ${report.round}.`);
  if (isSealed)
    context.stderr.line("You've read it before judging, so what it claims won't be counted.");
}

/** Asks a person whether to break the seal. A script asks for it, and is told what that costs. */
async function confirmEarlyLook(context: Context): Promise<boolean> {
  if (!context.canAsk) {
    context.stderr.line("You haven't judged every check yet. What this claims won't be counted:");
    return true;
  }
  const choice = await context.ask(
    () => `Stopped. The report stays sealed. To read it: ${context.typed}`,
    (prompter) =>
      prompter.select({
        message: "You haven't judged every check yet. Read the report first?",
        choices: earlyLooks,
      }),
  );
  return choice === "show";
}

const earlyLooks = [
  { value: "wait", label: "No, I'll judge first", hint: "then you see both side by side" },
  { value: "show", label: "Yes, show it now", hint: "what it claims won't be counted" },
] as const;
