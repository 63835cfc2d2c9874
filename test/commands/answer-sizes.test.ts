import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCheck } from "../../src/commands/check/command.ts";
import { runLog } from "../../src/commands/log/command.ts";
import { runPark } from "../../src/commands/park.ts";
import { runProjectsRename } from "../../src/commands/projects.ts";
import { runStart } from "../../src/commands/start/command.ts";
import { runStep } from "../../src/commands/step/command.ts";
import type { Context } from "../../src/context.ts";
import { createTestContext } from "../helpers/context.ts";
import { newProject, progressWith, projectAfter } from "../helpers/loop.ts";
import { noon } from "../helpers/samples.ts";
import { readProgress } from "../helpers/store.ts";

const long = "x".repeat(70 * 1024);

/** Creates a context with a project that has a brief, and a file of answers. */
function createSizes(answers: object = {}) {
  const saved = progressWith(projectAfter("spec", "brief"));
  const test = createTestContext({ saved });
  const file = join(test.home, "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  return { ...test, answersFile: file, saved };
}

test.each<[string, (context: Context) => Promise<void>]>([
  ["park", (context) => runPark(context, long, {})],
  ["log", (context) => runLog(context, long, { minutes: "5" })],
  ["log --because", (context) => runLog(context, "x", { minutes: "5", because: long })],
  ["start with a title", (context) => runStart(context, `a ${long}`, { anyway: true })],
  ["start --title", (context) => runStart(context, "script", { title: long, anyway: true })],
  ["projects rename", (context) => runProjectsRename(context, "script", long)],
  [
    "check --evidence",
    (context) =>
      runCheck(context, undefined, { answer: ["problem=yes"], evidence: [`problem=${long}`] }),
  ],
  [
    "spec --because",
    (context) => runStep(context, "spec", { answer: ["problem=x"], because: long }),
  ],
  [
    "spec --answer",
    (context) => runStep(context, "spec", { answer: [`problem=${long}`], because: "x" }),
  ],
])("%s refuses 70 kB with the limit, the way out, and nothing saved", async (_, run) => {
  const { context, file, saved } = createSizes();
  await expect(run(context)).rejects.toMatchObject({
    message: expect.stringMatching(
      /has 7\d kB of text\. One text takes at most 64 kB\. Nothing was saved\.$/,
    ),
    fix: "Shorten it, or put it into a file and name that file here.",
    exitCode: 2,
  });
  expect(readProgress(file)).toEqual(saved);
});

test.each([
  ["spec", { problem: long }, '"Problem"'],
  ["spec", { edges: ["Empty: one line", long] }, '"Edge cases"'],
  ["review", { saw: [null, long] }, '"What I saw"'],
])("%s --answers refuses 70 kB of a text and saves nothing", async (step, answers, name) => {
  const { context, file, saved, answersFile } = createSizes(answers);
  const run = runStep(context, step, { answers: answersFile, because: "x" });
  await expect(run).rejects.toMatchObject({
    message: `${name} has 70 kB of text. One text takes at most 64 kB. Nothing was saved.`,
    exitCode: 2,
  });
  expect(readProgress(file)).toEqual(saved);
});

test("loads longer answers of an older file, and keeps them beside new ones", async () => {
  const answers = { spec: { problem: { text: long, at: noon(1).toISOString() } } };
  const { context, file } = createTestContext({ saved: progressWith(newProject({ answers })) });
  await runStep(context, "spec", { answer: ["bet=From 42 to 10 minutes", `problem=${long}`] });
  expect(readProgress(file).projects[0]?.answers.spec).toMatchObject({
    bet: { text: "From 42 to 10 minutes" },
    problem: { text: long },
  });
});
