import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runStatus } from "../../../src/commands/status.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { root } from "../../helpers/context.ts";
import { createLoopContext, newProject, projectAfter } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const name = "Tomas, on Friday";

/** Gives the engineer in a file of answers to the spec. */
async function giveInFile(project: Project, value: string) {
  const loop = createLoopContext({ project });
  const file = join(loop.home, "spec.json");
  writeFileSync(file, JSON.stringify({ engineer: value, bet: "From 42 to 10 minutes." }));
  await loop.run("spec", { answers: file });
  return loop;
}

test.each([
  { state: "new", project: newProject() },
  { state: "handed over to an engineer", project: projectAfter("spec", "review", "handoff") },
])("spec --answer engineer=... answers the handoff of a $state project", async ({ project }) => {
  const loop = createLoopContext({ project });
  await loop.run("spec", { answer: [`engineer=${name}`] });
  expect(loop.project().answers.handoff?.engineer).toMatchObject({ text: name });
  expect(loop.project().answers.spec ?? {}).not.toHaveProperty("engineer");
});

test("an engineer who is named early doesn't begin the handoff", async () => {
  const { run, context, stdout } = createLoopContext({ project: newProject() });
  await run("spec", { answer: [`engineer=${name}`, "bet=From 42 to 10 minutes."] });
  await runStatus(context);
  expect(stdout()).toMatch(/\[ \] Spec \(started\) .*\[ \] Handoff {2}/);
});

test("a file of answers to the spec may name the engineer", async () => {
  const { project } = await giveInFile(newProject(), name);
  expect(project().answers.handoff?.engineer).toMatchObject({ text: name });
  expect(project().answers.spec?.bet).toMatchObject({ text: "From 42 to 10 minutes." });
});

test("after the brief, the old name needs no reason", async () => {
  const { run, project } = createLoopContext({ project: projectAfter("spec", "brief") });
  await run("spec", { answer: [`engineer=${name}`] });
  expect(project().answers.handoff?.engineer).toMatchObject({ text: name });
  expect(project().amendments).toEqual([]);
});

test("an empty engineer in a file of today stays empty", async () => {
  const { project } = await giveInFile(newProject(), "");
  expect(project().answers.handoff?.engineer).toMatchObject({ text: "" });
});

test("a finished project refuses the old name as it refuses the new one", async () => {
  const closed = projectAfter("spec", "brief", "review", "handoff", "decide");
  const { run, bytes } = createLoopContext({ project: closed });
  const before = bytes();
  await expect(run("spec", { answer: [`engineer=${name}`] })).rejects.toMatchObject({
    message: expect.stringContaining('is finished, so "Engineer" can\'t be changed'),
  });
  expect(bytes()).toBe(before);
});

test("a wrong name lists the questions of the step it was given to", async () => {
  const { run } = createLoopContext({ project: newProject() });
  await expect(run("spec", { answer: ["enginer=x"] })).rejects.toMatchObject({
    message: 'The step "spec" has no question "enginer".',
    exitCode: 2,
  });
});

test("the page of a pack may still say {{spec.engineer}}", async () => {
  const folder = createTempFolder();
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  const file = join(folder, "content", "steps", "spec.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n## Engineer\n\n{{spec.engineer}}\n`);
  const { run, stdout } = createLoopContext({ root: folder, project: projectAfter("spec") });
  await run("spec", { answer: [`engineer=${name}`] });
  await run("spec", { print: true });
  expect(stdout()).toMatch(/## Engineer\n\nTomas, on Friday\n/);
});
