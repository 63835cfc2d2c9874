import { spawn } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listReadable, home as manualHome } from "../helpers/docs.ts";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { bin, cleanEnv, runProgram, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { openTerminal } from "../helpers/terminal.ts";

afterAll(() => rmSync(manualHome, { recursive: true, force: true }));

const title = "\u65e5\u672c\u8a9e report";

/** A home in which a project with a wide title has come to its review. */
function openHome(): string {
  const home = createTempFolder();
  mkdirSync(join(home, "saved"));
  const progress = progressWith({ ...projectAfter("spec", "brief", "review"), title });
  writeFileSync(
    join(home, "saved", "progress.json"),
    JSON.stringify({ ...progress, current: "uid-1" }),
  );
  return home;
}

/** How a command with --json is typed, where its name alone is not all there is to run. */
const typedAs: Readonly<Record<string, readonly string[]>> = {
  "slices show": ["slices show script"],
  guide: ["guide", "guide loop"],
  status: ["status", "status --history"],
  why: ["why", "why spec"],
  export: ["export", "export --project script"],
  lint: ["lint --list", "lint --rule no-threshold"],
  "content show": ["content show slice script"],
};
const asking = ["check", "spec", "brief", "handoff", "decide"];

const named = listReadable([]);
const withJson = named.flatMap((name) => typedAs[name] ?? [name]).map((line) => line.split(" "));
const others = [
  "export --format text",
  "spec --print",
  "brief --print",
  "review --print",
  "help",
  "help check",
  "help exit-codes",
  "check --help",
  "completion zsh",
  "content schema slice",
  "--version",
].map((line) => line.split(" "));
const reading = [[], ...withJson.filter(([name = ""]) => !asking.includes(name)), ...others];

test("the lists below hold exactly the commands with --json", () => {
  expect(named.length).toBeGreaterThan(15);
  expect([...Object.keys(typedAs), ...asking].filter((name) => !named.includes(name))).toEqual([]);
});

test.each(withJson)(
  "%s %s %s --json prints one uncolored document and nothing else",
  async (...words) => {
    const { code, stdout, stderr } = await runProgram([...words.filter(Boolean), "--json"], {
      home: openHome(),
      env: { FORCE_COLOR: "1" },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
    expect(stdout).not.toContain("\u001b");
  },
);

test.each(reading.map((words) => ({ words })))(
  "$words exits with 0, changes no file and prints the same to a file and a pipe",
  async ({ words }) => {
    const home = openHome();
    const saved = readFileSync(join(home, "saved", "progress.json"));
    const piped = await runProgram(words, { home });
    expect(piped.code).toBe(0);
    const out = join(createTempFolder(), "out");
    const file = openSync(out, "w");
    const child = spawn(process.execPath, [bin, ...words], {
      env: cleanEnv(home),
      stdio: ["ignore", file, "pipe"],
    });
    await waitForEnd(child);
    closeSync(file);
    expect(readFileSync(out, "utf8")).toBe(piped.stdout);
    expect(readdirSync(home)).toEqual(["saved"]);
    expect(readFileSync(join(home, "saved", "progress.json"))).toEqual(saved);
  },
);

test.each(reading.map((words) => ({ words })))(
  "$words prints no escape sequence with TERM=dumb",
  async ({ words }) => {
    const terminal = openTerminal(words, { home: openHome(), env: { TERM: "dumb" } });
    expect(await terminal.waitForEnd()).toBe(0);
    expect(terminal.bytes().replaceAll(title, "")).toMatch(/^[\r\n\x20-\x7e]*$/);
  },
);

const windows = reading.flatMap((words) => [80, 50].map((columns) => ({ words, columns })));

test.each(windows)("$words fits $columns columns", async ({ words, columns }) => {
  const terminal = openTerminal(words, { home: openHome(), rows: 60, columns });
  expect(await terminal.waitForEnd()).toBe(0);
  // What is there to be pasted stays whole: commands, links, paths, scripts, schemas and the
  // brief.
  const isPasted = ["completion", "brief"].includes(words[0] ?? "") || words.includes("schema");
  const broken = isPasted ? [] : terminal.brokenLines();
  expect(broken.filter((line) => !/^ *(builder-pm |https:|\/|[A-Z]:\\)/.test(line))).toEqual([]);
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
])("doesn't run %s and suggests the closest match", async (line, fix) => {
  const home = openHome();
  writeFileSync(join(home, "{}"), "[]");
  const saved = readFileSync(join(home, "saved", "progress.json"));
  const { code, stdout, stderr } = await runProgram(line.split(" "), { home });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`\n${fix}`);
  expect(readFileSync(join(home, "saved", "progress.json"))).toEqual(saved);
});
