import * as v from "valibot";
import { repairProgress } from "../domain/progress/consistency.ts";
import { migrateProgress } from "../domain/progress/migrate.ts";
import { emptyProgress, Progress } from "../domain/progress/progress.ts";
import type { Unusable } from "./failure.ts";
import { unsealOpenRounds } from "./open-rounds.ts";

/** The version of a saved file in which the spec asked for the engineer. */
export const FIRST_VERSION = 1;

const UNSAFE_KEYS = ["__proto__", "constructor", "prototype"];

/**
 * The content of a valid file: the progress, and the undo steps, which aren't checked yet. `old` is
 * the progress as an older version of the file has it, and `unrepaired` as it is in the file, if
 * something in it couldn't be.
 */
export interface CheckedDocument {
  progress: Progress;
  undo: unknown;
  old?: Progress | undefined;
  unrepaired?: Progress | undefined;
}

/** Checks the content of a file. Returns it, or the reason why it can't be used. */
export function checkDocument(content: unknown): CheckedDocument | Unusable {
  const version = readVersion(content) ?? 0;
  if (version > emptyProgress.version) return { state: "newer", reason: `version ${version}` };
  const read = unsealOpenRounds(content);
  const unsafe = findUnsafeKey(read);
  if (unsafe) return { state: "damaged", reason: `the name "${unsafe}" is not allowed` };
  const { undo, ...rest } = { ...(read as Record<string, unknown> | null) };
  const isOld = version === FIRST_VERSION;
  const result = v.safeParse(Progress, isOld ? { ...rest, version: emptyProgress.version } : rest);
  if (!result.success)
    return { state: "damaged", reason: describeField(v.getDotPath(result.issues[0])) };
  const current = isOld ? migrateProgress(result.output) : result.output;
  const progress = repairProgress(current);
  return {
    progress,
    undo,
    ...(isOld ? { old: result.output } : {}),
    ...(progress === current ? {} : { unrepaired: current }),
  };
}

/** Returns the version that a saved file says it has, or undefined if it says none. */
export function readVersion(content: unknown): number | undefined {
  const version = (content as { version?: unknown } | null)?.version;
  return typeof version === "number" && Number.isInteger(version) ? version : undefined;
}

function describeField(field: string | null): string {
  return field ? `"${field}" is missing or invalid` : "it doesn't contain saved progress";
}

/** Finds a key that JavaScript would treat as a prototype, so its value would be lost. */
function findUnsafeKey(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  // Listing the entries of tens of thousands of values first would take several times longer.
  for (const key in value) {
    if (UNSAFE_KEYS.includes(key)) return key;
    const found = findUnsafeKey(value[key as keyof typeof value]);
    if (found) return `${key}.${found}`;
  }
  return undefined;
}
