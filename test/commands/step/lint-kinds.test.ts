import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runMain } from "../../helpers/context.ts";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const vague = "When it takes too long.";
const question = "By when will you stop?";
const count = (text: string) => text.split(question).length - 1;
const handedOff = projectAfter("spec", "brief", "review", "handoff");
const { stop: _, ...withoutStop } = sampleAnswers.spec ?? {};

test("asks once about a stop rule that is only a number", async () => {
  const answers = [{ type: "500" }, { choose: "keep" }];
  const project = takeStep(newProject(), "spec", withoutStop);
  const { run, stderr } = createLoopContext({ terminal: true, project, answers });
  await run("spec");
  expect(stderr()).toContain('"500" needs a date or a number of hours.');
  expect(count(stderr())).toBe(1);
});

test("asks about a vague stop rule in the walk, and not again below the page", async () => {
  const answers = [{ type: vague }, { choose: "keep" }];
  const project = takeStep(newProject(), "spec", withoutStop);
  const { run, stderr, stdout } = createLoopContext({ terminal: true, project, answers });
  await run("spec");
  expect(count(stderr())).toBe(1);
  expect(stdout().replace(/\s+/g, " ")).toContain(
    `${vague} (your wording; worth a second look: a stop rule that never stops)`,
  );
});

test("asks about a vague stop rule that came by flag once", async () => {
  const project = takeStep(newProject(), "spec", withoutStop);
  const { run, stderr } = createLoopContext({ project });
  await run("spec", { answer: [`stop=${vague}`] });
  expect(stderr()).toContain(`stop: "${vague}" needs a date or a number of hours.`);
  expect(count(stderr())).toBe(1);
});

test.each([
  [
    "a bet",
    "spec",
    "bet=It gets faster.",
    'bet: "It gets faster." needs two numbers: the one today',
  ],
  [
    "an edge case",
    "spec",
    "edges=Empty file",
    'edges: "Empty file" doesn\'t say what a person sees.',
  ],
  ["a reason", "decide", "because=It works.", 'because: "It works." could be said about anything.'],
])("asks about %s, and keeps it", async (_what, step, answer, words) => {
  const { run, stderr, project } = createLoopContext({
    project: step === "spec" ? newProject() : handedOff,
  });
  // A list of edge cases needs two.
  await run(step, { answer: answer.startsWith("edges") ? [answer, answer] : [answer] });
  expect(stderr()).toContain(words);
  expect(JSON.stringify(project().answers)).toContain(answer.split("=")[1]);
});

test.each([
  ["bet", "Reports get faster."],
  ["edge", "Empty file"],
  ["reason", "It works."],
  ["stop", "When it takes too long."],
])("lint --kind %s asks about %j, and exits with 0", async (kind, line) => {
  const file = join(createTempFolder(), "lines.txt");
  writeFileSync(file, `${line}\n`);
  const { code, stdout } = await runMain("lint", file, "--kind", kind);
  expect(stdout).toMatch(/lines\.txt:1:1: /);
  expect(code).toBe(0);
});

test("asks once about an answer in the review that could be about anything", async () => {
  const project = projectAfter("spec", "brief");
  const { run, stderr, stdout } = createLoopContext({ project });
  const review = ["verdict.1=met", "verdict.2=met", "verdict.3=met", "saw.2=It crashed"];
  const saw = ["saw.1=seemed fine", "saw.3=Ran it for June 1, 8 and 15: 18 of 18 match"];
  await run("review", { answer: [...review, ...saw, "tried=it was ok"] });
  const asked = stderr().match(/^.*could be said about anything/gm);
  expect(asked).toEqual([
    'saw.1: "seemed fine" could be said about anything',
    'tried: "it was ok" could be said about anything',
  ]);
  expect(stdout()).toContain(
    "seemed fine (your wording; worth a second look: words that could be about anything)",
  );
});

test.each([
  ["problem", "x", '"x" doesn\'t say who has the problem.'],
  ["criterion", "The page opens for most mails", '"most" doesn\'t say how many'],
  ["bet", "From 42 minutes to 10", "\"From 42 minutes to 10\" doesn't say what you'll decide."],
])("a question about a %s fits any line: %s", async (kind, line, says) => {
  const file = join(createTempFolder(), "line.txt");
  writeFileSync(file, `${line}\n`);
  expect((await runMain("lint", "--kind", kind, file)).stdout).toContain(says);
});

test("a mark stands on the page of its own step, and not above a review", async () => {
  const briefed = projectAfter("spec", "brief");
  const bet = { text: "42 to 10 minutes", at: briefed.startedAt, marks: ["empty-bet"] };
  const answers = { ...briefed.answers, spec: { ...briefed.answers.spec, bet } };
  const { run, stdout } = createLoopContext({ project: { ...briefed, answers } });
  await run("spec", { print: true });
  expect(stdout()).toContain("42 to 10 minutes (your wording");
  await run("review", { print: true });
  expect(stdout()).toMatch(/^The bet: 42 to 10 minutes$/m);
});
