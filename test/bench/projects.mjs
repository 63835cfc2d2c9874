import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measurePairs, timeRun } from "./measure.mjs";

/**
 * What the inputs are made with: the program, an environment, a folder, and a function that runs
 * the program or writes a pack.
 * @typedef {object} Bench
 * @property {string} bin
 * @property {string} home
 * @property {NodeJS.ProcessEnv} env
 * @property {(words: readonly string[], env: NodeJS.ProcessEnv) => string} runOnce
 * @property {(name: string, kinds: readonly string[], each: number) => string} writePack
 */

const reading = ["status", "export", "projects", "doctor", "check --json", "export --json"];

/**
 * Measures the commands that read with 10 and 100 projects.
 * @template T
 * @param {Bench} bench
 * @param {(what: string, medians: import("./measure.mjs").PairMedians, target: string) => T} describeTimes
 * @returns {Promise<T[]>}
 */
export async function measureReading({ bin, ...bench }, describeTimes) {
  const rows = [];
  for (const size of [10, 100]) {
    const env = writeProjects({ bin, ...bench }, size);
    for (const line of [...reading, "export --format html"]) {
      const medians = await measurePairs(
        7,
        () => timeRun(["-e", "0"], env),
        () => timeRun([bin, ...line.split(" ")], env),
      );
      const above = line.startsWith("export") ? 200 : 100;
      rows.push(describeTimes(`\`${line}\`, ${size} projects`, medians, `${above} ms above`));
    }
  }
  return rows;
}

/**
 * Saves as many projects as asked for, and returns the environment with them.
 * @param {Bench} bench
 * @param {number} size
 */
export function writeProjects({ home, env, runOnce }, size) {
  const folder = join(home, `projects-${size}`);
  const own = { ...env, BUILDER_PM_HOME: folder };
  const answers = [
    "problem=Clerks retype 40 requests every Monday.",
    "evidence=14 tickets in May.",
  ];
  if (existsSync(folder)) return own;
  runOnce(["start", "script", "--no-folder"], own);
  runOnce(["spec", ...answers.flatMap((answer) => ["--answer", answer])], own);
  changeSaved(folder, (saved) => {
    const [first] = /** @type {{ id: string, uid: string }[]} */ (saved.projects);
    if (!first) throw new Error("There is no project");
    const copies = Array.from({ length: size - 1 }, (_, index) => ({
      ...first,
      id: `${first.id}-${index + 2}`,
      uid: crypto.randomUUID(),
      closed: { as: "killed", at: new Date().toISOString() },
    }));
    return { ...saved, projects: [...copies, first] };
  });
  return own;
}

/**
 * Edits a saved file, without its undo steps.
 * @param {string} folder
 * @param {(saved: Record<string, unknown>) => object} edit
 */
export function changeSaved(folder, edit) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "progress.json");
  const { undo, ...saved } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(edit(saved)));
}
