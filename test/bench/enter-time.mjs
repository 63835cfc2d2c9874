import { performance } from "node:perf_hooks";
import { spawn } from "@lydell/node-pty";
import { writeProjects } from "./projects.mjs";

const TOO_LONG = 30_000;
const RUNS = 4;
/** What stands below every question. */
const HINT = "Ctrl+C";

/**
 * Measures Enter with 10 and 100 projects.
 * @param {import("./projects.mjs").Bench} bench
 * @returns {Promise<[string, string, string, string, string][]>}
 */
export async function measureEnters(bench) {
  /** @type {[string, string, string, string, string][]} */
  const rows = [];
  for (const size of [10, 100]) {
    const time = await measureEnter(bench, size);
    rows.push([`Enter, ${size} projects, p95`, `${time.toFixed(1)} ms`, "", "", "50 ms"]);
  }
  return rows;
}

/**
 * Returns the milliseconds from Enter until the next question is on the screen: 95 of 100 presses
 * take less. Each press saves an answer of the reality check.
 * @param {import("./projects.mjs").Bench} bench
 * @param {number} size how many projects are saved
 */
async function measureEnter(bench, size) {
  const env = writeProjects(bench, size);
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < RUNS; run++) times.push(...(await timePresses(bench.bin, env)));
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

/**
 * Walks the reality check by pressing Enter, and returns what each press took but the last.
 * @param {string} bin
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number[]>}
 */
function timePresses(bin, env) {
  return new Promise((resolve, reject) => {
    const terminal = spawn(process.execPath, [bin, "check"], { cols: 80, rows: 24, env });
    /** @type {number[]} */
    const times = [];
    let drawn = "";
    let pressed = Number.NaN;
    const guard = setTimeout(() => terminal.kill(), TOO_LONG);
    terminal.onData((bytes) => {
      drawn += bytes;
      if (!drawn.includes(HINT)) return;
      if (!Number.isNaN(pressed)) times.push(performance.now() - pressed);
      drawn = "";
      // What is drawn in the same moment still belongs to this question.
      setTimeout(() => {
        drawn = "";
        pressed = performance.now();
        terminal.write("\r");
      }, 50);
    });
    terminal.onExit(({ exitCode }) => {
      clearTimeout(guard);
      if (exitCode === 0 && times.length > 0) resolve(times);
      else reject(new Error(`check ended with ${exitCode} after ${times.length} answers`));
    });
  });
}
