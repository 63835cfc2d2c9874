/** Lines of a text, one below the other, and where they stand in it. */
export interface PickedLines {
  text: string;
  /** Returns where in the whole text a place in these lines is. */
  placeOf(at: number): number;
}

/** Where a line begins: among the picked ones, and in the whole text. */
interface LineStart {
  picked: number;
  whole: number;
}

/** Picks the lines of a text that have what is needed: a global expression of one line. */
export function pickLines(whole: string, needs: RegExp): PickedLines {
  const lines: string[] = [];
  const starts: LineStart[] = [];
  let picked = 0;
  needs.lastIndex = 0;
  for (let match = needs.exec(whole); match; match = needs.exec(whole)) {
    const start = whole.lastIndexOf("\n", match.index) + 1;
    const next = whole.indexOf("\n", match.index);
    const line = whole.slice(start, next < 0 ? whole.length : next);
    starts.push({ picked, whole: start });
    lines.push(line);
    picked += line.length + 1;
    needs.lastIndex = start + line.length;
  }
  return { text: lines.join("\n"), placeOf: (at) => findPlaceInWhole(starts, at) };
}

function findPlaceInWhole(starts: readonly LineStart[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.picked ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const { picked, whole } = starts[low] ?? { picked: 0, whole: 0 };
  return whole + at - picked;
}
