/** A text of the corpus: where it comes from, its kind, and whether something must be found. */
export interface Sample {
  source: string;
  kind: string;
  text: string;
  isSecret: boolean;
}

/** Picks and makes random things, the same in each run. */
export interface Dice {
  integer(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** Returns n characters of an alphabet. */
  string(alphabet: string, n: number): string;
  /** Fills in a template: {A36} is 36 letters and digits, {u} a UUID. */
  fill(template: string): string;
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const DIGITS = "0123456789";
const alphabets: Record<string, string> = {
  A: UPPER + LOWER + DIGITS,
  L: UPPER + LOWER,
  U: UPPER + DIGITS,
  a: LOWER + DIGITS,
  l: LOWER,
  d: DIGITS,
  h: "0123456789abcdef",
  H: "0123456789ABCDEF",
  w: `${UPPER}${LOWER}${DIGITS}_-`,
  b: `${UPPER}${LOWER}${DIGITS}+/`,
};

/** Creates dice from a seed (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const string = (alphabet: string, n: number) =>
    Array.from({ length: n }, () => alphabet.charAt(integer(0, alphabet.length - 1))).join("");
  const fill = (template: string): string =>
    template
      .replaceAll("{u}", "{h8}-{h4}-{h4}-{h4}-{h12}")
      .replace(/\{([ALUaldhHwb])(\d+)\}/g, (_all, name: string, n: string) =>
        string(alphabets[name] ?? "", Number(n)),
      );
  return {
    integer,
    string,
    fill,
    pick: (list) => list[integer(0, list.length - 1)] as (typeof list)[number],
  };
}

/** How a product manager mentions something in an answer. */
export const sentences = [
  "{}",
  "On 2 June we used {} for the demo.",
  "Ask Ravi if {} still works",
  "The log shows ({}), which is odd.",
  "- read it with `{}`",
  '"{}" is in the notebook',
  "{}\nThe page takes 12 s.",
] as const;
