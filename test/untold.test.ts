import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { commands } from "../src/command-table.ts";
import { listTools } from "../src/commands/mcp/tools.ts";
import type { UserError } from "../src/errors.ts";
import { createTestContext, createTestWorld, root } from "./helpers/context.ts";
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
  ["reset", "--yes"],
  ["undo", "--json"],
].filter(([name]) => name !== "mcp");

/** Returns what a command prints, without ids, hashes, sizes, times and sealed text. */
async function readOutput(words: readonly string[], saved: string, env = {}): Promise<string> {
  const home = createTempFolder();
  writeFileSync(join(home, "progress.json"), saved);
  const { world, stdout, stderr } = createTestWorld(home, { words: [...words], env });
  await main(world, root);
  return (stdout() + stderr())
    .replaceAll(home, "")
    .replace(/"sealed": "[^"]*"|\d+ kB/g, "")
    .replace(/T[\d:.-]+(?:Z|(?=\.json))|"bytes": \d+|\b[\da-f]{16,64}\b/g, "");
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

/** A project whose prediction is there, and nothing else of what comes after the spec. */
function saveGuess(guess: string): string {
  const guessed = takeStep(projectAfter("spec"), "brief", { prediction: guess });
  const { brief: _, ...finished } = guessed.finished;
  return JSON.stringify(progressWith({ ...guessed, finished }));
}

/** A project whose checks are all judged, in a review that isn't finished. */
function saveAllJudged(verdict: string): string {
  const text = "# Report\n## Checks\n- C1: met.\n- C2: met.\n";
  const reported = withReport(projectAfter("spec", "brief"), text);
  const given = [verdict, verdict, verdict];
  const judged = takeStep(reported, "review", { verdict: given, saw: given });
  const { review: _, ...finished } = judged.finished;
  return JSON.stringify(progressWith({ ...judged, finished }));
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

test.each(cases)("nor before and after that: builder-pm %s", async (_, way) => {
  const env = { CLAUDECODE: "1" };
  const guessed = await readOutput(way, saveGuess("1"), env);
  expect(await readOutput(way, saveGuess("3"), env)).toBe(guessed);
  const judged = await readOutput(way, saveAllJudged("met"), env);
  expect(await readOutput(way, saveAllJudged("cannot-tell"), env)).toBe(judged);
});

test("an agent isn't shown a sealed report", async () => {
  const env = { CLAUDECODE: "1" };
  const words = ["report", "--show"];
  const shown = await readOutput(words, saveReport("met", "Ran it."), env);
  expect(shown).toContain("Only the person can do this");
  expect(await readOutput(words, saveReport("not met", "It broke."), env)).toBe(shown);
});

const calls = [
  ...["get_status", "get_brief", "get_questions", "list_guide", "list_slices"].map((name) => ({
    name,
    input: {},
  })),
  { name: "read_guide", input: { topic: "claims" } },
  { name: "lint_lines", input: { lines: ["The report is fast."] } },
  { name: "propose_spec_answers", input: { answers: { problem: "Mine" } } },
  { name: "submit_report", input: { text: "C1: met." } },
];

/** Returns what a tool of the MCP server answers, without times, hashes and ids. */
async function callTool({ name, input }: (typeof calls)[number], saved: string): Promise<string> {
  const { context, home } = createTestContext({ saved });
  const tool = listTools(context).find((one) => one.name === name);
  // biome-ignore lint/suspicious/noExplicitAny: the input of one tool is none of the others'.
  const answer = await tool?.call(input as any).catch((error: UserError) => error.message);
  return JSON.stringify(answer)
    .replaceAll(home, "")
    .replace(/T[\d:.]+Z|\b[\da-f]{16,64}\b/g, "");
}

test("every tool is called below", () => {
  const { context } = createTestContext({});
  const names = listTools(context).map(({ name }) => name);
  expect(calls.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test.each(calls)("no tool tells guesses, verdicts or sealed claims apart: $name", async (call) => {
  const judging = await callTool(call, saveJudging("1", "met", "It was there."));
  expect(await callTool(call, saveJudging("3", "not-met", "A gap."))).toBe(judging);
  const guessed = await callTool(call, saveGuess("1"));
  expect(await callTool(call, saveGuess("3"))).toBe(guessed);
  const judged = await callTool(call, saveAllJudged("met"));
  expect(await callTool(call, saveAllJudged("cannot-tell"))).toBe(judged);
  const sealed = await callTool(call, saveReport("met", "Ran it."));
  expect(await callTool(call, saveReport("not met", "It broke."))).toBe(sealed);
});

test.each(cases)("nobody can tell sealed claims apart: builder-pm %s", async (_, words) => {
  const shown = await readOutput(words, saveReport("met", "Ran it."));
  expect(await readOutput(words, saveReport("not met", "It broke."))).toBe(shown);
});
