import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The README, as the tests that hold it to the program read it. */
export const readme = readFileSync("README.md", "utf8");
/** The README with the page for scripts. */
export const manual = `${readme}\n${readFileSync("docs/scripting.md", "utf8")}`;
/** A folder of its own, for the files of the manual and for saved progress. */
export const home = mkdtempSync(join(tmpdir(), "builder-pm-readme-"));

const program = resolve("bin/builder-pm.cjs");

/**
 * Runs the built program the way a script would, in a home of its own that holds the files of the
 * manual.
 */
export function runIn(
  folder: string,
  words: readonly string[],
): { stdout: string; stderr: string; status: number | null } {
  // biome-ignore lint/style/noProcessEnv: on Windows a program needs the folders of the system.
  const env = { ...process.env, BUILDER_PM_HOME: folder };
  return spawnSync(process.execPath, [program, ...words], { cwd: home, env, encoding: "utf8" });
}

function run(words: readonly string[]): string {
  return runIn(home, words).stdout;
}

/** The files the manual shows in full, by name: a code block after a line that ends in the name. */
const files = [...manual.matchAll(/`([\w-]+\.\w+)`:\n\n```\w+\n(.*?)^```$/gms)].map((match) => ({
  name: match[1] ?? "",
  text: match[2] ?? "",
}));

/** The steps that content adds to the commands. */
export const steps = readdirSync("content/steps").map((file) => file.replace(/\.md$/, ""));

for (const { name, text } of files) writeFileSync(join(home, name), text);

// The folder of a team, whose one slice has the problem that the README shows.
cpSync("test/fixtures/pack-support", join(home, "team"), { recursive: true });
const queue = join(home, "team/slices/support-queue.md");
writeFileSync(queue, readFileSync(queue, "utf8").replace("hours: 3", "hours: 1:30"));

/**
 * Every command line of a text, without the program's name: one per code span, or per line of a
 * code block.
 */
export function findCommandLines(text: string): string[][] {
  const blocks = [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
  const spans = [...text.replace(/^```.*?^```$/gms, "").matchAll(/`([^`\n]+)`/g)].map(
    (match) => match[1] ?? "",
  );
  const lines = [...blocks.flatMap((block) => block.split("\n")), ...spans];
  // In screens, words stand after the command: two spaces, a pipe, a file to write, a comment or a
  // quote end it.
  const ends = /\s+[#|>]|\s{2}|"[,}]/;
  return lines.flatMap((line) =>
    [...line.matchAll(/(?:^|npx(?:\.cmd)? |: "|^ {2,4}|\| |&& )builder-pm(?= (?!\s)|$)(.*)/g)]
      .map((match) => match[1]?.split(ends)[0] ?? "")
      .map((words) => [...words.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(String)),
  );
}

/**
 * What is wrong with a command line: words that are no command, options that its command does not
 * have.
 */
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

/** The words at the start that name a command, or a command of a command. */
export function findPath(words: readonly string[], path: string[] = []): string[] {
  const next = words[path.length];
  const isCommand = next !== undefined && commandsIn(helpOf(path)).includes(next);
  return isCommand ? findPath(words, [...path, next]) : path;
}

const helps = new Map<string, string>();

export function helpOf(path: readonly string[]): string {
  const key = path.join(" ");
  const help = helps.get(key) ?? run([...path, "--help"]);
  helps.set(key, help);
  return help;
}

/** The commands a help lists: all its columns but those of options, arguments and examples. */
export function commandsIn(help: string): string[] {
  const sections = help
    .split("\n\n")
    .filter((section) => !/^(Usage|(Global )?Options|Arguments|Examples?):/.test(section));
  return sections
    .flatMap((section) =>
      [...section.matchAll(/^ {2}([a-z-]+)(?: \[options\])?(?: [<[]\w+[>\]])* {2}/gm)].map(
        (match) => match[1] ?? "",
      ),
    )
    .concat(/^More: (.*)$/m.exec(help)?.[1]?.split(", ") ?? []);
}

/** The commands that take --json, as they are typed: one, and all below it. */
export function listReadable(path: readonly string[]): string[] {
  const below =
    path[0] === "help"
      ? []
      : commandsIn(helpOf(path)).flatMap((name) => listReadable([...path, name]));
  return hasOption(helpOf(path), "--json") ? [path.join(" "), ...below] : below;
}

function isOption(word: string): boolean {
  return /^--?[a-z]/.test(word);
}

export function hasOption(help: string, option: string): boolean {
  return new RegExp(`^(  (-\\w, )?|Options: .*)${option}([ ,]|$)`, "m").test(help);
}

function takesValue(help: string, option = ""): boolean {
  return isOption(option) && new RegExp(`^  .*${option}(, --[\\w-]+)? <`, "m").test(help);
}

/** The questions of a step, as its help names them. */
export function questionsOf(step: string): string[] {
  return (
    /^Questions: ((?:.+\n)+)/m
      .exec(helpOf([step]))?.[1]
      ?.trim()
      .split(/,\s+/)
      .map((name) => name.replace(/\.1$/, "")) ?? []
  );
}
