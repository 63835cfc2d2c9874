import { UserError } from "../errors.ts";

const FIX = "Save it as UTF-8 and try again.";
const LINE_FEED = 0x0a;

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark, and drops the mark. Throws a UserError for any
 * other bytes. `source` is the subject of its sentence.
 */
export function decodeText(bytes: Uint8Array, source: string): string {
  const encoding = findEncoding(bytes);
  const text = decode(bytes, encoding);
  const hasZero = encoding === "utf-8" ? bytes.includes(0) : text?.includes("\0");
  if (text !== undefined && !hasZero) return text;
  // Documents, pictures and UTF-16 without a mark contain zero bytes. Plain text doesn't.
  if (hasZero) throw new UserError(`${source} isn't plain text.`, { fix: FIX });
  if (encoding !== "utf-8") {
    throw new UserError(`${source} isn't complete UTF-16 text.`, { fix: FIX });
  }
  const where = `line ${findInvalidLine(bytes)}`;
  const message = `${source} isn't UTF-8 text (${where}). It may be saved as ANSI.`;
  throw new UserError(message, { fix: FIX });
}

/** Returns true if a text has no visible characters. */
export function isBlank(text: string): boolean {
  return !/[^\p{C}\p{Z}]/u.test(text);
}

function findEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Returns the line of the first byte that isn't UTF-8, counted from 1. */
function findInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    if (decode(bytes.subarray(start, end), "utf-8") === undefined) return line;
    line += 1;
    start = end + 1;
  }
  return line;
}
