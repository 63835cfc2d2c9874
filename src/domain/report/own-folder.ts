import { quotePath } from "../text/words.ts";

/** The name that stands for the project's folder while a line is read. */
export const FOLDER_NAME = "project-folder";

/**
 * Returns a line with the project's folder, which the person chose, as a path that tells nothing.
 * `paths` are the ways in which the folder can be written.
 */
export function hideOwnFolder(line: string, paths: readonly string[]): string {
  return paths.reduce((text, path) => {
    const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const isWhole = String.raw`(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`;
    const start = String.raw`(?<![\p{L}\p{N}_.~/\\-])(["']?)`;
    return text.replace(
      new RegExp(`${start}${escaped}${isWhole}\\1`, "gu"),
      () => `/${FOLDER_NAME}`,
    );
  }, line);
}

const HIDDEN = new RegExp(`/${FOLDER_NAME}((?:[/\\\\][^\\s\`;&|]*)?)`, "g");

/** Returns an instruction with the project's folder as a command line takes it. */
export function showOwnFolder(instruction: string, [path]: readonly string[]): string {
  if (path === undefined) return instruction;
  return instruction.replace(HIDDEN, (_, rest: string) => quotePath(path + rest));
}
