import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { commands } from "../src/command-table.ts";
import { runReport } from "../src/commands/report.ts";
import { createTestWorld, root } from "./helpers/context.ts";
import { createLoopContext, progressWith, projectAfter, steps } from "./helpers/loop.ts";
import { judge, proudReport, sealedWords, withReport } from "./helpers/reports.ts";
import { createTempFolder } from "./helpers/temp.ts";

/** Saves a sealed report by the command, so that there is an undo step too. Returns the file. */
async function saveSealed(): Promise<string> {
  const { context, file } = createLoopContext({ project: projectAfter("spec", "brief") });
  const report = join(createTempFolder(), "answer.md");
  writeFileSync(report, proudReport);
  await runReport(context, report, {});
  return readFileSync(file, "utf8");
}

let sealed: Promise<string> | undefined;

/** Runs a command line in this process; returns what it prints, and what is saved after it. */
async function run(words: readonly string[], saved?: string): Promise<string> {
  sealed ??= saveSealed();
  const text = saved ?? (await sealed);
  const home = createTempFolder();
  const file = join(home, "progress.json");
  writeFileSync(file, text);
  const { world, stdout, stderr } = createTestWorld(home, { words: [...words] });
  await main(world, root);
  return stdout() + stderr() + readFileSync(file, "utf8");
}

const ways = [
  [],
  ...commands.flatMap(({ name }) => [[name], [name, "--json"], ["help", name]]),
  ...steps.flatMap(({ id }) => [[id], [id, "--print"], [id, "--json"]]),
  ["status", "--history"],
  ["status", "--history", "--json"],
  ["undo", "--redo"],
  ["export", "--format", "text"],
  ["export", "--project", "script"],
  ["export", "--project", "script", "--json"],
  ["review", "--answer", "verdict.1=met", "--answer", "verdict.2=not-met"],
  ["review", "--answer", "unasked=A button", "--json"],
  ["log", "first pass", "--minutes", "5"],
].filter(([name = ""]) => !["reset", "mcp"].includes(name));

test.each(ways.map((words) => [words.join(" ") || "alone", words] as const))(
  "gives no sealed claim away: builder-pm %s",
  async (_, words) => {
    const shown = await run(words);
    expect(sealedWords.filter((word) => shown.includes(word))).toEqual([]);
  },
);

test("the same outputs show the claims once every check is judged", async () => {
  const judged = judge(withReport(projectAfter("spec", "brief")), ["met", "not-met", "met"]);
  const saved = JSON.stringify(progressWith(judged));
  expect(await run(["review", "--json"], saved)).toContain('"overclaimed": true');
  expect(await run(["review", "--print"], saved)).toContain("overclaimed on C2");
});
