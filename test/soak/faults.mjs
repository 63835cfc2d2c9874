// Makes every file call of the commands that save fail once, and checks what is left. Prints one
// JSON document. OPERATIONS and CODES are lists such as a,b,c.
//
//   node test/soak/faults.mjs FOLDER all OPERATIONS CODES     every code at each call
//   node test/soak/faults.mjs FOLDER rotate OPERATIONS CODES  one code at each call, in turn
//   node test/soak/faults.mjs FOLDER crash OPERATION NUMBER   crashes before that call
//   node test/soak/faults.mjs FOLDER look OPERATION NUMBERS   what these crashes left
//   node test/soak/faults.mjs FOLDER trace OPERATION          the calls in order
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { interceptFiles } from "./faulty-files.mjs";
import { openProgram } from "./inside.mjs";

const files = interceptFiles();
const [folder = "", mode, words = "", more = ""] = process.argv.slice(2);
const home = join(folder, "home");
const file = join(home, "progress.json");
const run = openProgram(home);

/** The command line of each operation, and how to prepare the home. */
const operations =
  /** @type {Record<string, { words: string[], prepare: () => Promise<unknown> }>} */ ({
    first: { words: ["start", "script"], prepare: async () => rmSync(home, { recursive: true }) },
    save: { words: ["park", "fourth"], prepare: async () => {} },
    undo: { words: ["undo"], prepare: async () => {} },
    redo: { words: ["undo", "--redo"], prepare: () => run("undo") },
    restore: {
      words: ["doctor", "--restore"],
      prepare: async () => writeFileSync(file, "{ damaged"),
    },
    reset: { words: ["reset", "--yes"], prepare: async () => {} },
    export: { words: ["export", "-o", join(home, "report.md")], prepare: async () => {} },
  });

/**
 * A broken promise.
 * @typedef {{ operation: string, call: string, fail: string, wrong: string }} Breach
 */

/** Creates a home with a project and three ideas once; it is copied for each try. */
async function prepareTemplate() {
  if (existsSync(join(folder, "template"))) return;
  await run("start", "script", "--title", "Monday report");
  for (const idea of ["first", "second", "third"]) await run("park", idea);
  cpSync(home, join(folder, "template"), { recursive: true });
}

/** @param {string} operation */
async function prepare(operation) {
  rmSync(home, { recursive: true, force: true });
  cpSync(join(folder, "template"), home, { recursive: true });
  await operations[operation]?.prepare();
}

/**
 * @param {string} operation
 * @param {string} fail
 * @param {number} at
 */
async function attempt(operation, fail, at) {
  await prepare(operation);
  const before = readSaved();
  files.start({ folder: home, at, fail });
  const outcome = await run(...(operations[operation]?.words ?? []));
  const calls = files.stop();
  return { before, outcome, calls };
}

/** Returns what is saved as text, without undo steps and times, or "damaged", "gone" or "none". */
function readSaved() {
  if (!existsSync(file)) return existsSync(`${file}.bak`) ? "gone" : "none";
  try {
    /** @type {{ projects: { title: string, parked: { idea: string }[] }[] }} */
    const { projects } = JSON.parse(readFileSync(file, "utf8"));
    return JSON.stringify(
      projects.map(({ title, parked }) => [title, parked.map(({ idea }) => idea)]),
    );
  } catch {
    return "damaged";
  }
}

/**
 * Runs the next commands and returns the error of the first that fails. Only a command that the
 * program suggests may be needed before.
 */
async function findBlocked() {
  if (readSaved() === "damaged" || readSaved() === "gone") await run("doctor", "--restore");
  const opened = await run("start", "script", "--anyway");
  const parked = await run("park", "after");
  return [opened, parked].find(({ code }) => code !== 0)?.stderr;
}

/**
 * @param {string} fail
 * @param {string} after
 * @param {Awaited<ReturnType<typeof attempt>>} tried
 */
async function findWrong(fail, after, { before, outcome }) {
  const { code, stderr } = outcome;
  const saved = readSaved();
  if (code !== 0 && ![1, 4].includes(code)) return `ended with ${code}: ${stderr}`;
  if (code !== 0 && !stderr.includes(home)) return `names no path: ${stderr}`;
  if (code !== 0 && stderr.includes(`${fail}: made`)) return `gives no reason in words: ${stderr}`;
  if (![before, after].includes(saved)) return `left ${saved}`;
  if (code === 0 && saved !== after) return `said it was done, and left ${saved}`;
  const blocked = await findBlocked();
  return blocked && `blocks what comes next: ${blocked}`;
}

/**
 * @param {(at: number) => string[]} choose
 */
async function tryAll(choose) {
  /** @type {Breach[]} */
  const breaches = [];
  let tries = 0;
  for (const operation of words.split(",")) {
    const { calls } = await attempt(operation, "none", -1);
    const after = readSaved();
    const plans = calls.flatMap((_, at) => choose(at).map((fail) => ({ at, fail })));
    for (const { at, fail } of plans) {
      const tried = await attempt(operation, fail, at);
      const wrong = await findWrong(fail, after, tried);
      if (wrong) breaches.push({ operation, call: tried.calls[at] ?? "", fail, wrong });
    }
    tries += plans.length;
  }
  return { tries, breaches };
}

/**
 * Returns what each of these crashes left, and whether the next command works.
 * @param {string[]} numbers
 */
async function look(numbers) {
  await prepare(words);
  const before = readSaved();
  await run(...(operations[words]?.words ?? []));
  const after = readSaved();
  const looks = [];
  for (const number of numbers) {
    rmSync(home, { recursive: true, force: true });
    const left = join(folder, `left-${number}`);
    if (existsSync(left)) renameSync(left, home);
    const saved = readSaved();
    const blocked = await findBlocked();
    looks.push({ isWhole: [before, after].includes(saved), saved, blocked: blocked ?? null });
  }
  return looks;
}

await prepareTemplate();
const codes = more.split(",");
if (mode === "all") print(await tryAll(() => codes));
else if (mode === "rotate") print(await tryAll((at) => [codes[at % codes.length] ?? ""]));
else if (mode === "crash") await attempt(words, "crash", Number(more));
else if (mode === "look") print(await look(more.split(",")));
else print((await attempt(words, "none", -1)).calls);

/** @param {unknown} document */
function print(document) {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}
