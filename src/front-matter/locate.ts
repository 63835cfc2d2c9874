import type { Document } from "yaml";

/** A place in a file. `source` is the text there if it is a single plain word or number. */
export interface SourceLocation {
  line: number;
  column: number;
  source?: string | undefined;
}

/**
 * Returns the locations of fields in the file, in the order of `paths`. Loads the yaml library,
 * which nothing else needs.
 */
export async function locateFields(
  matter: string,
  paths: readonly (readonly (string | number)[])[],
): Promise<SourceLocation[]> {
  const { LineCounter, isNode, isScalar, parseDocument } = await import("yaml");
  const lineCounter = new LineCounter();
  const document = parseDocument(matter, { lineCounter, version: "1.1", logLevel: "silent" });
  return paths.map((path) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = lineCounter.linePos(node.range[0]);
      const isPlain = length === path.length && isScalar(node) && node.type === "PLAIN";
      return { line: line + 1, column: col, source: isPlain ? node.source : undefined };
    }
    return { line: 1, column: 1 };
  });
}

/** How odd numbers start: as octal, base 60, hexadecimal, binary, with an exponent, and so on. */
const ODD_START = /[-+]?(?:0[\d_]|[\d_]+:\d|0[xb]|[\d.]+e|\d+_|\.\d)/.source;
const ODD_NUMBER = new RegExp(
  `(?:^|[:,[-])\\s+${ODD_START}[\\w:.+-]*\\s*(?:#.*)?(?=$|[,\\]}])`,
  "m",
);

/**
 * Finds numbers that YAML reads differently from a person: 012 is read as ten, 1:30 as ninety.
 */
export async function findOddNumbers(
  matter: string,
): Promise<{ path: (string | number)[]; message: string }[]> {
  if (!ODD_NUMBER.test(matter)) return [];
  const { isNode, parseDocument } = await import("yaml");
  const document = parseDocument(matter, { version: "1.1", logLevel: "silent" });
  return listNumbers(parseValue(document)).flatMap(({ path, value }) => {
    const node = document.getIn(path, true);
    const source = isNode(node) && "source" in node ? String(node.source) : "";
    // An alias has no source. Its number is reported where the anchor is.
    if (source === "" || /^[-+]?(0|[1-9]\d*)(\.\d+)?$/.test(source)) return [];
    return [{ path, message: `YAML reads ${source} as the number ${value}` }];
  });
}

/** Returns the value of a document, or undefined if yaml rejects what gray-matter accepted. */
function parseValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: -1 });
  } catch {
    // gray-matter keeps a byte order mark as part of the key "<<", so the key merges nothing. yaml
    // drops the mark.
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
