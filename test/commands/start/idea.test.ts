import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProjectsRename } from "../../../src/commands/projects.ts";
import { runStart, type StartOptions } from "../../../src/commands/start/command.ts";
import { createLoopContext, newProject } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

async function start(
  words: string | undefined,
  options: StartOptions = {},
  answers?: ScriptedAnswer[],
) {
  const test = createLoopContext(answers ? { terminal: true, answers } : {});
  await runStart(test.context, words, options);
  return test.project();
}

test.each([
  { words: "Weekly churn themes", id: "weekly-churn-themes", title: "Weekly churn themes" },
  { words: "Résumé  for Ünal", id: "resume-for-unal", title: "Résumé for Ünal" },
  { words: "测试 项目", id: "own", title: "测试 项目" },
  { words: "constructor x", id: "constructor-x", title: "constructor x" },
  { words: "churn", own: true, id: "churn", title: "churn" },
  { words: "script", own: true, id: "script", title: "script" },
  { words: undefined, own: true, named: "Churn", id: "churn", title: "Churn" },
  { words: "own", named: "Churn", id: "churn", title: "Churn" },
])("starts an own idea from $words ($own)", async ({ words, own, named, id, title }) => {
  const options = { ...(own ? { own } : {}), ...(named ? { title: named } : {}) };
  const project = await start(words, options);
  expect(project).toMatchObject({ id, title, slice: "own", budget: { minutes: 240, passes: 3 } });
});

test("cuts the id of a long title at 40 characters, and never ends it with a hyphen", async () => {
  const { id } = await start("A page that shows each support lead what waits, by age and by team");
  expect(id).toBe("a-page-that-shows-each-support-lead-what");
});

test("adds a number to an id that is taken", async () => {
  const { context, read } = createLoopContext({ project: newProject({ id: "churn" }) });
  await runStart(context, "churn", { own: true, anyway: true });
  expect(read().projects.map(({ id }) => id)).toEqual(["churn", "churn-2"]);
});

test("a word that is no slice needs --own in a script", async () => {
  await expect(start("scrpt")).rejects.toMatchObject({
    exitCode: 2,
    message: 'There is no slice "scrpt".',
    fix: expect.stringMatching(
      /^Did you mean script\? .*\nIf it's an .*: builder-pm start "scrpt" --own$/,
    ),
  });
});

test("--own without a title in a script says how to give one", async () => {
  await expect(start(undefined, { own: true })).rejects.toMatchObject({
    exitCode: 2,
    fix: 'Give your idea a title: builder-pm start "..." --own',
  });
});

const own = "an idea of your own";

test.each<{ words: string | undefined; answers: ScriptedAnswer[]; id: string; slice: string }>([
  { words: "churn", answers: [{ choose: own }], id: "churn", slice: "own" },
  { words: "scrpt", answers: [{ choose: "script" }], id: "script", slice: "script" },
  {
    words: undefined,
    answers: [{ choose: own }, { type: "" }, { type: "Weekly churn" }],
    id: "weekly-churn",
    slice: "own",
  },
  {
    words: undefined,
    answers: [{ choose: own }, { type: "<" }, { choose: "script", startsOn: own }],
    id: "script",
    slice: "script",
  },
  {
    words: "own",
    answers: [{ type: "<" }, { type: "Weekly churn" }],
    id: "weekly-churn",
    slice: "own",
  },
  { words: "own", answers: [{ type: "Weekly churn" }], id: "weekly-churn", slice: "own" },
])("asks about $words in a terminal: $id", async ({ words, answers, id, slice }) => {
  expect(await start(words, {}, answers)).toMatchObject({ id, slice });
});

test("with notes, an own idea comes first, and an empty title is asked for again", async () => {
  const from = join(createTempFolder(), "notes.md");
  writeFileSync(from, "who: support leads\n");
  const answers: ScriptedAnswer[] = [
    { choose: own, startsOn: own, asked: "What would you like" },
    { type: "", asked: "What will you call it?" },
    { type: "Calls" },
  ];
  const { context, read, stderr } = createLoopContext({ terminal: true, answers });
  await runStart(context, undefined, { from, folder: false });
  expect(read().projects.map(({ title }) => title)).toEqual(["Calls"]);
  expect(stderr()).toMatch(/^Read ".*notes\.md"\. What it answers is filled in once/);
  expect(stderr()).toContain("It needs a title. A few words are enough.");
});

test("starts nothing if a mistyped slice isn't an own idea", async () => {
  await expect(start("scrpt", {}, [{ choose: "" }])).rejects.toThrow("No project was started.");
});

test("repeats what was asked for if another project is open", async () => {
  const { context } = createLoopContext({ project: newProject() });
  const options = { own: true, title: "Churn themes", minutes: "90", passes: "2" };
  await expect(runStart(context, "churn", options)).rejects.toMatchObject({
    fix: expect.stringContaining(
      'builder-pm start churn --own --title "Churn themes" --minutes 90 --passes 2 --anyway',
    ),
  });
  await expect(runStart(context, undefined, {})).rejects.toMatchObject({
    fix: expect.stringMatching(/builder-pm start --anyway$/),
  });
});

test("says that there is no project to rename", async () => {
  const { context } = createLoopContext();
  await expect(runProjectsRename(context, "script", "Churn")).rejects.toMatchObject({
    message: 'There is no project "script".',
    fix: "There are none yet.",
  });
});

test("shows the examples of the questions, not those of a slice", async () => {
  const { context, run, stderr } = createLoopContext({ terminal: true, answers: ["stop"] });
  await runStart(context, "Weekly churn themes", {});
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("For example");
  expect(stderr()).not.toContain("From the slice");
});

test("renames a project, whose id stays, and undo takes it back", async () => {
  const { context, project, stderr } = createLoopContext({ project: newProject() });
  await runProjectsRename(context, "script", "  Weekly\tchurn ");
  expect(project()).toMatchObject({ id: "script", title: "Weekly churn" });
  expect(stderr()).toContain(
    'Renamed "Monday report" to "Weekly churn".\nIn commands, its name is still script.',
  );
  await expect(runProjectsRename(context, "script", " \u200b")).rejects.toMatchObject({
    exitCode: 2,
    message: "The new title is empty.",
  });
  await expect(runProjectsRename(context, "scrpt", "x")).rejects.toMatchObject({ exitCode: 2 });
});

test("stopping while a title is typed keeps it", async () => {
  const { context } = createLoopContext({
    terminal: true,
    answers: [{ choose: own }, { stop: "Weekly tags" }],
  });
  await expect(runStart(context, undefined, { minutes: "90" })).rejects.toThrow(
    'To try again: builder-pm start "Weekly tags" --minutes 90',
  );
});
