// Loaded before the program with --require: makes calls of Node's fs module fail. FAILING is JSON:
// the names of the calls, the error code, how often each fails, and in which folder. In a process
// that runs many command lines, each has its own.
const fs = require("node:fs");

// biome-ignore lint/style/noProcessEnv: the only way to tell a process what to do before it starts.
const { FAILING = "{}" } = process.env;

/** @type {{ code: string, folder: string, left: Map<string, number> }} */
let plan;
start(FAILING);
process.on("message", (/** @type {import("./shared-process.ts").Message} */ { line }) =>
  start(line?.env.FAILING ?? FAILING),
);

// Replaced only once, because a bundled package keeps the functions that it finds when it loads.
for (const [name, real] of Object.entries(fs)) {
  if (name.endsWith("Sync"))
    Object.assign(fs, { [name]: replace(name, /** @type {any} */ (real)) });
}

/** @param {string} json */
function start(json) {
  const { calls = [], code, times, folder } = JSON.parse(json);
  plan = { code, folder, left: new Map(calls.map((/** @type {string} */ name) => [name, times])) };
}

/**
 * @param {string} name
 * @param {(...args: unknown[]) => unknown} real
 */
function replace(name, real) {
  const replaced = (/** @type {unknown[]} */ ...args) => {
    const { code, folder, left } = plan;
    const times = left.get(name) ?? 0;
    if (times === 0 || !String(args[0]).startsWith(folder)) return real(...args);
    left.set(name, times - 1);
    const error = new Error(`${code}: made to fail, ${name}`);
    throw Object.assign(error, { code, errno: -1, syscall: name });
  };
  // realpathSync has a function as a property.
  return Object.assign(replaced, real);
}
