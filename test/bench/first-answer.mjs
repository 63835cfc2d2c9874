import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/**
 * Returns the milliseconds from the start of `node ...words` until it has answered `message` with
 * a line. Then its input is closed.
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @param {string} message
 * @returns {Promise<number>}
 */
export function timeUntilAnswered(words, env, message) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const server = spawn(process.execPath, words, { env, stdio: ["pipe", "pipe", "inherit"] });
    let elapsed = Number.NaN;
    server.stdout.on("data", () => {
      if (Number.isNaN(elapsed)) elapsed = performance.now() - start;
      server.stdin.end();
    });
    server.on("exit", (code) => {
      if (Number.isNaN(elapsed)) reject(new Error(`"${words.join(" ")}" ended with ${code}`));
      else resolve(elapsed);
    });
    server.stdin.write(message);
  });
}
