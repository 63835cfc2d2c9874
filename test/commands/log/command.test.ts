import { expect, test } from "vitest";
import { runLog } from "../../../src/commands/log/command.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  takeStep,
  withPasses,
} from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const at = noon(3).toISOString();

const briefed = projectAfter("spec", "brief");
const over = withPasses(briefed, 200, 75);

test("log saves a pass in the person's words and says what's left", async () => {
  const { context, project, stderr, stdout } = createLoopContext({ project: briefed });
  await runLog(context, " runs, refunds are missing ", { minutes: "35" });
  expect(project().passes).toEqual([
    { what: "runs, refunds are missing", minutes: 35, at: noon(22).toISOString() },
  ]);
  expect(stderr()).toBe(
    "Saved. Budget: 35 of 240 minutes, 1 of 3 passes used.\n" +
      "Next: builder-pm review (judge the result against your own checks)\n",
  );
  expect(stdout()).toBe("");
});

test("saves the pass that crosses the limit and rejects the next one", async () => {
  const { context, project, bytes } = createLoopContext({ project: withPasses(briefed, 200) });
  await runLog(context, "second", { minutes: "75" });
  expect(project().passes).toHaveLength(2);
  const before = bytes();
  await expect(runLog(context, 'say "hi" for $5', { minutes: "20" })).rejects.toMatchObject({
    message:
      "This project is 35 minutes over its budget of 240. " +
      "You can make your decision now, cut scope, or add time with a reason:",
    fix: [
      "  builder-pm decide",
      '  builder-pm spec --redo not-building --because "..."',
      '  builder-pm log "say \\"hi\\" for \\$5" --minutes 20 --extend 60 --because "..."',
    ].join("\n"),
    exitCode: 1,
  });
  expect(bytes()).toBe(before);
});

test.each([
  {
    name: "three passes",
    project: withPasses(briefed, 1, 1, 1),
    message: "This project has used its 3 passes.",
  },
  {
    name: "all minutes",
    project: withPasses(briefed, 240),
    message: "This project has used its 240 minutes.",
  },
  {
    name: "a minute more",
    project: withPasses(briefed, 241),
    message: "This project is 1 minute over its budget of 240.",
  },
])("rejects $name", async ({ project, message }) => {
  const { context } = createLoopContext({ project });
  await expect(runLog(context, "more", { minutes: "5" })).rejects.toMatchObject({
    message: `${message} You can make your decision now, cut scope, or add time with a reason:`,
  });
});

test.each([
  { passes: [1, 1], minutes: "5", said: "3 of 3 passes used. That was your last pass. One more" },
  {
    passes: [],
    minutes: "240",
    said: "1 of 3 passes used. You've used all your minutes. One more",
  },
  { passes: [1], minutes: "5", said: "2 of 3 passes used.\n" },
])("says what ran out after $passes and $minutes", async ({ passes, minutes, said }) => {
  const { context, stderr } = createLoopContext({ project: withPasses(briefed, ...passes) });
  await runLog(context, "more", { minutes });
  expect(stderr()).toContain(said);
});

test("brief stops over budget too, but --print still prints", async () => {
  const { run, stdout } = createLoopContext({ project: withPasses(projectAfter("spec"), 240) });
  await expect(run("brief", { answer: ["prediction=1"] })).rejects.toMatchObject({
    fix: expect.stringContaining(
      '  builder-pm spec --redo not-building\n  builder-pm log --extend 60 --because "..."',
    ),
  });
  await run("brief", { print: true });
  expect(stdout()).toContain("## Done when");
});

test("an extension with a reason adds its minutes and one pass", async () => {
  const { context, project, stderr } = createLoopContext({ project: over });
  await runLog(context, "third", { minutes: "20", extend: "60", because: " one check to go " });
  expect(project().grants).toEqual([
    {
      kind: "extension",
      minutes: 60,
      because: "one check to go",
      after: 2,
      at: noon(22).toISOString(),
    },
  ]);
  expect(stderr()).toContain("Budget: 295 of 300 minutes, 3 of 4 passes used.");
});

test("an extension doesn't need a pass", async () => {
  const { context, project } = createLoopContext({ project: over });
  await runLog(context, undefined, { extend: "60", because: "one check to go" });
  expect(project()).toMatchObject({ passes: { length: 2 }, grants: { length: 1 } });
});

test("a cut over budget allows exactly one more pass", async () => {
  const { run, context, project } = createLoopContext({ project: over });
  const lines = ["Sending the report", "A screen with buttons", "A database", "The third check"];
  await run("spec", { answer: lines.map((line) => `not-building=${line}`), because: "No time" });
  expect(project().grants).toMatchObject([{ kind: "cut", minutes: 0, after: 2 }]);
  await runLog(context, "third", { minutes: "5" });
  await expect(runLog(context, "fourth", { minutes: "5" })).rejects.toMatchObject({ exitCode: 1 });
});

