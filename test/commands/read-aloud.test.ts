import { expect, test } from "vitest";
import { runStatus } from "../../src/commands/status.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { createTempFolder } from "../helpers/temp.ts";

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

test("accessible mode reads out a fingerprint only in part", async () => {
  const sha256 = "0123456789ab".padEnd(64, "c");
  const file = { sha256, round: 1, at: "2026-11-02T12:00:00.000Z" };
  const folder = { path: createTempFolder(), files: { "BRIEF.md": file } };
  const settings = { project: { ...projectAfter("spec", "brief", "review"), folder } };
  const aloud = createLoopContext({ ...settings, terminal: true, env: { ACCESSIBLE: "1" } });
  await aloud.run("handoff", { print: true });
  expect(aloud.stdout()).toMatch(/\(SHA-256\):\s0123456789ab\.\.\.\n/);
  expect(aloud.stdout()).not.toContain("ccc");
  const written = createLoopContext({ ...settings, env: { ACCESSIBLE: "1" } });
  await written.run("handoff", { print: true });
  expect(written.stdout()).toContain(sha256);
});
