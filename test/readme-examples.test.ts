import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commands } from "../src/command-table.ts";
import { playSixProjects } from "./fixtures/six-projects.ts";
import { findPath, home, listReadable, manual, readme, runIn, steps } from "./helpers/readme.ts";

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The keys of a JSON value, in order of the alphabet; a list stands for its first entry. */
function listKeys(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return listKeys(value[0], `${at}[]`);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value)
    .flatMap(([key, entry]) => [`${at}.${key}`, ...listKeys(entry, `${at}.${key}`)])
    .toSorted();
}

const examples = [
  ...manual.matchAll(/^`builder-pm ([^`\n]* --json)`[^\n]*\n(?:[^\n]+\n)*\n```json\n(.*?)^```$/gms),
].map((match) => ({
  command: match[1] ?? "",
  example: match[2] ?? "",
}));

test("there is a JSON example for every command that is read", () => {
  expect(examples.map(({ command }) => command).toSorted()).toEqual([
    "check --json",
    "content lint team --json",
    "content show guide loop --json",
    "doctor --json",
    "export --json",
    "guide --json",
    "guide why-build --json",
    "lint --list --json",
    "lint --rule no-threshold --json",
    "lint checks.md --json",
    "projects --json",
    "slices --json",
    "slices show script --json",
    "spec --json",
    "status --history --json",
    "status --json",
    "why problem --json",
  ]);
});

test("every command with --json has its example; one step stands for the five", () => {
  const readable = commands.flatMap(({ name }) => listReadable([name]));
  const shown = new Set(examples.map(({ command }) => findPath(command.split(" ")).join(" ")));
  expect([...readable, "spec"].filter((name) => !shown.has(name))).toEqual([]);
});

const six = JSON.stringify(await playSixProjects());

/** A home in which a person has come as far as the document of a command needs. */
function openHome(command: string): string {
  const folder = join(home, command.replaceAll(/\W+/g, "-"));
  mkdirSync(folder);
  if (command.includes("--history")) writeFileSync(join(folder, "progress.json"), six);
  else takeToBrief(folder);
  if (command.startsWith("why")) takeToDecision(folder);
  return folder;
}

function takeToBrief(folder: string): void {
  runIn(folder, ["check", "--answer", "problem=yes", "--evidence", "problem=14 tickets in May"]);
  runIn(folder, ["start", "script"]);
  runIn(folder, ["spec", "--answers", "spec.json"]);
  runIn(folder, ["brief", "--answer", "prediction=2"]);
}

function takeToDecision(folder: string): void {
  const others = ["slice", "spec", "review", "engineer"].flatMap((id) => ["--answer", `${id}=yes`]);
  runIn(folder, ["check", ...others]);
  runIn(folder, ["check", "--answer", "problem=partly"]);
  runIn(folder, ["review", "--answers", "review.json"]);
  runIn(folder, [
    "decide",
    "--answer",
    "verdict=keep",
    "--answer",
    "because=b",
    "--answer",
    "learned=l",
  ]);
}

test.each(examples)(
  "the example of $command has the keys of the real output",
  ({ command, example }) => {
    const { stdout, stderr } = runIn(openHome(command), command.split(" "));
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^\{\n {2}"version": 1,\n.*\n\}\n$/s);
    expect(listKeys(JSON.parse(example))).toEqual(listKeys(JSON.parse(stdout)));
  },
);

test("the keys of every document are in camelCase; an export has ids of content among them", () => {
  const named = examples.filter(({ command }) => !command.startsWith("export"));
  const keys = named
    .flatMap(({ example }) => listKeys(JSON.parse(example)))
    .map((key) => key.split(".").at(-1));
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter((key) => !/^[a-z][a-zA-Z]*(\[\])?$/.test(key ?? ""))).toEqual([]);
});

test.each(steps)("the document of %s looks like that of spec", (step) => {
  const spec = examples.find(({ command }) => command === "spec --json");
  const { stdout } = runIn(openHome(step), [step, "--json"]);
  expect(listKeys(JSON.parse(stdout))).toEqual(listKeys(JSON.parse(spec?.example ?? "")));
});

test("the error it shows is the one a program gets", () => {
  const { status, stdout, stderr } = runIn(home, ["check", "--item", "specs", "--json"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(manual).toContain(`\`\`\`json\n${stderr}\`\`\`\n`);
});

test("the files of answers it shows take a project from its start to the review", () => {
  const folder = join(home, "answers");
  mkdirSync(folder);
  runIn(folder, ["start", "script"]);
  const spec = runIn(folder, ["spec", "--answers", "spec.json"]);
  runIn(folder, ["brief", "--answer", "prediction=2"]);
  const review = runIn(folder, ["review", "--answers", "review.json"]);
  expect(spec.stderr).toBe(
    "Next: builder-pm brief (print the brief for your coding agent, lock the spec)\n",
  );
  expect(review).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("The review found 1."),
  });
  const page = readme.slice(
    readme.indexOf("2 of 3 expected to be met."),
    readme.indexOf("**6. Show it"),
  );
  const shown = page.split("\n").filter((line) => line !== "" && line !== "```");
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter((line) => !review.stdout.includes(line))).toEqual([]);
});

test("the findings it shows are those of the linter", () => {
  const { stdout, status } = runIn(home, ["lint", "checks.md"]);
  expect(status).toBe(1);
  expect(readme).toContain(`\`\`\`text\n${stdout}\`\`\`\n`);
});

test("the three ways on are those of the program", () => {
  const folder = join(home, "budget");
  mkdirSync(folder);
  runIn(folder, ["start", "script", "--minutes", "180"]);
  runIn(folder, ["spec", "--answers", "spec.json"]);
  runIn(folder, ["brief", "--answer", "prediction=2"]);
  runIn(folder, ["log", "second pass", "--minutes", "235"]);
  const refused = runIn(folder, ["log", "third pass", "--minutes", "10"]);
  expect(refused.status).toBe(1);
  expect(readme).toContain(`\`\`\`text\n${refused.stderr}\`\`\`\n`);
});

test("what six projects add up to is what the program says of them", () => {
  const folder = join(home, "six");
  mkdirSync(folder);
  writeFileSync(join(folder, "progress.json"), six);
  const { stdout } = runIn(folder, ["status", "--history"]);
  expect(readme).toContain(`\`\`\`text\n${stdout.slice(stdout.indexOf("  Overall"))}\`\`\`\n`);
});

test("the accuracy it names on dev.jsonl is what the evaluation prints", () => {
  const { stdout } = spawnSync(process.execPath, ["test/eval/run.mjs"], { encoding: "utf8" });
  const printed = stdout.split("\n").map((line) => line.split(/ {2,}/).join(" | "));
  const table = readme.slice(
    readme.indexOf("| on `test/fixtures"),
    readme.indexOf("Precision: of the lines"),
  );
  const rows = [...table.matchAll(/^\| (\w.*) \|$/gm)].map((match) => match[1] ?? "").slice(1);
  expect(rows.length).toBe(3);
  expect(rows.filter((row) => !printed.includes(row))).toEqual([]);
});

test("the problem of a team's folder that it shows is what the program says", () => {
  const { stdout, status } = runIn(home, ["content", "lint", "team"]);
  expect(status).toBe(3);
  expect(readme).toContain(`\`\`\`text\n${stdout}\`\`\`\n`);
});
