import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runProgram } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

const hook = `
const { writeFileSync } = require("node:fs");
process.on("exit", () =>
  writeFileSync(process.env.LOADED_FILES, Object.keys(require.cache).join("\\n")));`;

/** Runs the built program, and returns the names of the built files that it loaded. */
async function listLoaded(home: string, words: readonly string[]): Promise<string[]> {
  const folder = createTempFolder();
  const script = join(folder, "hook.cjs");
  const list = join(folder, "loaded.txt");
  writeFileSync(script, hook);
  const env = { LOADED_FILES: list, NODE_OPTIONS: `--require ${JSON.stringify(script)}` };
  expect(await runProgram(words, { home, env })).toMatchObject({ code: 0, stderr: "" });
  const paths = readFileSync(list, "utf8").split("\n");
  const built = paths.filter((path) => /[\\/]dist[\\/]/.test(path)).map((path) => basename(path));
  // The bundler numbers files of modules with the same name.
  return built.map((name) => name.replace(/\d+(?=\.cjs$)/, ""));
}

// Each file takes time at every start. Add one only if the command can't do without it.
const always = ["rolldown-runtime.cjs", "cli.cjs"];
const shared = [...always, "start.cjs", "shared.cjs"];

const clear = join(createTempFolder(afterAll), "checks.md");
writeFileSync(clear, "- The page shows 5 rows.\n");
// What it loads besides finds roles, vague words and the next guide page, and reads files.
const lint = [
  ...shared,
  "asking.cjs",
  "engine.cjs",
  "fields.cjs",
  "findings.cjs",
  "guide-offer.cjs",
  "lint.cjs",
  "lint.cjs",
  "plain-file.cjs",
  "read-file.cjs",
  "rule.cjs",
  "rules.cjs",
  "spec.cjs",
  "word-set.cjs",
  "work-file.cjs",
];

test.each([
  { words: ["--version"], files: [] },
  { words: ["--help"], files: always },
  { words: ["slices"], files: [...always, "start.cjs"] },
  { words: ["slices", "--json"], files: [...always, "start.cjs"] },
  { words: ["status"], files: [...shared, "status.cjs"] },
  { words: ["check", "--json"], files: [...shared, "command.cjs", "asking.cjs"] },
  { words: ["lint", clear], files: lint },
])("$words load no more built files than they need", async ({ words, files }) => {
  const home = createTempFolder();
  await runProgram(["check", "--answer", "problem=yes"], { home });
  expect((await listLoaded(home, words)).toSorted()).toEqual(files.toSorted());
});
