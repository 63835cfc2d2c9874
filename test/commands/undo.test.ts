import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runLog } from "../../src/commands/log/command.ts";
import { runPark } from "../../src/commands/park.ts";
import { runReset } from "../../src/commands/reset.ts";
import { runStart } from "../../src/commands/start/command.ts";
import { runUndo } from "../../src/commands/undo.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
} from "../helpers/loop.ts";

test("prints what it undid or redid, and the next step", async () => {
  const { context, project, stderr } = createLoopContext({
    project: projectAfter("spec", "brief"),
  });
  await runLog(context, "first pass runs", { minutes: "35" });
  const after = project();
  const before = stderr().length;
  await runUndo(context);
  expect(project()).toEqual(projectAfter("spec", "brief"));
  await runUndo(context, { redo: true });
  expect(project()).toEqual(after);
  expect(stderr().slice(before)).toBe(
    'Undid: logging the pass "first pass runs" (35 minutes; just now).\n' +
      "To take that back: builder-pm undo --redo\n" +
      'Next: builder-pm log "what happened" --minutes 30 ' +
      "(once your agent has built it)\n" +
      'Redid: logging the pass "first pass runs" (35 minutes; just now).\n' +
      "Next: builder-pm review (judge the result against your own checks)\n",
  );
});

test.each([
  { redo: false, message: "There is nothing to undo." },
  { redo: true, message: "There is nothing to redo." },
])("throws if there is nothing to do (redo: $redo)", async ({ redo, message }) => {
  const { context, bytes } = createLoopContext({ project: newProject() });
  const before = bytes();
  await expect(runUndo(context, { redo })).rejects.toMatchObject({ message, exitCode: 1 });
  expect(bytes()).toBe(before);
});

test("undoes the end of a step, with its drafts, as one change", async () => {
  const { context, run, project, stderr } = createLoopContext({
    project: projectAfter("spec", "brief", "review"),
  });
  const { engineer, faked } = sampleAnswers.handoff as Record<string, string>;
  await run("handoff", { answer: [`engineer=${engineer}`, `faked=${faked}`] });
  expect(project().answers.handoff).toHaveProperty("questions");
  await runUndo(context);
  expect(project().finished).not.toHaveProperty("handoff");
  expect(Object.keys(project().answers.handoff ?? {})).toEqual(["engineer", "faked"]);
  expect(stderr()).toContain('Undid: finishing the handoff of "Monday report"');
});

test("says that what was answered in a drill since then stays", async () => {
  const at = "2030-01-01T00:00:00.000Z";
  const drill = {
    ...{ drill: "demo", title: "Demo", sha256: "", folder: "", startedAt: at, checks: ["A"] },
    answers: { "verdict.1": { text: "met", at, via: "asked" as const } },
  };
  const saved = { ...progressWith(newProject()), practice: { a: drill } };
  const { context, stderr } = createLoopContext({ saved });
  await runLog(context, "first pass runs", { minutes: "35" });
  await runUndo(context);
  expect(stderr()).toContain("What you answered in a drill since then stays");
});

test("says that the folder of an undone start stays, and how to undo the change before", async () => {
  const { context, home, stderr, read } = createLoopContext();
  const folder = join(home, "report");
  await runStart(context, "script", { folder });
  await runPark(context, "Slack", {});
  await runUndo(context);
  expect(stderr()).toContain("To undo the change before it, too: builder-pm undo\n");
  const before = stderr().length;
  await runUndo(context);
  expect(read().projects).toEqual([]);
  expect(stderr().slice(before)).toContain(
    'Undid: starting the project "script" (just now).\n' +
      `The folder stays as it is: ${folder}\n` +
      "To take that back: builder-pm undo --redo\nNext: ",
  );
});

test("says that the page of an undone step stays", async () => {
  const { context, home, run, stderr } = createLoopContext();
  const folder = join(home, "report");
  await runStart(context, "script", { folder });
  const given = Object.entries(sampleAnswers.spec ?? {});
  await run("spec", {
    answer: given.flatMap(([id, value]) => [value].flat().map((text) => `${id}=${text}`)),
  });
  await run("brief", { answer: ["prediction=2"] });
  await runUndo(context);
  expect(stderr()).toContain(`The page stays where it was written: ${join(folder, "BRIEF.md")}\n`);
});

test("after a reset, names the way back", async () => {
  const { context, home } = createLoopContext({ saved: progressWith(newProject()) });
  await runReset(context, { yes: true });
  const [aside = ""] = readdirSync(home).filter((name) => /^progress-.*\.json$/.test(name));
  await expect(runUndo(context)).rejects.toMatchObject({
    message: "There is nothing to undo.",
    fix: `To get back what was moved aside: builder-pm import ${join(home, aside)}`,
  });
});
