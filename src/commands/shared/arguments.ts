import { findByAnyId, type WithIds } from "../../domain/library/id.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";

/** Collects a flag that may be given several times. */
export function collect(word: string, before: readonly string[] = []): string[] {
  return [...before, word];
}

/** Reads `id=text` words of one flag. Throws when a word has no `=`, or when an id comes twice. */
export function parseAssignments(flag: string, words: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of words) {
    const split = word.indexOf("=");
    if (split < 1) {
      throw new UserError(`"${word}" does not say what it answers.`, {
        exitCode: ExitCode.usage,
        fix: `Write it as: ${flag} name=text`,
      });
    }
    const id = word.slice(0, split);
    if (found.has(id))
      throw new UserError(`"${id}" is given twice.`, {
        exitCode: ExitCode.usage,
        fix: "Give it once.",
      });
    found.set(id, word.slice(split + 1));
  }
  return found;
}

/**
 * The entry whose id is `id`. Throws with the ids there are, and the one that was probably meant.
 */
export function findById<T extends WithIds>(entries: readonly T[], id: string, noun: string): T {
  const entry = findByAnyId(entries, id);
  if (entry) return entry;
  throw new UserError(`There is no ${noun} "${id}".`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(
      id,
      entries.map((candidate) => candidate.id),
    ),
  });
}

/** "Did you mean script? There are: ..." for a word that is not one of `choices`. */
export function describeChoices(word: string, choices: readonly string[]): string {
  const all = choices.length > 0 ? `Use ${joinWords(choices, "or")}.` : "There is none yet.";
  return suggestWord(word, choices, all);
}
