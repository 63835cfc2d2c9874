import { expect, test } from "vitest";
import {
  createLoopContext,
  entriesAt,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const spec = sampleAnswers.spec as Record<string, string & string[]>;

/** Types the lines of a list one by one and ends it. */
function typeLines(lines: readonly string[] = []): ScriptedAnswer[] {
  return [...lines, ""].map((type) => ({ type }));
}

const typeOwn: ScriptedAnswer = { mark: ["own-lines"] };
/** The problem names a month and a number, so it holds the evidence. */
const { evidence: _, ...asked } = spec;
const wholeSpec = Object.entries(asked).flatMap(([id, value]): ScriptedAnswer[] => {
  if (!Array.isArray(value)) return [{ type: value }];
  const canPick = id === "not-building" || id === "constraints";
  return [...(canPick ? [typeOwn] : []), ...typeLines(value)];
});

test("spec asks eight questions, prints the page and names the next step", async () => {
  const { run, project, stdout, stderr } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: wholeSpec,
  });
  await run("spec");
  expect(project().answers.spec).toMatchObject({ problem: { text: spec.problem } });
  expect(Object.keys(project().answers.spec ?? {})).toEqual(Object.keys(asked));
  expect(project().finished.spec).toBeDefined();
  expect(project().locked).toEqual([]);
  expect(stdout()).toMatch(/^# Monday report: spec\n[\s\S]*\*\*C3\*\* Making the report/);
  expect(stderr()).toContain("Question 8 of 8");
  expect(stderr()).toContain("From the slice");
  expect(stderr()).toMatch(/\n\n\nNext: /);
  expect(stderr()).toMatch(
    /Next: builder-pm brief \(turn your spec into a brief for your coding agent\)\n$/,
  );
});

test("a stopped spec keeps its answers and continues at the next question", async () => {
  const first = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: [...wholeSpec.slice(0, 2), "stop"],
  });
  await expect(first.run("spec")).rejects.toMatchObject({
    message: "Stopped. 2 of 8 answers are saved. To continue: builder-pm spec",
    exitCode: 130,
  });
  expect(Object.keys(first.project().answers.spec ?? {})).toEqual(["problem", "bet"]);
  const second = createLoopContext({
    terminal: true,
    saved: first.read(),
    answers: wholeSpec.slice(2),
  });
  await second.run("spec");
  expect(second.stderr()).not.toContain("Question 2 of 8");
  expect(second.project().finished.spec).toBeDefined();
});

test("edits a list line by line, and unchanged entries keep their ids", async () => {
  const before = takeStep(newProject(), "spec", spec);
  const answers: ScriptedAnswer[] = [
    { type: "-1" },
    { type: "The page shows 12 rows." },
    { type: "3: The page shows 13 rows." },
    { type: "" },
  ];
  const { run, project } = createLoopContext({ terminal: true, project: before, answers });
  await run("spec", { redo: "checks" });
  const [, second, third] = entriesAt(before, "spec.checks");
  expect(entriesAt(project(), "spec.checks")).toEqual([
    { id: second?.id, text: second?.text },
    { id: third?.id, text: third?.text },
    {
      id: expect.not.stringMatching(`^(${second?.id}|${third?.id})$`),
      text: "The page shows 13 rows.",
    },
  ]);
});

test("rejects a list that is too short and asks again with its lines", async () => {
  const before = takeStep(newProject(), "spec", {
    problem: "P",
    evidence: "E",
    bet: "B",
    path: "P",
  });
  const answers: ScriptedAnswer[] = [
    typeOwn,
    { type: "" },
    typeOwn,
    { type: "A screen" },
    { type: "" },
    { mark: ["Never sends anything anywhere"] },
    ...typeLines(["One", "Two; or three"]),
    { type: "Three" },
    { type: "" },
    "stop" as const,
  ];
  const { run, project, stderr } = createLoopContext({ terminal: true, project: before, answers });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("Please answer this one.");
  expect(stderr().replace(/\s+/g, " ")).toContain(
    'This needs at least 3 lines. You have 2. Add 1 more. Each part after ";" can be a line of its',
  );
  expect(project().answers.spec).toMatchObject({
    checks: { entries: [{ text: "One" }, { text: "Two; or three" }, {}] },
  });
});

test("asks once more for an empty answer, then keeps it with a mark", async () => {
  const { run, project, stderr, stdout } = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief", "review"),
    answers: [{ type: "" }, { type: "" }, { type: "The rate" }, { type: "" }, { mark: [] }],
  });
  await run("handoff");
  expect(stderr().match(/Leave this empty/g)).toHaveLength(1);
  expect(project().answers.handoff?.engineer).toMatchObject({ text: "", marks: ["empty"] });
  expect(stdout()).toContain("For: (left empty)");
});

test("an answer given the second time has no mark", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief", "review"),
    answers: [{ type: "" }, { type: "Mira" }, "stop"],
  });
  await expect(run("handoff")).rejects.toMatchObject({ exitCode: 130 });
  expect(project().answers.handoff?.engineer).toEqual({
    ...{ text: "Mira", at: expect.any(String), via: "asked" },
  });
});

test("rejects --redo of an unknown question and names the right ones", async () => {
  const { run } = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief", "review"),
  });
  await expect(run("spec", { redo: "cheks" })).rejects.toMatchObject({
    message: 'The step "spec" has no question "cheks".',
    exitCode: 2,
    fix: expect.stringMatching(/^Did you mean checks\? Use problem, evidence,/),
  });
  await expect(run("review", { redo: "cause.1" })).rejects.toMatchObject({ exitCode: 2 });
});

test.each([
  { project: projectAfter("spec"), reason: "" },
  { project: projectAfter("spec", "brief"), reason: ' --because "..."' },
])("a finished spec says how to change an answer, with a reason: $reason", async (given) => {
  const { run, stderr } = createLoopContext({ terminal: true, project: given.project });
  await run("spec");
  expect(stderr().replaceAll(/\s+/g, " ")).toContain(
    `To change an answer or add to it: builder-pm spec --redo problem${given.reason} (or evidence, bet, "What it does", `,
  );
  const script = createLoopContext({ project: given.project });
  await script.run("spec");
  expect(script.stderr()).not.toContain("To change an answer");
});

test("doesn't offer to change what can't be changed anymore", async () => {
  const reviewed = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief", "review"),
  });
  await reviewed.run("brief");
  const closed = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief", "review", "handoff", "decide"),
  });
  await closed.run("review");
  expect(reviewed.stderr() + closed.stderr()).not.toContain("To change an answer");
});
