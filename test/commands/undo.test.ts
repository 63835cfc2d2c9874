import { expect, test } from "vitest";
import { runLog } from "../../src/commands/log.ts";
import { runUndo } from "../../src/commands/undo.ts";
import { createLoopContext, newProject, projectAfter, sampleAnswers } from "../helpers/loop.ts";

test("undo prints what it undid and the next step, and --redo redoes it", async () => {
  const { context, project, stderr } = createLoopContext({
    project: projectAfter("spec", "brief"),
  });
  await runLog(context, "first pass runs", { minutes: "35" });
  const after = project();
  const told = stderr().length;
  await runUndo(context);
  expect(project()).toEqual(projectAfter("spec", "brief"));
  await runUndo(context, { redo: true });
  expect(project()).toEqual(after);
  expect(stderr().slice(told)).toBe(
    'Undone: the pass "first pass runs" (35 minutes), saved just now.\n' +
      "Next: builder-pm review (judge the first pass against your own checks)\n" +
      'Redone: the pass "first pass runs" (35 minutes), saved just now.\n' +
      "Next: builder-pm review (judge the first pass against your own checks)\n",
  );
});

test.each([
  { redo: false, message: "There is nothing to undo." },
  { redo: true, message: "There is nothing to redo." },
])(
  "says so and exits with 1 if there is nothing to undo (redo: $redo)",
  async ({ redo, message }) => {
    const { context, bytes } = createLoopContext({ project: newProject() });
    const before = bytes();
    await expect(runUndo(context, { redo })).rejects.toMatchObject({ message, exitCode: 1 });
    expect(bytes()).toBe(before);
  },
);

test("finishing a step is one change to undo", async () => {
  const { context, run, project, stderr } = createLoopContext({
    project: projectAfter("spec", "brief", "review"),
  });
  const { faked, status } = sampleAnswers.handoff as Record<string, string>;
  await run("handoff", { answer: [`faked=${faked}`, `status=${status}`] });
  expect(project().answers.handoff).toHaveProperty("questions");
  await runUndo(context);
  expect(project().finished).not.toHaveProperty("handoff");
  expect(Object.keys(project().answers.handoff ?? {})).toEqual(["faked", "status"]);
  expect(stderr()).toContain('Undone: the end of the step "handoff" of the project "script"');
});
