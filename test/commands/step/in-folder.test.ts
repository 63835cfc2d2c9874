import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Project } from "../../../src/domain/project/project.ts";
import { createLoopContext, progressWith, projectAfter } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const prediction = { answer: ["prediction=2"] };

test("offers a file in a terminal where the project has no folder", async () => {
  const cwd = createTempFolder();
  const yes = createLoopContext({
    terminal: true,
    cwd,
    project: projectAfter("spec"),
    answers: [{ type: "2" }, { choose: "file", asked: "Where should the brief go?" }],
  });
  await yes.run("brief");
  expect(yes.project().folder?.path).toBe(join(cwd, "monday-report"));
  expect(readdirSync(join(cwd, "monday-report"))).toContain("BRIEF.md");
  expect(yes.stdout()).toBe("");
  const no = createLoopContext({
    terminal: true,
    cwd,
    project: projectAfter("spec"),
    answers: [{ type: "2" }, { choose: "screen" }],
  });
  await no.run("brief");
  expect(no.project().folder).toBeUndefined();
  expect(no.stdout()).toContain("## Done when");
});

test("offers the same folder as at the start for a slice that kept its title", async () => {
  const cwd = createTempFolder();
  const title = "A script that saves you 30 minutes every week";
  const { run, project } = createLoopContext({
    ...{ terminal: true, cwd, project: { ...projectAfter("spec"), title } },
    answers: [{ type: "2" }, { choose: "file" }],
  });
  await run("brief");
  expect(project().folder?.path).toBe(join(cwd, "script"));
});

test("commands in the folder or below are about its project", async () => {
  const folder = createTempFolder();
  const inner = join(folder, "src");
  mkdirSync(inner);
  const first: Project = { ...projectAfter("spec"), folder: { path: folder } };
  const second: Project = { ...projectAfter("spec"), id: "other", uid: "uid-9" };
  const saved = { ...progressWith(first, second), current: "uid-9" };
  const here = createLoopContext({ saved, cwd: inner });
  await here.run("brief", prediction);
  expect(here.read().projects.map(({ finished }) => "brief" in finished)).toEqual([true, false]);
  expect(here.read().current).toBe("uid-9");
  expect(here.stderr()).not.toContain("--project");
  const elsewhere = createLoopContext({ saved, cwd: createTempFolder() });
  await elsewhere.run("brief", prediction);
  expect(elsewhere.project().finished).not.toHaveProperty("brief");
  const named = createLoopContext({ saved, cwd: inner });
  await named.run("brief", { ...prediction, project: "other" });
  expect(named.project().finished).not.toHaveProperty("brief");
});
