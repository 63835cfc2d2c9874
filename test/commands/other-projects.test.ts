import { expect, test } from "vitest";
import { runStatus } from "../../src/commands/status.ts";
import { runMain } from "../helpers/context.ts";
import { createLoopContext, newProject, progressWith, projectAfter } from "../helpers/loop.ts";

test("status says how many other projects are open", async () => {
  const [first, second] = ["script-2", "script-3"].map((id) => newProject({ id, uid: id }));
  if (!first || !second) throw new Error("There are no other projects.");
  const open = { ...progressWith(newProject(), first, second), current: newProject().uid };
  const many = createLoopContext({ saved: open });
  await runStatus(many.context);
  expect(many.stdout()).toContain("2 other projects are open: builder-pm projects\n");
  const closed = { as: "killed" as const, at: "2026-11-09T12:00:00.000Z" };
  const one = createLoopContext({ saved: progressWith(newProject(), { ...first, closed }) });
  await runStatus(one.context);
  expect(one.stdout()).not.toContain("other project");
});

test("a list that is the command alone is named", async () => {
  const { stderr } = await runMain("projects", "list");
  expect(stderr).toContain("To list them: builder-pm projects\n");
});

test("a review without a report says that one can be handed in", async () => {
  const project = projectAfter("spec", "brief");
  const { run, stderr } = createLoopContext({ project, terminal: true, answers: ["stop"] });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain(
    "If your agent reported in its chat, hand that in first: builder-pm report",
  );
});
