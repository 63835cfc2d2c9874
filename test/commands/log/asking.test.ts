import { expect, test } from "vitest";
import { type LogOptions, runLog } from "../../../src/commands/log/command.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  withPasses,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const briefed = projectAfter("spec", "brief");
const over = withPasses(briefed, 200, 75);

test("asks for the minutes and the text in a terminal", async () => {
  const minutes: ScriptedAnswer[] = [
    { type: "soon" },
    { type: "1h 10", asked: "How many minutes" },
  ];
  const first = createLoopContext({ terminal: true, project: newProject(), answers: minutes });
  await runLog(first.context, "first pass", {});
  expect(first.project().passes).toMatchObject([{ what: "first pass", minutes: 70 }]);

  const both: ScriptedAnswer[] = [{ type: "it runs", asked: "What happened" }, { type: "5" }];
  const second = createLoopContext({ terminal: true, project: newProject(), answers: both });
  await runLog(second.context, undefined, {});
  expect(second.project().passes).toMatchObject([{ what: "it runs", minutes: 5 }]);
});

test("< is never what happened, because nothing comes before", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "<" },
    {
      type: "it runs",
      hint:
        "There's nothing to go back to from here. One line is enough. " +
        "Press Enter when you're done",
    },
    { type: "5" },
  ];
  const { context, project } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers,
  });
  await runLog(context, undefined, {});
  expect(project().passes).toMatchObject([{ what: "it runs", minutes: 5 }]);
});

test.each<{ what?: string; options?: LogOptions; answers: ScriptedAnswer[]; command: string }>([
  { what: "it runs", answers: ["stop"], command: '"it runs"' },
  { what: 'it "runs"', answers: ["stop"], command: '"it \\"runs\\""' },
  { what: "costs $5, `x`", answers: ["stop"], command: '"costs \\$5, \\`x\\`"' },
  { what: "it's !important", answers: ["stop"], command: "'it'\\''s !important'" },
  { what: "-5 errors", answers: ["stop"], command: '" -5 errors"' },
  { answers: [{ type: "typed" }, "stop"], command: '"typed"' },
  {
    options: { minutes: "1h" },
    answers: [{ stop: "half typed" }],
    command: '"half typed" --minutes 60',
  },
  { what: "it runs", answers: [{ stop: "35m" }], command: '"it runs" --minutes 35' },
  { what: "it runs", answers: [{ stop: "soon" }], command: '"it runs"' },
  {
    what: "it runs",
    options: { project: "script-2" },
    answers: ["stop"],
    command: '"it runs" --project script-2',
  },
])("Ctrl+C gives back $command", async ({ what, options = {}, answers, command }) => {
  const other = newProject({ id: "script-2", uid: "uid-2" });
  const { context, read } = createLoopContext({
    terminal: true,
    saved: { ...progressWith(newProject(), other), current: "uid-1" },
    answers,
  });
  await expect(runLog(context, what, options)).rejects.toMatchObject({
    message: `Stopped. Nothing was saved. To go on with what you typed: builder-pm log ${command}`,
  });
  expect(read().projects.flatMap(({ passes }) => passes)).toEqual([]);
});

test("Ctrl+C before anything is typed leads back to the question", async () => {
  const { context } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: ["stop"],
  });
  await expect(runLog(context, undefined, {})).rejects.toMatchObject({
    message: "Stopped. Nothing was saved. To log it: builder-pm log",
  });
});

test("Ctrl+C at the reason gives back the extension", async () => {
  const answers: ScriptedAnswer[] = [{ type: "5" }, { stop: "one to go" }];
  const { context } = createLoopContext({ terminal: true, project: over, answers });
  await expect(runLog(context, "third", { extend: "60" })).rejects.toMatchObject({
    message:
      "Stopped. Nothing was saved. To go on with what you typed: " +
      'builder-pm log "third" --minutes 5 --extend 60 --because "one to go"',
  });
});

test("asks nothing if the budget is used up, or isn't and should be extended", async () => {
  const stopped = createLoopContext({ terminal: true, project: over, answers: [] });
  await expect(runLog(stopped.context, undefined, {})).rejects.toMatchObject({
    message: expect.stringContaining("35 minutes over its budget"),
    fix: expect.stringContaining('  builder-pm log --extend 60 --because "..."'),
  });
  const early = createLoopContext({ terminal: true, project: briefed, answers: [] });
  await expect(runLog(early.context, undefined, { extend: "60" })).rejects.toMatchObject({
    message: expect.stringContaining("You still have time left."),
  });
});

test.each([undefined, "...", "\u2026", " . . . "])(
  "--extend with the reason %j asks for one in a terminal",
  async (because) => {
    const answers: ScriptedAnswer[] = [
      { type: "..." },
      { type: "one check to go", asked: "Why do you need more time?" },
    ];
    const { context, project } = createLoopContext({ terminal: true, project: over, answers });
    await runLog(context, undefined, { extend: "60", ...(because ? { because } : {}) });
    expect(project().grants).toMatchObject([{ minutes: 60, because: "one check to go" }]);
    expect(project().passes).toHaveLength(2);
  },
);

test("a script can't extend with the reason of the suggested command", async () => {
  const { context, bytes } = createLoopContext({ project: over });
  const before = bytes();
  await expect(
    runLog(context, "third", { minutes: "5", extend: "60", because: "..." }),
  ).rejects.toMatchObject({ message: "Say why you need more time.", exitCode: 2 });
  expect(bytes()).toBe(before);
});

test("prints typed text that can't be saved", async () => {
  const answers: ScriptedAnswer[] = [{ type: "it runs" }, { type: "5" }];
  const { context, stderr } = createLoopContext({ terminal: true, project: newProject(), answers });
  const store = await context.openStore();
  const update = () => Promise.reject(new Error("no room"));
  const broken = { ...context, openStore: async () => ({ ...store, update }) };
  await expect(runLog(broken, undefined, {})).rejects.toThrow("no room");
  expect(stderr()).toContain("    it runs\n    5 minutes\n");
});

test("a suggested command that was pasted as it is logs nothing", async () => {
  const { context, bytes } = createLoopContext({ project: projectAfter("spec", "brief") });
  const before = bytes();
  await expect(runLog(context, "what happened", { minutes: "30" })).rejects.toMatchObject({
    message: "Say what happened in this pass.",
  });
  expect(bytes()).toBe(before);
});
