import { expect, test } from "vitest";
import { runProjects, runProjectsSwitch } from "../../../src/commands/projects.ts";
import { runStart } from "../../../src/commands/start/command.ts";
import { createLoopContext, newProject, progressWith, projectAfter } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const ended = newProject({
  id: "flow",
  uid: "uid-0",
  closed: { as: "killed", at: noon(3).toISOString() },
});

test("start with a slice opens a project with its hours and three passes", async () => {
  const { context, project, stderr, stdout } = createLoopContext();
  await runStart(context, "dashboard", {});
  expect(project()).toMatchObject({
    id: "dashboard",
    slice: "dashboard",
    budget: { minutes: 360, passes: 3 },
    startedAt: noon(22).toISOString(),
    title: "A rough internal dashboard",
    answers: {},
    locked: [],
    passes: [],
  });
  expect(stderr()).toBe(
    'Started "A rough internal dashboard" (dashboard). ' +
      "You have 360 minutes (6 hours) and 3 passes.\n" +
      "A pass is one go by your coding agent.\n" +
      "That's the usual budget. You can add time later, with a reason.\n" +
      "Next: builder-pm spec (write a one-page spec with checks you can judge)\n",
  );
  expect(stdout()).toBe("");
});

test("start takes a title, minutes and passes", async () => {
  const { context, project } = createLoopContext();
  await runStart(context, "script", { title: " Monday report ", minutes: "90", passes: "1" });
  expect(project()).toMatchObject({ title: "Monday report", budget: { minutes: 90, passes: 1 } });
});

test("start without a slice asks, with the suggested slice first", async () => {
  const answers = [{ choose: "flow", startsOn: "script", asked: "What would you like" }];
  const { context, project } = createLoopContext({ terminal: true, answers });
  await runStart(context, undefined, {});
  expect(project().id).toBe("flow");
});

test("start without a slice or a terminal lists the slices and exits with 2", async () => {
  const { context, stdout } = createLoopContext();
  await expect(runStart(context, undefined, {})).rejects.toMatchObject({
    exitCode: 2,
    fix: "Name a slice, or your own idea: builder-pm start script",
  });
  expect(stdout()).toContain("clickable");
});

test("rejects a second open project, offers both options and asks nothing", async () => {
  const { context, bytes } = createLoopContext({ terminal: true, project: projectAfter("spec") });
  const before = bytes();
  await expect(runStart(context, "flow", {})).rejects.toMatchObject({
    message:
      '"Monday report" (script) is still open. It\'s easier to finish one project at a time.',
    fix:
      "Go on with it: builder-pm\nOr end it: builder-pm decide\n" +
      "Or start another one beside it: builder-pm start flow --anyway",
    exitCode: 1,
  });
  await expect(runStart(context, undefined, {})).rejects.toMatchObject({
    fix: expect.stringContaining("builder-pm start --anyway"),
  });
  expect(bytes()).toBe(before);
});

test("the command that opens both repeats the options", async () => {
  const { context } = createLoopContext({ project: newProject() });
  const options = { title: "Plan picker", minutes: "90", passes: "2" };
  await expect(runStart(context, "clickable", options)).rejects.toMatchObject({
    fix: expect.stringContaining(
      'builder-pm start clickable --title "Plan picker" --minutes 90 --passes 2 --anyway',
    ),
  });
});

test("--anyway opens a second project under the next free id and switches to it", async () => {
  const { context, read } = createLoopContext({ project: newProject() });
  await runStart(context, "script", { anyway: true });
  expect(read().projects.map(({ id }) => id)).toEqual(["script", "script-2"]);
  expect(read().current).toBe(read().projects[1]?.uid);
});

test("an ended project doesn't prevent a new one", async () => {
  const { context, read } = createLoopContext({ project: ended });
  await runStart(context, "script", {});
  expect(read().projects).toHaveLength(2);
});

test.each([
  {
    slice: "scrpt",
    options: {},
    message: 'There is no slice "scrpt".',
    fix: /^Did you mean script\? Use script/,
  },
  {
    slice: "refund-report",
    options: {},
    message: '"refund-report" is a drill, ready to be judged: nothing to start.',
    fix: /^To do it: builder-pm practice refund-report\nIf it's an idea of your own: builder-pm start/,
  },
  {
    slice: "script",
    options: { minutes: "soon" },
    message: '"soon" isn\'t a number of minutes for --minutes.',
    fix: /1 or more/,
  },
  {
    slice: "script",
    options: { passes: "0" },
    message: '"0" isn\'t a number for --passes.',
    fix: /1 or more/,
  },
])("rejects start $slice $options", async ({ slice, options, message, fix }) => {
  const { context } = createLoopContext();
  await expect(runStart(context, slice, options)).rejects.toMatchObject({
    message,
    fix: expect.stringMatching(fix),
    exitCode: 2,
  });
});

const two = progressWith(
  ended,
  newProject(),
  newProject({ id: "script-2", uid: "uid-2", title: "Second" }),
);

test("projects lists open ones first, with the current one and how others ended", async () => {
  const { context, stdout } = createLoopContext({ saved: two });
  await runProjects(context);
  expect(stdout()).toMatchInlineSnapshot(`
    "  Your projects

      script: Monday report
        started on Nov 1, 2026; open
      script-2: Second
        started on Nov 1, 2026; open, the current one
      flow: Monday report
        started on Nov 1, 2026; killed on Nov 3, 2026
    "
  `);
});

test("projects switch makes another open project current", async () => {
  const { context, read, stderr } = createLoopContext({ saved: two });
  await runProjectsSwitch(context, "script");
  expect(read().current).toBe("uid-1");
  expect(stderr()).toContain('Switched to "script": Monday report.\nNext: builder-pm spec');
});

test("projects switch rejects ended projects and unknown ids", async () => {
  const { context } = createLoopContext({ saved: two });
  await expect(runProjectsSwitch(context, "flow")).rejects.toMatchObject({
    exitCode: 1,
    fix: "See it with: builder-pm export --project flow",
  });
  await expect(runProjectsSwitch(context, "script-3")).rejects.toMatchObject({
    fix: "Did you mean script-2? Use flow, script or script-2.",
  });
});

test("projects --json lists every project with its budget and state", async () => {
  const { context, stdout } = createLoopContext({ saved: two, words: ["projects", "--json"] });
  await runProjects(context);
  const { version, projects } = JSON.parse(stdout());
  expect(version).toBe(1);
  expect(
    projects.map(({ id, current, closed }: Record<string, unknown>) => ({ id, current, closed })),
  ).toEqual([
    {
      id: "flow",
      current: false,
      closed: { as: "killed", at: noon(3).toISOString(), early: false },
    },
    { id: "script", current: false, closed: null },
    { id: "script-2", current: true, closed: null },
  ]);
  expect(projects[1].budget).toEqual({
    minutes: { used: 0, limit: 240 },
    passes: { used: 0, limit: 3 },
  });
});

test("without projects, says how to open one", async () => {
  const { context, stderr } = createLoopContext();
  await runProjects(context);
  expect(stderr()).toBe("There are no projects yet. Start one with: builder-pm start\n");
});
