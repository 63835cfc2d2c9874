import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProjectsFolder, runProjectsRename } from "../../../src/commands/projects.ts";
import { runStart } from "../../../src/commands/start/command.ts";
import { root } from "../../helpers/context.ts";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const env = { CLAUDECODE: "1" };
const problem = "Clerks retype 40 slot requests every Monday, and two were lost on May 4.";

function writeFile(name: string, text: string): string {
  const file = join(createTempFolder(), name);
  writeFileSync(file, text);
  return file;
}

const writeSpec = () => writeFile("spec.json", JSON.stringify(sampleAnswers.spec));

test("all answers to the spec from an agent's shell are drafts, and the spec stays open", async () => {
  const { run, project, stderr } = createLoopContext({ project: newProject(), env });
  await run("spec", { answers: writeSpec() });
  expect(project().answers).toEqual({});
  expect(project().finished).toEqual({});
  expect(project().proposed?.["spec.checks"]).toMatchObject({
    from: "agent",
    lines: sampleAnswers.spec?.checks,
  });
  expect(stderr()).toContain("Saved as drafts: problem, evidence, bet, path, not-building,");
  expect(stderr()).toContain("in their own terminal:\n  builder-pm spec\n");
});

test("the JSON lists a draft as open and names the agent", async () => {
  const { run, stdout } = createLoopContext({
    ...{ project: newProject(), env, words: ["spec", "--json"] },
  });
  await run("spec", { answers: writeSpec(), json: true });
  const { open, questions, finished } = JSON.parse(stdout());
  expect(open).toContain("problem");
  expect(finished).toBeNull();
  expect(questions[0]).toMatchObject({ answered: false, answer: [], from: "agent" });
});

test("the person keeps all drafts with one Enter, on a screen that says whose they are", async () => {
  const drafted = createLoopContext({ project: newProject(), env });
  await drafted.run("spec", { answers: writeSpec() });
  const { run, project, stderr } = createLoopContext({
    ...{ saved: drafted.read(), terminal: true },
    answers: [{ mark: [] }],
  });
  await run("spec");
  expect(stderr()).toContain("Check these before you go on");
  expect(stderr()).toContain("Problem (your agent's draft)");
  expect(project().finished.spec).toBeDefined();
  expect(project().answers.spec?.problem).toMatchObject({ from: "agent" });
  expect(project().proposed).toBeUndefined();
});

