import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { commands } from "../src/command-table.ts";
import { detectLaunch } from "../src/launch.ts";
import { createTestWorld, root } from "./helpers/context.ts";
import { progressWith, projectAfter, steps } from "./helpers/loop.ts";
import { createTempFolder } from "./helpers/temp.ts";

/** Creates a folder with the program installed in it. */
function installIn(...path: string[]): string {
  const folder = join(createTempFolder(), ...path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "builder-pm"), "");
  chmodSync(join(folder, "builder-pm"), 0o755);
  return folder;
}

const cache = join("home", ".npm", "_npx", "1a2b", "node_modules", ".bin");

test.each([
  { name: "an installed program", env: {}, path: [["bin"]], npx: false, local: false },
  {
    name: "npx with an installed program",
    env: { npm_command: "exec" },
    path: [["bin"]],
    npx: false,
    local: false,
  },
  {
    name: "npx in a project",
    env: { npm_command: "exec" },
    path: [["node_modules", ".bin"]],
    npx: true,
    local: true,
  },
  {
    name: "npx from its cache",
    env: { npm_command: "exec" },
    path: [[cache]],
    npx: true,
    local: true,
  },
  {
    name: "npx with nothing on the path",
    env: { npm_command: "exec" },
    path: [],
    npx: true,
    local: true,
  },
  {
    name: "npm run",
    env: { npm_command: "run" },
    path: [["node_modules", ".bin"]],
    npx: false,
    local: false,
  },
])("recognizes $name", ({ env, path, npx, local }) => {
  const PATH = path.map((folder) => installIn(...folder)).join(delimiter);
  expect(detectLaunch({ ...env, PATH }, "/work/checkout")).toEqual({
    isThroughNpx: npx,
    isLocal: local,
  });
});

test("a program in the npx cache works in every folder", () => {
  const launch = detectLaunch(
    { npm_command: "exec", PATH: "" },
    `/home/ana/.npm/_npx/1a2b/node_modules/builder-pm`,
  );
  expect(launch).toEqual({ isThroughNpx: true, isLocal: false });
});

/** Runs a command line as npx does where the program isn't installed. */
async function runThroughNpx(words: string[], terminal = false) {
  const home = createTempFolder();
  const saved = progressWith(projectAfter("spec", "brief"));
  writeFileSync(join(home, "progress.json"), JSON.stringify(saved));
  const env = { npm_command: "exec", PATH: "", CI: "true" };
  const { world, stdout, stderr } = createTestWorld(home, { words, env, terminal });
  await main(world, root);
  return stdout() + stderr();
}

const names = [...commands.map(({ name }) => name), ...steps.map(({ id }) => id)];
const lines = [
  ...names.flatMap((name) => [[name], [name, "--help"], [name, "--nonsense"]]),
  ["help"],
  ["chekc"],
  ["slices", "show", "script"],
  ["why", "problem"],
  ["status", "--json"],
  ["status", "--history"],
  ...["agents", "changes", "loop", "prompts", "quality-bar", "why-build"].map((topic) => [
    "guide",
    topic,
  ]),
  ["start", "script"],
  ["spec", "--redo", "checks"],
  ["log", "x", "--minutes", "5"],
  ["import", "none.json"],
  ["park", "-5% churn"],
  ["review", "--json"],
  ["agent", "instructions"],
  ["export", "--project", "script"],
  ["lint", "--rule", "vague-term"],
];
// A script for a shell, pages that go to other people, and messages to an agent's host hold no
// command for the person who runs this.
const others = ["completion", "export", "mcp"];

test.each(lines.filter(([name = ""]) => !others.includes(name)).map((words) => ({ words })))(
  "every command that $words prints starts with npx",
  async ({ words }) => {
    for (const terminal of [false, true]) {
      const printed = await runThroughNpx(words, terminal);
      const named = names.join("|");
      const bare = new RegExp(`^.*(?<!npx )(?<![/\\w])builder-pm (?:--|${named})\\b.*$`, "gm");
      expect(printed.match(bare) ?? []).toEqual([]);
    }
  },
);

test("explains -- for a text that starts with a dash", async () => {
  const printed = await runThroughNpx(["park", "-5% churn"]);
  expect(printed).toContain(`If it's text, put -- before it: npx builder-pm park -- "-5% churn"`);
  expect(await runThroughNpx(["park", "--", "-5% churn"])).toContain("Parked");
});

test.each([
  { words: ["park", "-Very slow"], line: 'park -- "-Very slow"' },
  { words: ["park", "-hello"], line: "park -- -hello" },
  { words: ["log", "- done", "--minutes", "5"], line: 'log --minutes 5 -- "- done"' },
  { words: ["lint", "-x"], line: "lint -- -x" },
])("$words loses nothing and prints the line to type", async ({ words, line }) => {
  const printed = await runThroughNpx(words);
  expect(printed.replace(/\s+/g, " ")).toContain(`put -- before it: npx builder-pm ${line}`);
});

test.each([
  { words: ["log", "undo works", "-m", "200"], option: "-m", meant: "--minutes 200" },
  { words: ["log", "undo works", "-m200"], option: "-m", meant: "--minutes 200" },
  { words: ["log", "undo works", "-p", "script"], option: "-p", meant: "--project script" },
])("$words suggests the option that the letter stands for", async ({ words, option, meant }) => {
  const printed = await runThroughNpx(words);
  expect(printed.replace(/\s+/g, " ")).toContain(
    `There is no option "${option}". Did you mean ${meant}? Run: ` +
      `npx builder-pm log "undo works" ${meant}`,
  );
});

test("start says how to install if the commands work in one folder only", async () => {
  const printed = await runThroughNpx(["start", "script", "--anyway"]);
  expect(printed).toContain(`To use builder-pm in every folder:\n  npm install --global ${root}\n`);
});
