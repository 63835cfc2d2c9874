import { lstatSync } from "node:fs";
import * as v from "valibot";
import { Progress } from "../domain/progress/progress.ts";
import { removeFile } from "../files/disk.ts";
import type { ChangeValue, Rewritten } from "./contract.ts";
import { type ConfClass, readDocument, writeDocument } from "./document.ts";
import { type Revision, readRevision } from "./revision.ts";
import { findLeftovers, listCopies } from "./sidecar-files.ts";
import { buildDocument, listStates, readEarlier, readHistory } from "./undo-steps.ts";

/**
 * Changes texts in the saved file, in its undo steps, in its backup and in the copies next to it,
 * so that no file here holds them anymore. Must be called while holding the lock.
 */
export function rewriteAll(
  { file, link, ConfClass }: { file: string; link: string; ConfClass: ConfClass },
  revision: Revision,
  change: ChangeValue,
): Rewritten {
  for (const leftover of findLeftovers(file)) removeFile(leftover);
  const document = changeRevision(revision, change);
  writeDocument(ConfClass, file, document);
  // The backup is the revision before, so the same is written again.
  writeDocument(ConfClass, file, document);
  const { copies, others } = listCopies(file, link);
  const left = [
    ...copies.filter((copy) => !rewriteCopy(copy, ConfClass, change)),
    ...others.filter((other) => isHolding(other, change)),
  ];
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
  try {
    // Behind a link is a file of its own, which may not be ours to change.
    if (!lstatSync(file).isFile()) return false;
    const revision = readRevision(file);
    if ("state" in revision && revision.state !== "newer") return false;
    const isCurrent = !("state" in revision) && revision.old === undefined;
    const before = readDocument(file);
    const after = isCurrent ? changeRevision(revision, change) : change(before);
    if (JSON.stringify(after) === JSON.stringify(before)) return true;
    writeDocument(ConfClass, file, after, { hasBackup: false });
    return true;
  } catch {
    return false;
  }
}

/** Returns true if a file of another name, such as an export, is progress that would change. */
function isHolding(file: string, change: ChangeValue): boolean {
  try {
    if ("state" in readRevision(file)) return false;
    const document = readDocument(file);
    return JSON.stringify(change(document)) !== JSON.stringify(document);
  } catch {
    return false;
  }
}
