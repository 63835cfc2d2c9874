import type { Progress } from "../../domain/progress/progress.ts";
import { replaceFolded } from "../../domain/text/redact.ts";
import { joinWords } from "../../domain/text/words.ts";
import { pathInFolder } from "../../files/folder.ts";
import { listPlainFolder, readPlainFile } from "../../files/plain-file.ts";

/** What a person has in a work folder is notes and pages; more is left to them. */
const MAX_FILES = 200;
const MAX_MEGABYTES = 1;

/**
 * Says which files in the work folders still hold one of the texts, as sentences, and whether some
 * weren't looked at. They are the person's, so nothing changes them.
 */
export function describeOwnFiles({ projects }: Progress, texts: readonly string[]): string[] {
  const paths = new Set(projects.flatMap(({ folder }) => folder?.path ?? []));
  return [
    ...[...paths].flatMap((path) => describeHolding(path, texts)),
    "Look at the pages that you exported or sent, too.",
  ];
}

function describeHolding(path: string, texts: readonly string[]): string[] {
  const names = listPlainFolder(path).toSorted((one, other) => placeOf(one) - placeOf(other));
  const read = names.slice(0, MAX_FILES).map((name) => ({ name, text: readSmall(path, name) }));
  const holding = read.filter(({ name, text = "" }) => hides(name, texts) || hides(text, texts));
  const isPartial = names.length > MAX_FILES || read.some(({ text }) => text === undefined);
  const listed = holding.map(({ name }) => texts.reduce(hide, name));
  return [
    ...(listed.length > 0
      ? [`Still in files of "${path}", which weren't changed: ${joinWords(listed)}.`]
      : []),
    ...(isPartial
      ? [`In "${path}", folders and files larger than ${MAX_MEGABYTES} MB weren't looked at.`]
      : []),
  ];
}

/** The pages and reports of a project come first. */
function placeOf(name: string): number {
  return /^(?:BRIEF|REPORT|HANDOFF)/i.test(name) ? 0 : 1;
}

/** Returns the text of a file; undefined for a folder, a link, or a file that is too large. */
function readSmall(folder: string, name: string): string | undefined {
  const file = readPlainFile(pathInFolder(folder, name), MAX_MEGABYTES);
  return file.is === "bytes" ? Buffer.from(file.bytes).toString("utf8") : undefined;
}

function hides(text: string, values: readonly string[]): boolean {
  return values.some((value) => hide(text, value) !== text);
}

function hide(text: string, value: string): string {
  return replaceFolded(text, value, "...");
}
