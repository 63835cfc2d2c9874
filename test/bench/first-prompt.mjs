import { performance } from "node:perf_hooks";
import { spawn } from "@lydell/node-pty";

const TOO_LONG = 10_000;

/**
 * Returns the milliseconds from the start of `node ...words` in a terminal until `text` is on the
 * screen, and then kills it.
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @param {string} text
 * @returns {Promise<number>}
 */
export function timeUntilDrawn(words, env, text) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const terminal = spawn(process.execPath, [...words], { cols: 80, rows: 24, env });
    let drawn = "";
    let elapsed = Number.NaN;
    const guard = setTimeout(() => terminal.kill(), TOO_LONG);
    terminal.onData((bytes) => {
      drawn += bytes;
      if (!Number.isNaN(elapsed) || !drawn.includes(text)) return;
      elapsed = performance.now() - start;
      terminal.kill();
    });
    terminal.onExit(() => {
      clearTimeout(guard);
      if (Number.isNaN(elapsed)) reject(new Error(`"${text}" was never drawn, but this: ${drawn}`));
      else resolve(elapsed);
    });
  });
}
