import * as v from "valibot";
import { emptyProgress, Progress } from "../domain/progress/progress.ts";
import type { Unusable } from "./failure.ts";
import { type Migrations, migrate, readVersion } from "./migration.ts";

const RESERVED = ["__proto__", "constructor", "prototype"];

/** What a sound file holds: the progress, and beside it the undo steps as they were saved. */
export interface Checked {
  progress: Progress;
  undo: unknown;
}

/** What a file holds, once it is checked, or why it cannot be used. */
export function checkDocument(content: unknown, migrations: Migrations): Checked | Unusable {
  const version = readVersion(content) ?? 0;
  if (version > emptyProgress.version) return { state: "newer", reason: `version ${version}` };
  const place = findReserved(content);
  if (place) return { state: "damaged", reason: `"${place}" cannot be kept` };
  return readDocument(content, migrations);
}

function readDocument(content: unknown, migrations: Migrations): Checked | Unusable {
  try {
    const { undo, ...rest } = migrate(content, emptyProgress.version, migrations) as Record<
      string,
      unknown
    >;
    const result = v.safeParse(Progress, rest);
    if (result.success) return { progress: result.output, undo };
    return { state: "damaged", reason: describeField(v.getDotPath(result.issues[0])) };
  } catch (error) {
    return {
      state: "damaged",
      reason: `it cannot be brought up to date: ${(error as Error).message}`,
    };
  }
}

function describeField(field: string | null): string {
  return field ? `"${field}" is not what it should be` : "it does not hold saved progress";
}

/**
 * A name that JavaScript would take for something else, so that what stands there would be lost.
 */
function findReserved(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (RESERVED.includes(key)) return [...path, key].join(".");
    const found = findReserved(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
