import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runStart } from "../../../src/commands/start/command.ts";
import { root } from "../../helpers/context.ts";
import { createLoopContext, newProject, progressWith } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { noon } from "../../helpers/samples.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const asked = "Start it like this?";
const idea = "Weekly churn themes";
const yes = { choose: "yes", asked };

function createStart(...answers: ScriptedAnswer[]) {
  const cwd = createTempFolder();
  return { cwd, ...createLoopContext({ terminal: true, cwd, answers, saved: progressWith() }) };
}

test("start shows title and folder on one screen, and creates the folder", async () => {
  const start = createStart(yes);
  await runStart(start.context, idea, {});
  const path = join(start.cwd, "weekly-churn-themes");
  expect(start.stderr()).toContain(
    "\n  Title:   Weekly churn themes\n  Folder:  ./weekly-churn-themes\n",
  );
  expect(start.project().folder).toEqual({ path });
  expect(readdirSync(path)).toEqual([]);
  expect(start.stderr()).toContain(`Its folder is ${path}\n`);
});

test("start suggests a name that is free, and the slice's where it has its title", async () => {
  const start = createStart(yes);
  mkdirSync(join(start.cwd, "script"));
  await runStart(start.context, "script", {});
  expect(start.project().folder?.path).toBe(join(start.cwd, "script-2"));
});

test("start suggests a folder beside that of a finished project, not in it", async () => {
  const around = createTempFolder();
  const cwd = join(around, "done");
  mkdirSync(cwd);
  const done = newProject({
    folder: { path: cwd },
    closed: { as: "done", at: noon(3).toISOString() },
  });
  const saved = progressWith(done);
  const start = createLoopContext({ terminal: true, cwd, answers: [yes], saved });
  await runStart(start.context, idea, {});
  expect(start.stderr()).toContain("\n  Folder:  ../weekly-churn-themes\n");
  expect(start.read().projects.at(-1)?.folder?.path).toBe(join(around, "weekly-churn-themes"));
});

test("start takes another title, which renames the suggested folder", async () => {
  const title = { type: "Monday report", asked: "What will you call it?" };
  const start = createStart({ choose: "title" }, title, yes);
  await runStart(start.context, "script", {});
  expect(start.project()).toMatchObject({ id: "script", title: "Monday report" });
  expect(readdirSync(start.cwd)).toEqual(["monday-report"]);
});

test("start says that it needs a title, and keeps the one it has", async () => {
  const start = createStart({ choose: "title" }, { clear: true }, { choose: "none" });
  await runStart(start.context, idea, {});
  expect(start.stderr()).toContain("It needs a title, so it keeps this one.");
});

test("a changed title keeps a folder that was typed, and gives an own idea its id", async () => {
  const start = createStart(
    { choose: "folder" },
    { type: "'a b'", startsOn: "./weekly-churn-themes" },
    { choose: "title" },
    { type: "Churn" },
    yes,
  );
  await runStart(start.context, idea, {});
  expect(start.project()).toMatchObject({ id: "churn", title: "Churn" });
  expect(readdirSync(start.cwd)).toEqual(["a b"]);
});

test.each<ScriptedAnswer[]>([
  [{ choose: "none" }],
  [{ choose: "folder" }, { type: "none" }, yes],
  [{ choose: "folder" }, { type: "-" }, yes],
  [{ choose: "folder" }, { clear: true }, yes],
])("start does without a folder: %j", async (...answers) => {
  const start = createStart(...answers);
  await runStart(start.context, idea, {});
  expect(start.project()).not.toHaveProperty("folder");
  expect(readdirSync(start.cwd)).toEqual([]);
});

