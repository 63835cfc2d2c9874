import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runImport } from "../../src/commands/import.ts";
import { runRedact } from "../../src/commands/redact.ts";
import { redactTexts } from "../../src/commands/shared/redaction.ts";
import { runUndo } from "../../src/commands/undo.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../helpers/loop.ts";
import { createTempFolder } from "../helpers/temp.ts";

const mail = "priya@acme.com";
const other = "tomas@acme.com";
const note = "[redacted on Nov 22, 2026]";
const spec = {
  ...sampleAnswers.spec,
  constraints: ["Reads orders.csv only", `Mails ${mail} when it is done`, `Mails ${other} too`],
};
const written = takeStep(newProject({ title: `For ${mail}` }), "spec", spec);

function readAll(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

test("lists what is found with numbers, and changes nothing", async () => {
  const { context, stdout, stderr, bytes } = createLoopContext({ project: written });
  const before = bytes();
  await runRedact(context, []);
  expect(stdout()).toMatch(/^1\. .*: p\.\.\.@acme\.com$/m);
  expect(stdout()).toMatch(/^2\. .*: t\.\.\.@acme\.com$/m);
  expect(stderr()).toContain("To take one out: builder-pm redact 1\n");
  expect(bytes()).toBe(before);
});

test("takes one text out everywhere, and undo doesn't bring it back", async () => {
  const { run, context, home, project, stderr } = createLoopContext({ project: written });
  await run("spec", { answer: [`problem=${mail} joins two exports by hand.`] });
  await run("spec", { answer: ["problem=Priya joins two exports by hand."] });
  await runRedact(context, ["1"]);
  expect(readAll(home)).not.toContain(mail);
  expect(readAll(home)).toContain(other);
  expect(project().title).toBe(`For ${note}`);
  expect(stderr()).toContain("and of the undo steps: p...@acme.com\n");
  await runUndo(context);
  expect(project().answers.spec?.problem).toMatchObject({
    text: `${note} joins two exports by hand.`,
  });
});

test("a verdict still belongs to its check after a text is taken out of the check", async () => {
  const checks = [`Mails ${mail} once.`, "Reads both files.", "Takes 10 minutes or less."];
  const checked = takeStep(newProject(), "spec", { ...sampleAnswers.spec, checks });
  const judged = takeStep(takeStep(checked, "brief", { prediction: 2 }), "review", {
    ...sampleAnswers.review,
    held: ["none"],
  });
  const { run, context, stdout } = createLoopContext({ project: judged });
  await runRedact(context, ["1"]);
  await run("review", { print: true });
  expect(stdout()).toContain("**C1 met:** Mails \\[redacted on Nov 22, 2026\\] once.");
  expect(stdout()).not.toContain("needs another look");
});

test("a person picks what to take out", async () => {
  const { context, home } = createLoopContext({
    ...{ terminal: true, project: written },
    answers: [{ mark: ["2"] }],
  });
  await runRedact(context, []);
  expect(readAll(home)).not.toContain(other);
  expect(readAll(home)).toContain(mail);
});

test("at the question before a page, everything that was found can be taken out", async () => {
  const { run, context, home, stdout } = createLoopContext({
    ...{ terminal: true, project: written },
    answers: [{ type: "2" }, { choose: "redact" }],
  });
  await expect(run("brief")).rejects.toMatchObject({ message: "Nothing was printed." });
  expect(readAll(home)).not.toMatch(/@acme\.com/);
  await runExport(context, { project: "script" });
  expect(stdout()).toContain("redacted on Nov 22, 2026");
});

test.each([["3"], ["0"]])("rejects the number %s", async (number) => {
  const { context } = createLoopContext({ project: written });
  await expect(runRedact(context, [number])).rejects.toMatchObject({
    message: `There is no finding number "${number}".`,
    exitCode: 2,
  });
});

test("says how to take out a text that was typed instead of a number", async () => {
  const { context } = createLoopContext({ project: written });
  await expect(runRedact(context, ["Ines"])).rejects.toMatchObject({
    message: '"I..." isn\'t the number of something saved.',
    fix: expect.stringMatching(/pbpaste \| builder-pm redact - .*\n.*Get-Clipboard \| builder-pm/),
    exitCode: 2,
  });
});

test("says that nothing has a number where nothing was found", async () => {
  const { context } = createLoopContext({ project: newProject() });
  await expect(runRedact(context, ["1"])).rejects.toMatchObject({
    fix: "Nothing was found, so nothing has a number.",
  });
});

test("an agent's shell can list, but takes nothing out", async () => {
  const { context, bytes } = createLoopContext({ project: written, env: { CODEX_SANDBOX: "1" } });
  const before = bytes();
  await runRedact(context, []);
  await expect(runRedact(context, ["1"])).rejects.toMatchObject({ exitCode: 1 });
  expect(bytes()).toBe(before);
});

test("names the files in the work folder that still hold the text", async () => {
  const path = createTempFolder();
  writeFileSync(join(path, "BRIEF-round-1.md"), `Ask ${mail}.\n`);
  writeFileSync(join(path, "notes.md"), mail);
  writeFileSync(join(path, "REPORT.md"), "Nothing of it.\n");
  const { context, stderr } = createLoopContext({ project: { ...written, folder: { path } } });
  await runRedact(context, ["1"]);
  expect(stderr()).toContain(
    `Still in files of "${path}", which weren't changed: BRIEF-round-1.md and notes.md.`,
  );
  expect(stderr()).not.toContain("REPORT.md");
  expect(stderr()).not.toContain("weren't looked at");
});

test("says what in the work folder it didn't look at, and hides the text in names", async () => {
  const path = createTempFolder();
  mkdirSync(join(path, "old"));
  writeFileSync(join(path, `${mail}.txt`), "");
  const { context, stderr } = createLoopContext({ project: { ...written, folder: { path } } });
  await runRedact(context, ["1"]);
  expect(stderr()).toContain("which weren't changed: ....txt.");
  expect(stderr()).toContain(`In "${path}", folders and files larger than 1 MB weren't looked at.`);
  expect(stderr()).not.toContain(mail);
});

test("--allow remembers one text, and leaves the others alone", async () => {
  const { context, stdout, read } = createLoopContext({ project: written });
  await expect(runExport(context, { allow: ["1"] })).rejects.toMatchObject({
    message: expect.stringMatching(/^2\. .*t\.\.\.@acme\.com\nNothing was printed\.$/),
  });
  await runExport(context, { allow: ["2"] });
  expect(stdout()).toContain("Monday");
  await runExport(context, {});
  expect(JSON.stringify(read().allowed)).not.toContain("acme");
});

const plainHash = (text: string) => createHash("sha256").update(text).digest("hex");

test("what is allowed is saved with a random key, and is in no export", async () => {
  const { context, stdout, read, bytes } = createLoopContext({ project: written });
  await runExport(context, { allow: ["1", "2"], json: true });
  const { allowed = [] } = read();
  expect(new Set(allowed.map(({ salt }) => salt)).size).toBe(2);
  expect(bytes()).not.toContain(plainHash(mail));
  for (const { keyed } of allowed) expect(stdout()).not.toContain(keyed);
  const before = stdout().length;
  await runExport(context, { json: true });
  expect(JSON.parse(stdout().slice(before))).not.toHaveProperty("allowed");
});

test("redact takes the hash out with the text, from undo steps and copies too", async () => {
  const { run, context, home, read } = createLoopContext({ project: written });
  await runExport(context, { allow: ["1", "2"], json: true });
  const [first, second] = read().allowed ?? [];
  await run("spec", { answer: ["problem=Priya joins two exports by hand."] });
  await runUndo(context);
  await runUndo(context);
  await runUndo(context, { redo: true });
  await runRedact(context, ["1"]);
  expect(readAll(home)).not.toContain(first?.keyed);
  expect(readAll(home)).toContain(second?.keyed);
  await runExport(context, {});
  await runUndo(context);
  await runUndo(context, { redo: true });
  expect(readAll(home)).not.toContain(first?.keyed);
});

test("hashes that earlier versions saved without a key allow nothing, and go", async () => {
  const allowed = [mail, other].map((text) => ({
    sha256: plainHash(text),
    at: "2026-11-02T12:00:00.000Z",
  }));
  const saved = { ...progressWith(written), allowed };
  const { context, home } = createLoopContext({ saved });
  await expect(runExport(context, {})).rejects.toMatchObject({ exitCode: 1 });
  await runRedact(context, ["1"]);
  expect(readAll(home)).not.toContain(plainHash(mail));
});

test("an imported file allows nothing", async () => {
  const from = createLoopContext({ project: written });
  await runExport(from.context, { allow: ["1", "2"] });
  const there = createLoopContext();
  await runImport(there.context, from.file, {});
  await expect(runExport(there.context, {})).rejects.toMatchObject({ exitCode: 1 });
  await runImport(there.context, from.file, { replace: true, yes: true });
  await expect(runExport(there.context, {})).rejects.toMatchObject({ exitCode: 1 });
});

const reviewed = projectAfter("spec", "brief", "review");
const judged = reviewed.judgments?.at(-1)?.of ?? "";

test.each(["2026-11-02", "not-met", "flag", "review.verdict", "script", judged])(
  "leaves times, choices and ids alone when %s is taken out",
  async (text) => {
    const { context, read } = createLoopContext({ project: reviewed });
    const store = await context.openStore();
    await redactTexts(context, store, [{ value: text, hidden: "..." }]);
    expect(read().projects).toMatchObject([
      { id: "script", finished: reviewed.finished, judgments: reviewed.judgments },
    ]);
    expect(await store.load()).toBeDefined();
  },
);

test("says what it looks for if nothing is found", async () => {
  const { context, stderr } = createLoopContext({ project: newProject() });
  await runRedact(context, []);
  expect(stderr()).toContain("were found. Names of people aren't looked for, and addresses for");
});