test("a draft that can't be kept as it is, is asked about with a word on whose it is", async () => {
  const drafted = createLoopContext({ project: newProject(), env });
  await drafted.run("spec", { answer: ["edges=Empty: the line 'No rows' appears"] });
  const { edges: _, ...rest } = sampleAnswers.spec ?? {};
  const answered = takeStep(drafted.project(), "spec", rest);
  const { run, stderr } = createLoopContext({
    ...{ project: answered, terminal: true, answers: ["stop" as const] },
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("What is filled in below is your agent's draft.");
});

test("a script that finishes the spec keeps no draft of an agent", async () => {
  const optional = { "not-building": sampleAnswers.spec?.["not-building"] };
  const drafted = createLoopContext({ project: newProject(), env });
  await drafted.run("spec", { answers: writeFile("a.json", JSON.stringify(optional)) });
  const { "not-building": _, ...rest } = sampleAnswers.spec ?? {};
  const { run, project } = createLoopContext({ saved: drafted.read() });
  await run("spec", { answers: writeFile("b.json", JSON.stringify(rest)) });
  expect(project().answers.spec).not.toHaveProperty("not-building");
  expect(project().proposed).toHaveProperty("spec.not-building");
});

test("an agent's draft in place of one from the person's notes says so", async () => {
  const notes = writeFile("notes.md", "## Problem\nClerks retype orders by hand.\n");
  const noted = createLoopContext({ project: newProject(), terminal: true, answers: ["stop"] });
  await expect(noted.run("spec", { from: notes })).rejects.toMatchObject({ exitCode: 130 });
  const first = createLoopContext({ saved: noted.read(), env });
  await first.run("spec", { answer: [`problem=${problem}`] });
  const said = "Replaced what the person's notes had filled in: problem.";
  expect(first.stderr().replaceAll(/\s+/g, " ")).toContain(said);
  const again = createLoopContext({ saved: first.read(), env });
  await again.run("spec", { answer: [`problem=${problem} Every week.`] });
  expect(again.stderr()).not.toContain("Replaced");
});

test("notes that an agent reads in are drafts, also for a new project", async () => {
  const notes = writeFile("notes.md", `# Dock slots\n\n## Problem\n${problem}\n`);
  const { context, run, project } = createLoopContext({ env });
  await runStart(context, undefined, { from: notes });
  expect(project().answers).toEqual({});
  await run("spec", { from: notes });
  expect(project().proposed).toEqual({ "spec.problem": { lines: [problem], from: "agent" } });
});

test("a draft never replaces an answer of the person", async () => {
  const project = takeStep(newProject(), "spec", { problem: "Mine" });
  const loop = createLoopContext({ project, env });
  await loop.run("spec", { answer: [`problem=${problem}`, "evidence=42 minutes on June 1"] });
  expect(loop.project().answers.spec?.problem).toMatchObject({ text: "Mine" });
  expect(loop.stderr()).toContain("Answered by the person, so left as it is: problem.");
  await expect(loop.run("spec", { answer: [`problem=${problem}`] })).rejects.toMatchObject({
    message: "The person has answered problem, so that answer stays. Nothing was saved.",
    fix: "They can change it: builder-pm spec --redo problem",
  });
});

test.each([
  { answer: ["checks.2=Another"], message: '"checks.2" is one line' },
  { answer: ["problem="], message: 'You have no draft for "problem"' },
  { answer: ["problm=x"], message: 'has no question "problm"' },
  { answer: ["bet=one", "bet=two"], message: '"bet" takes one answer.' },
])("refuses $answer as a draft", async ({ answer, message }) => {
  const { run, bytes } = createLoopContext({ project: newProject(), env });
  const before = bytes();
  await expect(run("spec", { answer })).rejects.toMatchObject({
    message: expect.stringContaining(message),
    exitCode: 2,
  });
  expect(bytes()).toBe(before);
});

test.each([
  { step: "review", before: ["spec", "brief"], answer: ["saw.1=All equal"] },
  { step: "review", before: ["spec", "brief"], answer: ["held=1"] },
  { step: "review", before: ["spec", "brief"], answer: ["tried=An empty file: C1 held"] },
  { step: "review", before: ["spec", "brief"], answer: ["unasked=It checks C2, which held"] },
  { step: "handoff", before: ["spec", "brief", "review"], answer: ["reply=Fine by me"] },
])("an agent can't draft $answer, which the person says", async ({ step, before, answer }) => {
  const { run, bytes } = createLoopContext({ project: projectAfter(...before), env });
  const saved = bytes();
  await expect(run(step, { answer })).rejects.toMatchObject({
    message: "Only the person can do this, in a terminal of their own.",
  });
  expect(bytes()).toBe(saved);
});

test("an agent's draft may have fewer lines than the list needs", async () => {
  const { run, project } = createLoopContext({ project: newProject(), env });
  await run("spec", { answer: ["edges=Empty: the line 'No rows' appears"] });
  expect(project().proposed?.["spec.edges"]?.lines).toHaveLength(1);
});

test.each([
  { name: "nothing given", settings: {} },
  { name: "lines in a pipe", settings: { env: { ...env, ACCESSIBLE: "1" } } },
])("an agent's shell with $name finishes nothing", async ({ settings }) => {
  const { finished: _, ...unfinished } = projectAfter("spec");
  const project = { ...unfinished, finished: {} };
  const { run, bytes } = createLoopContext({ project, env, ...settings });
  const before = bytes();
  await expect(run("spec")).rejects.toMatchObject({
    message: "Only the person can finish the spec.",
    fix: "Ask them to run this in a terminal of their own: builder-pm spec",
  });
  expect(bytes()).toBe(before);
});

test("an agent's shell prints the page of a finished step, and writes nothing", async () => {
  const { run, bytes, stdout } = createLoopContext({ project: projectAfter("spec", "brief"), env });
  const before = bytes();
  await run("brief");
  expect(stdout()).toContain("# Monday report: brief");
  expect(bytes()).toBe(before);
});

test.each(["{{brief.prediction}}", "{{ review.saw }}", "{{prediction}}", "{{review.verdict}}"])(
  "a pack's brief with %s isn't printed for an agent while the person judges",
  async (placeholder) => {
    const pack = createTempFolder();
    mkdirSync(join(pack, "steps"));
    const shipped = readFileSync(join(root, "content", "steps", "brief.md"), "utf8");
    writeFileSync(join(pack, "steps", "brief.md"), `${shipped}\n${placeholder}\n`);
    const project = projectAfter("spec", "brief");
    const print = async (options: object) => {
      const { run, stdout } = createLoopContext({ project, env, ...options });
      await run("brief", { print: true });
      return stdout();
    };
    await expect(print({ options: { content: [pack] } })).rejects.toThrow("A person is judging");
    expect(await print({})).toContain("# ");
  },
);

test("an agent can't move a project to another folder while the person judges it", async () => {
  const { context, bytes } = createLoopContext({ project: projectAfter("spec", "brief"), env });
  const before = bytes();
  const { id } = newProject();
  const moves = [
    runProjectsFolder(context, id, createTempFolder()),
    runProjectsFolder(context, id, undefined, { none: true }),
  ];
  for (const move of moves) await expect(move).rejects.toThrow("so its folder stays until");
  expect(bytes()).toBe(before);
  await runProjectsFolder(context, id, undefined);
});

test("an agent can't rename a project while the person judges it", async () => {
  const { context, bytes } = createLoopContext({ project: projectAfter("spec", "brief"), env });
  const before = bytes();
  const rename = runProjectsRename(context, newProject().id, "C1 met, C2 met");
  await expect(rename).rejects.toThrow("A person is judging this round, so its title stays");
  expect(bytes()).toBe(before);
});
