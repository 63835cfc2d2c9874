import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { exitCodeMeanings } from "../src/errors.ts";
import { commands } from "../src/program.ts";

const readme = readFileSync("README.md", "utf8");
const home = mkdtempSync(join(tmpdir(), "builder-pm-readme-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the built program the way a script would, in a home of its own. */
function run(words: readonly string[]): string {
  // biome-ignore lint/style/noProcessEnv: on Windows a program needs the folders of the system.
  const env = { ...process.env, BUILDER_PM_HOME: home };
  return spawnSync(process.execPath, ["bin/builder-pm.cjs", ...words], { env, encoding: "utf8" }).stdout;
}

/** Every command line of a text, without the program's name: one per code span, or per line of a code block. */
function findCommandLines(text: string): string[][] {
  const blocks = [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
  const spans = [...text.replace(/^```.*?^```$/gms, "").matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  const lines = [...blocks.flatMap((block) => block.split("\n")), ...spans];
  // In screens, words stand after the command: two spaces, a pipe, a comment or a quote end it.
  const ends = /\s+[#|]|\s{2}|"[,}]/;
  return lines.flatMap((line) =>
    [...line.matchAll(/(?:^|npx(?:\.cmd)? |: "| {4}|&& )builder-pm(?= (?!\s)|$)(.*)/g)]
      .map((match) => match[1]?.split(ends)[0] ?? "")
      .map((words) => [...words.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(String)),
  );
}

/** What is wrong with a command line: words that are no command, options that its command does not have. */
function describeWrongLine(words: readonly string[]): string | undefined {
  const path = findPath(words);
  const help = helpOf(path);
  const rest = words.slice(path.length);
  const strays = /^Arguments:/m.test(help)
    ? []
    : rest.filter((word, at) => !isOption(word) && !takesValue(help, rest[at - 1]));
  const unknown = rest.filter((word) => isOption(word) && !hasOption(help, word) && !hasOption(helpOf([]), word));
  const wrong = [...strays, ...unknown];
  return wrong.length > 0 ? `builder-pm ${words.join(" ")}: there is no ${wrong.join(", ")}` : undefined;
}

/** The words at the start that name a command, or a command of a command. */
function findPath(words: readonly string[], path: string[] = []): string[] {
  const next = words[path.length];
  const isCommand = next !== undefined && commandsIn(helpOf(path)).includes(next);
  return isCommand ? findPath(words, [...path, next]) : path;
}

const helps = new Map<string, string>();

function helpOf(path: readonly string[]): string {
  const key = path.join(" ");
  const help = helps.get(key) ?? run([...path, "--help"]);
  helps.set(key, help);
  return help;
}

/** The commands a help lists: all its columns but those of options, arguments and examples. */
function commandsIn(help: string): string[] {
  const sections = help.split("\n\n").filter((section) => !/^(Usage|Options|Arguments|Examples?):/.test(section));
  return sections.flatMap((section) => [...section.matchAll(/^ {2}([a-z-]+) {2}/gm)].map((match) => match[1] ?? ""));
}

function isOption(word: string): boolean {
  return /^--?[a-z]/.test(word);
}

function hasOption(help: string, option: string): boolean {
  return new RegExp(`^  (-\\w, )?${option}[ ,]`, "m").test(help);
}

function takesValue(help: string, option = ""): boolean {
  return isOption(option) && new RegExp(`^  .*${option}(, --[\\w-]+)? <`, "m").test(help);
}

/** The keys of a JSON value, in order of the alphabet; a list stands for its first entry. */
function listKeys(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return listKeys(value[0], `${at}[]`);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value)
    .flatMap(([key, entry]) => [`${at}.${key}`, ...listKeys(entry, `${at}.${key}`)])
    .toSorted();
}

const lines = findCommandLines(readme);

test("every command and option of the README exists", () => {
  expect(lines.length).toBeGreaterThan(25);
  expect(lines.map(describeWrongLine).filter(Boolean)).toEqual([]);
});

test("every option it names alone belongs to a command", () => {
  const options = [...readme.matchAll(/`(--?[a-z][\w-]*)[^`]*`/g)].map((match) => match[1] ?? "");
  const all = [helpOf([]), ...commands.map(({ name }) => helpOf([name]))].join("\n");
  expect(options.length).toBeGreaterThan(5);
  expect(options.filter((option) => !hasOption(all, option))).toEqual([]);
});

test.each([
  { text: "`builder-pm chek`", wrong: "builder-pm chek: there is no chek" },
  { text: "`npx builder-pm slices shaw script`", wrong: "builder-pm slices shaw script: there is no shaw, script" },
  { text: "```sh\nbuilder-pm export --forse\n```", wrong: "builder-pm export --forse: there is no --forse" },
  { text: "```text\n    builder-pm status --item x\n```", wrong: "builder-pm status --item x: there is no x, --item" },
  { text: "`builder-pm export -x | pbcopy`", wrong: "builder-pm export -x: there is no -x" },
])("a slip in $text is found", ({ text, wrong }) => {
  expect(findCommandLines(text).map(describeWrongLine)).toEqual([wrong]);
});

test("every command of the program is in the README", () => {
  const named = new Set(lines.map(([word]) => word));
  expect(commands.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});

test("the slices it names exist", () => {
  const ids = readdirSync("content/slices").map((file) => file.replace(/\.md$/, ""));
  const shown = lines.filter(([first, second]) => first === "slices" && second === "show").map(([, , id]) => id);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
});

test("the exit codes are those of the program, in its own words", () => {
  const table = readme.slice(readme.indexOf("### Exit codes"), readme.indexOf("### Environment variables"));
  const rows = [...table.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map((match) => [Number(match[1]), match[2]]);
  expect(rows).toEqual(exitCodeMeanings);
});

test("every environment variable it names is read by the program", () => {
  const table = readme.slice(readme.indexOf("### Environment variables"), readme.indexOf("### JSON"));
  const names = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? "");
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const code = sources.map((file) => readFileSync(join("src", file), "utf8")).join("\n");
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !new RegExp(`\\benv\\.${name}\\b`).test(code))).toEqual([]);
});

const examples = [...readme.matchAll(/^`builder-pm ([^`]* --json)`[^\n]*\n\n```json\n(.*?)^```$/gms)].map((match) => ({
  command: match[1] ?? "",
  example: match[2] ?? "",
}));

test("there is a JSON example for every command that is read", () => {
  expect(examples.map(({ command }) => command).toSorted()).toEqual([
    "check --json",
    "slices --json",
    "slices show script --json",
    "status --json",
  ]);
});

test.each(examples)("the example of $command has the keys of the real output", ({ command, example }) => {
  run(["check", "--answer", "problem=yes", "--evidence", "problem=14 tickets in May"]);
  expect(listKeys(JSON.parse(example))).toEqual(listKeys(JSON.parse(run(command.split(" ")))));
});

test("the tarball it names is the one that npm pack makes", () => {
  expect([...readme.matchAll(/builder-pm-[\w.]+\.tgz/g)].map(String)).toEqual([`builder-pm-${manifest.version}.tgz`]);
});
