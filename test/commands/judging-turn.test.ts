import { expect, test } from "vitest";
import { createLoopContext, newProject } from "../helpers/loop.ts";

const env = { CLAUDECODE: "1" };

test.each([
  { step: "brief", options: { answer: ["prediction=3"] } },
  { step: "review", options: { answer: ["verdict.1=met"] } },
])("an agent reads that $step is the person's before its turn too", async ({ step, options }) => {
  const { run } = createLoopContext({ project: newProject(), env });
  await expect(run(step, options)).rejects.toMatchObject({
    message: "Only the person can do this, in a terminal of their own.",
    fix: expect.stringContaining("terminal.\nbuilder-pm spec"),
  });
  await expect(run("brief", { print: true })).rejects.toMatchObject({
    message: "The brief isn't ready: the person finishes the spec first.",
    fix: "In a terminal of their own: builder-pm spec",
  });
});
