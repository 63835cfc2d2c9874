import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runReport } from "../../src/commands/report.ts";
import { runUndo } from "../../src/commands/undo.ts";
import { findRoundClaims } from "../../src/domain/insights/claims.ts";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  steps,
} from "../helpers/loop.ts";
import { leaveReport, projectWithFolder, proudReport, withReport } from "../helpers/reports.ts";
import { createTempFolder } from "../helpers/temp.ts";

const JUDGED = { verdict: ["met", "not-met", "cannot-tell"] };

function writeReport(text = proudReport): string {
  const file = join(createTempFolder(), "answer.md");
  writeFileSync(file, text);
  return file;
}

test("takes in a file, says what was understood, and no claim", async () => {
  const { context, stderr, project } = createLoopContext({
    project: projectAfter("spec", "brief"),
  });
  await runReport(context, writeReport(), {});
  expect(stderr()).toContain("It says something about each of your 3 checks.");
  expect(stderr()).toContain("stays sealed: you'll see it once you've judged every check");
  expect(stderr()).toContain("  Run python report.py\n");
  expect(stderr()).toContain("Next: builder-pm review");
  expect(stderr()).not.toMatch(/\bmet\b|pass/i);
  expect(project().reports).toMatchObject([
    { round: 1, pass: 1, agent: "Claude Code", sha256: expect.stringMatching(/^[\da-f]{64}$/) },
  ]);
});

test("an identical second report changes nothing", async () => {
  const project = projectAfter("spec", "brief");
  const { context, bytes, stdout } = createLoopContext({ project, words: ["report", "--json"] });
  const file = writeReport();
  await runReport(context, file, { json: true });
  const before = bytes();
  await runReport(context, file, { json: true });
  expect(bytes()).toBe(before);
  const documents = stdout()
    .split(/(?<=^\})\n/m)
    .filter(Boolean)
    .map((text) => JSON.parse(text));
  const facts = {
    version: 1,
    checks: 3,
    read: 3,
    missing: [],
    unclear: [],
    sealed: true,
    howToRun: ["Run `python report.py`"],
  };
  expect(documents).toEqual([
    { taken: true, ...facts },
    { taken: false, ...facts },
  ]);
});

test("finds REPORT.md in the work folder", async () => {
  const project = projectWithFolder();
  leaveReport(project);
  const { context, project: read } = createLoopContext({ project });
  await runReport(context, undefined, { agent: "Codex" });
  expect(read().reports).toMatchObject([{ agent: "Codex" }]);
});

test("a report is pasted where there is no folder", async () => {
  const { context, project } = createLoopContext({
    project: projectAfter("spec", "brief"),
    terminal: true,
    answers: [{ type: proudReport, hint: "Then press Ctrl+D (Control, also on a Mac)" }],
  });
  await runReport(context, undefined, {});
  expect(project().reports).toHaveLength(1);
});

test.each([
  ["the brief isn't finished", projectAfter("spec"), /Finish the brief first/],
  ["there is no spec yet", newProject(), /Finish the spec first/],
  [
    "the project is finished",
    {
      ...projectAfter("spec", "brief"),
      closed: { as: "killed" as const, at: "2026-11-09T12:00:00.000Z" },
    },
    /is finished, so no report is taken in/,
  ],
])("refuses a report if %s", async (_, project, message) => {
  const { context, bytes } = createLoopContext({ project });
  const before = bytes();
  await expect(runReport(context, writeReport(), { project: "script" })).rejects.toThrow(message);
  expect(bytes()).toBe(before);
});

test("an empty report is refused", async () => {
  const { context } = createLoopContext({ project: projectAfter("spec", "brief") });
  await expect(runReport(context, writeReport(" \n"), {})).rejects.toThrow("The report is empty.");
});

test("review takes in a new report, and a script's verdicts count as blind", async () => {
  const project = projectWithFolder();
  leaveReport(project);
  const { run, stderr, stdout, project: read } = createLoopContext({ project });
  await run("review", { answer: ["verdict.1=met"] });
  expect(stderr()).toContain("Took in REPORT.md. It says something about each of your 3 checks.");
  expect(findRoundClaims(steps, read())).toBeUndefined();
  await run("review", { answers: writeAnswers({ ...sampleAnswers.review, ...JUDGED }) });
  expect(findRoundClaims(steps, read())?.checks[1]).toMatchObject({ isOverclaim: true });
  expect(stdout()).toContain(
    "The agent said 2 checks were met. The review found 1 of these met, 1 not: ",
  );
  expect(stdout()).toContain("overclaimed on C2.");
});

