import { spawnSync } from "node:child_process";
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
    const crashes = chosen.flatMap((operation) =>
      traceCalls(folder, operation).map((call, at) => ({ operation, call, at })),
    );
    const tried = crashes.filter(({ at }) => at % oneIn === 0);
    const left = tried.map((crash) => ({ ...crash, ...crashOnce(folder, crash) }));
    return {
      tries: tried.length,
      breaches: left.filter(({ isWhole, blocked, status }) => !isWhole || blocked || status === 0),
    };
  });
}

/**
 * @param {string} folder
 * @param {{ operation: string, at: number }} crash
 */
function crashOnce(folder, { operation, at }) {
  const { status } = spawnSync(process.execPath, [script, folder, "crash", operation, String(at)]);
  return { status, ...run([folder, "look", operation]) };
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
