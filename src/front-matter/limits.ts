import { FrontMatterError } from "./front-matter-error.ts";

const MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 12;
const MAX_VALUES = 10_000;

/** Keys that would change the prototype of an object. */
const UNSAFE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Throws if a content file is larger than 256 kB. */
export function assertSize(bytes: number): void {
  if (bytes > MAX_BYTES) {
    throw new FrontMatterError("the file is larger than 256 kB", "split it into smaller files");
  }
}

/**
 * Copies parsed fields into objects without prototypes, so no key in a file can affect the program.
 * Throws if there are too many values, as when aliases multiply, or if they are nested too deep.
 */
export function copyFields(fields: unknown): unknown {
  return copyValue(fields, 0, { left: MAX_VALUES });
}

function copyValue(value: unknown, depth: number, budget: { left: number }): unknown {
  budget.left -= 1;
  if (depth > MAX_DEPTH || budget.left < 0) {
    throw new FrontMatterError(
      "the fields are nested too deep or have too many values",
      "make the file smaller",
    );
  }
  // Most values are texts.
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const entry of value) list.push(copyValue(entry, depth + 1, budget));
    return list;
  }
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    if (UNSAFE_KEYS.has(key)) {
      throw new FrontMatterError(`the field "${key}" is not allowed`, "give it another name");
    }
    copy[key] = copyValue(value[key as keyof typeof value], depth + 1, budget);
  }
  return copy;
}
