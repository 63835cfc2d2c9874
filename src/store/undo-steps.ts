import { createHash } from "node:crypto";
import * as v from "valibot";
import { migrateHistory } from "../domain/progress/migrate.ts";
import { emptyHistory, History, type VersionedProgress } from "../domain/progress/undo.ts";
import { type CheckedDocument, FIRST_VERSION } from "./schema.ts";

/** Builds the saved document: the progress, its undo steps, and a hash of the progress. */
export function buildDocument({ progress, history }: VersionedProgress): Record<string, unknown> {
  const isEmpty = history.past.length + history.undone.length === 0;
  return isEmpty ? progress : { ...progress, undo: { of: hashProgress(progress), ...history } };
}

/**
 * Reads the undo steps of a saved file. Returns none if they belong to other progress, as after an
 * edit by hand, because they would produce a mix of the two.
 */
export function readHistory({ progress, undo, old, unrepaired }: CheckedDocument): History {
  const result = v.safeParse(v.looseObject({ of: v.string(), ...History.entries }), undo);
  const saved = old ? { ...old, version: FIRST_VERSION } : (unrepaired ?? progress);
  if (!result.success || result.output.of !== hashProgress(saved)) return emptyHistory;
  const { past, undone } = result.output;
  return old ? migrateHistory(old, { past, undone }) : { past, undone };
}

function hashProgress(progress: object): string {
  return createHash("sha256").update(JSON.stringify(progress)).digest("base64url");
}
