import { createRequire, syncBuiltinESMExports } from "node:module";

const fs = createRequire(import.meta.url)("node:fs");

/** Every function of Node's fs module that the program or a bundled package calls during a save. */
const names = [
  "openSync",
  "closeSync",
  "readSync",
  "writeSync",
  "fsyncSync",
  "readFileSync",
  "writeFileSync",
  "copyFileSync",
  "renameSync",
  "linkSync",
  "unlinkSync",
  "rmSync",
  "mkdirSync",
  "readdirSync",
  "realpathSync",
  "statSync",
  "lstatSync",
  "fchmodSync",
  "chmodSync",
  "chownSync",
];

/**
 * What goes wrong: an error with this code, or a crash, at the file call with this index.
 * @typedef {{ folder: string, at: number, fail: string }} Plan
 */

/**
 * Intercepts Node's fs module. Must be called before the program is loaded.
 * @returns {{ start: (plan: Plan) => void, stop: () => string[] }} `stop` gives the calls since
 * `start`, as "renameSync a.json.new a.json"
 */
export function interceptFiles() {
  /** @type {Plan | undefined} */
  let plan;
  /** @type {string[]} */
  let calls = [];
  /** @type {Map<unknown, string>} */
  const opened = new Map();
  /** Describes the call; returns undefined for other files. */
  const describeCall = (/** @type {string} */ name, /** @type {unknown[]} */ args) => {
    const { folder } = plan ?? {};
    if (folder === undefined) return undefined;
    const paths = args.slice(0, 2).map((arg) => (typeof arg === "number" ? opened.get(arg) : arg));
    const own = paths.flatMap((path) =>
      typeof path === "string" && path.startsWith(folder) ? [path] : [],
    );
    return own.length > 0
      ? [name, ...own.map((path) => path.slice(folder.length))].join(" ")
      : undefined;
  };
  for (const name of names) {
    const real = fs[name];
    fs[name] = (/** @type {unknown[]} */ ...args) => {
      const call = describeCall(name, args);
      if (call !== undefined && calls.push(call) - 1 === plan?.at) failAt(plan.fail, call);
      const result = real(...args);
      if (name === "openSync") opened.set(result, String(args[0]));
      if (name === "closeSync") opened.delete(args[0]);
      return result;
    };
  }
  syncBuiltinESMExports();
  return {
    start: (next) => {
      plan = next;
      calls = [];
    },
    stop: () => {
      plan = undefined;
      return calls;
    },
  };
}

/**
 * @param {string} fail
 * @param {string} call
 */
function failAt(fail, call) {
  if (fail === "crash") process.kill(process.pid, "SIGKILL");
  throw Object.assign(new Error(`${fail}: made to fail, ${call}`), {
    code: fail,
    errno: -1,
    syscall: call,
  });
}
