import { deriveOnce } from "../library/derived.ts";

/** What is known of a text: the names of its features, with how much each of them counts. */
export type Features = ReadonlyMap<string, number>;

/** How much each feature speaks for each answer. */
export interface Weights {
  /** The answers that were learned, and `NONE`, with spaces between them. */
  classes: string;
  /** One sign for each class, by the name of a feature ("E" is no weight), or one number each. */
  signs: Readonly<Record<string, string | readonly number[]>>;
}

/** What the features of a text say about it. */
export interface Judged {
  /** How likely it answers each question, or none: 1 in all. */
  likely: ReadonlyMap<string, number>;
  /** The share of its words that were learned. */
  known: number;
}

/** The class of what is none of the others. */
export const NONE = "-";

/** The signs of weights, from the smallest to the largest. */
const SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345678";
const MIDDLE = (SIGNS.length - 1) / 2;
/** How much one sign differs from the next. */
const STEP = 0.1;
/** What the name of a feature starts with that is a word of the text itself. */
export const WORD_KIND = "word";
/** The feature that every text has. */
export const ALWAYS = "always";

/** Writes the weights of a feature, one for each class, as signs. */
export function writeSigns(weights: readonly number[]): string {
  return weights
    .map((weight) => Math.max(-MIDDLE, Math.min(MIDDLE, Math.round(weight / STEP))))
    .map((steps) => SIGNS.charAt(MIDDLE + steps))
    .join("");
}

function readSigns(signs: string | readonly number[]): readonly number[] {
  if (typeof signs !== "string") return signs;
  return [...signs].map((sign) => (SIGNS.indexOf(sign) - MIDDLE) * STEP);
}

/** Works out how likely a text with these features answers each question. */
export function classify(features: Features, weights: Weights): Judged {
  const { classes, read } = prepareWeights(weights);
  const sums = classes.map(() => 0);
  for (const [name, factor] of [...features, [ALWAYS, 1] as const]) {
    const found = read(name);
    for (const [index, weight] of found?.entries() ?? [])
      sums[index] = (sums[index] ?? 0) + factor * weight;
  }
  const shares = toShares(sums);
  return {
    likely: new Map(classes.map((name, index) => [name, shares[index] ?? 0])),
    known: shareOf([...features.keys()].filter(isWordFeature), (name) => read(name) !== undefined),
  };
}

function isWordFeature(name: string): boolean {
  return name.startsWith(`${WORD_KIND} `);
}

function shareOf(names: readonly string[], has: (name: string) => boolean): number {
  return names.length === 0 ? 1 : names.filter(has).length / names.length;
}

/** Turns sums of weights into shares of 1. */
export function toShares(sums: readonly number[]): number[] {
  const max = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - max));
  const total = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / total);
}

const prepareWeights = deriveOnce(({ classes, signs }: Weights) => {
  const known = new Map<string, readonly number[]>();
  const read = (name: string) => {
    const found = known.get(name);
    if (found || !Object.hasOwn(signs, name)) return found;
    const values = readSigns(signs[name] ?? "");
    known.set(name, values);
    return values;
  };
  return { classes: classes.split(" "), read };
});
