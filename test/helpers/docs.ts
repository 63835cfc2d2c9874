import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { agentVariables } from "../../src/agent-shell.ts";
import { main } from "../../src/cli.ts";
import { createTestWorld, root } from "./context.ts";
import type { Ended } from "./program.ts";
import { openSharedProcess } from "./shared-process.ts";

/** The paths of the documentation for people who use the program. */
export const pages = [
  "README.md",
  "SECURITY.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Reads one page of the documentation. */
export function readDoc(path: string): string {
  return readFileSync(path, "utf8");
}

/** All pages of the documentation, one after another. */
export const manual = pages.map(readDoc).join("\n");

/** Returns the part of a page between two texts, such as its headings. */
export function sectionOf(path: string, from: string, to: string): string {
  const text = readDoc(path);
  const start = text.indexOf(from);
  return text.slice(start, text.indexOf(to, start));
}

/** A temporary folder for the files that the documentation shows, and for saved progress. */
export const home = mkdtempSync(join(inject("sharedFolder"), "docs-"));

/**
 * Opens the built program for the tests of a file: it runs as in a script, in the folder with the
 * documentation's files, with the saved progress in a folder.
 */
export function openProgram(): (folder: string, words: readonly string[]) => Promise<Ended> {
  // biome-ignore lint/style/noProcessEnv: on Windows a program needs the folders of the system.
  const env = { ...process.env };
  for (const variable of ["CI", ...Object.keys(agentVariables)]) delete env[variable];
  const run = openSharedProcess({ env, cwd: home, after: afterAll });
  return (folder, words) => run(words, { env: { BUILDER_PM_HOME: folder } });
}

/** The files shown in full: each is a code block after a line that ends in the file's name. */
const files = [...manual.matchAll(/`([\w-]+\.\w+)`:\n\n```\w+\n(.*?)^```$/gms)];
for (const [, name = "", text = ""] of files) writeFileSync(join(home, name), text);

// The folder of a team, whose one slice has the problem that docs/teams.md shows.
cpSync("test/fixtures/pack-support", join(home, "team"), { recursive: true });
const queue = join(home, "team/slices/support-queue.md");
writeFileSync(queue, readFileSync(queue, "utf8").replace("hours: 3", "hours: 1:30"));

// What people of a team have shared, with a file that isn't one of theirs.
cpSync("test/fixtures/team", join(home, "summaries"), { recursive: true });
writeFileSync(join(home, "summaries/notes.json"), "{}");

/** The steps that content adds to the commands. */
export const steps = readdirSync("content/steps").map((file) => file.replace(/\.md$/, ""));

/**
 * Lists every command line of a text, without the program's name: one per code span, or per line
 * of a code block.
 */
export function findCommandLines(text: string): string[][] {
  const blocks = [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
  const spans = [...text.replace(/^```.*?^```$/gms, "").matchAll(/`([^`\n]+)`/g)].map(
    (match) => match[1] ?? "",
  );
  const lines = [...blocks.flatMap((block) => block.split("\n")), ...spans];
  // A command ends at two spaces, a pipe, a redirection, a comment or a closing quote.
  const ends = /\s+[#|>]|\s{2}|"[,}]/;
  return lines.flatMap((line) =>
    [...line.matchAll(/(?:^|npx(?:\.cmd)? |: "|^ {2,4}|\| |&& )builder-pm(?= (?!\s)|$)(.*)/g)]
      .map((match) => match[1]?.split(ends)[0] ?? "")
      .map((words) => [...words.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(String)),
  );
}

/** Describes the words and options of a command line that don't exist, if any. */
export function describeWrongLine(words: readonly string[]): string | undefined {
  const path = findPath(words);
  const help = helpOf(path);
  const rest = words.slice(path.length);
  const strays = /^Arguments:/m.test(help)
    ? []
    : rest.filter((word, at) => !isOption(word) && !takesValue(help, rest[at - 1]));
  const unknown = rest.filter(
    (word) => isOption(word) && !hasOption(help, word) && !hasOption(helpOf([]), word),
  );
  const wrong = [...strays, ...unknown];
  return wrong.length > 0
    ? `builder-pm ${words.join(" ")}: there is no ${wrong.join(", ")}`
    : undefined;
}

/** Returns the words at the start that name a command, or a command inside a command. */
export function findPath(words: readonly string[], path: string[] = []): string[] {
  const next = words[path.length];
  const isCommand = next !== undefined && commandsIn(helpOf(path)).includes(next);
  return isCommand ? findPath(words, [...path, next]) : path;
}

const helps = new Map<string, string>();
/** The options of every command, as `help options` explains them. */
const everywhere = `\n${await print("help", "options")}`;
await collectHelps([]);

async function print(...words: string[]): Promise<string> {
  const { world, stdout } = createTestWorld(home, { words });
  await main(world, root);
  return stdout();
}

/** Runs the help of a command and of all commands inside it. */
async function collectHelps(path: readonly string[]): Promise<void> {
  const help = await print(...path, "--help");
  helps.set(path.join(" "), help);
  if (path[0] === "help") return;
  for (const name of commandsIn(help)) await collectHelps([...path, name]);
}

/** Returns the help of a command; throws if there is no such command. */
export function helpOf(path: readonly string[]): string {
  const help = helps.get(path.join(" "));
  if (help === undefined) throw new Error(`There is no command "${path.join(" ")}".`);
  return help;
}

/** Lists every command, and every command inside one, as the words that are typed. */
export function listCommandPaths(): string[] {
  return [...helps.keys()].filter((path) => path !== "");
}

/**
 * Lists the commands in a help text: those in all sections but options, arguments,
 * answers and examples.
 */
function commandsIn(help: string): string[] {
  const sections = help
    .split(/\n(?=\S)/)
    .filter((section) => !/^(Usage|(Global )?Options|Arguments|Answers|Examples?):/.test(section));
  return sections
    .flatMap((section) =>
      [...section.matchAll(/^ {2}([a-z-]+)(?: \[options\])?(?: [<[]\w+[>\]])* {2}/gm)].map(
        (match) => match[1] ?? "",
      ),
    )
    .concat(/^More: ([^(]*)/m.exec(help)?.[1]?.trim().split(/,\s+/) ?? []);
}

/** Lists the commands that take --json: the one at this path, and all inside it. */
export function listReadable(path: readonly string[]): string[] {
  const isInside = (name: string) => path.every((word, at) => name.split(" ")[at] === word);
  return listCommandPaths().filter(
    (name) => isInside(name) && hasOption(helpOf(name.split(" ")), "--json"),
  );
}

function isOption(word: string): boolean {
  return /^--?[a-z]/.test(word);
}

/** Returns true if a help text lists the option. */
export function hasOption(help: string, option: string): boolean {
  return new RegExp(`^(  (-\\w, )?|Options: .*)${option}([ ,]|$)`, "m").test(help + everywhere);
}

function takesValue(help: string, option = ""): boolean {
  return (
    isOption(option) && new RegExp(`^  .*${option}(, --[\\w-]+)? <`, "m").test(help + everywhere)
  );
}

/** Lists the questions of a step, as its help names them. */
export function questionsOf(step: string): string[] {
  const [, names = ""] = /^Questions: ((?:.+\n)+)/m.exec(helpOf([step])) ?? [];
  return names
    .trim()
    .split(/,\s+/)
    .map((name) => name.replace(/\.1$/, ""));
}
