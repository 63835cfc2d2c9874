import { createHash } from "node:crypto";
import type { Features } from "../../src/domain/learned/classifier.ts";
import {
  ALWAYS,
  NONE,
  toShares,
  type Weights,
  writeSigns,
} from "../../src/domain/learned/classifier.ts";

/** A text with the question that it answers, or `NONE`. */
export interface Example {
  features: Features;
  answer: string;
}

/** A feature that is seen less often says more about one document than about any other. */
const MIN_SEEN = 3;
/** How much a large weight costs: it keeps rare words from deciding alone. */
const COST = 0.5;
const MIN_WEIGHT = 0.1;
/** The weights of more features than these are written as signs, which take less space. */
const MANY = 1000;
const ROUNDS = 200;
const RATE = 0.1;

/** An example with the places of its features among the weights. */
interface Row {
  places: Int32Array;
  factors: Float64Array;
  answer: number;
}

/**
 * Learns weights by multinomial logistic regression. Each round reads all examples in their order,
 * so that the same ones give the same weights.
 */
export function learnWeights(examples: readonly Example[]): Weights {
  const names = listNames(examples);
  const classes = [...new Set([NONE, ...examples.map(({ answer }) => answer)])].toSorted();
  const rows = encodeRows(examples, names, classes);
  const weights = minimize(names.length * classes.length, (from) =>
    findSlope(rows, from, classes.length),
  );
  const signs = names.map((name, index) => {
    const start = index * classes.length;
    const own = [...weights.slice(start, start + classes.length)];
    return [name, names.length > MANY ? writeSigns(own) : own.map(round)] as const;
  });
  // Features that hardly count only take up space.
  const used = signs.filter((_, index) =>
    weights
      .subarray(index * classes.length, (index + 1) * classes.length)
      .some((weight) => names.length <= MANY || Math.abs(weight) >= MIN_WEIGHT),
  );
  return { classes: classes.join(" "), signs: Object.fromEntries(used) };
}

/** Three decimals are more than enough. */
function round(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}

/** Lists the features that are seen often enough, and first the one that every text has. */
function listNames(examples: readonly Example[]): string[] {
  const seen = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const often = [...seen].filter(([, count]) => count >= MIN_SEEN).map(([name]) => name);
  return [ALWAYS, ...often.toSorted()];
}

function encodeRows(
  examples: readonly Example[],
  names: readonly string[],
  classes: readonly string[],
): Row[] {
  const places = new Map(names.map((name, index) => [name, index * classes.length]));
  return examples.map(({ features, answer }) => {
    const known = [[ALWAYS, 1] as const, ...features].filter(([name]) => places.has(name));
    return {
      places: Int32Array.from(known, ([name]) => places.get(name) ?? 0),
      factors: Float64Array.from(known, ([, factor]) => factor),
      answer: classes.indexOf(answer),
    };
  });
}

/** Works out in which direction the weights get worse. */
function findSlope(rows: readonly Row[], weights: Float64Array, size: number): Float64Array {
  const slope = weights.map((weight, at) => (at < size ? 0 : weight * COST));
  for (const { places, factors, answer } of rows) {
    const sums = new Float64Array(size);
    for (const [at, place] of places.entries())
      addScaled(sums, weights.subarray(place, place + size), factors[at]);
    const errors = Float64Array.from(toShares([...sums]));
    errors[answer] = (errors[answer] ?? 0) - 1;
    for (const [at, place] of places.entries())
      addScaled(slope.subarray(place, place + size), errors, factors[at]);
  }
  return slope;
}

function addScaled(sums: Float64Array, values: Float64Array, factor = 0): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0) * factor;
}

/** Goes downhill with the method known as Adam. */
function minimize(length: number, slopeAt: (weights: Float64Array) => Float64Array) {
  const weights = new Float64Array(length);
  const [mean, spread] = [new Float64Array(length), new Float64Array(length)];
  for (let round = 1; round <= ROUNDS; round++) {
    const rate = RATE * (1 - (round - 1) / ROUNDS);
    const slope = slopeAt(weights);
    for (let at = 0; at < length; at++) {
      const value = slope[at] ?? 0;
      const way = 0.9 * (mean[at] ?? 0) + 0.1 * value;
      const width = 0.999 * (spread[at] ?? 0) + 0.001 * value ** 2;
      mean[at] = way;
      spread[at] = width;
      const size = Math.sqrt(width / (1 - 0.999 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (rate * (way / (1 - 0.9 ** round))) / size;
    }
  }
  return weights;
}

/** Identifies examples: their features in order, and their answers. */
export function identifySource(examples: readonly Example[]): string {
  const hash = createHash("sha256");
  for (const { features, answer } of examples) hash.update(JSON.stringify([answer, ...features]));
  return hash.digest("hex").slice(0, 16);
}
