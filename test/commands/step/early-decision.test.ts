import { expect, test } from "vitest";
import { createLoopContext, newProject, projectAfter, takeStep } from "../../helpers/loop.ts";

const words = [
  { type: "9 minutes" },
  { choose: "keep" },
  { type: "Every value matched in 3 weeks." },
  { type: "A renamed column went unnoticed." },
] as const;
const decision = ["verdict=keep", "because=b", "learned=l"];

test.each([
  { name: "a finished spec", project: newProject(), said: "The spec isn't finished." },
  { name: "a finished brief", project: projectAfter("spec"), said: "The brief isn't finished." },
  {
    name: "a verdict",
    project: projectAfter("spec", "brief"),
    said: "You haven't judged any check yet.",
  },
])("a decision without $name is asked about once more", async ({ project, said }) => {
  const waiting = createLoopContext({ terminal: true, project, answers: [{ choose: "wait" }] });
  await waiting.run("decide");
  expect(waiting.stderr()).toContain(`${said} A decision now ends the project`);
  expect(waiting.project()).toEqual(project);

  const answers = [{ choose: "now" }, ...words];
  const deciding = createLoopContext({ terminal: true, project, answers });
  await deciding.run("decide");
  expect(deciding.project().closed).toMatchObject({ as: "done", early: true });
  expect(deciding.stderr()).toMatch(/is finished: ended without a review on /);
});

test("a kill without a review is still called a kill", async () => {
  const { run, stderr } = createLoopContext({ project: newProject() });
  const answer = ["verdict=kill", "because=b", "learned=l"];
  await run("decide", { answer, anyway: true });
  expect(stderr()).toMatch(/is finished: killed without a review on /);
});

test("a script decides without a review only with --anyway", async () => {
  const { run, project, stderr, stdout } = createLoopContext({ project: newProject() });
  await expect(run("decide", { answer: decision })).rejects.toMatchObject({
    message: "The spec isn't finished. A decision now ends the project without a review.",
    fix: "Go on with: builder-pm spec\nOr decide anyway: add --anyway",
  });
  expect(project().answers).toEqual({});
  await run("decide", { answer: decision, anyway: true });
  expect(project().closed).toMatchObject({ as: "done", early: true });
  expect(stderr()).toContain("ended without a review");
  await run("decide", { print: true });
  expect(stdout()).toContain("No check was judged before this decision.");
});

test("a reviewed project ends as decided, without a question", async () => {
  const project = projectAfter("spec", "brief", "review");
  const { run, ...test } = createLoopContext({ terminal: true, project, answers: [...words] });
  await run("decide");
  expect(test.project().closed).not.toHaveProperty("early");
  expect(test.stderr()).toContain("is finished: kept on");
  expect(test.stderr()).toContain("Stop rule: If last week");
  expect(test.stderr()).toContain("You expected 3 of 3 checks to be met; 1 was.");
});

const decided = { result: "9 minutes", verdict: "revise", because: "b", learned: "l" };
const revised = takeStep(projectAfter("spec", "brief", "review"), "decide", decided);

test.each([
  { name: "no brief", project: revised },
  { name: "no verdict", project: takeStep(revised, "brief", { prediction: 3 }) },
])("a decision in a later round with $name is asked about once more", async ({ project }) => {
  const said = "Nothing was reviewed in round 2 yet. A decision now is still about round 1.";
  const waiting = createLoopContext({ terminal: true, project, answers: [{ choose: "wait" }] });
  await waiting.run("decide");
  expect(waiting.stderr()).toContain(said);
  expect(waiting.stderr()).toContain("To print the last page: builder-pm decide --print\n");
  expect(waiting.project()).toEqual(project);

  const script = createLoopContext({ project });
  await expect(script.run("decide", { answer: decision })).rejects.toMatchObject({
    message: said,
    fix: expect.stringContaining("Or decide anyway: add --anyway"),
  });
  await script.run("decide", { answer: decision, anyway: true });
  expect(script.project().closed).toMatchObject({ as: "done" });
  expect(script.project().closed).not.toHaveProperty("early");
});

test("a decision that started a round can't be corrected in the next one by mistake", async () => {
  const handed = projectAfter("spec", "brief", "review", "handoff");
  const decided = { verdict: "revise", because: "b", learned: "builder-pm" };
  const { run, bytes } = createLoopContext({
    terminal: true,
    project: takeStep(handed, "decide", decided, 6),
  });
  const before = bytes();
  await expect(run("decide", { redo: "learned" })).rejects.toMatchObject({
    message: "Round 2 has started, so the decision of round 1 stays.",
    fix: "To take it back and decide again: builder-pm undo",
  });
  expect(bytes()).toBe(before);
});