function writeAnswers(answers: unknown): string {
  const file = join(createTempFolder(), "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  return file;
}

test.each([{ json: true }, { print: true }])("review %j takes nothing in", async (options) => {
  const project = projectWithFolder();
  leaveReport(project);
  const { run, bytes } = createLoopContext({
    project,
    words: ["review", ...Object.keys(options).map((name) => `--${name}`)],
  });
  const before = bytes();
  await run("review", options);
  expect(bytes()).toBe(before);
});

const atReportPath: [string, (path: string) => void, string][] = [
  ["a link", (path) => symlinkSync("/etc/hostname", path), "it is a link"],
  ["a folder", (path) => mkdirSync(path), "it isn't a file"],
  ["binary", (path) => writeFileSync(path, Buffer.from([0, 1, 2, 0, 255])), "isn't plain text"],
];

test.each(atReportPath)("review goes on if REPORT.md is %s", async (_, create, why) => {
  const project = projectWithFolder();
  create(join(project.folder?.path ?? "", "REPORT.md"));
  const { run, stderr, project: read } = createLoopContext({ project });
  await run("review", { answer: ["verdict.1=met"] });
  expect(stderr()).toMatch(new RegExp(`^REPORT.md wasn't taken in: .*${why}`, "m"));
  expect(read().reports).toBeUndefined();
});

test("review leaves a report that is older than the brief", async () => {
  const project = projectWithFolder();
  leaveReport(project);
  const old = new Date("2026-11-01T12:00:00Z");
  utimesSync(join(project.folder?.path ?? "", "REPORT.md"), old, old);
  const { run, stderr, project: read } = createLoopContext({ project });
  await run("review", { answer: ["verdict.1=met"] });
  expect(stderr()).toContain(
    "REPORT.md wasn't taken in: it is older than the brief of this round.\n",
  );
  expect(stderr()).toMatch(/^To take it in anyway: builder-pm report$/m);
  expect(read().reports).toBeUndefined();
});

test("--show prints a sealed report only to a person who wants it now", async () => {
  const project = withReport(projectAfter("spec", "brief"));
  const { context, stdout, bytes } = createLoopContext({
    project,
    terminal: true,
    answers: [{ choose: "wait", asked: "Read the report first?" }],
  });
  const before = bytes();
  await runReport(context, undefined, { show: true });
  expect(stdout()).toBe("");
  expect(bytes()).toBe(before);
});

test("--show prints the report, and from then on its claims aren't counted", async () => {
  const project = withReport(projectAfter("spec", "brief"));
  const { context, stdout, stderr, run } = createLoopContext({ project });
  await runReport(context, undefined, { show: true });
  expect(stdout()).toContain("- C2: met (read). The code names the column.");
  expect(stderr()).toContain("what it claims won't be counted");
  await run("review", { answers: writeAnswers({ ...sampleAnswers.review, ...JUDGED }) });
  expect(stdout()).toContain(
    "What the agent said isn't compared, because the report was read before the checks were judged.",
  );
});

test("an agent's shell can't break the seal", async () => {
  const { context, bytes } = createLoopContext({
    project: withReport(projectAfter("spec", "brief")),
    env: { CLAUDECODE: "1" },
  });
  const before = bytes();
  await expect(runReport(context, undefined, { show: true })).rejects.toThrow("Only the person");
  expect(bytes()).toBe(before);
});

test("undo takes back a sealed report, and one that was seen stays seen", async () => {
  const { context, stderr, project } = createLoopContext({
    project: projectAfter("spec", "brief"),
  });
  const file = writeReport();
  await runReport(context, file, {});
  await runUndo(context);
  expect(stderr()).toContain("Undid: an agent's report");
  expect(project().reports ?? []).toEqual([]);
  await runReport(context, file, {});
  await runReport(context, undefined, { show: true });
  await runUndo(context);
  await runUndo(context);
  expect(project().reports).toMatchObject([{ opened: { early: true } }]);
});

test("--show can't control the terminal", async () => {
  const text = `${proudReport}\u001b]52;c;AAAA\u0007\u001b[2J\u202e`;
  const { context, stdout } = createLoopContext({
    project: withReport(projectAfter("spec", "brief"), text),
    terminal: true,
    answers: [{ choose: "show" }],
  });
  await runReport(context, undefined, { show: true });
  expect(stdout()).toContain("names the column");
  expect(stdout()).not.toMatch(/[\u001b\u0007\u202e]/);
});

test("a report of an earlier round that is shown counts as seen, also after an undo", async () => {
  const { context, run, project, stderr } = createLoopContext({
    project: withReport(projectAfter("spec", "brief")),
  });
  await run("decide", {
    answers: writeAnswers({ ...sampleAnswers.decide, verdict: "revise" }),
    anyway: true,
  });
  await runReport(context, undefined, { show: true });
  expect(stderr()).toContain("This is the report of round 1.\n");
  await runUndo(context);
  await runUndo(context);
  expect(project().rounds).toEqual([]);
  expect(project().reports).toMatchObject([{ opened: {} }]);
});
