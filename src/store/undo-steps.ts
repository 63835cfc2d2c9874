import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Progress } from "../domain/progress/progress.ts";
import { emptyHistory, History, type VersionedProgress } from "../domain/progress/undo.ts";
import type { CheckedDocument } from "./schema.ts";

/** Builds the saved document: the progress, its undo steps, and a hash of the progress. */
export function buildDocument({ progress, history }: VersionedProgress): Record<string, unknown> {
  const isEmpty = history.past.length + history.undone.length === 0;
  return isEmpty ? progress : { ...progress, undo: { of: hashProgress(progress), ...history } };
}

/**
 * Reads the undo steps of a saved file. Returns none if they belong to other progress, as after an
 * edit by hand, because they would produce a mix of the two.
 */
export function readHistory({ progress, undo }: CheckedDocument): History {
  const result = v.safeParse(v.looseObject({ of: v.string(), ...History.entries }), undo);
  if (!result.success || result.output.of !== hashProgress(progress)) return emptyHistory;
  const { past, undone } = result.output;
  return { past, undone };
}

function hashProgress(progress: Progress): string {
  return createHash("sha256").update(JSON.stringify(progress)).digest("base64url");
}
