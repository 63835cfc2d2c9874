import { createHash } from "node:crypto";
import * as v from "valibot";
import { migrateHistory } from "../domain/progress/migrate.ts";
import { emptyHistory, History, type VersionedProgress } from "../domain/progress/undo.ts";
import { seal } from "../domain/text/seal.ts";
import { hasOpenRounds, readEncoded, sealOpenRounds } from "./open-rounds.ts";
import { type CheckedDocument, FIRST_VERSION } from "./schema.ts";

/** How many earlier states a file remembers: more than are saved while a question is open. */
const MAX_EARLIER = 200;

/**
 * Builds the saved document: the progress, its undo steps, a hash of the progress, and hashes of
 * the `earlier` states that led to it. Where a part of the progress is encoded, the undo steps are.
 */
export function buildDocument(
  { progress, history }: VersionedProgress,
  earlier: readonly string[] = [],
): Record<string, unknown> {
  const isEmpty = history.past.length + history.undone.length + earlier.length === 0;
  const known = earlier.length > 0 ? { earlier: earlier.slice(-MAX_EARLIER) } : {};
  const written = sealOpenRounds(progress);
  const steps = hasOpenRounds(progress) ? { steps: seal(history) } : history;
  return isEmpty
    ? written
    : { ...written, undo: { of: hashProgress(progress), ...steps, ...known } };
}

/** Lists the states that led to the one in a file, oldest first, and that one at the end. */
export function listStates(document: CheckedDocument): string[] {
  return [...readEarlier(document), hashProgress(document.progress).slice(0, 12)];
}

/** Lists the states that led to the one in a file. Knows none after an edit by hand. */
export function readEarlier(document: CheckedDocument): string[] {
  const result = v.safeParse(
    v.object({ of: v.literal(hashSaved(document)), earlier: v.array(v.string()) }),
    document.undo,
  );
  return result.success ? result.output.earlier : [];
}

/**
 * Reads the undo steps of a saved file. Returns none if they belong to other progress, as after an
 * edit by hand, because they would produce a mix of the two.
 */
export function readHistory(document: CheckedDocument): History {
  const { old } = document;
  const undo = readUndoSteps(document.undo);
  const result = v.safeParse(v.looseObject({ of: v.string(), ...History.entries }), undo);
  if (!result.success || result.output.of !== hashSaved(document)) return emptyHistory;
  const { past, undone } = result.output;
  return old ? migrateHistory(old, { past, undone }) : { past, undone };
}

/** Returns undo steps as they are before they are encoded. */
export function readUndoSteps(undo: unknown): unknown {
  if (typeof undo !== "object" || undo === null || !("steps" in undo)) return undo;
  const { steps, ...rest } = undo;
  const read = readEncoded(steps);
  return typeof read === "object" ? { ...rest, ...read } : undo;
}

/** Returns the hash of the progress as it is in the file. */
function hashSaved({ progress, old, unrepaired }: CheckedDocument): string {
  return hashProgress(old ? { ...old, version: FIRST_VERSION } : (unrepaired ?? progress));
}

const hashes = new WeakMap<object, string>();

/** Hashes each value once: a save needs the hash several times, and progress never changes. */
function hashProgress(progress: object): string {
  const known = hashes.get(progress);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(JSON.stringify(progress)).digest("base64url");
  hashes.set(progress, hash);
  return hash;
}
