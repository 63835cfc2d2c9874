import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findAnswer, type Project } from "../../../src/domain/project/project.ts";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

/** Reads notes with a spec, and goes on to the review. */
async function reviewAfterNotes(notes: string): Promise<Project> {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, notes);
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: ["stop"],
  });
  await expect(run("spec", { from: file })).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toMatch(/Engineer, for you to confirm later\n {2}- Tomas \(backend\)/);
  expect(stderr()).not.toContain("Found no place");
  return ["spec", "brief", "review"].reduce(
    (now, id) => takeStep(now, id, sampleAnswers[id] ?? {}),
    project(),
  );
}

test("the handoff offers the engineer whom the notes name", async () => {
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: await reviewAfterNotes("# Report\n\nengineer: Tomas (backend)\n"),
    answers: [{ mark: [] }, { type: "The rate" }, { type: "" }],
  });
  await run("handoff");
  expect(stderr()).toMatch(/ {2}Engineer\n {2}- Tomas \(backend\)\n/);
  expect(findAnswer(project(), "handoff.engineer")).toMatchObject({ text: "Tomas (backend)" });
});

test("a name from notes can be changed", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: await reviewAfterNotes("Engineer: Tomas (backend)\n"),
    answers: [{ mark: ["0"] }, { type: "Mira" }, { type: "The rate" }, { type: "" }],
  });
  await run("handoff");
  expect(findAnswer(project(), "handoff.engineer")).toMatchObject({ text: "Mira" });
});
