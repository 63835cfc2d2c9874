import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runUndo } from "../../../src/commands/undo.ts";
import { root } from "../../helpers/context.ts";
import {
  createLoopContext,
  entriesAt,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");
const typed: ScriptedAnswer[] = [{ type: "Mira" }, { type: "The rate" }, { type: "" }];

test("Enter keeps all of it as one change that can be undone", async () => {
  const { run, context, project, stderr } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [...typed, { mark: [] }],
  });
  await run("handoff");
  expect(stderr()).toMatch(
    /Check these before you go on\n\n {2}How to run it\n {2}- Nothing yet, so the page leaves it out\n/,
  );
  expect(stderr()).toMatch(/\n {2}Questions for engineering\n {2}- C2: (?:.*\n)+ {2}- C3: /);
  expect(stderr()).toMatch(
    /\n {2}Status\n {2}- Don't build on it \(use it as it is; anyone who needs more starts over\)\n/,
  );
  expect(project().answers.handoff).toMatchObject({
    questions: { entries: [{}, {}, {}, {}] },
    status: { text: "throwaway" },
  });
  await runUndo(context);
  expect(project().finished).not.toHaveProperty("handoff");
  await runUndo(context);
  expect(Object.keys(project().answers.handoff ?? {})).toEqual(["engineer", "faked"]);
});

test.each([
  { given: {}, says: true },
  {
    given: { held: [1, 2], verdict: ["met", "met", "met"], cause: [], "red-flags": [] },
    says: false,
  },
])("says that lines are drafts only where there are some: $says", async ({ given, says }) => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: takeStep(projectAfter("spec", "brief"), "review", {
      ...sampleAnswers.review,
      ...given,
    }),
    answers: [...typed, { mark: ["2"] }, "stop"],
  });
  await expect(run("handoff")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toMatch(/What do you want to ask engineering\?\n {2}Up to five, each one quick/);
  expect(stderr().includes("The lines below are drafts.")).toBe(says);
});

test("what was left empty on the screen has no heading on the page", async () => {
  const { run, stdout, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [...typed, { mark: [] }],
  });
  await run("handoff");
  expect(stdout()).not.toMatch(/How to run it|how to run it|Packages and services/);
  const filled = createLoopContext({ project: project() });
  await filled.run("handoff", { answer: ["run=Open report.html", "packages=csv-parse"] });
  expect(filled.stdout()).toContain("## Where it is and how to run it\n\n- Open report.html\n");
  expect(filled.stdout()).toContain("## Packages and services\n\n- csv-parse\n");
});

test("what was picked is asked for one by one, and the rest is kept", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [
      ...typed,
      { mark: ["3"] },
      { choose: "reference", startsOn: "throwaway" },
      { type: "No review." },
      { type: "Tomas" },
      { type: "2026-12-18" },
    ],
  });
  await run("handoff");
  expect(project().answers.handoff).toMatchObject({
    questions: { entries: [{}, {}, {}, {}] },
    status: { text: "reference" },
    owner: { text: "Tomas" },
  });
});

test("a person who stops after the screen keeps what they kept", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [...typed, { mark: ["0"] }, "stop"],
  });
  await expect(run("handoff")).rejects.toMatchObject({ exitCode: 130 });
  expect(Object.keys(project().answers.handoff ?? {})).toEqual([
    ...["engineer", "faked", "packages", "questions", "status"],
  ]);
});

test("an answer that was being typed is not offered, but asked for", async () => {
  const stopped = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [...typed, { mark: ["2"] }, { type: "Is it right?" }, "stop"],
  });
  await expect(stopped.run("handoff")).rejects.toMatchObject({ exitCode: 130 });
  const again = createLoopContext({
    terminal: true,
    saved: stopped.read(),
    answers: [{ type: "", asked: "Your 5 lines:" }],
  });
  await again.run("handoff");
  expect(again.stderr()).not.toContain("Check these before you go on");
  expect(again.stdout()).toContain("Is it right?");
});

