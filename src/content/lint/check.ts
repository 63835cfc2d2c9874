import type { Library } from "../../domain/library/library.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { ContentFile } from "../load.ts";
import type { FieldProblem, Kind } from "../schema.ts";

/**
 * One rule of `content lint`: looks at a file that is sound alone, beside the whole library, and
 * says what is wrong.
 */
export type Check = (file: ContentFile, library: Library) => FieldProblem[];

/** A check that looks at the files of one kind. */
export function checkKind<K extends Kind>(
  kind: K,
  check: (entry: Library[K][number], library: Library, file: ContentFile) => FieldProblem[],
): Check {
  return (file, library) =>
    file.kind === kind ? check(file.entry as Library[K][number], library, file) : [];
}

/** More than these are too many to read in one line. */
const MAX_WORDS = 14;

/**
 * A problem for a word that names nothing: it says what kind of thing is missing, and what there
 * is.
 */
export function checkNames(
  path: FieldProblem["path"],
  noun: string,
  word: string,
  known: readonly string[],
) {
  if (known.includes(word)) return [];
  const all =
    known.length > MAX_WORDS
      ? "see content/README.md"
      : `use ${joinWords([...new Set(known)], "or")}`;
  return [
    {
      path,
      message: `unknown ${noun} "${word}"`,
      fix: known.length > 0 ? suggestWord(word, known, all) : "there is none yet",
    },
  ];
}

/** A problem for each id that stands twice in a list. */
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
            message: `"${id}" stands here twice`,
            fix: "give each one its own",
          },
        ]
      : [],
  );
}
