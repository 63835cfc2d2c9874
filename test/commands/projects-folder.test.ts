import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runImport } from "../../src/commands/import.ts";
import { runProjects, runProjectsFolder, runProjectsSwitch } from "../../src/commands/projects.ts";
import { runStatus } from "../../src/commands/status.ts";
import { createLoopContext, newProject, progressWith } from "../helpers/loop.ts";
import { createTempFolder } from "../helpers/temp.ts";

test("projects folder prints, changes and removes the folder", async () => {
  const cwd = createTempFolder();
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
  const there = newProject({ folder: { path: createTempFolder() } });
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
  const cwd = createTempFolder();
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
  const path = isHere ? createTempFolder() : "/nowhere/x";
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
