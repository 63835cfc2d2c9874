import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLoopContext, projectAfter, sampleAnswers, takeStep } from "../../helpers/loop.ts";

const written = projectAfter("spec");
const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");

test.each(["What it does", "what-it-does", "path"])(
  "--redo %j asks that question",
  async (redo) => {
    const { run, stderr } = createLoopContext({
      project: written,
      terminal: true,
      answers: [{ type: "" }],
    });
    await run("spec", { redo });
    expect(stderr()).toContain("What goes in, what happens, what comes out?");
  },
);

test("--answer and a file take labels, and C2 for a check", async () => {
  const { run, project, home } = createLoopContext({ project: briefed });
  const file = join(home, "answers.json");
  const others = { "What I saw": ["a", "b", "c"], "Edge cases that held": [1], Verdict: ["met"] };
  writeFileSync(file, JSON.stringify(others));
  const answer = ["C2=met", "c3=met", "How I tried to break it=An empty file."];
  await run("review", { answers: file, answer });
  expect(project().answers.review).toMatchObject({ tried: { text: "An empty file." } });
  expect(project().finished.review).toBeDefined();
});

test("a line of a list can be named by its label or its check", async () => {
  const { run, project } = createLoopContext({ project: written });
  await run("spec", { answer: ["C2=The run stops within 5 seconds.", "Edge cases.1=None"] });
  expect(project().answers.spec).toMatchObject({
    checks: { entries: [{}, { text: "The run stops within 5 seconds." }, {}] },
    edges: { entries: [{ text: "None" }, {}] },
  });
});

test("no sentence for a person names a question by its id", async () => {
  const { run, stderr } = createLoopContext({ project: reviewed });
  await run("review", { answer: ["How I tried to break it=An empty file."] });
  await run("handoff", { answer: ["What's faked?=The rate"] });
  expect(stderr()).not.toMatch(/\b(?:unasked|red-flags|saw\.\d|verdict\.\d)\b/);
});

test("a reason is asked for with the round whose brief is written", async () => {
  const handed = takeStep(reviewed, "handoff", sampleAnswers.handoff ?? {});
  const revised = takeStep(handed, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const change = { answer: ["What it does=One file in, one page out."] };
  const before = createLoopContext({ project: revised });
  await expect(before.run("spec", change)).rejects.toThrow(
    'The brief of round 1 is written, so a change to "What it does" needs a reason.',
  );
  const after = createLoopContext({ project: takeStep(revised, "brief", { prediction: 3 }, 7) });
  await expect(after.run("spec", change)).rejects.toThrow("The brief of round 2 is written, so");
  const asked = createLoopContext({
    project: revised,
    terminal: true,
    answers: [
      { type: "One file in." },
      { type: "Simpler", asked: "The brief of round 1 is written." },
    ],
  });
  await asked.run("spec", { redo: "path" });
});
