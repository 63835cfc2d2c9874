import { expect, test } from "vitest";
import { proposeAnswers } from "../../../src/domain/project/proposed.ts";
import { findPlace } from "../../../src/domain/project/question-place.ts";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  stepOf,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const revised = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
  ...sampleAnswers.decide,
  verdict: "revise",
});
const again = takeStep(revised, "brief", { prediction: 3 });
const keepAll: ScriptedAnswer = { mark: [] };

function listPlaces(said: string): string[] {
  return said.match(/Question \d+ of \d+/g) ?? [];
}

test("a question has the same number after going back", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: again,
    answers: [
      keepAll,
      { choose: "met" },
      { type: "<" },
      { choose: "met" },
      { type: "Renamed shop: it stopped with a line naming shop." },
      "stop",
    ],
  });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(listPlaces(stderr())).toEqual([
    ...["Question 3 of 10", "Question 4 of 10"],
    ...["Question 3 of 10", "Question 4 of 10", "Question 5 of 10"],
  ]);
});

test("a question has the same number after stopping", async () => {
  const first = createLoopContext({
    terminal: true,
    project: again,
    answers: [keepAll, { choose: "met" }, "stop"],
  });
  await expect(first.run("review")).rejects.toMatchObject({ exitCode: 130 });
  const next = createLoopContext({ terminal: true, saved: first.read(), answers: ["stop"] });
  await expect(next.run("review")).rejects.toMatchObject({
    message: expect.stringMatching(/^Stopped\. \d of 10 answers are saved\./),
  });
  expect(listPlaces(first.stderr()).at(-1)).toBe("Question 4 of 10");
  expect(listPlaces(next.stderr())).toEqual(["Question 4 of 10"]);
});

test("what is picked on a screen keeps its number, and follow-up questions add to the total", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief", "review"),
    answers: [
      ...[{ type: "Mira" }, { type: "The rate" }, { type: "" }],
      { mark: ["2", "3"] },
      { type: "" },
      { choose: "reference", startsOn: "throwaway" },
      "stop",
    ],
  });
  await expect(run("handoff")).rejects.toMatchObject({ exitCode: 130 });
  expect(listPlaces(stderr())).toEqual([
    ...["Question 1 of 6", "Question 2 of 6", "Question 5 of 6", "Question 6 of 6"],
    "Question 7 of 9",
  ]);
});

const timed = {
  type: "Every Monday, Priya combines two exports by hand. On June 1 it took her 42 minutes.",
};

test.each<{ because: string; answers: ScriptedAnswer[]; said: string }>([
  {
    because: "an answer holds the evidence",
    answers: [timed, "stop"],
    said: 'Question 2 of 8 (1 fewer: your answer already covers "Evidence")',
  },
  {
    because: "a changed answer holds none",
    answers: [timed, { type: "<" }, { type: "Priya needs too long." }, { choose: "keep" }, "stop"],
    said: "Question 2 of 9 (1 more because of your answer)",
  },
])("says why there are more or fewer questions: $because", async ({ answers, said }) => {
  const { run, stderr } = createLoopContext({ terminal: true, project: newProject(), answers });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr().replaceAll(/\s+/g, " ")).toContain(said);
});

test("says which questions before it are answered already", async () => {
  const project = takeStep(newProject(), "spec", {
    problem: "Priya needs too long.",
    bet: "5 to 2",
  });
  const { run, stderr } = createLoopContext({
    terminal: true,
    project,
    answers: [{ type: "42 minutes, timed on June 1" }, "stop"],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const places = stderr()
    .split("\n")
    .filter((line) => /Question \d/.test(line));
  expect(places).toEqual([
    "  Question 2 of 9 (question 1 is already answered)",
    "  Question 4 of 9 (question 3 is already answered)",
  ]);
});

test("counts what notes filled as answered", async () => {
  const lines = {
    problem: ["Nobody knows who has the key."],
    evidence: ["14 of 52"],
    bet: ["9 to 2"],
  };
  const filled = new Map(Object.entries(lines));
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: proposeAnswers(newProject(), "spec", filled, "notes"),
    answers: [keepAll, "stop"],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("Question 4 of 9 (questions 1 to 3 are already answered)");
});

test("the first place of a review says what its questions are about", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief"),
    answers: [{ choose: "met" }, "stop"],
  });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("Question 1 of 10 (2 about each of your 3 checks, then 4 more)\n");
  expect(stderr()).toContain("Question 2 of 10\n");
});

test("an answer that is asked for again has no number", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief", "review"),
    answers: ["stop"],
  });
  await expect(run("review", { redo: "saw" })).rejects.toMatchObject({ exitCode: 130 });
  expect(listPlaces(stderr())).toEqual([]);
});

test.each([
  { when: "nothing is answered", answers: {}, place: { number: 3, total: 9 } },
  {
    when: "the problem holds evidence",
    answers: { problem: "Priya needs 42 minutes." },
    hasEvidence: true,
    place: { number: 2, total: 8 },
  },
  {
    when: "the problem holds none",
    answers: { problem: "Priya needs too long." },
    place: { number: 3, total: 9 },
  },
])("counts a question until its answer is known already: $when", (row) => {
  const project = takeStep(newProject(), "spec", row.answers);
  const problem = project.answers.spec?.problem;
  if (row.hasEvidence && problem) Object.assign(problem, { hasEvidence: true });
  expect(findPlace(project, stepOf("spec"), { name: "bet" })).toMatchObject(row.place);
});
