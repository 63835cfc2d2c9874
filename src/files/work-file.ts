import { lstatSync } from "node:fs";
import { join } from "node:path";
import { describeSystemError, UserError } from "../errors.ts";
import { readTextFile } from "./read.ts";

/** What is at a name in a folder: nothing, a text, or something that isn't read, and why. */
export type WorkFile =
  | { is: "absent" }
  | { is: "text"; text: string; changedAt: Date }
  | { is: "unread"; because: string };

/**
 * Reads a text file at a name in a folder. Follows no link and waits for no pipe, because anyone
 * who writes into the folder decides what is there. Never throws.
 */
export function readWorkFile(folder: string, name: string, maxMegabytes: number): WorkFile {
  const path = join(folder, name);
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return { is: "absent" };
    if (found.isSymbolicLink()) return { is: "unread", because: "it is a link" };
    if (!found.isFile()) return { is: "unread", because: "it isn't a file" };
    return { is: "text", text: readTextFile(path, maxMegabytes), changedAt: found.mtime };
  } catch (error) {
    const because = error instanceof UserError ? error.message : describeSystemError(error);
    return { is: "unread", because: because.replace(`"${path}" `, "it ").replace(/\.$/, "") };
  }
}
