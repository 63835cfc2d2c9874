import { expect, test } from "vitest";
import { runStep } from "../../../src/commands/step/command.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import {
  createLoopContext,
  eachAt,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  sampleChecks,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { openTestStore } from "../../helpers/store.ts";

const specified = projectAfter("spec");
const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");
const handedOff = projectAfter("spec", "brief", "review", "handoff");
const closed = projectAfter("spec", "brief", "review", "handoff", "decide");
const emptySpec = takeStep(newProject(), "spec", { problem: "Priya joins two exports by hand." });

/** Runs a step whose prompt is open while another window saves `saved`. */
async function runWhile(
  project: Project,
  saved: Progress,
  step: string,
  answers: ScriptedAnswer[],
  redo?: string,
) {
  const test = createLoopContext({ terminal: true, project, answers });
  const ask: typeof test.context.ask = (note, work) =>
    test.context.ask(note, async (prompter) => {
      await openTestStore(test.home).update(() => saved);
      return work(prompter);
    });
  const failure = await runStep({ ...test.context, ask }, step, redo ? { redo } : {}).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { failure, ...test };
}

const typed = "Two corrections in October, and 42 minutes by stopwatch.";

test.each([
  {
    other: "removes the project",
    project: emptySpec,
    saved: progressWith(),
    step: "spec",
    answers: [{ type: typed }],
    failure: /^The project "script" was removed or replaced in another window/,
  },
  {
    other: "replaces the project by one with the same id",
    project: emptySpec,
    saved: progressWith({ ...emptySpec, uid: "other" }),
    step: "spec",
    answers: [{ type: typed }],
    failure: /^The project "script" was removed or replaced/,
  },
  {
    other: "closes the project",
    project: handedOff,
    saved: progressWith(closed),
    step: "decide",
    answers: [{ type: "12 minutes" }],
    failure: /^"Monday report" \(script\) is finished, so "Number now" can't be changed anymore/,
  },
  {
    other: "undoes the step before",
    project: specified,
    saved: progressWith(emptySpec),
    step: "brief",
    answers: [{ type: "3" }],
    failure: /^Finish the spec first/,
  },
  {
    other: "gives the first verdict",
    project: specified,
    saved: progressWith(reviewed),
    step: "brief",
    answers: [{ type: "1" }],
    failure: /^You've already judged a check, so the prediction can't be changed/,
  },
] satisfies {
  other: string;
  project: Project;
  saved: Progress;
  step: string;
  answers: ScriptedAnswer[];
  failure: RegExp;
}[])(
  "shows the answer and saves nothing if another window $other",
  async ({ project, saved, step, answers, failure }) => {
    const run = await runWhile(project, saved, step, answers);
    expect(run.failure).toMatch(failure);
    expect(run.read()).toMatchObject(saved);
    expect(run.read().projects).toHaveLength(saved.projects.length);
    expect(run.stderr()).toContain("This couldn't be saved. Copy it before you close the window:");
    const [answer] = answers;
    const text = answer && "type" in answer ? answer.type : "Kill";
    expect(run.stderr()).toContain(text);
  },
);

test("keeps a verdict with its check when another window puts a check before it", async () => {
  const checks = [...sampleChecks];
  const longer = takeStep(briefed, "spec", {}, 3);
  const list = longer.answers.spec?.checks;
  if (!list || !("entries" in list)) throw new Error("The spec has no checks");
  const entries = [{ id: "new", text: "A new first check." }, ...(list.entries as object[])];
  const moved = {
    ...longer,
    answers: { ...longer.answers, spec: { ...longer.answers.spec, checks: { ...list, entries } } },
  } as Project;
  const answers: ScriptedAnswer[] = [{ choose: "met" }, "stop"];
  const { read } = await runWhile(briefed, progressWith(moved), "review", answers);
  const [verdict] = eachAt(read().projects[0] as Project, "review.verdict");
  expect(verdict).toMatchObject({ text: "met", of: checks[0] });
});