test.each([
  { what: undefined, options: {}, message: "Say what happened in this pass." },
  { what: "   ", options: { minutes: "5" }, message: "Say what happened in this pass." },
  { what: "third", options: {}, message: "Add how long the pass took." },
  {
    what: "third",
    options: { minutes: "-5" },
    message: '"-5" isn\'t a number of minutes for --minutes.',
  },
  {
    what: "third",
    options: { minutes: "5", extend: "60" },
    message: "Say why you need more time.",
  },
  {
    what: "third",
    options: { minutes: "5", extend: "60", because: " " },
    message: "Say why you need more time.",
  },
  {
    what: "third",
    options: { minutes: "5", extend: "0", because: "x" },
    message: '"0" isn\'t a number of minutes for --extend.',
  },
])("rejects log $what $options with 2", async ({ what, options, message }) => {
  const { context, bytes } = createLoopContext({ project: over });
  const before = bytes();
  await expect(runLog(context, what, options)).rejects.toMatchObject({ message, exitCode: 2 });
  expect(bytes()).toBe(before);
});

test.each([
  { words: "third", minutes: "5", pass: '"third" --minutes 5 ' },
  { words: "third", minutes: undefined, pass: '"third" ' },
  { words: undefined, minutes: undefined, pass: "" },
])("an extension without a reason repeats $pass", async ({ words, minutes, pass }) => {
  const { context } = createLoopContext({ project: over });
  const options = { extend: "60", ...(minutes ? { minutes } : {}) };
  await expect(runLog(context, words, options)).rejects.toMatchObject({
    fix: `builder-pm log ${pass}--extend 60 --because "..."`,
  });
});

test("the suggested commands name the project if it isn't the current one", async () => {
  const other = { ...over, id: "script-2", uid: "uid-2" };
  const { context } = createLoopContext({
    saved: { ...progressWith(briefed, other), current: briefed.uid },
  });
  await expect(
    runLog(context, "more", { minutes: "5", project: "script-2" }),
  ).rejects.toMatchObject({
    fix: [
      "  builder-pm decide --project script-2",
      '  builder-pm spec --redo not-building --project script-2 --because "..."',
      '  builder-pm log "more" --minutes 5 --extend 60 --project script-2 --because "..."',
    ].join("\n"),
  });
});

test("rejects a pass for an ended project", async () => {
  const ended = newProject({ closed: { as: "done", at } });
  const { context } = createLoopContext({ project: ended });
  await expect(runLog(context, "more", { minutes: "5" })).rejects.toMatchObject({
    message: 'No project is open. "Monday report" (script) is finished.',
    fix: "Start another one: builder-pm start",
  });
  await expect(runLog(context, "more", { minutes: "5", project: "script" })).rejects.toMatchObject({
    message: '"Monday report" (script) is finished. You can\'t log more passes.',
  });
});

test.each([
  ["35m", 35],
  ["1h", 60],
  ["1h 10", 70],
  ["1:10", 70],
  ["\uff13\uff15", 35],
] as const)("reads %s minutes as %d", async (minutes, want) => {
  const { context, project } = createLoopContext({ project: newProject() });
  await runLog(context, "first pass", { minutes });
  expect(project().passes).toMatchObject([{ what: "first pass", minutes: want }]);
});

test("says that a pass came before the brief", async () => {
  const first = createLoopContext({ project: projectAfter("spec") });
  await runLog(first.context, "first", { minutes: "5" });
  expect(first.stderr()).toContain(
    "The brief isn't finished, so nothing shows that your checks came before this pass.\n" +
      "Next: builder-pm brief",
  );
  const revise = { verdict: "revise", because: "b", learned: "l" };
  const second = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", revise, 6);
  const again = createLoopContext({ project: second });
  await runLog(again.context, "second", { minutes: "5" });
  expect(again.stderr()).toContain(
    "The brief of this round isn't finished, so your agent may not know what changed.\n",
  );
});

test("shows the stop rule when its minutes are logged", async () => {
  const { context, stderr } = createLoopContext({ project: withPasses(briefed, 200) });
  await runLog(context, "second", { minutes: "30" });
  expect(stderr()).not.toContain("stop rule");
  await runLog(context, "third", { minutes: "20" });
  expect(stderr()).toContain(
    "Your stop rule has come due: " +
      '"If last week\'s report still differs at hour 4, I stop and ask the data owner." ' +
      "You have logged 250 minutes.\nTo decide now: builder-pm decide\n",
  );
});

test("an agent's shell can log a pass, but not extend the budget", async () => {
  const env = { CLAUDECODE: "1" };
  const { context, project } = createLoopContext({ project: over, env });
  const options = { extend: "500", because: "person said so" };
  await expect(runLog(context, undefined, options)).rejects.toMatchObject({
    fix: expect.stringContaining('builder-pm log --extend 500 --because "person said so"'),
  });
  expect(project().grants).toEqual([]);
  const other = createLoopContext({ project: briefed, env });
  await runLog(other.context, "first", { minutes: "5" });
  expect(other.project().passes).toHaveLength(1);
});
