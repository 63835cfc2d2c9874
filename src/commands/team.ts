import type { Command } from "commander";
import type { Context } from "../context.ts";
import { listCountedChoices } from "../domain/insights/answer-stats.ts";
import {
  chooseSummaries,
  type LeftFile,
  type SummaryFile,
} from "../domain/team/choose-summaries.ts";
import { findLastMonth } from "../domain/team/month.ts";
import { findSummaryOwner, parseSummary } from "../domain/team/parse-summary.ts";
import { ENOUGH_PEOPLE, nameGroup } from "../domain/team/small-groups.ts";
import { listShippedIds } from "../domain/team/summarize.ts";
import { MAX_SUMMARY_BYTES } from "../domain/team/summary.ts";
import { findTeachNext } from "../domain/team/teach-next.ts";
import { addUpTeam, type TeamContent } from "../domain/team/team.ts";
import { describeTeam, type TeamView } from "../domain/team/team-page.ts";
import { countOf, joinWords, quotePath } from "../domain/text/words.ts";
import { UserError } from "../errors.ts";
import { findParentFolder } from "../files/folder.ts";
import { createSmallReader, isFolderHere, listNames, readSmallFile } from "../files/small-file.ts";
import { toTeamJson } from "../render/json/team.ts";
import { renderTeam } from "../render/text/team.ts";
import { renderTeamMarkdown } from "../render/text/team-markdown.ts";
import { createTheme } from "../render/theme.ts";
import { makeAllVisible } from "../render/visible.ts";
import { choiceOption } from "./shared/choices.ts";
import {
  type OutputOptions,
  printFormatted,
  readPageOutput,
  writeOutput,
} from "./shared/page-output.ts";
import { loadShipped } from "./shared/shipped.ts";

/** Registers the `team` command. */
export function registerTeam(command: Command, context: Context): void {
  command
    .description(
      "Shows what the summaries of several people add up to, and what to teach next. " +
        "Nobody is named or ranked, and figures over fewer than three people are left out.",
    )
    .argument("<folder>", "the folder with the files that export --summary wrote")
    .addOption(choiceOption("--format <format>", "text (default), markdown, html or json", formats))
    .option("--json", "same as --format json")
    .option("-o, --output <file>", "write to a file: .html, .md, .txt or .json")
    .option("--force", "overwrite an existing file")
    .addHelpText("after", TEAM_EXAMPLES)
    .action((folder: string, options: TeamOptions) => runTeam(context, folder, options));
}

const TEAM_EXAMPLES = `
Examples:
  builder-pm team summaries
  builder-pm team summaries -o team.html
  builder-pm team summaries --json`;

const formats = ["text", "markdown", "html", "json"] as const;

/** The options of `team`, as they are typed. */
export interface TeamOptions extends OutputOptions {
  json?: boolean;
}

/** Prints what the summaries in a folder add up to, or writes it to a file. */
export async function runTeam(
  context: Context,
  folder: string,
  { json = false, ...options }: TeamOptions = {},
): Promise<void> {
  const wanted = json ? { format: "json", ...options } : options;
  const output = readPageOutput(wanted, formats);
  const view = await loadTeam(context, folder);
  const { format, file } = output;
  const page = describeTeam(view);
  if (file === undefined && format === "text") return context.stdout.show(renderTeam, page);
  if (file === undefined && format === "json") return context.stdout.json(toTeamJson(view));
  const text = await renderTeamPage(context, view, format);
  if (file === undefined) return printFormatted(context, text, format);
  const { file: saved } = await context.openStore();
  writeOutput(context, text, { ...output, file }, saved);
}

async function renderTeamPage(
  context: Context,
  view: TeamView,
  format: (typeof formats)[number],
): Promise<string> {
  if (format === "json") return context.stdout.toJson(toTeamJson(view));
  const page = makeAllVisible(describeTeam(view));
  if (format === "markdown") return renderTeamMarkdown(page);
  if (format === "text")
    return renderTeam(page, { theme: createTheme({ color: false }), width: 80 });
  const { renderTeamHtml } = await import("../render/html/team.ts");
  return renderTeamHtml(page).markup;
}