test("a script keeps what was offered, and stderr stays quiet about it", async () => {
  const { run, project, stderr } = createLoopContext({ project: reviewed });
  await run("handoff", { answer: ["engineer=Mira", "faked=The rate"] });
  expect(project().answers.handoff).toMatchObject({ status: { text: "throwaway" } });
  expect(stderr()).not.toContain("Check these before you go on");
});

/** Returns a folder with the content, in which a question of the review is linted. */
function lintInReview(id: string): string {
  const folder = createTempFolder();
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  const file = join(folder, "content", "steps", "review.md");
  const text = readFileSync(file, "utf8");
  const [before = "", after = ""] = text.split(`id: ${id}\n`);
  const [own = "", ...others] = after.split("  - id: ");
  const linted = `    lint: evidence\n${own.replace("    lint: reason\n", "")}`;
  writeFileSync(file, [`${before}id: ${id}\n${linted}`, ...others].join("  - id: "));
  return folder;
}

/** Returns a project whose second review asks for what the first one answered. */
function reviewAgain(review: Record<string, string | string[] | number[]>) {
  const judged = takeStep(projectAfter("spec", "brief"), "review", {
    ...sampleAnswers.review,
    ...review,
  });
  const handed = takeStep(judged, "handoff", { ...sampleAnswers.handoff });
  const decision = { ...sampleAnswers.decide, verdict: "revise" };
  return takeStep(takeStep(handed, "decide", decision), "brief", { prediction: 3 });
}

test("the screen shows what the linter asks, and Enter keeps the answer with a mark", async () => {
  const { run, project, stderr } = createLoopContext({
    root: lintInReview("tried"),
    terminal: true,
    project: reviewAgain({ tried: "Odd input was tried." }),
    answers: [
      { mark: [], asked: "1 line has a note. Press Enter to keep all of this, or pick" },
      "stop",
    ],
  });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr().replaceAll(/\s+/g, " ")).toContain(
    'How I tried to break it - Odd input was tried. Note: "Odd input was tried." may be true',
  );
  expect(project().answers.review?.tried).toMatchObject({ marks: ["no-evidence"] });
});

test("each line gets its own mark, and what was kept before gets no second note", async () => {
  const unaskedFor = ["It added things.", "It has a menu.", "2 files"];
  const project = reviewAgain({ unasked: unaskedFor, held: [1, 2] });
  const [round] = project.rounds;
  const unasked = round?.answers.review?.unasked;
  if (unasked && "entries" in unasked && Array.isArray(unasked.entries))
    Object.assign(unasked.entries[0] as object, { marks: ["no-evidence"] });
  const loop = createLoopContext({
    root: lintInReview("unasked"),
    terminal: true,
    project,
    answers: [{ mark: [], asked: "1 line has a note." }, "stop"],
  });
  await expect(loop.run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(loop.stderr()).toMatch(/It added things\.\n {2}- It has a menu\.\n {4}Note: /);
  expect(entriesAt(loop.project(), "review.unasked")).toMatchObject([
    { text: "It added things.", marks: ["no-evidence"] },
    { text: "It has a menu.", marks: ["no-evidence"] },
    { id: expect.any(String), text: "2 files" },
  ]);
});

test("the page flags the line that has the note", async () => {
  const file = join(createTempFolder(), "notes.md");
  const edges = ["An empty file shows 'No rows in orders.csv'.", "Bad input is handled well."];
  writeFileSync(
    file,
    `## Edge cases\n- ${edges.join("\n- ")}\n\n## Problem\nAna retypes 14 orders.`,
  );
  const loop = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: [{ mark: [], asked: "1 line has a note." }, "stop"],
  });
  await expect(loop.run("spec", { from: file })).rejects.toMatchObject({ exitCode: 130 });
  await loop.run("spec", { print: true });
  expect(loop.stdout()).toContain(
    `## Edge cases\n\n- ${edges[0]}\n- ${edges[1]} (from your notes; worth a second look: `,
  );
});
