import { isInFolder } from "../../domain/project/folder.ts";
import { type Project, textsOf } from "../../domain/project/project.ts";
import { collectOwnNames, type OwnNames } from "../../domain/report/own-names.ts";
import { listPlainFolder } from "../../files/plain-file.ts";
import { readHome } from "../../store/place.ts";

/** Finds the names that may stand in how to run a result while its report is sealed. */
export function findOwnNames({ title, answers, folder }: Project): OwnNames {
  const texts = Object.values(answers)
    .flatMap((step) => Object.values(step))
    .flatMap((value) => textsOf(value));
  return collectOwnNames(title, texts, {
    paths: folder ? listFolderPaths(folder.path) : [],
    files: folder ? listPlainFolder(folder.path) : [],
  });
}

/** Lists the ways to write a path: whole, from the home folder, and with spaces escaped. */
function listFolderPaths(path: string): string[] {
  const home = readHome();
  const isBelow = isInFolder(home, path) && home.length > 1 && path.length > home.length;
  const short = isBelow ? [`~${path.slice(home.replace(/[/\\]+$/, "").length)}`] : [];
  const plain = [path, ...short];
  return [...plain, ...plain.map((each) => each.replaceAll(" ", "\\ "))];
}
