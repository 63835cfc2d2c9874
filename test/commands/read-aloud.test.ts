import { expect, test } from "vitest";
import { runStatus } from "../../src/commands/status.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";

const project = projectAfter("spec", "brief");

test("accessible mode says in words what bars and boxes show", async () => {
  const settings = { project, terminal: true };
  const drawn = createLoopContext(settings);
  await runStatus(drawn.context);
  expect(drawn.stdout()).toMatch(/\[x\] Spec {2}\[x\] Brief {2}\[ \] Review/);
  const { context, stdout } = createLoopContext({ ...settings, env: { ACCESSIBLE: "1" } });
  await runStatus(context);
  expect(stdout()).toContain("Spec: done.  Brief: done.  Review: open.");
  expect(stdout()).not.toMatch(/\[[x ]\]|##|==|----/);
});

test("accessible mode shows a page without the marks of markdown", async () => {
  const { run, stdout } = createLoopContext({
    ...{ project, terminal: true, env: { ACCESSIBLE: "1" } },
  });
  await run("spec", { print: true });
  expect(stdout()).toMatch(/^Monday report: spec\n/);
  expect(stdout()).toContain("C1 For each of the last 3 weeks");
  expect(stdout()).not.toMatch(/\*\*|^#|`/m);
});

test("a page that goes to a file or a program stays markdown in accessible mode", async () => {
  const { run, stdout } = createLoopContext({ project, env: { ACCESSIBLE: "1" } });
  await run("spec", { print: true });
  expect(stdout()).toMatch(/^# Monday report/);
});
