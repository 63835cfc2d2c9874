import { timeUntilDrawn } from "./first-prompt.mjs";
import { measurePairs, timeRun } from "./measure.mjs";
import { measurePeak } from "./peak-memory.mjs";

/**
 * A row of the printed table.
 * @typedef {[what: string, measured: string, bare: string, ratio: string, target: string]} Row
 */

/**
 * The built program, and how often each command is measured.
 * @typedef {{ bin: string, pairs: number }} Start
 */

const bare = ["-e", "0"];

/** How long the commands that most people use may take, as a ratio. */
const OFTEN = Number(process.versions.node.split(".")[0]) < 22 ? "2.1" : "1.95";

/**
 * Measures the commands that people wait for most.
 * @param {Start} start
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.ProcessEnv} freshEnv
 * @param {string} note what is different in this environment
 * @returns {Promise<Row[]>}
 */
export async function measureStarts(start, env, freshEnv, note = "") {
  const rows = [
    await measureCommand(start, ["--help"], "1.35", env),
    await measureCommand(start, ["slices"], "1.45", env),
    await measureCommand(start, ["status"], OFTEN, env),
    await measureCommand(start, ["check", "--json"], OFTEN, env),
    await measureFirstPrompt(start, "2.5", freshEnv),
    measureMemory(start, "8 MiB above", env),
  ];
  return rows.map(([what, ...cells]) => [what + note, ...cells]);
}

/**
 * Measures one command.
 * @param {Start} start
 * @param {readonly string[]} words
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
export async function measureCommand({ bin, pairs }, words, target, env) {
  const medians = await measurePairs(
    pairs,
    () => timeRun(bare, env),
    () => timeRun([bin, ...words], env),
  );
  return describeTimes(`\`${words.join(" ")}\``, medians, target);
}

/**
 * @param {Start} start
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
async function measureFirstPrompt({ bin, pairs }, target, env) {
  const medians = await measurePairs(
    pairs,
    () => timeRun(bare, env),
    () => drawFirstQuestion(bin, env),
  );
  return describeTimes("first question drawn", medians, target);
}

/**
 * Returns the milliseconds until the first question is on the screen.
 * @param {string} bin
 * @param {NodeJS.ProcessEnv} env
 */
export function drawFirstQuestion(bin, env) {
  return timeUntilDrawn([bin, "check"], env, "Is this true for you today?");
}

/**
 * @param {Start} start
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Row}
 */
function measureMemory({ bin }, target, env) {
  const own = measurePeak([bin, "status"], env);
  const floor = measurePeak(bare, env);
  return [
    "peak memory of `status`",
    `${own.toFixed(1)} MiB`,
    `${floor.toFixed(1)} MiB`,
    "",
    target,
  ];
}

/**
 * Describes the medians of a row.
 * @param {string} what
 * @param {import("./measure.mjs").PairMedians} medians
 * @param {string} target
 * @returns {Row}
 */
export function describeTimes(what, medians, target) {
  const ratio = (medians.own / medians.bare).toFixed(2);
  return [what, `${medians.own.toFixed(1)} ms`, `${medians.bare.toFixed(1)} ms`, ratio, target];
}
