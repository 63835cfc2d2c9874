import { isUtf8 } from "node:buffer";
import type { Document } from "yaml";
import { UserError } from "./errors.ts";

/** The two parts of a content file, as text; `matter` has no fences, both have `\n` line ends. */
export interface SplitFile {
  matter: string;
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
}

/** A content file that is taken apart: the fields of its front matter, and the prose below. */
export interface ParsedFile {
  fields: unknown;
  body: string;
  /** The text between the two `---`. */
  matter: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  /** True when the build has checked these fields against their schema. */
  isChecked: boolean;
}

/**
 * Front matter of the shipped files, parsed and checked when the program was built, keyed by its
 * exact text.
 */
export type FrontMatterTable = Readonly<Record<string, unknown>>;

/** Why a content file cannot be read; `line` and `column` count from 1 in the whole file. */
export class FrontMatterError extends UserError {
  readonly line: number;
  readonly column: number;

  constructor(
    message: string,
    fix: string,
    { line = 1, column = 1, cause }: { line?: number; column?: number; cause?: unknown } = {},
  ) {
    super(message, { fix, cause });
    this.line = line;
    this.column = column;
  }
}

const FENCE = "---\n";
const MAX_BYTES = 256 * 1024;
const MAX_BLANK_LINES = 200;
const MAX_DEPTH = 12;
const MAX_VALUES = 10_000;

/**
 * Splits a content file into front matter and body. Refuses files over 256 kB, text that is not
 * UTF-8, a first line other than `---` and a missing second `---`.
 *
 */
export function splitFrontMatter(bytes: Uint8Array): SplitFile {
  assertSize(bytes.byteLength);
  const text = readLines(bytes);
  if (!text.startsWith(FENCE))
    throw new FrontMatterError(
      "the first line must be exactly ---",
      "put --- on line 1, above the fields",
    );
  const end = text.indexOf(`\n${FENCE}`, FENCE.length - 1);
  if (end === -1)
    throw new FrontMatterError(
      "the second --- is missing",
      "put --- on a line of its own below the fields",
    );
  const below = end + 1 + FENCE.length;
  const body = text.slice(below).trimStart();
  return {
    matter: text.slice(FENCE.length, end),
    body: body.trimEnd(),
    bodyLine: countLines(text, body === "" ? below : text.length - body.length),
  };
}

/** Refuses a file that is larger than any content file may be. */
export function assertSize(bytes: number): void {
  if (bytes > MAX_BYTES)
    throw new FrontMatterError("the file is larger than 256 kB", "split it into smaller files");
}

function assertNoTraps(matter: string): void {
  const tab = findLine(matter, /(?:^|\n)[^\S\n]*\t/);
  if (tab)
    throw new FrontMatterError("a tab stands at the start of the line", "use spaces", {
      line: tab,
    });
  // gray-matter takes any such line for the end, and what stands below it would be lost.
  const end = findLine(matter, /(?:^|\n)---/);
  if (end) {
    throw new FrontMatterError(
      "a line between the two --- starts with ---",
      "take it out, or set it in with spaces",
      {
        line: end,
      },
    );
  }
  // gray-matter's search for comments hangs on blank lines, and counts the line separators of
  // Unicode as line ends.
  const lines = matter.split(/[\n\u2028\u2029]/);
  if (
    lines.length > MAX_BLANK_LINES &&
    lines.filter((line) => line.trim() === "").length > MAX_BLANK_LINES
  ) {
    throw new FrontMatterError(
      "there are more than 200 blank lines between the two ---",
      "take them out",
    );
  }
}

/** The line of the whole file on which the first match ends. */
function findLine(matter: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(matter);
  return found ? 1 + countLines(matter, found.index + found[0].length) : undefined;
}

/**
 * Parses a content file: from the table when its front matter stands there, else with gray-matter,
 * loaded only then.
 */
export async function parseContentFile(
  bytes: Uint8Array,
  table?: FrontMatterTable,
): Promise<ParsedFile> {
  const split = splitFrontMatter(bytes);
  if (table && Object.hasOwn(table, split.matter))
    return { ...split, fields: table[split.matter], isChecked: true };
  return { ...split, fields: await parseFrontMatter(split.matter), isChecked: false };
}

/** Kept, because each import of a library that is no ES module makes a copy of what it exports. */
let grayMatter: typeof import("gray-matter") | undefined;

/**
 * Parses the text between the two `---` as data: nothing in it is ever run, and its size and depth
 * are bounded. Refuses what gray-matter would lose or hang on: tabs, a line that starts with `---`,
 * a flood of blank lines.
 *
 */
export async function parseFrontMatter(matter: string): Promise<unknown> {
  assertNoTraps(matter);
  grayMatter ??= (await import("gray-matter")).default;
  const fail = () => {
    throw new FrontMatterError("front matter is data, never code", "write the fields as YAML");
  };
  try {
    // An options object is always given: without one gray-matter shares cached results between
    // callers.
    const file = grayMatter(`---\n${matter}\n---\n`, {
      language: "yaml",
      engines: { javascript: fail, js: fail, coffee: fail, json: fail },
    });
    return copyData(file.data, 0, { left: MAX_VALUES });
  } catch (error) {
    if (error instanceof FrontMatterError) throw error;
    throw await describeYamlError(matter, error);
  }
}

