import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { commands } from "../src/command-table.ts";
import { exitCodeMeanings } from "../src/errors.ts";
import {
  commandsIn,
  describeWrongLine,
  findCommandLines,
  findPath,
  hasOption,
  helpOf,
  home,
  manual,
  questionsOf,
  readme,
  steps,
} from "./helpers/readme.ts";

afterAll(() => rmSync(home, { recursive: true, force: true }));

const lines = findCommandLines(manual);

test("every command and option of the README and the page for scripts exists", () => {
  expect(lines.length).toBeGreaterThan(25);
  expect(lines.map(describeWrongLine).filter(Boolean)).toEqual([]);
});

test("every option it names alone belongs to a command", () => {
  const options = [...manual.matchAll(/`(--?[a-z][\w-]*)[^`]*`/g)].map((match) => match[1] ?? "");
  const all = [
    helpOf([]),
    ...[...commands.map(({ name }) => name), ...steps].map((name) => helpOf([name])),
  ].join("\n");
  expect(options.length).toBeGreaterThan(5);
  expect(options.filter((option) => !hasOption(all, option))).toEqual([]);
});

test.each([
  { text: "`builder-pm chek`", wrong: "builder-pm chek: there is no chek" },
  {
    text: "`npx builder-pm slices shaw script`",
    wrong: "builder-pm slices shaw script: there is no shaw, script",
  },
  {
    text: "```sh\nbuilder-pm export --forse\n```",
    wrong: "builder-pm export --forse: there is no --forse",
  },
  {
    text: "```text\n    builder-pm status --item x\n```",
    wrong: "builder-pm status --item x: there is no x, --item",
  },
  { text: "`builder-pm export -x | pbcopy`", wrong: "builder-pm export -x: there is no -x" },
])("a slip in $text is found", ({ text, wrong }) => {
  expect(findCommandLines(text).map(describeWrongLine)).toEqual([wrong]);
});

test("every command of the program, and every step of the content, is in the README", () => {
  const named = new Set(findCommandLines(readme).map(([word]) => word));
  const all = [...commands.map(({ name }) => name), ...steps];
  expect(steps.length).toBeGreaterThan(3);
  expect(all.filter((name) => !named.has(name))).toEqual([]);
});

test("every command and every command of a command has a line in the table", () => {
  const table = readme.slice(
    readme.indexOf("## Commands"),
    readme.indexOf("## Share what you have"),
  );
  const paths = new Set(findCommandLines(table).map((words) => findPath(words).join(" ")));
  const names = [...commands.map(({ name }) => name), ...steps];
  const inner = names.flatMap((name) =>
    commandsIn(helpOf([name])).map((child) => `${name} ${child}`),
  );
  expect(inner).toContain("projects switch");
  expect([...names, ...inner].filter((path) => !paths.has(path))).toEqual([]);
});

test("the table tells each command in the words of the help", () => {
  const rows = [...readme.matchAll(/^\| `builder-pm ([\w-]+)[^`]*` \| (.*) \|$/gm)];
  const stepsInHelp = steps.map((name) => ({ name, summary: summaryOf(name) }));
  const wrong = [...commands, ...stepsInHelp].filter(({ name, summary }) => {
    const told = rows.find(([, command]) => command === name)?.[2] ?? "";
    return !told.startsWith(summary);
  });
  expect(wrong.map(({ name, summary }) => `${name}: ${summary}`)).toEqual([]);
});

/** The line of a command in the root help. */
function summaryOf(name: string): string {
  return new RegExp(`^ {2}${name} +(.*)$`, "m").exec(helpOf([]))?.[1] ?? "no summary";
}

test("every command, and every command inside one, has an example in its help that names it", () => {
  const names = [...commands.map(({ name }) => name), ...steps];
  const paths = names.flatMap((name) => [
    [name],
    ...commandsIn(helpOf([name])).map((inner) => [name, inner]),
  ]);
  const bare = paths.filter((path) => !helpOf(path).includes(`\n  builder-pm ${path.join(" ")}`));
  expect(bare.map((path) => path.join(" "))).toEqual([]);
});

test("the slices, questions and rules it names exist", () => {
  const idsOf = (kind: string) =>
    readdirSync(join("content", kind)).map((file) => file.replace(/\.md$/, ""));
  const shown = lines
    .filter(([first, second]) => first === "slices" && second === "show")
    .map(([, , id]) => id);
  const started = lines
    .filter((words) => words[0] === "start" && words[1] && !words.includes("--content"))
    .map(([, id]) => id);
  const explained = lines
    .filter((words) => words.includes("--rule"))
    .map((words) => words[words.indexOf("--rule") + 1]);
  const redone = lines.filter(
    (words) => words.includes("--redo") && steps.includes(words[0] ?? ""),
  );
  expect(
    [shown, started, explained, redone].map((found) => found.length).every((count) => count > 1),
  ).toBe(true);
  expect([...shown, ...started].filter((id) => !idsOf("slices").includes(id ?? ""))).toEqual([]);
  expect(explained.filter((id) => !idsOf("rules").includes(id ?? ""))).toEqual([]);
  expect(redone.filter(([step = "", , id = ""]) => !questionsOf(step).includes(id))).toEqual([]);
});

test("the topics of the guide it names exist", () => {
  const ids = readdirSync("content/guide").map((file) => file.replace(/\.md$/, ""));
  const named = lines
    .filter(([first, id]) => first === "guide" && id && !id.startsWith("-"))
    .map(([, id]) => id);
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
});

test("the exit codes are those of the program, in its own words", () => {
  const table = readme.slice(
    readme.indexOf("### Exit codes"),
    readme.indexOf("### Environment variables"),
  );
  const rows = [...table.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map((match) => [
    Number(match[1]),
    match[2],
  ]);
  expect(rows).toEqual(exitCodeMeanings);
});

test("every environment variable it names is read by the program", () => {
  const table = readme.slice(
    readme.indexOf("### Environment variables"),
    readme.indexOf("## For developers"),
  );
  const names = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? "");
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const code = sources.map((file) => readFileSync(join("src", file), "utf8")).join("\n");
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !new RegExp(`\\benv\\.${name}\\b`).test(code))).toEqual([]);
});

test("how to install completion is told in the words of its help", () => {
  const [rows = ""] = /(?<=\n\n.*new terminal:\n)(?: .*\n)+/.exec(helpOf(["completion"])) ?? [];
  expect(rows.split("\n").length).toBeGreaterThan(8);
  expect(readme).toContain(`\`\`\`text\n${rows}\`\`\``);
});

test("the tarball it names is the one that npm pack makes", () => {
  expect([...readme.matchAll(/builder-pm-[\w.]+\.tgz/g)].map(String)).toEqual([
    `builder-pm-${manifest.version}.tgz`,
  ]);
});
