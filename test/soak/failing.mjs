import { spawnSync } from "node:child_process";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withFolder } from "./folder.mjs";

const script = fileURLToPath(new URL("faults.mjs", import.meta.url));

/** The commands that save, and the error codes that a file call may fail with. */
export const operations = ["first", "save", "undo", "redo", "restore", "reset", "export"];
export const codes = ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE"];

/**
 * Bar D4: the number of failures tried, and those that lost something, blocked the next command or
 * were not explained.
 * @typedef {{ tries: number, breaches: unknown[] }} FaultResult
 */

/**
 * Makes each file call of these operations fail once, in one process: with every code, or with one
 * code in turn.
 * @param {"all" | "rotate"} mode
 * @param {readonly string[]} chosen
 * @returns {Promise<FaultResult>}
 */
export function failEachCall(mode, chosen = operations) {
  return withFolder(async (folder) => run([folder, mode, chosen.join(), codes.join()]));
}

/**
 * Crashes the process before every file call, or before one in `oneIn`, and checks what is left
 * each time.
 * @param {readonly string[]} chosen
 * @param {number} oneIn
 * @returns {Promise<FaultResult>}
 */
export function crashAtEachCall(chosen = operations, oneIn = 1) {
  return withFolder(async (folder) => {
    const left = chosen.flatMap((operation) => crashOften(folder, operation, oneIn));
    return {
      tries: left.length,
      breaches: left.filter(({ isWhole, blocked, status }) => !isWhole || blocked || status === 0),
    };
  });
}

/**
 * Looks at all that the crashes left in one process, because starting one takes longer.
 * @param {string} folder
 * @param {string} operation
 * @param {number} oneIn
 */
function crashOften(folder, operation, oneIn) {
  const calls = traceCalls(folder, operation).map((call, at) => ({ operation, call, at }));
  const crashes = calls
    .filter(({ at }) => at % oneIn === 0)
    .map((crash) => ({ ...crash, status: crashOnce(folder, crash) }));
  /** @type {{ isWhole: boolean, saved: string, blocked: string | null }[]} */
  const looks = run([folder, "look", operation, crashes.map(({ at }) => at).join()]);
  return crashes.map((crash, index) => ({ isWhole: false, ...crash, ...looks[index] }));
}

/**
 * Keeps what a crash left, and returns the exit code.
 * @param {string} folder
 * @param {{ operation: string, at: number }} crash
 */
function crashOnce(folder, { operation, at }) {
  const { status } = spawnSync(process.execPath, [script, folder, "crash", operation, String(at)]);
  const home = join(folder, "home");
  if (existsSync(home)) renameSync(home, join(folder, `left-${at}`));
  return status;
}

/**
 * Lists the file calls of an operation in order, with paths relative to the home.
 * @param {string} folder
 * @param {string} operation
 * @param {Record<string, string>} more set in the environment besides
 * @returns {string[]}
 */
export function traceCalls(folder, operation, more = {}) {
  return run([folder, "trace", operation], more);
}

/**
 * @param {string[]} words
 * @param {Record<string, string>} more
 */
function run(words, more = {}) {
  // biome-ignore lint/style/noProcessEnv: a child process needs the PATH.
  const env = { ...process.env, ...more };
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    encoding: "utf8",
    env,
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}
