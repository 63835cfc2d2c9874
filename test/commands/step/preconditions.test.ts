import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runLog } from "../../../src/commands/log/command.ts";
import {
  createLoopContext,
  findStepAfter,
  newProject,
  progressWith,
  projectAfter,
} from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");
const closed = projectAfter("spec", "brief", "review", "handoff", "decide");

test("decide warns that a verdict needs another look, and continues", async () => {
  const flags = createLoopContext({ project: reviewed });
  await flags.run("spec", { answer: ["checks.2=It stops."], because: "Too long" });
  expect(flags.stderr()).not.toContain("You can decide");

  const answers = [
    { type: "" },
    { choose: "keep" },
    { type: "Two checks failed." },
    { type: "A renamed column went unnoticed." },
  ];
  const { run, stderr, project } = createLoopContext({
    terminal: true,
    saved: flags.read(),
    answers,
  });
  await run("decide");
  expect(stderr()).toMatch(
    /^Something changed, so .* another look: builder-pm review\nYou can decide anyway\.\n/,
  );
  expect(project().closed?.as).toBe("done");
});

test("decide prints no warning if no verdict needs another look", async () => {
  const { run, stderr } = createLoopContext({ project: reviewed });
  await run("decide", { answer: ["verdict=keep", "because=b", "learned=l"] });
  expect(stderr()).not.toContain("another look");
});

test("--redo reply works on the project that ended last", async () => {
  const answers = [{ type: "Mira: join on shop and number." }];
  const { run, stderr, project } = createLoopContext({ terminal: true, project: closed, answers });
  await run("handoff", { redo: "reply" });
  expect(stderr()).toContain("What did the engineer say?");
  expect(project().answers.handoff?.reply).toMatchObject({
    text: "Mira: join on shop and number.",
  });
  expect(project().closed).toEqual(closed.closed);
});

test("the next step names the project if it isn't the current one", async () => {
  const other = { ...reviewed, id: "script-2", uid: "uid-2" };
  const saved = { ...progressWith(newProject(), other), current: "uid-1" };
  const { context, stderr, run } = createLoopContext({ saved });
  await runLog(context, "second pass", { minutes: "5", project: "script-2" });
  expect(stderr()).toContain(`Next: builder-pm ${findStepAfter("review")} --project script-2\n`);
  await run("spec", { project: "script", answer: ["stop=At hour 4"] });
  expect(stderr()).toContain("Next: builder-pm spec (8 questions still open)");
});

test("works without the project's slice and says where to look", async () => {
  const { run, stderr, stdout } = createLoopContext({
    project: { ...reviewed, slice: "support-queue" },
  });
  await run("spec", { print: true });
  expect(stderr()).toContain(
    'The slice "support-queue" of this project is not in the content.\n' +
      "If it's your team's, add its folder with --content, or set BUILDER_PM_CONTENT.\n",
  );
  expect(stdout()).toContain("# Monday report: spec");
});

const briefed = projectAfter("spec", "brief");

test.each([
  {
    step: "brief",
    project: projectAfter(),
    missing: /^Finish the spec first\. 9 questions are still open\.$/,
    fix: "builder-pm spec",
  },
  {
    step: "review",
    project: projectAfter("spec"),
    missing: /^Finish the brief first\. 1 question is still open\.$/,
    fix: "builder-pm brief",
  },
  {
    step: "handoff",
    project: briefed,
    missing: /^Finish the review first\.$/,
    fix: "builder-pm review",
  },
])(
  "rejects $step too early, with what's missing and the command",
  async ({ step, project, missing, fix }) => {
    const { run } = createLoopContext({ terminal: true, project });
    await expect(run(step)).rejects.toMatchObject({
      message: expect.stringMatching(missing),
      fix,
      exitCode: 1,
    });
  },
);

test("brief prints its page once the project is finished, though its passes are used", async () => {
  const pass = { what: "first pass", minutes: 20, at: noon(20).toISOString() };
  const { run, stdout, stderr } = createLoopContext({
    terminal: true,
    project: { ...closed, passes: [pass, pass, pass] },
  });
  await run("brief");
  expect(stdout()).toContain("Monday report: brief");
  expect(stderr()).toContain('"Monday report" (script) is finished.');
});

test("brief without a prediction or a terminal names the flag and exits with 2", async () => {
  const { run, stdout, project } = createLoopContext({ project: projectAfter("spec") });
  await expect(run("brief")).rejects.toMatchObject({
    message:
      "Can't ask questions: this isn't a terminal (add --accessible to answer in plain " +
      "lines). Open: Prediction.",
    exitCode: 2,
    fix: "Answer with flags instead: builder-pm brief --answer prediction=2",
  });
  expect({ stdout: stdout(), locked: project().locked }).toEqual({ stdout: "", locked: [] });
});

test("without a terminal, says first that drafts wait, and how to go on with them", async () => {
  const loop = createLoopContext({ project: newProject() });
  const notes = join(createTempFolder(), "notes.md");
  writeFileSync(notes, "## Checks\n- The page opens within 2 seconds.");
  await expect(loop.run("spec", { from: notes })).rejects.toMatchObject({
    message: expect.stringMatching(/^Drafts wait for you: Checks\. Can't ask questions: /),
    fix:
      "Go on with them in a terminal: builder-pm spec\n" +
      'Or answer with flags: builder-pm spec --answer problem="..."',
  });
});
