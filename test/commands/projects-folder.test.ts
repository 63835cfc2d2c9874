import { symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { runImport } from "../../src/commands/import.ts";
import { runProjects, runProjectsFolder, runProjectsSwitch } from "../../src/commands/projects.ts";
import { runStatus } from "../../src/commands/status.ts";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { hasWindowsPaths } from "../../src/files/folder.ts";
import { root } from "../helpers/context.ts";
import { createLoopContext, newProject, progressWith } from "../helpers/loop.ts";
import { createFolderOnDisk } from "../helpers/temp.ts";

test("projects folder prints, changes and removes the folder", async () => {
  const cwd = createFolderOnDisk();
  const { context, project, stdout, stderr } = createLoopContext({ project: newProject(), cwd });
  await runProjectsFolder(context, "script", undefined);
  expect(stderr()).toContain("has no folder. Set one: builder-pm projects folder script ...");
  await runProjectsFolder(context, "script", "new");
  expect(project().folder?.path).toBe(join(cwd, "new"));
  await runProjectsFolder(context, "script", undefined);
  expect(stdout()).toBe(`${join(cwd, "new")}\n`);
  await expect(runProjectsFolder(context, "script", "new", { none: true })).rejects.toMatchObject({
    exitCode: 2,
  });
  await runProjectsFolder(context, "script", undefined, { none: true });
  expect(project()).not.toHaveProperty("folder");
});

test("projects --json and status name the folder, and say if it's gone", async () => {
  const there = newProject({ folder: { path: createFolderOnDisk() } });
  const json = createLoopContext({ project: there, words: ["projects", "--json"] });
  await runProjects(json.context);
  expect(JSON.parse(json.stdout()).projects[0].folder).toBe(there.folder?.path);
  const shown = createLoopContext({ project: there });
  await runStatus(shown.context);
  expect(shown.stdout()).toContain(`  Folder: ${there.folder?.path}\n`);
  const gone = createLoopContext({ project: newProject({ folder: { path: "/nowhere/x" } }) });
  await runStatus(gone.context);
  expect(gone.stdout()).toContain("The project's folder wasn't found: /nowhere/x\n");
  expect(gone.stdout()).toContain("builder-pm projects folder script ...");
});

test("switching in a folder says whose folder it is", async () => {
  const cwd = createFolderOnDisk();
  const first = newProject({ folder: { path: cwd } });
  const second = newProject({ id: "other", uid: "uid-9", title: "Other" });
  const { context, stderr, read } = createLoopContext({ saved: progressWith(first, second), cwd });
  await runProjectsSwitch(context, "other");
  expect(read().current).toBe("uid-9");
  expect(stderr()).toContain('In this folder, commands are still about "Monday report" (script).');
  expect(stderr()).toContain("Next: builder-pm spec --project other");
});

test.each([
  [false, "The project's folder wasn't found: /nowhere/x"],
  [true, '"Monday report" (script) works in a folder on this computer: '],
])("import says what becomes of a folder, and keeps it (here: %s)", async (isHere, said) => {
  const path = isHere ? createFolderOnDisk() : "/nowhere/x";
  const { context, home, stderr, project } = createLoopContext();
  const file = join(home, "there.json");
  writeFileSync(file, JSON.stringify(progressWith(newProject({ folder: { path } }))));
  await runImport(context, file, {});
  expect(stderr()).toContain(said);
  expect(project().folder).toEqual({ path });
  const before = stderr().length;
  await runImport(context, file, {});
  expect(stderr().slice(before)).not.toContain("folder");
});

/** Returns the folder that a project has after an import of one with this path. */
async function importFolder(path: string, saved = emptyProgress) {
  const { context, home, stderr, read } = createLoopContext({ saved });
  const file = join(home, "there.json");
  const project = newProject({ id: "other", uid: "uid-9", folder: { path } });
  writeFileSync(file, JSON.stringify(progressWith(project)));
  await runImport(context, file, {});
  return { folder: read().projects.at(-1)?.folder, stderr: stderr(), home };
}

test.each([
  homedir(),
  dirname(homedir()),
  join(homedir(), ".claude"),
  join(homedir(), ".config", "tool", "x"),
  join(homedir(), "Library", "LaunchAgents"),
  ...(hasWindowsPaths ? ["C:\\Windows\\Temp"] : ["/etc", "/usr/local/x", "C:\\work"]),
  root,
  join(root, "src"),
  "~/work",
  "work",
  ".",
  "",
  "/work/a\nb",
])("an import leaves out a folder that isn't for a project: %j", async (path) => {
  const { folder, stderr } = await importFolder(path);
  expect(folder).toBe(undefined);
  expect(stderr).toContain("(other) came without its folder, which can't be used here: ");
  expect(stderr).toContain("To choose one: builder-pm projects folder other ...");
});

test("an import leaves out the folder of another project, and what it doesn't own", async () => {
  const taken = createFolderOnDisk();
  const saved = progressWith(newProject({ folder: { path: taken } }));
  expect(await importFolder(join(taken, "inside"), saved)).toMatchObject({ folder: undefined });
  const file = join(taken, "file");
  writeFileSync(file, "");
  expect(await importFolder(join(file, "x"))).toMatchObject({ folder: { path: join(file, "x") } });
});

test("an import saves where a folder really is", async () => {
  const [real, outer] = [createFolderOnDisk(), createFolderOnDisk()];
  symlinkSync(real, join(outer, "link"));
  const { folder, stderr } = await importFolder(join(outer, "link"));
  expect(folder).toEqual({ path: real });
  expect(stderr).toContain(`works in a folder on this computer: ${real}\n`);
});
