import { findByAnyId, type WithIds } from "../../domain/library/id.ts";
import { labelOfItem } from "../../domain/library/item-label.ts";
import type { Problem } from "../../domain/library/library.ts";
import { findClosest, suggestWord } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { brokenFileError, findBrokenFile } from "./broken-file.ts";

/** Collects the values of an option that can be repeated. */
export function collect(word: string, before: readonly string[] = []): string[] {
  return [...before, word];
}

/** Parses the `id=text` values of an option. Throws if one has no `=` or an id is repeated. */
export function parseAssignments(flag: string, words: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of words) {
    const split = word.indexOf("=");
    if (split < 1) {
      throw new UserError(`"${word}" has no name or no answer.`, {
        exitCode: ExitCode.usage,
        fix: `Write it as: ${flag} name=text`,
      });
    }
    const id = word.slice(0, split);
    if (found.has(id))
      throw new UserError(`You gave "${id}" twice.`, {
        exitCode: ExitCode.usage,
        fix: "Use it only once.",
      });
    found.set(id, word.slice(split + 1));
  }
  return found;
}

/**
 * Finds an entry by its id, or by one it used to have. Throws with the closest id if there is none,
 * or for a file that is one of the `problems`.
 */
export function findById<T extends WithIds>(
  entries: readonly T[],
  id: string,
  noun: string,
  problems: readonly Problem[] = [],
): T {
  const entry = findByAnyId(entries, id);
  if (entry) return entry;
  const broken = findBrokenFile(problems, id);
  if (broken) throw brokenFileError(broken, noun, id);
  throw new UserError(`There is no ${noun} "${id}".`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(
      id,
      entries.map((candidate) => candidate.id),
    ),
  });
}

/**
 * Finds an item by its id, or by the short name that screens call it. Throws with these names if
 * there is none.
 */
export function findByLabel<T extends WithIds & { label?: string | undefined }>(
  items: readonly T[],
  word: string,
): T {
  const labels = items.map(labelOfItem);
  const isMeant = (label: string) => label.toLowerCase() === word.toLowerCase();
  const found = items[labels.findIndex(isMeant)] ?? findByAnyId(items, word);
  if (found) return found;
  const names = [...labels, ...items.map(({ id }) => id)];
  const closest = findClosest(word, names);
  const label = closest && labels[names.indexOf(closest) % labels.length];
  const fix = suggestWord(label ?? word, labels, describeAll(labels));
  throw usageError(`There is no item "${word}".`, fix);
}

/** Suggests the closest choice: "Did you mean script? Use script, clickable or flow." */
export function describeChoices(word: string, choices: readonly string[]): string {
  const all = describeAll(choices);
  return suggestWord(word, choices, all);
}

function describeAll(choices: readonly string[]): string {
  const [only] = choices;
  if (!only) return "There are none yet.";
  return choices.length > 1 ? `Use ${joinWords(choices, "or")}.` : `The only one is ${only}.`;
}

/** Returns the error for words of a command line that are written wrong. */
export function usageError(message: string, fix: string): UserError {
  return new UserError(message, { exitCode: ExitCode.usage, fix });
}
