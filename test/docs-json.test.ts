import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyProgress } from "../src/domain/progress/progress.ts";
import { loadSixProjects } from "./fixtures/six-projects.ts";
import { findPath, home, listReadable, openProgram, readDoc, steps } from "./helpers/docs.ts";

const runIn = openProgram();
const manual = readDoc("docs/scripting.md");

/** Lists the keys of a JSON value in alphabetical order; of a list, those of its first entry. */
function listKeys(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return listKeys(value[0], `${at}[]`);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value)
    .flatMap(([key, entry]) => [`${at}.${key}`, ...listKeys(entry, `${at}.${key}`)])
    .toSorted();
}

/** Matches a paragraph that starts with a command, and the JSON after it. */
const documents = /^`builder-pm ([^`\n]* --json)`[^\n]*\n(?:[^\n]+\n)*\n```json\n(.*?)^```$/gms;
const section = manual.slice(manual.indexOf("## Documents by command"));
const examples = [...section.matchAll(documents)].map(([, command = "", example = ""]) => ({
  command,
  example,
}));

test("every command with --json has an example; one step stands for all", () => {
  const named = new Set(examples.map(({ command }) => findPath(command.split(" ")).join(" ")));
  const needed = listReadable([]).filter((name) => name === "spec" || !steps.includes(name));
  expect(needed.length).toBeGreaterThan(10);
  expect(needed.filter((name) => !named.has(name))).toEqual([]);
});

test.each([
  "guide why-build --json",
  "lint --list --json",
  "lint --rule no-threshold --json",
  "slices show script --json",
  "status --history --json",
])("the other document of a command has an example too: %s", (command) => {
  expect(examples.map((example) => example.command)).toContain(command);
});

/** Prepares saved progress that is copied for each command that reads it. */
async function prepare(name: string, fill: (folder: string) => unknown): Promise<string> {
  const folder = join(home, name);
  mkdirSync(folder);
  await fill(folder);
  return folder;
}

const atBrief = await prepare("at-brief", async (folder) => {
  await runIn(folder, [
    "check",
    "--answer",
    "problem=yes",
    "--evidence",
    "problem=14 tickets in May",
  ]);
  await runIn(folder, ["start", "script"]);
  await runIn(folder, ["spec", "--answers", "spec.json"]);
  await runIn(folder, ["brief", "--answer", "prediction=2"]);
});

const atReport = await prepare("at-report", (folder) =>
  cpSync(atBrief, folder, { recursive: true }),
);

const atDecision = await prepare("at-decision", async (folder) => {
  cpSync(atBrief, folder, { recursive: true });
  const others = ["slice", "spec", "review", "engineer"].flatMap((id) => ["--answer", `${id}=yes`]);
  await runIn(folder, ["check", ...others]);
  await runIn(folder, ["check", "--answer", "problem=partly"]);
  await runIn(folder, ["review", "--answers", "review.json"]);
  const decision = ["result=9 minutes", "verdict=keep", "because=b", "learned=l"];
  await runIn(folder, ["decide", ...decision.flatMap((answer) => ["--answer", answer])]);
});

const atPractice = await prepare("at-practice", () => {});

const six = JSON.stringify(await loadSixProjects());
const afterSix = await prepare("after-six", (folder) =>
  writeFileSync(join(folder, "progress.json"), six),
);

/** Returns saved progress for which the document of a command has something in every field. */
function progressFor(command: string): string {
  if (command.includes("--history")) return afterSix;
  if (command.startsWith("report")) return atReport;
  if (command.startsWith("practice")) return atPractice;
  return /^(?:why|decide)/.test(command) ? atDecision : atBrief;
}

test.each(examples)(
  "the example of $command has the keys of the real output",
  async ({ command, example }) => {
    const { stdout, stderr } = await runIn(progressFor(command), command.split(" "));
    expect(stderr).toBe("");
    // An export has the version of the saved file, all else that of the documents.
    const version = command.startsWith("export") ? emptyProgress.version : 1;
    expect(stdout).toMatch(new RegExp(`^\\{\\n {2}"version": ${version},\\n.*\\n\\}\\n$`, "s"));
    expect(listKeys(JSON.parse(example))).toEqual(listKeys(JSON.parse(stdout)));
  },
);

test("keys are in camelCase, except the ids of content in an export", () => {
  const named = examples.filter(({ command }) => !command.startsWith("export"));
  const keys = named
    .flatMap(({ example }) => listKeys(JSON.parse(example)))
    .map((key) => key.split(".").at(-1));
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter((key) => !/^[a-z][a-zA-Z]*(\[\])?$/.test(key ?? ""))).toEqual([]);
});

test.each(steps)("the document of %s has the keys of the one of spec", async (step) => {
  const own = examples.find(({ command }) => command === `${step} --json`);
  const spec = examples.find(({ command }) => command === "spec --json");
  const { stdout } = await runIn(atBrief, [step, "--json"]);
  const { held, result, checks, overclaims, via, changes, ...rest } = JSON.parse(stdout);
  expect(held).toBe(["spec", "brief"].includes(step) ? undefined : null);
  expect(checks === undefined).toBe(step !== "review");
  expect(overclaims === undefined).toBe(checks === undefined);
  expect(via === undefined).toBe(!["brief", "decide"].includes(step));
  expect(changes === undefined).toBe(via === undefined);
  expect(result).toBe(own && step !== "spec" ? null : undefined);
  expect(listKeys(rest)).toEqual(listKeys(JSON.parse(spec?.example ?? "")));
});

test("the error in the example is the one that a program gets", async () => {
  const { code, stdout, stderr } = await runIn(home, ["check", "--item", "spek", "--json"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(manual).toContain(`\`\`\`json\n${stderr}\`\`\`\n`);
});