test("start asks again about a folder that can't be used", async () => {
  const start = createStart(
    { choose: "folder" },
    { type: "~" },
    { type: "notes.md", startsOn: "~" },
    { type: "x", startsOn: "notes.md" },
    yes,
  );
  writeFileSync(join(start.cwd, "notes.md"), "Notes");
  await runStart(start.context, idea, {});
  expect(start.stderr()).toContain("is your home folder");
  expect(start.stderr()).toMatch(/notes\.md" is a file, not a\s+folder/);
  expect(start.project().folder?.path).toBe(join(start.cwd, "x"));
});

test.each([{ choose: "title" }, { choose: "folder" }])(
  "< at the text after $choose goes back to the screen, and changes nothing",
  async ({ choose }) => {
    const start = createStart({ choose }, { type: "<" }, { choose: "none" });
    await runStart(start.context, idea, {});
    expect(start.project().title).toBe(idea);
    expect(readdirSync(start.cwd)).toEqual([]);
  },
);

test("stopping at the folder starts nothing", async () => {
  const start = createStart("stop");
  const from = join(createTempFolder(), "my notes.md");
  writeFileSync(from, "# Churn\n\n## Problem\n\nAna copies 14 orders by hand.\n");
  await expect(runStart(start.context, idea, { from, minutes: "90" })).rejects.toMatchObject({
    message:
      "Stopped. No project was started. To try again: " +
      `builder-pm start "${idea}" --from "${from}" --minutes 90`,
    exitCode: 130,
  });
  expect(start.read().projects).toEqual([]);
  expect(readdirSync(start.cwd)).toEqual([]);
});

const title = { choose: "title" };
const folder = { choose: "folder" };

test.each<{ words: string; answers: ScriptedAnswer[]; again: string }>([
  { words: idea, answers: [title, { stop: "Tags" }], again: "Tags --own" },
  { words: idea, answers: [title, { type: "My tags" }, "stop"], again: '"My tags"' },
  { words: idea, answers: [folder, { stop: "a b" }], again: `"${idea}" --folder "a b"` },
  {
    words: idea,
    answers: [folder, { type: "none" }, title, { stop: "My tags" }],
    again: '"My tags" --no-folder',
  },
  {
    words: "script",
    answers: [title, { type: "Monday report" }, "stop"],
    again: 'script --title "Monday report"',
  },
])("stopping keeps what was chosen: $again", async ({ words, answers, again }) => {
  const start = createStart(...answers);
  await expect(runStart(start.context, words, {})).rejects.toThrow(
    `Stopped. No project was started. To try again: builder-pm start ${again}`,
  );
});

test.each([
  { what: "--no-folder", options: { folder: false as const }, where: "" },
  { what: "a script", options: {}, terminal: false, where: "" },
  { what: "builder-pm's own folder", options: {}, cwd: root, where: "" },
  { what: "a folder below that", options: {}, cwd: join(root, "docs"), where: "" },
  { what: "--folder in a script", options: { folder: "a/b" }, terminal: false, where: "a/b" },
  { what: "--folder with a folder that exists", options: { folder: "." }, where: "." },
])("asks nothing with $what", async ({ options, terminal = true, cwd, where }) => {
  const folder = cwd ?? createTempFolder();
  const { context, project } = createLoopContext({ terminal, cwd: folder });
  await runStart(context, "script", options);
  expect(project().folder?.path).toBe(where === "" ? undefined : join(folder, where));
});

test.each([
  ["a file", "file.md", "is a file, not a folder."],
  ["a folder in a file", "file.md/x", "can't be created: part of the path isn't a folder"],
  ["the home folder", "~", "is your home folder, or a folder around it."],
  ["the root", "/", "is your home folder, or a folder around it."],
  ["builder-pm's folder", root, "is where builder-pm itself is installed."],
  ["a path for Windows", "C:\\work\\churn", "is a path for Windows."],
  ["another project's folder", "other", 'belongs to your project "Monday report"'],
  ["inside another project's", "other/x", 'belongs to your project "Monday report"'],
  ["nothing", " ", "The name of the folder is empty."],
  ["a long name", "x".repeat(300), "the name is too long"],
])("start refuses %s as a folder", async (_what, folder, message) => {
  const mine = createTempFolder();
  writeFileSync(join(mine, "file.md"), "");
  const other = newProject({ id: "other", uid: "uid-9", folder: { path: join(mine, "other") } });
  const { context, read } = createLoopContext({ saved: progressWith(other), cwd: mine });
  await expect(runStart(context, idea, { folder, anyway: true })).rejects.toMatchObject({
    message: expect.stringContaining(message),
  });
  expect(read().projects).toHaveLength(1);
  expect(existsSync(join(mine, "other"))).toBe(false);
});

test("start refuses a relative folder where the current one was deleted", async () => {
  const deleted = createLoopContext({ cwd: "", terminal: true });
  await expect(runStart(deleted.context, idea, { folder: "x" })).rejects.toMatchObject({
    message: "The folder that you are in doesn't exist anymore.",
  });
  const path = join(createTempFolder(), "x");
  await runStart(deleted.context, idea, { folder: path });
  expect(deleted.project().folder?.path).toBe(path);
});

test("resolves links, and takes a folder with files", async () => {
  const cwd = createTempFolder();
  mkdirSync(join(cwd, "real"));
  writeFileSync(join(cwd, "real/notes.txt"), "");
  symlinkSync(join(cwd, "real"), join(cwd, "link"));
  const { context, project } = createLoopContext({ cwd });
  await runStart(context, "script", { folder: "link" });
  expect(project().folder?.path).toBe(join(cwd, "real"));
});

test("refuses a folder around another project's", async () => {
  const cwd = createTempFolder();
  const other = newProject({ folder: { path: join(cwd, "script") } });
  const { context } = createLoopContext({ saved: progressWith(other), cwd });
  const started = runStart(context, "flow", { folder: ".", anyway: true });
  await expect(started).rejects.toMatchObject({
    message: expect.stringContaining('belongs to your project "Monday report" (script)'),
  });
});

test("takes the folder of a finished project", async () => {
  const closed = { as: "killed", at: noon(3).toISOString() } as const;
  const cwd = createTempFolder();
  const ended = newProject({ id: "old", uid: "uid-9", folder: { path: cwd }, closed });
  const { context, read } = createLoopContext({ saved: progressWith(ended), cwd });
  await runStart(context, "script", { folder: "." });
  expect(read().projects[1]?.folder?.path).toBe(cwd);
});

test("repeats --folder in the command for a second project", async () => {
  const { context } = createLoopContext({ project: newProject() });
  const wanted = runStart(context, "flow", { folder: "./a b" });
  await expect(wanted).rejects.toMatchObject({
    fix: expect.stringContaining('builder-pm start flow --folder "./a b" --anyway'),
  });
});

test("start says how to get to the folder, unless this is it", async () => {
  const cwd = createTempFolder();
  const away = createLoopContext({ saved: progressWith(), cwd });
  await runStart(away.context, "script", { folder: "a b" });
  expect(away.stderr()).toContain(
    `\nFirst go there: cd "${join(cwd, "a b")}"\nNext: builder-pm spec`,
  );
  const here = createLoopContext({ saved: progressWith(), cwd });
  await runStart(here.context, "script", { folder: "." });
  expect(here.stderr()).not.toMatch(/^First go there/m);
});
