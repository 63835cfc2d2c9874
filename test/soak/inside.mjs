import { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The result of a command line.
 * @typedef {{ code: number, stdout: string, stderr: string }} Outcome
 */

/**
 * Returns a function that runs command lines of the built program in this process, which is faster
 * than a process for each.
 * @param {string} home
 * @returns {(...words: string[]) => Promise<Outcome>}
 */
export function openProgram(home) {
  const { main } = createRequire(import.meta.url)("../../dist/cli.cjs");
  return async (...words) => {
    const [stdout, stderr] = [createBuffer(), createBuffer()];
    const world = Object.assign(new EventEmitter(), {
      argv: ["node", "builder-pm", ...words],
      env: { BUILDER_PM_HOME: home, NO_COLOR: "1" },
      pid: process.pid,
      kill: process.kill,
      stdin: Object.assign(new PassThrough(), { isTTY: false }),
      stdout: stdout.stream,
      stderr: stderr.stream,
    });
    const code = await main(world, root, "0.0.0");
    return { code, stdout: stdout.read(), stderr: stderr.read() };
  };
}

function createBuffer() {
  const stream = Object.assign(new PassThrough(), { isTTY: false });
  /** @type {Buffer[]} */
  const chunks = [];
  stream.on("data", (chunk) => void chunks.push(chunk));
  return {
    stream,
    read: () => Buffer.concat(chunks).toString("utf8") + (stream.read()?.toString("utf8") ?? ""),
  };
}
