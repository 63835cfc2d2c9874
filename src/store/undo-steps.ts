import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Progress } from "../domain/progress/progress.ts";
import { emptyHistory, History, type VersionedProgress } from "../domain/progress/undo.ts";
import type { Checked } from "./schema.ts";

/**
 * What is written: the progress, the changes that can be taken back, and which progress they
 * belong to.
 */
export function buildDocument({ progress, history }: VersionedProgress): Record<string, unknown> {
  const isEmpty = history.past.length + history.undone.length === 0;
  return isEmpty ? progress : { ...progress, undo: { of: fingerprint(progress), ...history } };
}

/**
 * The undo steps of a saved file. Those of another progress, as after an edit by hand, would lead
 * to a third: there are none then.
 */
export function readHistory({ progress, undo }: Checked): History {
  const result = v.safeParse(v.looseObject({ of: v.string(), ...History.entries }), undo);
  if (!result.success || result.output.of !== fingerprint(progress)) return emptyHistory;
  const { past, undone } = result.output;
  return { past, undone };
}

function fingerprint(progress: Progress): string {
  return createHash("sha256").update(JSON.stringify(progress)).digest("base64url");
}
