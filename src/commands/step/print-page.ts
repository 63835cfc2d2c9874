import type { Context } from "../../context.ts";
import { isGuarded } from "../../domain/library/step.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import { listWritten } from "../../domain/progress/user-text.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { describeLength } from "../../domain/text/words.ts";
import { toStepJson } from "../../render/json/state.ts";
import type { PageView } from "../../render/page/view.ts";
import { joinLines } from "../../render/text/guide.ts";
import { renderPage } from "../../render/text/page.ts";
import { renderPlainText } from "../../render/text/plain-text.ts";
import { loadKeptRules } from "../shared/kept-rules.ts";
import {
  type PageOutput,
  printFormatted,
  printLongPageHint,
  writeOutput,
  writeOutputOption,
} from "../shared/page-output.ts";
import { type PictureCounts, printPictureHint } from "../shared/picture-hint.ts";
import { type GuardOptions, guardPage } from "../shared/sensitive.ts";
import { openPictures } from "../shared/shown-pictures.ts";

/** What is allowed in a page, and where it goes. */
export interface PrintOptions extends GuardOptions {
  /** The format and the file that were asked for; undefined prints as ever. */
  page?: PageOutput | undefined;
}

/**
 * Checks what is printed of a step that goes to someone else for secrets and personal data, before
 * it is printed or written, or anything is locked. Says so if a team's folder decides what is in
 * it. A page that was asked for in a format may go anywhere.
 */
export async function guardStep(
  context: Context,
  session: StepSession,
  options: PrintOptions = {},
): Promise<void> {
  const { project, step, steps, progress } = session;
  if (!isGuarded(step) && !options.page) return;
  if (context.json) await guardState(context, session, options);
  if (context.json && (step.writes === undefined || !project.folder)) return;
  const written = listWritten(steps, progress, project);
  const { shown } = await renderStepPage(context, session, options);
  await guardPage(context, shown, written, { ...options, output: options.page?.file });
  if (step.from !== undefined)
    context.stderr.line(`The template of this page is from the folder "${step.from}".`);
}

/** Checks the JSON of a step that goes to someone else, before it is printed. */
export async function guardState(
  context: Context,
  { project, step, steps, progress }: StepSession,
  options: GuardOptions = {},
): Promise<void> {
  if (!isGuarded(step)) return;
  const state = JSON.stringify(toStepJson(steps, project, step));
  await guardPage(context, state, listWritten(steps, progress, project), options);
}

/**
 * Prints the page of a step as it is now, or writes it where it was asked for. Returns what a
 * reader sees.
 */
export async function printPage(
  context: Context,
  session: StepSession,
  options: PrintOptions = {},
): Promise<string> {
  const { project, step } = session;
  const { page } = options;
  const { text, shown, pictures } = await renderStepPage(context, session, options);
  if (pictures) printPictureHint(context, pictures);
  if (page?.file !== undefined)
    writeOutput(context, text, { ...page, file: page.file }, (await context.openStore()).file);
  else if (page?.format === "html" || typeof text !== "string")
    printFormatted(context, text, "html");
  else if (step.writes) context.stdout.page(joinForScreen(context, text));
  else printFormatted(context, text, page?.format ?? "markdown");
  if (page === undefined) printStepHint(context, session, text);
  if (step.writes) context.stderr.line(describeLength(shown));
  if (project.closed) context.stderr.line(`"${project.title}" (${project.id}) is finished.`);
  return shown;
}

/** The columns that the lines of a page for an agent are written for. */
const WRITTEN_WIDTH = 80;

/** In a narrow window, lines that were broken for a wide one would break twice. */
function joinForScreen({ stdout }: Context, text: string): string {
  const isNarrow = stdout.isTerminal && stdout.findWidth() < WRITTEN_WIDTH;
  return isNarrow ? joinLines(text).join("\n") : text;
}

function printStepHint(
  context: Context,
  { step, project, progress }: StepSession,
  text: string | Uint8Array,
): void {
  // A page that was just finished says how to save it, if it is for someone else.
  if (step.shared && !project.finished[step.id]) return;
  const named = describeNamed(progress, project);
  const output = writeOutputOption(context, `${step.id}.html`);
  printLongPageHint(context, text, `builder-pm ${step.id} ${output}${named}`);
}

async function renderStepPage(
  context: Context,
  { project, slice, step, steps }: StepSession,
  { page }: PrintOptions,
): Promise<{ text: string | Uint8Array; shown: string; pictures?: PictureCounts }> {
  const rules = await loadKeptRules(context, steps, [project]);
  const view: PageView = { step, steps, project, slice, rules };
  if (page?.format === "html") {
    const { readHtmlText, renderStepHtml } = await import("../../render/html/pages.ts");
    const pictures = await openPictures(steps, (await context.openStore()).file);
    const rendered = renderStepHtml({ ...view, findPictures: pictures.findPictures });
    const text = pictures.fill(rendered.markup);
    return { text, shown: readHtmlText(rendered), pictures: pictures.counts() };
  }
  const markdown = renderPage(view);
  // The page for an agent is what its file says, in every format of text.
  const text = page?.format === "text" && !step.writes ? renderPlainText(markdown) : markdown;
  return { text, shown: text };
}
