import { isUtf8 } from "node:buffer";
import { FrontMatterError } from "./front-matter-error.ts";
import { assertSize } from "./limits.ts";

/** The two parts of a content file. Line ends are `\n`, and `matter` doesn't include the fences. */
export interface SplitFile {
  matter: string;
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
}

const FENCE = "---\n";

/**
 * Splits a content file into front matter and body. Throws if the file is over 256 kB or isn't
 * UTF-8, if the first line isn't `---`, or if the second `---` is missing.
 */
export function splitFrontMatter(bytes: Uint8Array): SplitFile {
  assertSize(bytes.byteLength);
  const text = decodeContent(bytes);
  if (!text.startsWith(FENCE)) {
    throw new FrontMatterError(
      "the first line must be exactly ---",
      "put --- on line 1, above the fields",
    );
  }
  const end = text.indexOf(`\n${FENCE}`, FENCE.length - 1);
  if (end === -1) {
    throw new FrontMatterError(
      "the second --- is missing",
      "put --- on a line of its own below the fields",
    );
  }
  const below = end + 1 + FENCE.length;
  const body = text.slice(below).trimStart();
  return {
    matter: text.slice(FENCE.length, end),
    body: body.trimEnd(),
    // Counted only when it's asked for, which reading a list doesn't.
    get bodyLine() {
      return findLineNumber(text, body === "" ? below : text.length - body.length);
    },
  };
}

/** Returns the text of a file with `\n` after every line, including the last one. */
function decodeContent(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) {
    throw new FrontMatterError("the file is not UTF-8 text", "save it again as UTF-8");
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString()
    .replace(/^\ufeff/, "");
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return lines.endsWith("\n") ? lines : `${lines}\n`;
}

/** Returns the line number of an index into a text, counted from 1. */
export function findLineNumber(text: string, index: number): number {
  // A loop over a long text would make Node load its optimizing compiler, which takes 3 MiB.
  return text.slice(0, index).split("\n").length;
}
