import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import { createTestContext } from "../../helpers/context.ts";
import {
  createLoopContext,
  entriesAt,
  newProject,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const { checks: _, ...others } = sampleAnswers.spec ?? {};
const withoutChecks = takeStep(newProject(), "spec", others);
const sound = ["The page shows 12 rows.", "The page shows 13 rows."];

test("asks about a vague line and keeps the rewritten one without a mark", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "The report is user-friendly." },
    { choose: "rewrite" },
    { type: "The page shows 11 rows." },
    ...sound.map((type) => ({ type })),
    { type: "" },
  ];
  const { run, project, stderr, stdout } = createLoopContext({
    terminal: true,
    project: withoutChecks,
    answers,
  });
  await run("spec");
  expect(stderr()).toContain('How would you test "user-friendly"');
  expect(entriesAt(project(), "spec.checks").map(({ text, marks }) => [text, marks])).toEqual([
    ["The page shows 11 rows.", undefined],
    ...sound.map((text) => [text, undefined]),
  ]);
  expect(stdout()).not.toContain("worth a second look");
});

test("a line can be rewritten twice", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: withoutChecks,
    answers: [
      { type: "The report is user-friendly." },
      { choose: "rewrite" },
      { type: "It is user-friendly." },
      { choose: "rewrite" },
      { type: "The page shows 11 rows." },
      ...sound.map((type) => ({ type })),
      { type: "" },
    ],
  });
  await run("spec");
  expect(entriesAt(project(), "spec.checks")[0]?.text).toBe("The page shows 11 rows.");
});

test("marks a vague line that is kept on the page", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "The report is user-friendly." },
    { choose: "keep" },
    ...sound.map((type) => ({ type })),
    { type: "" },
  ];
  const { run, project, stdout } = createLoopContext({
    terminal: true,
    project: withoutChecks,
    answers,
  });
  await run("spec");
  expect(entriesAt(project(), "spec.checks")[0]).toMatchObject({ marks: ["vague-term"] });
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(
    "user-friendly. (your wording; worth a second look: an opinion instead of a measure)",
  );
});

test("in a script, prints findings to stderr and keeps the answer with a mark", async () => {
  const { run, project, stdout, stderr } = createLoopContext({ project: newProject() });
  await run("spec", {
    answer: ["checks=The report is user-friendly.", ...sound.map((check) => `checks=${check}`)],
  });
  expect(stderr()).toMatch(/^checks: "user-friendly" .* \(vague-term\)\n/);
  expect(stdout()).toBe("");
  expect(entriesAt(project(), "spec.checks")[0]).toMatchObject({ marks: ["vague-term"] });
});

test("asks once about evidence without a number, date, source or quote", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "yes" },
    { type: "Everyone wants this" },
    { type: "" },
  ];
  const { context, stderr } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, { item: "problem" });
  expect(stderr().match(/What could you show/g)).toHaveLength(1);
});

test("accepts evidence with a number", async () => {
  const answers: ScriptedAnswer[] = [{ choose: "yes" }, { type: "14 tickets in May" }];
  const { context, stderr } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, { item: "problem" });
  expect(stderr()).not.toContain("What could you show");
});

test("lints the finished spec as a whole", async () => {
  const open = { ...sampleAnswers.spec, stop: "When it feels done" };
  const { run, stderr } = createLoopContext({
    project: takeStep(newProject(), "spec", { ...open, stop: undefined }),
  });
  await run("spec", { answer: ["stop=When it feels done"] });
  expect(stderr()).toContain('"When it feels done" needs a date or a number of hours.');
});

test("one text for two questions keeps the marks of each", async () => {
  const { run, project } = createLoopContext({ project: newProject() });
  const words = "They should use a dashboard with a button.";
  for (const names of [
    ["problem", "evidence"],
    ["evidence", "problem"],
  ]) {
    await run("spec", { answer: names.map((name) => `${name}=${words}`) });
    expect(project().answers.spec).toMatchObject({
      problem: { marks: expect.arrayContaining(["ambiguous-pronoun"]) },
      evidence: { marks: ["no-evidence"] },
    });
  }
});
