import { type Piece, textOf } from "./amount-pieces.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** A number in words, and how many pieces of the text it takes. */
interface Spelled {
  value: number;
  length: number;
}

const GROUPS: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, dozen: 12 };

/** Reads a number in words: "ten", "thirty-five", "two hundred", "a dozen", "half a dozen". */
export function readSpelled(pieces: readonly Piece[], index: number): Spelled | undefined {
  const text = textOf(pieces, index);
  const next = textOf(pieces, index + 1);
  if (text === "half" && next === "a" && textOf(pieces, index + 2) === "dozen")
    return { value: 6, length: 3 };
  const group = GROUPS[next];
  if (text === "a" && group) return addRest(pieces, index, { value: group, length: 2 }, group);
  const isSingleGroup = GROUPS[text] !== undefined && textOf(pieces, index - 1) === "from";
  if (isSingleGroup) return { value: GROUPS[text] ?? 0, length: 1 };
  const small = readTens(pieces, index);
  const times = small && GROUPS[textOf(pieces, index + small.length)];
  if (!small || !times) return small;
  return addRest(pieces, index, { value: small.value * times, length: small.length + 1 }, times);
}

/** Adds the twenty of "one hundred and twenty". */
function addRest(pieces: readonly Piece[], index: number, whole: Spelled, times: number): Spelled {
  const and = textOf(pieces, index + whole.length) === "and" ? 1 : 0;
  const rest = readTens(pieces, index + whole.length + and);
  if (!rest || rest.value === 0 || rest.value >= times) return whole;
  return { value: whole.value + rest.value, length: whole.length + and + rest.length };
}

/** Reads "thirty", "thirty-five" and "thirty five". */
function readTens(pieces: readonly Piece[], index: number): Spelled | undefined {
  const value = NUMBER_WORDS.get(textOf(pieces, index));
  if (value === undefined) return undefined;
  const hyphen = textOf(pieces, index + 1) === "-" && pieces[index + 1]?.isJoined ? 1 : 0;
  const rest = NUMBER_WORDS.get(textOf(pieces, index + 1 + hyphen)) ?? 0;
  const isPair = value >= 20 && rest > 0 && rest < 10;
  return isPair ? { value: value + rest, length: 2 + hyphen } : { value, length: 1 };
}
