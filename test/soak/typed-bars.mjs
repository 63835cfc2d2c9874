// The bars whose long form is written in TypeScript, because it tries code of ours that is no
// command.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * What a bar came to: whether it is met, and in words.
 * @typedef {{ met: boolean, words: string }} Verdict
 */

/** @type {[id: string, tried: string, try_: () => Promise<Verdict>][]} */
export const typedBars = [
  ["D6", "10,000 random progresses, exported and brought back", () => runFile("export-and-back")],
  ["S1", "every kind of question x every way out, drawn and plain", () => runFile("ways-out")],
  ["X1", "100,000 broken content files", () => runFile("broken-content")],
  ["X2", "20,000 tricky answers in each reader of markdown", () => runFile("tricky-answers")],
];

/**
 * Runs one file and takes what it says of itself: `task.meta.words`.
 * @param {string} name
 * @returns {Promise<Verdict>}
 */
async function runFile(name) {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const words = [
    "run",
    "--config",
    "vitest.soak.config.ts",
    "--reporter=json",
    `test/soak/${name}.soak.ts`,
  ];
  const child = spawn(process.execPath, [vitest, ...words], {
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
  const told = results.map(({ meta, failureMessages }) =>
    [meta.words, ...failureMessages].filter(Boolean).join("; "),
  );
  return { met: report.success, words: told.join("; ") };
}
