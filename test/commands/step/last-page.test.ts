import { expect, test } from "vitest";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";

const revised = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
  ...sampleAnswers.decide,
  verdict: "revise",
});

test.each([
  { id: "review", title: "review", shown: "**C2 not met:**" },
  { id: "handoff", title: "handoff", shown: "For: Mira from the billing team" },
  { id: "decide", title: "decision", shown: "## What I decided\n\nRevise" },
])("$id --print shows the last page while this round has none", async ({ id, title, shown }) => {
  const { run, stdout, stderr, bytes } = createLoopContext({ project: revised });
  const before = bytes();
  await run(id, { print: true });
  expect(stdout()).toContain(shown);
  expect(stderr()).toContain(`This is the ${title} of round 1. Round 2 has no ${title} yet.\n`);
  expect(bytes()).toBe(before);
});

test("--print shows this round as soon as it has an answer", async () => {
  const second = takeStep(takeStep(revised, "brief", { prediction: 3 }), "review", {
    verdict: [null, "met"],
    cause: [],
  });
  const { run, stdout, stderr } = createLoopContext({ project: second });
  await run("review", { print: true });
  expect(stdout()).toContain("**C2 met:**");
  expect(stderr()).not.toContain("This is the review");
});

test("a brief is printed for the round that starts, because it's about what comes", async () => {
  const { run, stdout, stderr } = createLoopContext({ project: revised });
  await run("brief", { print: true });
  expect(stdout()).toContain("## Round 2");
  expect(stdout()).toContain("What the product manager learned from it:\n\n> I never wrote down");
  expect(stderr()).not.toContain("This is the brief");
});

test("the first round has no earlier page to print", async () => {
  const { run } = createLoopContext({ project: newProject() });
  await expect(run("review", { print: true })).rejects.toThrow(/first\./);
});

test("revise says how to print the page again", async () => {
  const { run, stderr } = createLoopContext({
    project: projectAfter("spec", "brief", "review"),
  });
  await run("decide", { answer: ["verdict=revise", "because=C2 fails.", "learned=Columns."] });
  expect(stderr()).toContain("To print this page again: builder-pm decide --print\n");
});
