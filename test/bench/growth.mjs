import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findMedian, timeRun } from "./measure.mjs";
import { changeSaved, writeProjects } from "./projects.mjs";
import { writeTeam } from "./team.mjs";

const TURNS = 3;
/** How `content lint` ends if it finds something. */
const FOUND = 3;
/** Above this, twice as much takes clearly more than twice as long. */
const MAX_EXPONENT = 1.15;

/**
 * An input that can be made of any size, and what reads it.
 * @typedef {object} Growing
 * @property {string} what
 * @property {number} size
 * @property {(size: number) => { words: string[], env: NodeJS.ProcessEnv }} prepare
 */

/**
 * Doubles each input, and returns a line for each with the exponent: 1 is in proportion.
 * @param {import("./projects.mjs").Bench} bench
 */
export function measureGrowth(bench) {
  const lines = listInputs(bench).map((input) => {
    const [small, large] = [input.size, input.size * 2].map((size) =>
      timeAbove(bench, input, size),
    );
    const exponent = Math.log2((large ?? 0) / Math.max(1, small ?? 0));
    const mark = exponent > MAX_EXPONENT ? "too much" : "";
    const times = `${(small ?? 0).toFixed(0)} ms | ${(large ?? 0).toFixed(0)} ms`;
    return `| ${input.what} | ${input.size} | ${times} | ${exponent.toFixed(2)} | ${mark} |`;
  });
  return [
    "| what is doubled | from | time | twice that | exponent | |",
    "|---|---|---|---|---|---|",
    ...lines,
  ];
}

/**
 * Returns the median time of an input, without what the program takes to start.
 * @param {import("./projects.mjs").Bench} bench
 * @param {Growing} input
 * @param {number} size
 */
function timeAbove({ bin }, { prepare }, size) {
  const { words, env } = prepare(size);
  const start = measure(() => timeRun([bin, "--help"], env));
  return measure(() => timeRun([bin, ...words], env, [0, FOUND])) - start;
}

/** @param {() => number} time */
function measure(time) {
  return findMedian(Array.from({ length: TURNS }, time));
}

/**
 * @param {import("./projects.mjs").Bench} bench
 * @returns {Growing[]}
 */
function listInputs(bench) {
  const { env, home, writePack } = bench;
  const lint = (/** @type {string} */ name, /** @type {string} */ text) => {
    const file = join(home, `${name}.md`);
    writeFileSync(file, text);
    return { words: ["lint", file], env };
  };
  const line = "For each of the 3 weeks, every value equals the report made by hand. ";
  return [
    ...["export", "status"].map((command) => ({
      what: `projects, \`${command}\``,
      size: 200,
      prepare: (/** @type {number} */ size) => ({
        words: [command],
        env: writeProjects(bench, size),
      }),
    })),
    {
      what: "reality checks, `check --json`",
      size: 500,
      prepare: (size) => ({ words: ["check", "--json"], env: writeRuns(bench, size) }),
    },
    {
      what: "answers of a run, saving one",
      size: 8000,
      prepare: (size) => ({
        words: ["check", "--answer", "problem=partly"],
        env: writeAnswers(bench, size),
      }),
    },
    {
      what: "lines of a report, `report`",
      size: 2000,
      prepare: (size) => writeReport(bench, size),
    },
    {
      what: "lines of notes, `start --from`",
      size: 10_000,
      prepare: (size) => writeNotes(bench, size),
    },
    ...["slice", "step", "rule", "guide", "checklist"].map((kind) => ({
      what: `files of a ${kind}, \`content lint\``,
      size: 1000,
      prepare: (/** @type {number} */ size) => ({
        words: ["content", "lint", writePack(`${kind}-${size}`, [kind], size)],
        env,
      }),
    })),
    {
      what: "lines, `lint`",
      size: 5000,
      prepare: (size) => lint(`lines-${size}`, `- ${line}\n`.repeat(size)),
    },
    {
      what: "words of a line, `lint`",
      size: 20_000,
      prepare: (size) => lint(`words-${size}`, line.repeat(size / 10)),
    },
    {
      what: "people, `team`",
      size: 200,
      prepare: (size) => {
        const folder = join(home, `team-${size}`);
        writeTeam(folder, size, 12);
        return { words: ["team", folder], env };
      },
    },
  ];
}

/**
 * @param {import("./projects.mjs").Bench} bench
 * @param {number} size
 */
function writeRuns({ home, env, runOnce }, size) {
  const folder = join(home, `runs-${size}`);
  const own = { ...env, BUILDER_PM_HOME: folder };
  runOnce(["check", "--answer", "problem=yes", "--evidence", "problem=14 tickets in May"], own);
  changeSaved(folder, (saved) => {
    const [first] = /** @type {object[]} */ (saved.runs);
    const runs = Array.from({ length: size }, () => ({ ...first, id: crypto.randomUUID() }));
    return { ...saved, runs };
  });
  return own;
}

/**
 * Writes notes without a heading, whose sentences never end.
 * @param {import("./projects.mjs").Bench} bench
 * @param {number} size
 */
function writeNotes({ home, env }, size) {
  const file = join(home, `notes-${size}.md`);
  writeFileSync(file, "Ana reads tickets by hand every Monday and loses an hour\n".repeat(size));
  const own = { ...env, BUILDER_PM_HOME: join(home, `notes-${size}`) };
  return { words: ["start", "A title", "--from", file, "--no-folder", "--anyway"], env: own };
}

/**
 * Saves a run with as many answers to items that the checklist doesn't have anymore.
 * @param {import("./projects.mjs").Bench} bench
 * @param {number} size
 */
function writeAnswers({ home, env, runOnce }, size) {
  const folder = join(home, `answers-${size}`);
  const own = { ...env, BUILDER_PM_HOME: folder };
  runOnce(["check", "--answer", "problem=yes"], own);
  changeSaved(folder, (saved) => {
    const [run] = /** @type {{ answers: Record<string, object> }[]} */ (saved.runs);
    if (!run) throw new Error("There is no run");
    const old = Array.from({ length: size }, (_, index) => [`old-${index}`, run.answers.problem]);
    return {
      ...saved,
      runs: [{ ...run, answers: { ...run.answers, ...Object.fromEntries(old) } }],
    };
  });
  return own;
}

const ANSWERS = [
  ...["problem=Ana retypes 40 requests every Monday.", "bet=42 to 10 minutes"],
  ...["path=orders.csv in, a report out", "not-building=a dashboard", "constraints=no names"],
  ...["checks=18 of 18 values equal the sheet", "checks=An empty file prints No orders"],
  ...["checks=It takes 10 minutes or less", "edges=An empty row", "edges=The same file twice"],
  "stop=If it is off after 4 hours, stop",
];

/**
 * Writes a report of as many lines, for a project with a brief.
 * @param {import("./projects.mjs").Bench} bench
 * @param {number} size
 */
function writeReport({ home, env, runOnce }, size) {
  const own = { ...env, BUILDER_PM_HOME: join(home, `report-${size}`) };
  runOnce(["start", "--own", "--title", "Monday report", "--no-folder"], own);
  runOnce(["spec", ...ANSWERS.flatMap((answer) => ["--answer", answer])], own);
  runOnce(["brief", "--answer", "prediction=3"], own);
  const file = join(home, `report-${size}.md`);
  const details = "  - Ran it for 8 June: 18 of 18 values equal.\n".repeat(size);
  writeFileSync(file, `# Report\n\n## Checks\n\n- C1: met (ran).\n${details}- C2: not met.\n`);
  return { words: ["report", file], env: own };
}
