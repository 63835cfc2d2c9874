import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openProgram } from "./inside.mjs";

const writer = fileURLToPath(new URL("writer.mjs", import.meta.url));

/**
 * A writing process: the numbers reported as saved, its errors and its end.
 * @typedef {{ pid: number, saved: () => number[], errors: () => string, kill: () => void, ended:
 * Promise<unknown>, firstSave: Promise<unknown> }} Writer
 */

/**
 * Starts a process that parks the ideas NAME-FIRST to NAME-LAST.
 * @param {string} home
 * @param {string} name
 * @param {number} first
 * @param {number} last
 * @returns {Writer}
 */
export function startWriter(home, name, first, last) {
  const child = spawn(process.execPath, [writer, home, name, String(first), String(last)], {
    stdio: "pipe",
  });
  let [printed, errors] = ["", ""];
  const firstSave = new Promise((resolve) => child.stdout.once("data", resolve));
  child.stdout.on("data", (bytes) => {
    printed += bytes;
  });
  child.stderr.on("data", (bytes) => {
    errors += bytes;
  });
  return {
    pid: child.pid ?? 0,
    saved: () => [...printed.matchAll(/^(\d+)\n/gm)].map((match) => Number(match[1])),
    errors: () => errors,
    kill: () => void child.kill("SIGKILL"),
    ended: new Promise((resolve) => child.on("close", resolve)),
    firstSave: Promise.race([firstSave, new Promise((resolve) => child.on("close", resolve))]),
  };
}

/**
 * Starts a project in which ideas can be parked.
 * @param {string} home
 */
export async function prepareHome(home) {
  const { code, stderr } = await openProgram(home)("start", "script");
  if (code !== 0) throw new Error(stderr);
}

/**
 * Returns the saved ideas by the name of their writer; throws if the file is damaged.
 * @param {string} home
 * @returns {Map<string, number[]>}
 */
export function readIdeas(home) {
  const { projects } = JSON.parse(readFileSync(join(home, "progress.json"), "utf8"));
  const ideas = /** @type {{ idea: string }[]} */ (projects[0].parked).map(({ idea }) =>
    idea.split("-"),
  );
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const [name = "", number] of ideas)
    found.set(name, [...(found.get(name) ?? []), Number(number)]);
  return found;
}

/**
 * Lists the files in the home other than the saved file and its backup.
 * @param {string} home
 */
export function listLeftovers(home) {
  return readdirSync(home).filter((name) => !["progress.json", "progress.json.bak"].includes(name));
}
