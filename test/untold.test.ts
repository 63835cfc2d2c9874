import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { commands } from "../src/command-table.ts";
import { createTestWorld, root } from "./helpers/context.ts";
import { progressWith, projectAfter, sampleAnswers, steps, takeStep } from "./helpers/loop.ts";
import { withReport } from "./helpers/reports.ts";
import { createTempFolder } from "./helpers/temp.ts";

const formats = ["markdown", "text", "html"];
const ways = [
  [],
  ...commands.flatMap(({ name }) => [[name], [name, "--json"], ["help", name]]),
  ...steps.flatMap(({ id }) => [
    [id],
    [id, "--print"],
    [id, "--json"],
    ...formats.map((format) => [id, "--print", "--format", format]),
  ]),
  ...formats.flatMap((format) => [
    ["export", "--format", format],
    ["export", "--project", "script", "--format", format],
  ]),
  ["export", "--project", "script", "--json"],
  ["export", "--summary"],
  ["status", "--history"],
  ["status", "--history", "--json"],
  ["agent", "instructions"],
  ["agent", "instructions", "--json"],
  ["undo", "--redo"],
  ["log", "first pass", "--minutes", "5"],
  ["review", "--answer", "unasked=A button", "--json"],
  ["brief", "--answer", "prediction=2", "--json"],
].filter(([name = ""]) => !["reset", "mcp"].includes(name));

/** Returns what a command prints, without ids, hashes, sizes, times and sealed text. */
async function readOutput(words: readonly string[], saved: string, env = {}): Promise<string> {
  const home = createTempFolder();
  writeFileSync(join(home, "progress.json"), saved);
  const { world, stdout, stderr } = createTestWorld(home, { words: [...words], env });
  await main(world, root);
  return (stdout() + stderr())
    .replaceAll(home, "")
    .replace(/"sealed": "[^"]*"/g, "")
    .replace(/T[\d:.]+Z|"bytes": \d+|\b[\da-f]{16,64}\b/g, "");
}

/** A project in the middle of its review. */
function saveJudging(guess: string, verdict: string, saw: string): string {
  const briefed = takeStep(projectAfter("spec"), "brief", {
    ...sampleAnswers.brief,
    prediction: guess,
  });
  const judged = takeStep(briefed, "review", {
    verdict: [verdict, verdict, null],
    saw: [saw, saw, null],
  });
  const { review: _, ...finished } = judged.finished;
  return JSON.stringify(progressWith({ ...judged, finished }));
}

function saveReport(claim: string, words: string): string {
  const text = `# Report\n## Checks\n- C1: ${claim}. ${words}\n- C2: ${claim}.\n- C3: met.\n`;
  return JSON.stringify(progressWith(withReport(projectAfter("spec", "brief"), text)));
}

const cases = ways.map((words) => [words.join(" ") || "alone", words] as const);

test.each(cases)(
  "an agent can't tell guesses and verdicts apart: builder-pm %s",
  async (_, way) => {
    const env = { CLAUDECODE: "1" };
    const shown = await readOutput(way, saveJudging("1", "met", "It was there."), env);
    expect(await readOutput(way, saveJudging("3", "met", "It was there."), env)).toBe(shown);
    expect(await readOutput(way, saveJudging("1", "not-met", "A gap."), env)).toBe(shown);
  },
);

test.each(cases)("nobody can tell sealed claims apart: builder-pm %s", async (_, words) => {
  const shown = await readOutput(words, saveReport("met", "Ran it."));
  expect(await readOutput(words, saveReport("not met", "It broke."))).toBe(shown);
});
