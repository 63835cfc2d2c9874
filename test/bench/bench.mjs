// Prints how fast the built program is, compared with Node doing nothing. Nothing fails if it is
// slow. Run `npm run bench`, `npm run bench -- 51` for more pairs, or `npm run bench -- --growth` to
// double each input instead.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureEnters } from "./enter-time.mjs";
import { timeUntilAnswered } from "./first-answer.mjs";
import { measureGrowth } from "./growth.mjs";
import { keepCode } from "./kept-code.mjs";
import { measurePairs, timeRun } from "./measure.mjs";
import { measurePackage } from "./package-size.mjs";
import { measurePeak } from "./peak-memory.mjs";
import { measureReading } from "./projects.mjs";
import { measureSave } from "./save-time.mjs";
import { describeTimes, drawFirstQuestion, measureCommand, measureStarts } from "./starts.mjs";
import { writeTeam } from "./team.mjs";

/** @typedef {import("./starts.mjs").Row} Row */

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = join(root, "bin", "builder-pm.cjs");
const bare = ["-e", "0"];
const pairs = Math.max(21, Number(process.argv[2]) || 0);
const starting = { bin, pairs };
const home = mkdtempSync(join(tmpdir(), "builder-pm-bench-"));

try {
  const { env, freshEnv } = prepare();
  const isGrowth = process.argv.includes("--growth");
  if (isGrowth) process.stdout.write(`${measureGrowth(createBench(env)).join("\n")}\n`);
  else print(await measureAll(env, freshEnv));
} finally {
  rmSync(home, { recursive: true, force: true });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.ProcessEnv} freshEnv
 * @returns {Promise<Row[]>}
 */
async function measureAll(env, freshEnv) {
  return [
    await measureCommand(starting, ["--version"], "1.08", env),
    ...(await measureStarts(starting, env, freshEnv)),
    ...(await measureKept(env)),
    await measureMcp("250 ms", env),
    ...(await measureReading(createBench(env), describeTimes)),
    ...(await measureEnters(createBench(env))),
    await measurePack("150 ms above", env),
    await measureContentLint("1 s", env),
    await measureLint("0.8 s", env),
    ...(await measureTeam("2 s", "300 MiB", env)),
    describeTimes(
      "a save at 20 kB, beside conf alone",
      await measureSave(root, home),
      "at most 5 ms",
    ),
    measureTarball("1500 kB, 1 package"),
  ];
}

/**
 * Measures the same with the code that Node has kept, where it does.
 * @param {NodeJS.ProcessEnv} cold
 * @returns {Promise<Row[]>}
 */
async function measureKept(cold) {
  const kept = await keepCode(join(home, "kept"), cold, {
    save: saveCheck,
    warmUp,
  });
  return kept ? measureStarts(starting, kept.env, kept.freshEnv, ", compiled code kept") : [];
}

/**
 * Runs each of these commands once, so that Node keeps what it has compiled.
 * @param {NodeJS.ProcessEnv} env
 */
async function warmUp(env) {
  for (const words of [["--help"], ["slices"], ["status"], ["check", "--json"]])
    runOnce(words, env);
  await drawFirstQuestion(bin, env);
}

/**
 * What the other measures need.
 * @param {NodeJS.ProcessEnv} env
 */
function createBench(env) {
  return {
    ...{ bin, home, env, runOnce },
    writePack: (
      /** @type {string} */ name,
      /** @type {readonly string[]} */ kinds,
      /** @type {number} */ each,
    ) => writePack(name, kinds, each, env),
  };
}

/** Returns two environments to measure in: one with a full check saved, one with nothing saved. */
function prepare() {
  // Node parses the file in NODE_EXTRA_CA_CERTS at every start, which would flatter every ratio.
  // biome-ignore lint/style/noProcessEnv: the measured programs need the PATH and system folders.
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, CI, ACCESSIBLE, ...rest } = process.env;
  const env = { ...rest, NO_COLOR: "1", TERM: "xterm", BUILDER_PM_HOME: join(home, "saved") };
  saveCheck(env);
  return { env, freshEnv: { ...env, BUILDER_PM_HOME: join(home, "fresh") } };
}

/**
 * Saves a full check.
 * @param {NodeJS.ProcessEnv} env
 */
function saveCheck(env) {
  const { items } = JSON.parse(runOnce(["check", "--json"], env));
  const ids = /** @type {{ id: string }[]} */ (items).map(({ id }) => id);
  runOnce(
    [
      "check",
      ...ids.flatMap((id) => ["--answer", `${id}=yes`, "--evidence", `${id}=14 tickets in May`]),
    ],
    env,
  );
}

