import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");
/** The answers to what the handoff asks before its screen. */
const typed: ScriptedAnswer[] = [{ type: "Mira" }, { type: "The rate" }, { type: "" }];

test("going back from the screen leads to the question before, and then to the screen", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [
      ...typed,
      { leave: true },
      { type: "", asked: "Line 2" },
      { mark: [], asked: "Press Enter to keep all of this" },
    ],
  });
  await run("handoff");
  expect(project().answers.handoff).toMatchObject({ status: { text: "throwaway" } });
});

test("going back from the first picked answer shows the screen again", async () => {
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [
      ...typed,
      { mark: ["0"] },
      { type: "<", asked: "Line 1" },
      { mark: ["1", "3"], startsOn: ["0"], asked: "Press Enter to keep all of this" },
      { type: "pandas", asked: "Line 1" },
      { type: "" },
      { choose: "reference", startsOn: "throwaway" },
      { type: "No review." },
      { type: "Tomas" },
      { type: "2026-12-18" },
    ],
  });
  await run("handoff");
  expect(stderr()).not.toContain("in another window");
  expect(project().answers.handoff).toMatchObject({
    run: { entries: [] },
    packages: { entries: [{ text: "pandas" }] },
    status: { text: "reference" },
  });
});

test("what was typed for a picked answer stays when it is picked again", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [
      ...typed,
      { mark: ["0"] },
      { type: "Open report.html" },
      { type: "<" },
      { mark: ["0"], startsOn: ["0"] },
      { type: "", asked: "Line 2" },
    ],
  });
  await run("handoff");
  expect(project().answers.handoff).toMatchObject({
    run: { entries: [{ text: "Open report.html" }] },
  });
});

/** A project whose spec lacks two answers that notes fill, and one that is asked after them. */
function withTwoOpen() {
  const given = Object.entries(sampleAnswers.spec ?? {});
  const open = ["problem", "not-building", "path"];
  return takeStep(
    newProject(),
    "spec",
    Object.fromEntries(given.filter(([id]) => !open.includes(id))),
  );
}

function writeNotes(): string {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, "## Problem\nNobody knows who is on call.\n\n## Out of scope\n- maps\n");
  return file;
}

const PATH = "I put two files in a folder and get report.csv.";

test("going back from the question after the screen shows the screen again", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: withTwoOpen(),
    answers: [
      { mark: [], asked: "Press Enter to keep all of this" },
      { type: "<" },
      { mark: ["1"], startsOn: [], asked: "Press Enter to keep all of this" },
      { type: PATH },
      { type: "1: phones", asked: "Line 2" },
      { type: "" },
    ],
  });
  await run("spec", { from: writeNotes() });
  expect(project().answers.spec).toMatchObject({
    problem: { text: "Nobody knows who is on call." },
    "not-building": { entries: [{ text: "phones" }] },
  });
});

test.each<[string, ScriptedAnswer[]]>([
  ["at once", [{ mark: ["1"] }, "stop"]],
  ["when it was shown again", [{ mark: [] }, { type: "<" }, { mark: ["1"] }, "stop"]],
])("what was picked on the screen %s is still to be changed after Ctrl+C", async (_, answers) => {
  const first = createLoopContext({ terminal: true, project: withTwoOpen(), answers });
  await expect(first.run("spec", { from: writeNotes() })).rejects.toThrow();
  const { run, project } = createLoopContext({
    terminal: true,
    project: first.project(),
    answers: [{ type: PATH }, { type: "1: phones", asked: "Line 2" }, { type: "" }],
  });
  await run("spec");
  expect(project().answers.spec?.["not-building"]).toMatchObject({ entries: [{ text: "phones" }] });
});
