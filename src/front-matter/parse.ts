import { FrontMatterError } from "./front-matter-error.ts";
import { copyFields } from "./limits.ts";
import { findLineNumber, type SplitFile, splitFrontMatter } from "./split.ts";

/** A parsed content file: the fields of its front matter, and the body below. */
export interface ParsedFile {
  fields: unknown;
  body: string;
  /** The text between the two `---`. */
  matter: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  /** True if the build has checked these fields against their schema. */
  isChecked: boolean;
}

const MAX_BLANK_LINES = 200;

/**
 * Parses a content file. Takes the fields that the build knows of it, and then splits the text only
 * when it's used, which few commands do. Without any, parses them with gray-matter, which is loaded
 * only then.
 */
export async function parseContentFile(bytes: Uint8Array, known?: unknown): Promise<ParsedFile> {
  if (known !== undefined) return splitLater(bytes, known);
  const split = splitFrontMatter(bytes);
  const fields = await parseFrontMatter(split.matter);
  // Not a copy, which would count the lines.
  return Object.assign(split, { fields, isChecked: false });
}

/** The build has split the same file, so nothing can be wrong with it. */
function splitLater(bytes: Uint8Array, fields: unknown): ParsedFile {
  let split: SplitFile | undefined;
  const get = () => {
    split ??= splitFrontMatter(bytes);
    return split;
  };
  return {
    ...{ fields, isChecked: true },
    get body() {
      return get().body;
    },
    get matter() {
      return get().matter;
    },
    get bodyLine() {
      return get().bodyLine;
    },
  };
}

/** What gray-matter parses YAML with. Its types leave it out. */
interface YamlEngine {
  engines: { yaml: { parse(text: string): unknown } };
}

/** Cached, because each import of a CommonJS library copies its exports. */
let grayMatter: YamlEngine | undefined;

/**
 * Parses the text between the two `---` as data. Never runs anything in it, and limits its size and
 * depth. Throws for what other programs with gray-matter would drop or hang on: tabs, a line that
 * starts with `---`, and hundreds of blank lines.
 */
export async function parseFrontMatter(matter: string): Promise<unknown> {
  assertParsable(matter);
  grayMatter ??= (await import("gray-matter")).default as unknown as YamlEngine;
  try {
    // The text is split already: gray-matter would do it again, and copy the text twice.
    return copyFields(grayMatter.engines.yaml.parse(`\n${matter}`) ?? {});
  } catch (error) {
    if (error instanceof FrontMatterError) throw error;
    throw await describeYamlError(matter, error);
  }
}

/** Throws if gray-matter would drop a part of the text or hang on it. */
function assertParsable(matter: string): void {
  // Most files have neither, and a search for a fixed text is faster than one for a pattern.
  const tabLine = matter.includes("\t") && findMatchLine(matter, /(?:^|\n)[^\S\n]*\t/);
  if (tabLine) {
    const message = "there is a tab at the start of the line";
    throw new FrontMatterError(message, "use spaces", { line: tabLine });
  }
  // gray-matter takes any such line as the end, and would drop everything below it.
  const endLine = matter.includes("---") && findMatchLine(matter, /(?:^|\n)---/);
  if (endLine) {
    const message = "a line between the two --- starts with ---";
    throw new FrontMatterError(message, "delete it, or indent it", { line: endLine });
  }
  if (countBlankLines(matter) > MAX_BLANK_LINES) {
    throw new FrontMatterError(
      "there are more than 200 blank lines between the two ---",
      "delete them",
    );
  }
}

/**
 * Counts blank lines, which make gray-matter's search for comments hang. It also ends lines at the
 * line separators of Unicode.
 */
function countBlankLines(matter: string): number {
  // Lines that all end alike are counted without making a text of each.
  const isPlain = !/[\u2028\u2029]/.test(matter);
  if (isPlain && countLineEnds(matter) < MAX_BLANK_LINES) return 0;
  return matter.split(/[\n\u2028\u2029]/).filter((line) => line.trim() === "").length;
}

function countLineEnds(matter: string): number {
  let count = 0;
  for (let at = matter.indexOf("\n"); at >= 0; at = matter.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Returns the line of the whole file on which the first match ends. */
function findMatchLine(matter: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(matter);
  return found ? 1 + findLineNumber(matter, found.index + found[0].length) : undefined;
}

async function describeYamlError(matter: string, error: unknown): Promise<FrontMatterError> {
  const { mark, reason = error instanceof Error ? error.message : String(error) } = error as {
    mark?: { line?: number; column?: number };
    reason?: string;
  };
  // gray-matter's first line is the opening fence, so its second line is the first of `matter`.
  const line = Math.max((mark?.line ?? 0) - 1, 0);
  const { explainYamlMistake } = await import("./yaml-mistake.ts");
  const mistake = explainYamlMistake(matter, { line, column: mark?.column, reason });
  return new FrontMatterError(`the fields are not valid YAML: ${mistake.message}`, mistake.fix, {
    line: mistake.line,
    column: mistake.column,
    cause: error,
  });
}