/**
 * Where something stands in a file; `source` is how it is written there, when it is one plain word
 * or number.
 */
export interface SourceLocation {
  line: number;
  column: number;
  source?: string | undefined;
}

/**
 * Where fields stand in the file, in the order asked for; found with the yaml library, which is
 * loaded only for this.
 */
export async function locateFields(
  matter: string,
  paths: readonly (readonly (string | number)[])[],
): Promise<SourceLocation[]> {
  const { LineCounter, isNode, isScalar, parseDocument } = await import("yaml");
  const counter = new LineCounter();
  const document = parseDocument(matter, {
    lineCounter: counter,
    version: "1.1",
    logLevel: "silent",
  });
  return paths.map((path) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = counter.linePos(node.range[0]);
      const isPlain = length === path.length && isScalar(node) && node.type === "PLAIN";
      return { line: line + 1, column: col, source: isPlain ? node.source : undefined };
    }
    return { line: 1, column: 1 };
  });
}

const ODD_NUMBER =
  /(?:^|[:,[-])\s+[-+]?(?:0[\d_]|[\d_]+:\d|0[xb]|[\d.]+e|\d+_|\.\d)[\w:.+-]*\s*(?:#.*)?(?=$|[,\]}])/m;

/**
 * Numbers that are written so that YAML reads another one than a person: 012 is ten, 1:30 is
 * ninety.
 */
export async function findOddNumbers(
  matter: string,
): Promise<{ path: (string | number)[]; message: string }[]> {
  if (!ODD_NUMBER.test(matter)) return [];
  const { isNode, parseDocument } = await import("yaml");
  const document = parseDocument(matter, { version: "1.1", logLevel: "silent" });
  return listNumbers(readValue(document)).flatMap(({ path, value }) => {
    const node = document.getIn(path, true);
    const source = isNode(node) && "source" in node ? String(node.source) : "";
    // A number that came in by an alias is told where it stands.
    if (source === "" || /^[-+]?(0|[1-9]\d*)(\.\d+)?$/.test(source)) return [];
    return [{ path, message: `YAML reads ${source} as the number ${value}` }];
  });
}

/** Reads a document that gray-matter has read already; undefined where the two don't agree. */
function readValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: -1 });
  } catch {
    // gray-matter keeps a byte order mark in the key "<<", so that it merges nothing; yaml drops
    // it.
    return undefined;
  }
}

function listNumbers(
  value: unknown,
  path: (string | number)[] = [],
): { path: (string | number)[]; value: number }[] {
  if (typeof value === "number") return [{ path, value }];
  if (Array.isArray(value))
    return value.flatMap((entry, index) => listNumbers(entry, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, entry]) => listNumbers(entry, [...path, key]));
}

/** The text of a file with `\n` behind every line, the last one too. */
function readLines(bytes: Uint8Array): string {
  if (!isUtf8(bytes))
    throw new FrontMatterError("the file is not UTF-8 text", "save it again as UTF-8");
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString()
    .replace(/^\ufeff/, "");
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return lines.endsWith("\n") ? lines : `${lines}\n`;
}

/** The line on which a place in a text stands, counted from 1. */
function countLines(text: string, place: number): number {
  let line = 1;
  for (let end = text.indexOf("\n"); end !== -1 && end < place; end = text.indexOf("\n", end + 1))
    line += 1;
  return line;
}

async function describeYamlError(matter: string, error: unknown): Promise<FrontMatterError> {
  const { mark, reason = error instanceof Error ? error.message : String(error) } = error as {
    mark?: { line?: number; column?: number };
    reason?: string;
  };
  // gray-matter is given the opening fence too, so its first line is the second of the matter's
  // lines.
  const line = Math.max((mark?.line ?? 0) - 1, 0);
  const { explainYamlMistake } = await import("./yaml-mistake.ts");
  const mistake = explainYamlMistake(matter, { line, column: mark?.column, reason });
  return new FrontMatterError(`the fields are not valid YAML: ${mistake.message}`, mistake.fix, {
    line: mistake.line,
    column: mistake.column,
    cause: error,
  });
}

const KEYS_OF_OBJECTS = ["__proto__", "constructor", "prototype"];

/**
 * A copy without prototypes, so that no key of a file can reach the program; aliases that explode
 * are refused.
 */
function copyData(value: unknown, depth: number, budget: { left: number }): unknown {
  budget.left -= 1;
  if (depth > MAX_DEPTH || budget.left < 0) {
    throw new FrontMatterError(
      "the fields are nested too deep or hold too many values",
      "make the file smaller",
    );
  }
  if (Array.isArray(value)) return value.map((entry) => copyData(entry, depth + 1, budget));
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of Object.entries(value)) {
    if (KEYS_OF_OBJECTS.includes(key)) {
      throw new FrontMatterError(`the field "${key}" is not allowed`, "give it another name");
    }
    copy[key] = copyData(entry, depth + 1, budget);
  }
  return copy;
}
