import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../src/cli.ts";
import { commands } from "../../../src/command-table.ts";
import { findSource } from "../../../src/commands/completion/sources.ts";
import { lineKinds } from "../../../src/domain/library/rule.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { createTestWorld, root } from "../../helpers/context.ts";
import { newProject, progressWith, projectAfter, steps } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

/** Runs a command line as the program does, with this progress saved. */
async function run(words: readonly string[], saved?: Progress | string) {
  const home = createTempFolder();
  if (saved)
    writeFileSync(
      join(home, "progress.json"),
      typeof saved === "string" ? saved : JSON.stringify(saved),
    );
  const { world, stdout, stderr } = createTestWorld(home, { words: [...words] });
  const code = await main(world, root);
  return { code, stdout: stdout(), stderr: stderr() };
}

/** Returns the completions of the last word. */
async function complete(words: readonly string[], saved?: Progress): Promise<string[]> {
  const { stdout } = await run(["completion", "bash", "--", ...words], saved);
  return stdout.split("\n").slice(0, -1);
}

const ended = newProject({
  id: "flow",
  uid: "uid-2",
  closed: { at: "2026-11-09T12:00:00.000Z", as: "killed", by: "" },
});
const global = ["--color", "--no-color", "--no-input", "--accessible", "--content", "--version"];

test.each<[line: string, candidates: string[]]>([
  ["sl", ["slices"]],
  ["slices ", ["show"]],
  ["slices show s", ["script"]],
  ["slices show script ", []],
  ["slices --trains=re", ["--trains=review"]],
  ["chek ", []],
  ["--acc", ["--accessible"]],
  ["--accessible re", ["report", "review", "redact", "reset"]],
  ["status -", ["--history", "--json", "--help", ...global]],
  ["status --json --", ["--history", "--help", ...global]],
  ["status --js", ["--json"]],
  ["slices show -", ["--json", "--help", ...global]],
  ["check --item ", ["problem", "slice", "spec", "review", "engineer"]],
  ["check --item spec --item", []],
  ["check --answer spec=yes --ans", ["--answer"]],
  ["check --answer pro", ["problem="]],
  ["check --answer problem=", ["problem=yes", "problem=partly", "problem=not-yet"]],
  ["check --answer nothing=", []],
  ["check --evidence problem=", []],
  ["check ", ["reality-check"]],
  ["guide q", ["quality-bar"]],
  ["lint --kind ", [...lineKinds]],
  ["lint --rule too", ["too-few-checks", "too-many-checks"]],
  ["lint ", ["<file>"]],
  ["lint -- -", ["<file>"]],
  ["export -o ", ["<file>"]],
  ["export --project ", []],
  ["spec --answers=", ["<file>"]],
  ["spec --redo not", ["not-building"]],
  ["review --answer sa", ["saw.1="]],
  ["review --answer verdict.1=n", ["verdict.1=not-met"]],
  ["handoff --answer st", ["status="]],
  ["park ", []],
  ["log --minutes ", []],
  ["completion p", ["powershell"]],
  ["completion bash ", []],
  ["help com", ["completion"]],
  ["help slices ", ["show"]],
  ["help chek ", []],
  ["help exit", ["exit-codes"]],
])("completes '%s' with %j", async (line, candidates) => {
  expect(await complete(line.split(" "))).toEqual(candidates);
});

test.each<[line: string, candidates: string[]]>([
  ["practice o", ["open-queue"]],
  ["practise o", ["open-queue"]],
  ["practice open-queue --answer verdict.1=n", ["verdict.1=not-met"]],
  ["practice open-queue --answer named", ["named.1="]],
  ["practice --answer sure.9=", []],
])("completes a drill and its answers: '%s'", async (line, candidates) => {
  const content = ["--content", join(root, "test/fixtures/pack-support")];
  const { stdout } = await run([...content, "completion", "bash", "--", ...line.split(" ")]);
  const found = stdout.split("\n").slice(0, -1);
  // What comes with the program may start the same way.
  expect(found).toEqual(expect.arrayContaining(candidates));
  expect(found.length).toBeGreaterThanOrEqual(candidates.length);
});

test("completes saved projects, and one question per check", async () => {
  const saved = { ...progressWith(projectAfter("spec", "brief"), ended), current: "uid-1" };
  expect(await complete(["projects", "switch", ""], saved)).toEqual(["script", "flow"]);
  expect(await complete(["park", "x", "--project", "s"], saved)).toEqual(["script"]);
  expect(await complete(["review", "--redo", "verd"], saved)).toEqual([
    "verdict.1",
    "verdict.2",
    "verdict.3",
  ]);
  expect(await complete(["review", "--answer", "verdict.2=m"], saved)).toEqual(["verdict.2=met"]);
});

test("prints one line per shell, with no control characters", async () => {
  const project = newProject({ title: "one: two\nthree\u001b[31m" });
  const told = (shell: string) =>
    run(["completion", shell, "--", "projects", "switch", ""], progressWith(project));
  expect(await told("bash")).toEqual({ code: 0, stdout: "script\n", stderr: "" });
  expect((await told("zsh")).stdout).toBe("script:one: two three\u241b[31m\n");
  expect((await told("fish")).stdout).toBe("script\tone: two three\u241b[31m\n");
  expect((await told("powershell")).stdout).toBe("script\tone: two three\u241b[31m\n");
});

test("accepts a space for the empty word, as PowerShell sends it", async () => {
  expect(await complete(["slices", " "])).toEqual(["show"]);
});

test("takes --help and --version as words to complete", async () => {
  expect(await complete(["--version", "--help", "slices", ""])).toEqual(["show"]);
});

test("reports a damaged file on stderr, which the scripts ignore", async () => {
  expect(await run(["completion", "fish", "--", "projects", "switch", ""], "{")).toMatchObject({
    code: 4,
    stdout: "",
  });
});

test("rejects an unknown shell", async () => {
  const { code, stdout, stderr } = await run(["completion", "fsih"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toBe(
    'There is no shell "fsih".\nDid you mean fish? Use bash, zsh, fish or powershell.\n',
  );
});

test.each([...commands.map(({ name }) => name), ...steps.map(({ id }) => id)])(
  "every value that %s takes can be completed or is free text",
  async (name) => {
    const { stdout } = await run([name, "--help"]);
    const [own = ""] = stdout.replaceAll(/\n {12,}/g, " ").split("\nEvery command:");
    const values = [...own.matchAll(/^ {2}(?:-\w, )?--[\w-]+ <([^>]+)>(?!.*choices:)/gm)];
    const inner = [...own.matchAll(/^Usage: .*?(?: [<[]([a-z]+)(?:\.{3})?[>\]])*$/gm)];
    const words = [...values, ...inner].map(([, word]) => word ?? "options");
    const isFree = (word: string) =>
      ["text", "number", "what", "idea", "options", "words", "format"].includes(word);
    expect(words.filter((word) => !isFree(word) && !findSource(word))).toEqual([]);
  },
);

test("without a shell, lists each with the line that installs its script", async () => {
  const { code, stdout } = await run(["completion"]);
  expect(code).toBe(0);
  expect(stdout).toContain("run the line for your shell");
  for (const name of ["bash", "zsh", "fish"])
    expect(stdout).toMatch(new RegExp(`^  ${name}\\n    .*builder-pm completion ${name}`, "m"));
});
