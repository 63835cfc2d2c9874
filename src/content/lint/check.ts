import { deriveOnce } from "../../domain/library/derived.ts";
import type { Library } from "../../domain/library/library.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { ContentFile } from "../load.ts";
import type { FieldProblem, Kind } from "../schema.ts";

/** A check of `content lint`: returns the problems of a valid file within the whole library. */
export type Check = (file: ContentFile, library: Library) => FieldProblem[];

/** Creates a check for the files of one kind. */
export function createKindCheck<K extends Kind>(
  kind: K,
  check: (entry: Library[K][number], library: Library, file: ContentFile) => FieldProblem[],
): Check {
  return (file, library) =>
    file.kind === kind ? check(file.entry as Library[K][number], library, file) : [];
}

const toSet = deriveOnce((known: readonly string[]) => new Set(known));

function isKnown(word: string, known: readonly string[]): boolean {
  return known.length > MAX_SUGGESTIONS ? toSet(known).has(word) : known.includes(word);
}

const listSuggestions = deriveOnce((_known: readonly string[]) => new Map<string, string>());

/** Suggests a name; the same mistake in many files is looked up once. */
function suggestKnown(word: string, known: readonly string[], all: string): string {
  const suggestions = listSuggestions(known);
  const fix = suggestions.get(word) ?? suggestWord(word, known, all);
  suggestions.set(word, fix);
  return fix;
}

/** Longer lists are hard to read in one line. */
const MAX_SUGGESTIONS = 20;

/**
 * Returns a problem if a name is unknown, with the closest match or the known names as a fix.
 * `needs` is the kind that the known names come from, if it isn't the file itself.
 */
export function checkName(
  path: FieldProblem["path"],
  noun: string,
  word: string,
  known: readonly string[],
  needs?: Kind,
): FieldProblem[] {
  if (isKnown(word, known)) return [];
  const all =
    known.length > MAX_SUGGESTIONS
      ? "see content/README.md"
      : `use ${joinWords([...new Set(known)], "or")}`;
  return [
    {
      path,
      message: `unknown ${noun} "${word}"`,
      fix: known.length > 0 ? suggestKnown(word, known, all) : `there is no ${noun} yet`,
      ...(needs ? { needs } : {}),
    },
  ];
}

/** Returns a problem for each duplicate id in a list. */
export function checkDuplicates(
  path: FieldProblem["path"],
  field: string,
  ids: readonly string[],
): FieldProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [
          {
            path: [...path, index, field],
            message: `"${id}" is used twice`,
            fix: `give each its own ${field}`,
          },
        ]
      : [],
  );
}
