import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { describeSystemError, UserError } from "../errors.ts";

/** Makes a folder, and those above it, where there is none. */
export function createFolder(path: string): void {
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) createMissing(path);
  } catch (error) {
    throw new UserError(`The folder "${path}" cannot be made: ${describeSystemError(error)}.`, {
      fix: "Choose another place.",
      cause: error,
    });
  }
}

/** One by one: below /proc, which takes no folders, Node's `recursive` never returns. */
function createMissing(path: string): void {
  const parent = dirname(path);
  if (!existsSync(parent)) createMissing(parent);
  mkdirSync(path);
}
