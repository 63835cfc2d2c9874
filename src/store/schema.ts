import { createHash } from "node:crypto";
import * as v from "valibot";
import { emptyHistory, History, type Remembered } from "../domain/undo.ts";
import { emptyProgress, Progress } from "../domain/progress.ts";
import { type Migrations, migrate, readVersion } from "./migration.ts";

const RESERVED = ["__proto__", "constructor", "prototype"];

/** Why a saved file cannot be used: it is damaged, in the words given, or a newer version saved it. */
export interface Unusable {
  state: "damaged" | "newer";
  reason: string;
}

/** What a file holds, once it is checked: progress with the changes that can be taken back, or why it cannot be used. */
export function checkDocument(content: unknown, migrations: Migrations): Remembered | Unusable {
  const version = readVersion(content) ?? 0;
  if (version > emptyProgress.version) return { state: "newer", reason: `version ${version}` };
  const place = findReserved(content);
  if (place) return { state: "damaged", reason: `"${place}" cannot be kept` };
  return readDocument(content, migrations);
}

function readDocument(content: unknown, migrations: Migrations): Remembered | Unusable {
  try {
    const { undo, ...rest } = migrate(content, emptyProgress.version, migrations) as Record<string, unknown>;
    const result = v.safeParse(Progress, rest);
    if (result.success) return { progress: result.output, history: readHistory(undo, result.output) };
    return { state: "damaged", reason: describeField(v.getDotPath(result.issues[0])) };
  } catch (error) {
    return { state: "damaged", reason: `it cannot be brought up to date: ${(error as Error).message}` };
  }
}

/** What is written: the progress, the changes that can be taken back, and which progress they belong to. */
export function buildDocument({ progress, history }: Remembered): Record<string, unknown> {
  const isEmpty = history.past.length + history.undone.length === 0;
  return isEmpty ? progress : { ...progress, undo: { of: fingerprint(progress), ...history } };
}

function describeField(field: string | null): string {
  return field ? `"${field}" is not what it should be` : "it does not hold saved progress";
}

/** The changes of another progress, as after an edit by hand, would lead to a third one: they are dropped. */
function readHistory(undo: unknown, progress: Progress): History {
  const result = v.safeParse(v.looseObject({ of: v.string(), ...History.entries }), undo);
  if (!result.success || result.output.of !== fingerprint(progress)) return emptyHistory;
  const { past, undone } = result.output;
  return { past, undone };
}

function fingerprint(progress: Progress): string {
  return createHash("sha256").update(JSON.stringify(progress)).digest("base64url");
}

/** A name that JavaScript would take for something else, so that what stands there would be lost. */
function findReserved(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (RESERVED.includes(key)) return [...path, key].join(".");
    const found = findReserved(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