test("asks for the reason if another window has written the brief", async () => {
  const answers: ScriptedAnswer[] = [{ type: typed }, { type: "Priya asked for it." }];
  const run = await runWhile(specified, progressWith(briefed), "spec", answers, "evidence");
  expect(run.failure).toBeUndefined();
  const [project] = run.read().projects;
  expect(project?.amendments).toMatchObject([{ because: "Priya asked for it.", after: [typed] }]);
});

test("shows the reason too if the project is gone by then", async () => {
  const answers: ScriptedAnswer[] = [{ type: typed }, { type: "Priya asked for it." }];
  const test = createLoopContext({ terminal: true, project: briefed, answers });
  const ask: typeof test.context.ask = (note, work) =>
    test.context.ask(note, (prompter) =>
      work({
        ...prompter,
        text: async (question) => {
          if (question.message.includes("Why"))
            await openTestStore(test.home).update(() => progressWith());
          return prompter.text(question);
        },
      }),
    );
  const context = { ...test.context, ask };
  await expect(runStep(context, "spec", { redo: "evidence" })).rejects.toThrow(
    /removed or replaced/,
  );
  expect(test.stderr()).toContain("Priya asked for it.");
  expect(test.stderr()).toContain(typed);
});

test("keeps no draft of a prediction that a verdict has ended", async () => {
  const answers: ScriptedAnswer[] = [{ stop: "2" }];
  const run = await runWhile(specified, progressWith(reviewed), "brief", answers);
  expect(run.failure).toMatch(/^You've already judged a check/);
  expect(run.read().projects[0]).not.toHaveProperty("drafts");
  expect(run.stderr()).toContain("This couldn't be saved. Copy it");
});

test("the screen of proposed answers leaves what another window answered", async () => {
  const again = takeStep(handedOff, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const second = takeStep(again, "brief", { prediction: 3 });
  const [first = ""] = [...sampleChecks];
  const judged = takeStep(second, "review", {
    verdict: ["not-met"],
    saw: ["It failed today."],
    cause: ["agent-miss"],
  });
  const screen: ScriptedAnswer[] = [{ mark: [] }, "stop"];
  const { stderr, read } = await runWhile(second, progressWith(judged), "review", screen);
  const { answers } = read().projects[0] as Project;
  expect(eachAt({ ...second, answers }, "review.verdict")[0]).toMatchObject({
    text: "not-met",
    of: first,
  });
  expect(stderr()).toContain("Answered in another window meanwhile, so that answer stays:");
  expect(answers.review?.tried).toMatchObject({ text: sampleAnswers.review?.tried });
});

/** In round 2, changes the checks in another window while the screen of known answers is open. */
async function keepWhile(...answer: string[]) {
  const again = takeStep(handedOff, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const second = takeStep(again, "brief", { prediction: 3 });
  const other = createLoopContext({ project: second });
  await other.run("spec", { answer, because: "It never happens" });
  const { undo: _, ...saved } = other.read();
  return runWhile(second, saved as Progress, "review", [{ mark: [] }, "stop"]);
}

test("the screen of proposed answers says that a check was removed meanwhile", async () => {
  const [first, ...rest] = sampleChecks;
  const added = "Three files open without an error in 5 seconds.";
  const { stderr, read } = await keepWhile(...[...rest, added].map((line) => `checks=${line}`));
  expect(stderr().replaceAll(/\s+/g, " ")).toContain(
    `Removed in another window meanwhile, so nothing is saved for it: "${first}". `,
  );
  const { answers } = read().projects[0] as Project;
  expect(answers.review).not.toHaveProperty("verdict");
  expect(answers.review?.tried).toMatchObject({ text: sampleAnswers.review?.tried });
});

test("a verdict kept on that screen stays with the text that was on it", async () => {
  const [first] = sampleChecks;
  const { stderr, read } = await keepWhile("checks.1=For 3 weeks, all values match.");
  const project = read().projects[0] as Project;
  expect(eachAt(project, "review.verdict")[0]).toMatchObject({ text: "met", of: first });
  expect(stderr()).not.toContain("Removed in another window");
  expect(stderr()).toContain("C1: For 3 weeks, all values match.");
});
