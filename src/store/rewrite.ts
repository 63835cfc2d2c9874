import { dirname, join } from "node:path";
import * as v from "valibot";
import { Progress } from "../domain/progress/progress.ts";
import { removeFile } from "../files/disk.ts";
import type { ChangeValue, Rewritten } from "./contract.ts";
import { type ConfClass, readDocument, writeDocument } from "./document.ts";
import { type Revision, readRevision } from "./revision.ts";
import { getSidecarPaths, listOtherRevisions } from "./sidecar-files.ts";
import { buildDocument, listStates, readEarlier, readHistory } from "./undo-steps.ts";

/**
 * Changes texts in the saved file, in its undo steps, in its backup and in the copies next to it,
 * so that no file here holds them anymore. Must be called while holding the lock.
 */
export function rewriteAll(
  file: string,
  ConfClass: ConfClass,
  revision: Revision,
  change: ChangeValue,
): Rewritten {
  const document = changeRevision(revision, change);
  writeDocument(ConfClass, file, document);
  // The backup is the revision before, so the same is written again.
  writeDocument(ConfClass, file, document);
  const others = listOtherRevisions(file).map((name) => join(dirname(file), name));
  const left = others.filter((other) => !rewriteCopy(other, ConfClass, change));
  return { left };
}

function changeRevision(revision: Revision, change: ChangeValue): Record<string, unknown> {
  const progress = v.parse(Progress, change(revision.progress));
  const isSame = JSON.stringify(progress) === JSON.stringify(revision.progress);
  const earlier = isSame ? readEarlier(revision) : listStates(revision);
  return buildDocument({ progress, history: change(readHistory(revision)) }, earlier);
}

/** Changes a copy. Returns false if it can't be read, so that someone has to look at it. */
function rewriteCopy(file: string, ConfClass: ConfClass, change: ChangeValue): boolean {
  const revision = readRevision(file, ConfClass);
  if ("state" in revision && revision.state !== "newer") return false;
  try {
    const isCurrent = !("state" in revision) && revision.old === undefined;
    const before = readDocument(ConfClass, file);
    const after = isCurrent ? changeRevision(revision, change) : change(before);
    if (JSON.stringify(after) === JSON.stringify(before)) return true;
    writeDocument(ConfClass, file, after);
    removeFile(getSidecarPaths(file).backup);
    return true;
  } catch {
    return false;
  }
}
