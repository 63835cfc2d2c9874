import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSixProjects } from "./fixtures/six-projects.ts";
import { home, openProgram, readDoc, sectionOf } from "./helpers/docs.ts";
import { createTempFolder } from "./helpers/temp.ts";
import { openTerminal } from "./helpers/terminal.ts";

const runIn = openProgram();
const readme = readDoc("README.md");
const loop = readDoc("docs/loop.md");

/** Makes a folder for saved progress. */
function createFolder(name: string): string {
  const folder = join(home, name);
  mkdirSync(folder);
  return folder;
}

/** Returns the first code block of a page that contains a text. */
function findBlock(page: string, text: string): string {
  const blocks = [...page.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  return blocks.find((block) => block.includes(text)) ?? `no block with ${text}`;
}

/** Lists the lines of an excerpt that don't follow each other in the full text. */
function listMissingLines(excerpt: string, full: string): string[] {
  const rest = full.split("\n");
  const lines = excerpt.split("\n").filter((line) => line !== "");
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    rest.splice(0, at + 1);
    return at < 0;
  });
}

test("finds the lines of an excerpt that are missing or out of order", () => {
  expect(listMissingLines("a\n\nc\n", "a\nb\nc\n")).toEqual([]);
  expect(listMissingLines("c\na\nd\n", "a\nb\nc\n")).toEqual(["a", "d"]);
});

const terminal = test.skipIf(process.platform === "win32");

terminal.each([
  { name: "the greeting", page: loop, text: "Where would you like to start?", words: [] },
  { name: "the first question", page: readme, text: "Question 1 of 5", words: ["check"] },
])("$name is what a terminal shows", async ({ page, text, words }) => {
  const { waitFor, screen } = openTerminal(words, { env: { NO_COLOR: "1" } });
  await waitFor("Ctrl+C to stop");
  expect(screen().join("\n")).toContain(findBlock(page, text).trimEnd());
});

test("the pages on the way from start to handoff are what the program prints", async () => {
  const folder = createFolder("answers");
  const started = await runIn(folder, ["start", "script", "--title", "Monday report"]);
  const spec = await runIn(folder, ["spec", "--answers", "spec.json"]);
  const brief = await runIn(folder, ["brief", "--answer", "prediction=2"]);
  const review = await runIn(folder, ["review", "--answers", "review.json"]);
  const answers = ["engineer=Mira", "faked=The exchange rate is fixed at 1.08"];
  const given = answers.flatMap((answer) => ["--answer", answer]);
  const handoff = await runIn(folder, ["handoff", ...given]);
  expect(findBlock(loop, 'Started "Monday report"')).toBe(started.stderr);
  expect(spec).toMatchObject({
    code: 0,
    stderr: "Next: builder-pm brief (turn your spec into a brief for your coding agent)\n",
  });
  expect(brief.stdout).toContain(findBlock(readme, "## Done when"));
  expect(listMissingLines(findBlock(loop, "Expected 2 of 3"), review.stdout)).toEqual([]);
  expect(listMissingLines(findBlock(readme, "report: handoff"), handoff.stdout)).toEqual([]);
});

test("the options over budget are what the program prints", async () => {
  const folder = createFolder("budget");
  await runIn(folder, ["start", "script", "--minutes", "180"]);
  await runIn(folder, ["spec", "--answers", "spec.json"]);
  await runIn(folder, ["brief", "--answer", "prediction=2"]);
  await runIn(folder, ["log", "second pass", "--minutes", "235"]);
  const refused = await runIn(folder, ["log", "third pass", "--minutes", "10"]);
  expect(refused.code).toBe(1);
  expect(findBlock(loop, "over its budget of 180")).toBe(refused.stderr);
});

test("the history of six projects is what the program prints", async () => {
  const folder = createFolder("six");
  writeFileSync(join(folder, "progress.json"), JSON.stringify(await loadSixProjects()));
  const { stdout } = await runIn(folder, ["status", "--history"]);
  expect(findBlock(loop, "  Overall\n")).toBe(stdout.slice(stdout.indexOf("  Overall")));
});

test("the findings are those of the linter", async () => {
  const { stdout, code } = await runIn(home, ["lint", "checks.md"]);
  expect(code).toBe(1);
  expect(readDoc("docs/lint.md")).toContain(`\`\`\`text\n${stdout}\`\`\`\n`);
});

test("what each line is, is what the program prints", async () => {
  const { stdout, code } = await runIn(home, ["lint", "checks.md", "--explain"]);
  expect(code).toBe(0);
  expect(readDoc("docs/lint.md")).toContain(`\`\`\`text\n${stdout}\`\`\`\n`);
});

test("the problem in a team's folder is what the program prints", async () => {
  const { stdout, code } = await runIn(home, ["content", "lint", "team"]);
  expect(code).toBe(3);
  expect(readDoc("docs/teams.md")).toContain(`\`\`\`text\n${stdout}\`\`\`\n`);
});

const evaluated = new Map<string, string[]>();

/** Evaluates the linter on a file, only once. */
function evaluateLinter(file: string): string[] {
  const known = evaluated.get(file) ?? printEvaluation(file);
  evaluated.set(file, known);
  return known;
}

function printEvaluation(file: string): string[] {
  // A copy is read with all that was learned, of its own lines as well.
  const copy = join(createTempFolder(), file);
  copyFileSync(join("test/fixtures/lint", file), copy);
  const command = ["test/eval/run.mjs", "lint", copy];
  const { stdout } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return stdout.split("\n").map((line) => line.split(/ {2,}/).join(" | "));
}

test("the accuracy on dev.jsonl is what the evaluation prints", () => {
  const printed = evaluateLinter("dev.jsonl");
  const table = sectionOf("docs/benchmarks.md", "| on `test/fixtures/lint/dev", "\n\n");
  const rows = [...table.matchAll(/^\| (\w.*) \|$/gm)].map((match) => match[1] ?? "").slice(1);
  expect(rows.length).toBe(3);
  expect(rows.filter((row) => !printed.includes(row))).toEqual([]);
});

test.each([
  ["criteria, after", "criterion"],
  ["problems, after", "problem"],
])("the accuracy on real.jsonl is what the evaluation prints: %s", (shown, role) => {
  const row = evaluateLinter("real.jsonl").find((line) => line.startsWith(`${role} | `)) ?? "";
  const figures = row.split(" | ").slice(2, 6).join(" | ");
  expect(readDoc("docs/benchmarks.md")).toContain(`| ${shown} | ${figures} |`);
});
