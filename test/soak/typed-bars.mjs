// The bars that run in vitest, because they test code behind no command.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Whether a bar is met, with a description.
 * @typedef {{ met: boolean, words: string }} Verdict
 */

/** @type {[id: string, tried: string, try_: () => Promise<Verdict>][]} */
export const typedBars = [
  ["D6", "10,000 random progresses, exported and brought back", () => runBar("export-and-back")],
  ["S1", "every kind of question x every way out, drawn and plain", () => runBar("ways-out")],
  [
    "T1",
    "every kind of open prompt x what another process does, in real terminals",
    () => runBar("open-prompts"),
  ],
  ["X1", "100,000 broken content files", () => runBar("broken-content")],
  ["X2", "20,000 tricky answers in each reader of markdown", () => runBar("tricky-answers")],
  ["T1", "every kind of question x what another window does", () => runTests("stale-prompts")],
  ["T2", "10,000 random histories of verdicts", () => runTests("domain/project/trace")],
  ["T5", "20,000 hostile answers in a brief", () => runTests("render/forgery")],
  ["T3", "what the guard finds, and its false alarms", () => runTests("linter/sensitive-bars")],
  [
    "T4",
    "22 invisible characters x 3 positions x every output, and what a team's folder could try",
    () => runTests("commands/shared/guard-bypass"),
  ],
  ["T6", "every path argument and saved file x odd files", () => runBar("odd-paths")],
  ["X3", "every property test with its full number of cases", runPropertyTests],
];

/** @param {string} name */
function runBar(name) {
  return runFiles([`test/soak/${name}.soak.ts`]);
}

/** @param {string} name */
async function runTests(name) {
  const { met, words } = await runFiles([`test/${name}.test.ts`]);
  return { met, words: words || "every case passed" };
}

/** Runs the test files that try only some of their random cases in `npm test`. */
async function runPropertyTests() {
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => join("test", file))
    .filter((file) => readFileSync(join(root, file), "utf8").includes("countRuns("));
  const { met, words } = await runFiles(files);
  return { met, words: words || `${files.length} files passed` };
}

/**
 * Runs test files and returns what they report in `task.meta.words`.
 * @param {string[]} files
 * @returns {Promise<Verdict>}
 */
async function runFiles(files) {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const options = ["--config", "vitest.soak.config.ts", "--reporter=json"];
  const child = spawn(process.execPath, [vitest, "run", ...options, ...files], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout.on("data", (chunk) => void chunks.push(chunk));
  await new Promise((resolve) => child.on("close", resolve));
  const report = JSON.parse(
    Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^[^{]*/, ""),
  );
  /** @type {{ meta: { words?: string }, failureMessages: string[] }[]} */
  const results = report.testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
  const words = results.flatMap(({ meta, failureMessages }) => [meta.words, ...failureMessages]);
  return { met: report.success, words: words.filter(Boolean).join("; ") };
}
