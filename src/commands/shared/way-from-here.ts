import { isSamePath } from "../../domain/project/folder.ts";
import { quotePath } from "../../domain/text/words.ts";
import { isFolder, pathInFolder } from "../../files/folder.ts";

const GO_TO = /^Run `cd ["']?([^`"'&;]{1,200}?)[\\/]?["']?(?: && ([^`]+))?`$/;

/**
 * Returns how to run something as it works from where the person stands. Agents write "cd NAME" as
 * seen from the folder above the project's.
 */
export function leadFromHere(line: string, folder: string | undefined, here: string): string[] {
  const [whole, name = "", rest] = GO_TO.exec(line) ?? [];
  const isOwn =
    folder !== undefined &&
    whole !== undefined &&
    name === folder.split(/[\\/]/).at(-1) &&
    !isFolder(pathInFolder(folder, name));
  if (!isOwn) return [line];
  const then = rest === undefined ? [] : [`Run \`${rest}\``];
  if (isSamePath(folder, here)) return then.length > 0 ? then : ["It runs in this folder."];
  return [`Run \`cd ${quotePath(folder)}\``, ...then];
}