/** Reads the summaries in a folder, and adds them up. Throws if there are too few people. */
async function loadTeam(context: Context, folder: string): Promise<TeamView> {
  explainFile(folder);
  const { files, left } = readFolder(folder, findLastMonth(context.now()));
  const chosen = chooseSummaries(files);
  const all = [...left, ...chosen.left].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const { summaries, waiting, twins } = chosen;
  if (summaries.length === 0) throw tooFewError(context, folder, files, all);
  printTwins(context, twins);
  const content = await loadTeamContent(context);
  const team = addUpTeam(summaries, content);
  return { team, teachNext: findTeachNext(team, content), left: all, waiting, content };
}

/** Throws if a file was named: its folder is meant if it is a summary, and nothing else is. */
function explainFile(path: string): void {
  const read = readSmallFile(path, MAX_SUMMARY_BYTES);
  if (isFolderHere(path) || !("text" in read)) return;
  const isSummary = findSummaryOwner(read.text) !== undefined;
  const folder = quotePath(findParentFolder(path));
  throw new UserError(`"${path}" is not a folder.`, {
    fix: isSummary
      ? `For all summaries beside it: builder-pm team ${folder}`
      : "It holds no summary either. To make one here: builder-pm export --summary -o .",
  });
}

const MAX_NAMED = 4;

/** Names the files with the same figures, of many only the first. */
function printTwins(context: Context, twins: readonly string[][]): void {
  for (const files of twins.slice(0, MAX_NAMED)) {
    const more = files.length - MAX_NAMED;
    const names = files.slice(0, MAX_NAMED).map((file) => `"${file}"`);
    const named = joinWords(more > 0 ? [...names, `${more} more`] : names);
    const advice =
      files.length > 2
        ? "If one person shared several of them under different ids, keep one."
        : "If one person shared both under two ids, delete one.";
    context.stderr.line(`${named} have the same figures. ${advice}`);
  }
  const left = twins.length - MAX_NAMED;
  if (left > 0) context.stderr.line(`So have ${countOf(left, "more group")} of files.`);
}

function readFolder(folder: string, lastMonth: string): { files: SummaryFile[]; left: LeftFile[] } {
  const read = createSmallReader(folder, MAX_SUMMARY_BYTES);
  const files: SummaryFile[] = [];
  const left: LeftFile[] = [];
  for (const file of listNames(folder, ".json")) {
    const content = read(file);
    const summary = "text" in content ? parseSummary(content.text, lastMonth) : content.reason;
    if (typeof summary === "string") left.push({ file, reason: summary });
    else files.push({ file, summary });
  }
  return { files, left };
}

/** Loads what the figures are about: only what is shipped has names, in a team's words. */
async function loadTeamContent(context: Context): Promise<TeamContent> {
  const kinds = ["checklists", "slices", "steps", "drills"] as const;
  const shipped = await loadShipped(context, ...kinds);
  const library = await context.loadLibrary(...kinds, "rules", "guide");
  return {
    shipped: listShippedIds(shipped),
    items: library.checklists.flatMap(({ items }) => items),
    causes: listCountedChoices(library.steps),
    drills: library.drills,
    slices: library.slices,
    rules: library.rules.filter(({ from }) => from !== undefined),
    guide: library.guide,
    typed: context.content.typed,
  };
}

function tooFewError(
  context: Context,
  folder: string,
  files: readonly SummaryFile[],
  left: readonly LeftFile[],
): UserError {
  for (const { file, reason } of left) context.stderr.line(`Not counted: "${file}": ${reason}.`);
  const people = new Set(files.map(({ summary }) => summary.person)).size;
  const fix = `Each person adds a file: builder-pm export --summary -o ${quotePath(folder)}`;
  if (people === 0) return new UserError(`There are no summaries in "${folder}".`, { fix });
  return new UserError(
    `Only ${nameGroup(people)} shared a summary. Figures need at least ` +
      `${ENOUGH_PEOPLE} people, so that they say nothing about one.`,
    { fix },
  );
}
