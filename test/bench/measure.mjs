import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/**
 * Runs a program and returns the milliseconds from its start to its end or first question.
 * @typedef {() => number | Promise<number>} Measure
 */

/**
 * The medians of one row, in milliseconds.
 * @typedef {{ bare: number, own: number }} PairMedians
 */

/**
 * Returns the milliseconds from the start of `node ...words` to its end. Throws if it fails, so
 * that a broken build isn't measured.
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly number[]} codes how it may end
 */
export function timeRun(words, env, codes = [0]) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const elapsed = performance.now() - start;
  if (!codes.includes(status ?? -1))
    throw new Error(`"${words.join(" ")}" ended with ${status}: ${stderr}`);
  return elapsed;
}

/**
 * Measures two programs in turn, each first half of the time, so that other load affects both.
 * @param {number} pairs
 * @param {Measure} bare
 * @param {Measure} own
 * @returns {Promise<PairMedians>}
 */
export async function measurePairs(pairs, bare, own) {
  /** @type {{ bare: number[], own: number[] }} */
  const times = { bare: [], own: [] };
  await bare();
  await own();
  for (let turn = 0; turn < pairs; turn++) {
    if (turn % 2 === 0) times.bare.push(await bare());
    times.own.push(await own());
    if (turn % 2 === 1) times.bare.push(await bare());
  }
  return { bare: findMedian(times.bare), own: findMedian(times.own) };
}

/**
 * Returns the median; of an even count, the upper of the two middle values.
 * @param {readonly number[]} values
 */
export function findMedian(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
