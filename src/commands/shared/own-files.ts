import type { Progress } from "../../domain/progress/progress.ts";
import { replaceFolded } from "../../domain/text/redact.ts";
import { joinWords } from "../../domain/text/words.ts";
import { listPlainFolder } from "../../files/plain-file.ts";
import { createSmallReader } from "../../files/small-file.ts";

/** What a person has in a work folder is notes and pages; more is left to them. */
const MAX_FILES = 200;
const MAX_BYTES = 1024 * 1024;

/**
 * Says which files in the work folders still hold one of the texts, as sentences. They are the
 * person's, so nothing changes them.
 */
export function describeOwnFiles({ projects }: Progress, texts: readonly string[]): string[] {
  const paths = new Set(projects.flatMap(({ folder }) => folder?.path ?? []));
  return [
    ...[...paths].flatMap((path) => describeHolding(path, texts)),
    "Look at the pages that you exported or sent, too.",
  ];
}

function describeHolding(path: string, texts: readonly string[]): string[] {
  const read = createSmallReader(path, MAX_BYTES);
  const holding = listPlainFolder(path)
    .slice(0, MAX_FILES)
    .filter((name) => {
      const file = read(name);
      return "text" in file && texts.some((value) => hasText(file.text, value));
    });
  if (holding.length === 0) return [];
  return [`Still in files of "${path}", which weren't changed: ${joinWords(holding)}.`];
}

function hasText(text: string, value: string): boolean {
  return replaceFolded(text, value, "") !== text;
}