/**
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 */
function runOnce(words, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    env,
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`"builder-pm ${words.join(" ")}" ended with ${status}: ${stderr}`);
  return stdout;
}

/**
 * Measures the linter with a file of 1 MB of valid checks.
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
async function measureLint(target, env) {
  const { slices } = JSON.parse(runOnce(["slices", "--json"], env));
  const ids = /** @type {{ id: string }[]} */ (slices).map(({ id }) => id);
  const checks = ids.flatMap(
    (id) => JSON.parse(runOnce(["slices", "show", id, "--json"], env)).slice.checks,
  );
  const page = `${checks.join("\n")}\n`;
  const file = join(home, "checks.md");
  writeFileSync(file, page.repeat(Math.ceil(1_000_000 / page.length)));
  const medians = await measurePairs(
    3,
    () => timeRun(bare, env),
    () => timeRun([bin, "lint", file], env),
  );
  return describeTimes("`lint` of 1 MB", medians, target);
}

/**
 * Measures the summaries of 1,000 people over 24 months.
 * @param {string} target
 * @param {string} memoryTarget
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row[]>}
 */
async function measureTeam(target, memoryTarget, env) {
  const folder = join(home, "summaries");
  writeTeam(folder, 1000, 24);
  const medians = await measurePairs(
    5,
    () => timeRun(bare, env),
    () => timeRun([bin, "team", folder], env),
  );
  const peak = measurePeak([bin, "team", folder], env);
  return [
    describeTimes("`team` of 1,000 people and 24 months", medians, target),
    ["its peak memory", `${peak.toFixed(1)} MiB`, "", "", memoryTarget],
  ];
}

/**
 * Measures a pack of 2,000 files, the same number of each kind.
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
async function measurePack(target, env) {
  const pack = writePack("team", ["checklist", "slice", "step", "rule", "guide"], 400, env);
  const medians = await measurePairs(
    pairs,
    () => timeRun(bare, env),
    () => timeRun([bin, "slices", "--content", pack], env),
  );
  return describeTimes("`slices` with 2,000 files of a team", medians, target);
}

/**
 * Measures a pack of 2,000 valid slices.
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
async function measureContentLint(target, env) {
  const pack = writePack("slices", ["slice"], 2000, env);
  const medians = await measurePairs(
    5,
    () => timeRun(bare, env),
    () => timeRun([bin, "content", "lint", pack], env),
  );
  return describeTimes("`content lint` of 2,000 slices", medians, target);
}

/**
 * Writes a pack with `each` files of each kind, and returns its path.
 * @param {string} name
 * @param {readonly string[]} kinds
 * @param {number} each
 * @param {NodeJS.ProcessEnv} env
 */
function writePack(name, kinds, each, env) {
  const pack = join(home, name);
  for (const kind of kinds) {
    runOnce(["content", "new", kind, "first", "--dir", pack], env);
    const folder = readdirSync(pack).find((entry) => entry.startsWith(kind)) ?? kind;
    const text = readFileSync(join(pack, folder, "first.md"), "utf8");
    for (let number = 1; number < each; number++) {
      writeFileSync(
        join(pack, folder, `a${number}.md`),
        text.replace(/^order: .*/m, `order: ${1000 + number}`),
      );
    }
  }
  return pack;
}

/**
 * Measures how long a coding agent waits for the first answer of the MCP server.
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
async function measureMcp(target, env) {
  const client = { name: "bench", version: "1" };
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: client };
  const hello = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
  const medians = await measurePairs(
    pairs,
    () => timeRun(bare, env),
    () => timeUntilAnswered([bin, "mcp"], env, `${hello}\n`),
  );
  return describeTimes("first answer of `mcp`", medians, target);
}

/**
 * @param {string} target
 * @returns {Row}
 */
function measureTarball(target) {
  const { kilobytes, packages } = measurePackage(root);
  const size =
    kilobytes === undefined
      ? "not measured: start it with npm run bench"
      : `${kilobytes.toFixed(0)} kB`;
  const count = packages === 1 ? "1 package" : `${packages} packages`;
  return ["packed tarball", `${size}, ${count}`, "", "", target];
}

/** @param {readonly Row[]} rows */
function print(rows) {
  const lines = [
    `Node ${process.versions.node}, medians of ${pairs} alternating pairs`,
    "",
    "| what | builder-pm | `node -e 0` | ratio | target |",
    "|---|---|---|---|---|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
