import { expect, test } from "vitest";
import { runLog } from "../../../src/commands/log/command.ts";
import { runStart } from "../../../src/commands/start/command.ts";
import { runStatus } from "../../../src/commands/status.ts";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const at = noon(5).toISOString();
const late = {
  ...projectAfter("spec", "brief", "review", "handoff"),
  passes: [{ what: "first", minutes: 250, at }],
  parked: [
    { idea: "Send the report by itself", at },
    { idea: "A chart by shop", at: noon(6).toISOString() },
  ],
};
const answer = ["verdict=kill", "because=Two checks failed.", "learned=Columns."];
const stopRule =
  "Your stop rule has come due: \"If last week's report still differs at hour 4, I stop and ask " +
  'the data owner." You have logged 250 minutes.';

test("decide shows the stop rule that has come due, and what was parked", async () => {
  const { run, stderr } = createLoopContext({ project: late });
  await run("decide", { answer });
  expect(stderr()).toMatch(/^Your stop rule has come due/);
  expect(stderr()).toContain(`${stopRule}\n`);
  expect(stderr()).toContain(
    "  Parked while you worked on this:\n  - Send the report by itself\n  - A chart by shop\n",
  );
});

test("in a terminal, they stand above the decision, once", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: late,
    answers: [{ type: "9 minutes" }, "stop"],
  });
  await run("decide").catch(() => undefined);
  const text = stderr().replaceAll(/\s+/g, " ");
  expect(text.split("Your stop rule has come due:")).toHaveLength(2);
  expect(text).toMatch(
    /Question 2 of 4 Your stop rule has come due: .* minutes\. You expected 3 of 3 .* You bet 42/,
  );
});

test.each([
  { verdict: "keep", shown: true },
  { verdict: "hand-over", shown: false },
])("names red flags, and after $verdict the status: $shown", async ({ verdict, shown }) => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: late,
    answers: [{ type: "9 minutes" }, { choose: verdict }, "stop"],
  });
  await run("decide").catch(() => undefined);
  const [, facts = "", why = ""] = stderr().split(/Question [23] of 4/);
  expect(facts).toContain("Red flags: It uses my own login, or an admin's");
  expect(facts).not.toContain("Status:");
  const status =
    "Status: Don't build on it (use it as it is; anyone who needs more starts over). " +
    "To change it first: builder-pm handoff --redo status";
  expect(why.replaceAll(/\s+/g, " ").includes(status)).toBe(shown);
});

test("decide is silent about them before they are due, in JSON, or once closed", async () => {
  const early = createLoopContext({ project: { ...late, passes: [], parked: [] } });
  await early.run("decide", { answer });
  expect(early.stderr()).not.toMatch(/come due|Parked/);

  const json = createLoopContext({ project: late, words: ["--json"] });
  await json.run("decide", { answer, json: true });
  expect(json.stderr()).not.toMatch(/stop rule|Parked/);

  const again = createLoopContext({ project: json.project() });
  await again.run("decide");
  expect(again.stderr()).not.toMatch(/stop rule|Parked/);
});

test("log, status and decide show a stop rule that counts passes", async () => {
  const stop = { stop: "If C1 still fails after 2 passes, I stop." };
  const spec = takeStep(newProject(), "spec", { ...sampleAnswers.spec, ...stop });
  const briefed = takeStep(spec, "brief", { prediction: 3 });
  const project = { ...briefed, passes: [{ what: "first", minutes: 30, at }] };
  const due = `Your stop rule has come due: "${stop.stop}" You have logged 2 passes.`;
  const { run, context, stderr, stdout } = createLoopContext({ project });
  await runStatus(context);
  expect(stdout()).not.toContain("has come due");
  await runLog(context, "second", { minutes: "5" });
  expect(stderr()).toContain(due);
  await runStatus(context);
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(due);
  await run("decide", { answer, anyway: true });
  expect(stderr().split(due)).toHaveLength(3);
});

test("other steps don't show them", async () => {
  const { run, stderr } = createLoopContext({ project: late });
  await run("review", { answer: ["tried=An empty file."] });
  expect(stderr()).not.toMatch(/stop rule|Parked/);
});

test("status shows the stop rule that has come due, with the command to decide", async () => {
  const { context, stdout } = createLoopContext({ project: late });
  await runStatus(context);
  expect(stdout().replace(/\s+/g, " ")).toContain(
    `${stopRule} To decide now: builder-pm decide Next`,
  );
});

test("status says nothing of a stop rule that isn't due", async () => {
  const { context, stdout } = createLoopContext({ project: { ...late, passes: [] } });
  await runStatus(context);
  expect(stdout()).not.toContain("stop rule");
});

test("the next start lists what was parked, and how to start it", async () => {
  const ended = { ...late, closed: { as: "killed" as const, at } };
  const answers = [{ choose: "script" }];
  const { context, stderr } = createLoopContext({ terminal: true, project: ended, answers });
  await runStart(context, undefined, {});
  expect(stderr()).toContain(
    [
      "  Ideas you parked",
      "  - A chart by shop",
      "  - Send the report by itself",
      "",
      "  To start one:",
      '    builder-pm start "A chart by shop"\n',
    ].join("\n"),
  );
});

test("a start that names an idea lists nothing", async () => {
  const ended = { ...late, closed: { as: "killed" as const, at } };
  const { context, stderr } = createLoopContext({ project: ended });
  await runStart(context, "A chart by shop", {});
  expect(stderr()).not.toContain("Ideas you parked");
});

test("decide warns that a handoff was begun and isn't finished", async () => {
  const begun = takeStep(projectAfter("spec", "brief", "review"), "handoff", { engineer: "Mira" });
  const { handoff: _, ...finished } = begun.finished;
  const { run, stderr } = createLoopContext({ project: { ...begun, finished } });
  await run("decide", { answer: ["verdict=kill", "because=b", "learned=l"] });
  expect(stderr()).toContain(
    "The handoff isn't finished, and can't be changed after the decision.\n" +
      "To finish it first: builder-pm handoff\nYou can decide anyway.\n",
  );
});

test("the handoff states no decision that was taken back", async () => {
  const project = projectAfter("spec", "brief", "review", "handoff", "decide");
  const handoff = createLoopContext({ project });
  await handoff.run("handoff", { print: true });
  expect(handoff.stdout()).toContain("Decision: ");
  const { decide: _, ...finished } = project.finished;
  const { closed: __, ...open } = { ...project, finished };
  const again = createLoopContext({ project: open as typeof project });
  await again.run("handoff", { print: true });
  expect(again.stdout()).not.toContain("Decision: ");
});
