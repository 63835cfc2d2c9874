import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { addressOf } from "../../files/address.ts";
import { isNameTaken } from "../../files/folder.ts";
import { writeFileSafely } from "../../files/write.ts";
import { renderLongPageHint } from "../../render/text/long-page.ts";
import { describeChoices } from "./arguments.ts";
import { choiceOption } from "./choices.ts";

/** The formats of every page. */
export const pageFormats = ["markdown", "text", "html"] as const;

/** A format of a page. */
export type PageFormat = (typeof pageFormats)[number];

/** Where a page goes, as it is typed. */
export interface OutputOptions {
  format?: string;
  output?: string;
  force?: boolean;
}

/** Where a page goes, and in which format. */
export interface PageOutput<F extends string = PageFormat> {
  format: F;
  /** The file; undefined for standard output. */
  file: string | undefined;
  force: boolean;
}

/** Adds the options that say where a page goes. */
export function addOutputOptions(command: Command): Command {
  return command
    .addOption(
      choiceOption(
        "--format <format>",
        "markdown (default), text for a chat, or html",
        pageFormats,
      ),
    )
    .option("-o, --output <file>", "write a file: .md, .txt or .html; - prints it");
}

const FORMAT_BY_ENDING: Readonly<Record<string, string>> = {
  md: "markdown",
  markdown: "markdown",
  txt: "text",
  text: "text",
  html: "html",
  htm: "html",
  json: "json",
};

/**
 * Reads where a page goes. The ending of the file says the format, unless `--format` does. Throws
 * if an ending says nothing, or something else.
 */
export function readPageOutput<F extends string>(
  { format, output = "-", force = false }: OutputOptions,
  formats: readonly F[],
): PageOutput<F> {
  const file = output === "-" ? undefined : output;
  const wanted = formats.find((known) => known === format);
  if (format !== undefined && wanted === undefined)
    throw outputError(`There is no format "${format}".`, describeChoices(format, formats));
  const ending = /\.([a-z0-9]{1,10})$/i.exec(file ?? "")?.[1]?.toLowerCase();
  const byEnding = formats.find((known) => known === FORMAT_BY_ENDING[ending ?? ""]);
  if (ending !== undefined && byEnding === undefined && wanted === undefined)
    throw outputError(
      `"${file}" can't be written as .${ending}. Nothing was written.`,
      `Choose a name that ends in ${describeEndings(formats)}.`,
    );
  if (wanted && byEnding && wanted !== byEnding)
    throw outputError(
      `"${file}" ends in .${ending}, and --format says ${wanted}.`,
      "Leave out --format, or choose another ending.",
    );
  return { format: wanted ?? byEnding ?? (formats[0] as F), file, force };
}

function outputError(message: string, fix: string): UserError {
  return new UserError(message, { exitCode: ExitCode.usage, fix });
}

function describeEndings(formats: readonly string[]): string {
  const endings = ["md", "txt", "html", "json"].filter((ending) =>
    formats.includes(FORMAT_BY_ENDING[ending] ?? ""),
  );
  return `${endings
    .slice(0, -1)
    .map((ending) => `.${ending}`)
    .join(", ")} or .${endings.at(-1)}`;
}

const LARGE = 10 * 1024 * 1024;

/** Writes a page to its file, and says where it is. */
export function writeOutput(
  context: Context,
  text: string | Uint8Array,
  { file, format, force }: PageOutput<string> & { file: string },
  saved: string,
): void {
  // Saved progress holds everything, including what the pages leave out.
  const path = writeFileSafely(file, text, { force, saved, isPrivate: format === "json" });
  context.stderr.line(`Written to "${path}".`);
  if (format === "html") context.stderr.line(`Open it in a browser: ${addressOf(path)}`);
  const bytes = Buffer.byteLength(text);
  if (bytes > LARGE && format !== "json")
    context.stderr.line(
      `It has ${Math.round(bytes / 1024 / 1024)} MB. Many mail programs refuse more than 10 MB.`,
    );
}

/** Prints a page in its format on standard output. */
export function printFormatted(context: Context, page: string | Uint8Array, format: string): void {
  const text = typeof page === "string" ? page : Buffer.from(page).toString();
  if (format === "markdown") context.stdout.markdown(text);
  else if (format === "text") context.stdout.page(text);
  else context.stdout.write(text);
}

/** Writes the option for a file of the current folder, so that it works where the file exists. */
export function writeOutputOption({ folder }: Context, file: string): string {
  return `-o ${file}${isNameTaken(folder, file) ? " --force" : ""}`;
}

/** Says how to read a page that has scrolled off the top of the window. */
export function printLongPageHint(
  { stdout, stderr }: Context,
  text: string | Uint8Array,
  command: string,
): void {
  if (!stdout.isTerminal || typeof text !== "string") return;
  stderr.show(renderLongPageHint, { text, command });
}
