import { capitalize } from "./words.ts";

/** Finds the candidate closest to a mistyped word. Returns undefined if none is close enough. */
export function findClosest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const limit = Math.max(1, Math.floor(typed.length * 0.4));
  const near = candidates
    .filter(
      (candidate) =>
        Math.abs(candidate.length - word.length) <= limit || isBeginning(typed, candidate),
    )
    .map((candidate) => ({ candidate, distance: editDistance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= limit || isBeginning(typed, candidate))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** Returns the sentence `all`, after "Did you mean ...?" if a candidate is close to the word. */
export function suggestWord(word: string, candidates: readonly string[], all: string): string {
  const closest = findClosest(word, candidates);
  if (!closest) return all;
  return candidates.length > 1
    ? `Did you mean ${closest}? ${capitalize(all)}`
    : `Did you mean ${closest}?`;
}

function isBeginning(typed: string, candidate: string): boolean {
  return typed.length >= 3 && candidate.toLowerCase().startsWith(typed);
}

/** Counts the letters to add, remove, change or swap (Damerau-Levenshtein distance). */
function editDistance(from: string, to: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      const steps = [
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      ];
      if (swapped) steps.push(at(older, column - 2) + 1);
      current.push(Math.min(...steps));
    }
    older = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
