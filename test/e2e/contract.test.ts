import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { bin, cleanEnv, runProgram, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { openTerminal } from "../helpers/terminal.ts";

const title = "\u65e5\u672c\u8a9e report";

/** A home in which a project with a wide title has come to its review. */
function openHome(): string {
  const home = createTempFolder();
  mkdirSync(join(home, "saved"));
  const progress = progressWith({ ...projectAfter("spec", "brief", "review"), title });
  writeFileSync(join(home, "saved", "progress.json"), JSON.stringify({ ...progress, current: "uid-1" }));
  return home;
}

const withJson = [
  ...["check", "slices", "slices show script", "guide", "guide loop", "projects", "status", "lint --list"],
  ...["lint --rule no-threshold", "spec", "brief", "review", "handoff", "decide"],
].map((line) => line.split(" "));
const others = [
  [],
  ...["export", "export --project script", "spec --print", "brief --print", "review --print", "help", "help check"].map(
    (line) => line.split(" "),
  ),
  ...["help exit-codes", "check --help", "completion zsh", "--version"].map((line) => line.split(" ")),
];
const reading = [
  ...withJson.filter(([name]) => !["check", "spec", "brief", "handoff", "decide"].includes(name ?? "")),
  ...others,
];

test.each(withJson)("%s %s %s --json: one document, never coloured, nothing beside it", async (...words) => {
  const { code, stdout, stderr } = await runProgram([...words.filter(Boolean), "--json"], {
    home: openHome(),
    env: { FORCE_COLOR: "1" },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  expect(stdout).not.toContain("\u001b");
});

test.each(reading.map((words) => ({ words })))(
  "$words only reads: code 0, no file changed, and a file gets the same bytes as a pipe",
  async ({ words }) => {
    const home = openHome();
    const saved = readFileSync(join(home, "saved", "progress.json"));
    const piped = await runProgram(words, { home });
    expect(piped.code).toBe(0);
    const out = join(createTempFolder(), "out");
    const file = openSync(out, "w");
    const child = spawn(process.execPath, [bin, ...words], { env: cleanEnv(home), stdio: ["ignore", file, "pipe"] });
    await waitForEnd(child);
    closeSync(file);
    expect(readFileSync(out, "utf8")).toBe(piped.stdout);
    expect(readdirSync(home)).toEqual(["saved"]);
    expect(readFileSync(join(home, "saved", "progress.json"))).toEqual(saved);
  },
);

test.each(reading.map((words) => ({ words })))("$words under TERM=dumb: no escape sequence", async ({ words }) => {
  const terminal = openTerminal(words, { home: openHome(), env: { TERM: "dumb" } });
  expect(await terminal.waitForEnd()).toBe(0);
  expect(terminal.bytes().replaceAll(title, "")).toMatch(/^[\r\n\x20-\x7e]*$/);
});

const windows = reading.flatMap((words) => [80, 50].map((columns) => ({ words, columns })));

test.each(windows)("$words in $columns columns: the terminal breaks no line", async ({ words, columns }) => {
  const terminal = openTerminal(words, { home: openHome(), rows: 60, columns });
  expect(await terminal.waitForEnd()).toBe(0);
  // What is there to be pasted stays whole: commands, links, scripts and the brief.
  const isPasted = words[0] === "completion" || words[0] === "brief";
  const broken = isPasted ? [] : terminal.brokenLines();
  expect(broken.filter((line) => !/^ *(builder-pm |https:)/.test(line))).toEqual([]);
});

test.each([
  ["CHECK", "Did you mean check? See: builder-pm --help"],
  ["check realty-check", "Did you mean reality-check? Use reality-check."],
  ["check --item prblem", "Did you mean problem? "],
  ["slices --trains revew", "Did you mean review? "],
  ["start scrpt --anyway", "Did you mean script? "],
  ["lint x --kind criterium", "Did you mean criterion? Use criterion, problem or evidence."],
  ["projects swich", "Did you mean switch? Use switch."],
  ["park x --project scrpt", "Did you mean script? Use script."],
  ["projects switch scrpt", "Did you mean script? Use script."],
  ["export --project scrpt", "Did you mean script? Use script."],
  ["spec --redo probem", "Did you mean problem? "],
  ["spec --answer probem=x", "Did you mean problem? "],
  ["review --answer verdict.1=mett", "Did you mean met? Use met, not-met or cannot-tell."],
  ["review --answer red-flags=own-logn", "Did you mean own-login? "],
  ["review --answers {}", 'Write it as: {"question": "text", "list": ["one", "two"]}'],
  ["lint --rule vauge-term", "Did you mean vague-term? "],
])("%s is not run, and what was meant is offered", async (line, fix) => {
  const home = openHome();
  writeFileSync(join(home, "{}"), "[]");
  const saved = readFileSync(join(home, "saved", "progress.json"));
  const { code, stdout, stderr } = await runProgram(line.split(" "), { home });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`\n${fix}`);
  expect(readFileSync(join(home, "saved", "progress.json"))).toEqual(saved);
});
