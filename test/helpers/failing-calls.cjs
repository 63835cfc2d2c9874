// Loaded before the program with --require: makes calls of Node's fs module fail. FAILING is JSON:
// the names of the calls, the error code, how often each fails, and in which folder. In a process
// that runs many command lines, they fail as often again for each.
const fs = require("node:fs");

// biome-ignore lint/style/noProcessEnv: the only way to tell a process what to do before it starts.
const { calls, code, times, folder } = JSON.parse(process.env.FAILING ?? "{}");

for (const name of calls) {
  /** @type {Record<string, (...args: unknown[]) => unknown>} */
  const functions = /** @type {any} */ (fs);
  const real = functions[name];
  let left = times;
  process.on("message", () => {
    left = times;
  });
  functions[name] = (...args) => {
    if (left === 0 || !String(args[0]).startsWith(folder)) return real?.(...args);
    left--;
    const error = new Error(`${code}: made to fail, ${name}`);
    throw Object.assign(error, { code, errno: -1, syscall: name });
  };
}
