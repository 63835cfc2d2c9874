import { expect, test } from "vitest";
import { textsOf } from "../../../src/domain/project/project.ts";
import { createLoopContext, newProject, projectAfter, sampleAnswers } from "../../helpers/loop.ts";

const checks = [sampleAnswers.spec?.checks ?? []].flat().map(String);
const edges = [sampleAnswers.spec?.edges ?? []].flat().map(String);
const CHECK = "For each of the last 2 weeks, every value matches the report made by hand.";
const EDGE = "A missing file shows the line 'orders.csv is missing'";

test.each([
  { redo: "C2", list: "checks", before: checks, text: CHECK, asked: "What should C2 say?" },
  { redo: "c2", list: "checks", before: checks, text: CHECK, asked: "What should C2 say?" },
  { redo: "edges.2", list: "edges", before: edges, text: EDGE, asked: "What should line 2 say?" },
  {
    ...{ redo: "Edge cases.2", list: "edges", before: edges },
    ...{ text: EDGE, asked: "What should line 2 say?" },
  },
])("--redo $redo asks for that line alone", async ({ redo, list, before, text, asked }) => {
  const { run, project, stderr } = createLoopContext({
    ...{ terminal: true, project: projectAfter("spec") },
    answers: [{ type: text, startsOn: before[1] ?? "" }],
  });
  await run("spec", { redo, because: "Kim asked" });
  expect(textsOf(project().answers.spec?.[list])).toEqual(before.with(1, text));
  expect(stderr()).toContain(asked);
});

test.each([
  { redo: "C9", message: "There is no check C9.", fix: "Use C1, C2 or C3." },
  { redo: "edges.7", message: "There is no line 7.", fix: "Use edges.1 or edges.2." },
])("a line that isn't there is refused: $redo", async ({ redo, message, fix }) => {
  const { run } = createLoopContext({ terminal: true, project: projectAfter("spec") });
  await expect(run("spec", { redo })).rejects.toMatchObject({ message, fix, exitCode: 2 });
});

test("a line of a list without lines asks for the list", async () => {
  const answers = [{ type: CHECK, asked: "Line 1" }, "stop" as const];
  const { run } = createLoopContext({ terminal: true, project: newProject(), answers });
  await expect(run("spec", { redo: "C2" })).rejects.toMatchObject({ exitCode: 130 });
});

test("what was typed for one line is offered again, alone and in the list", async () => {
  const stopped = createLoopContext({
    ...{ terminal: true, project: projectAfter("spec"), answers: [{ stop: CHECK }] },
  });
  await expect(stopped.run("spec", { redo: "C2" })).rejects.toMatchObject({
    message: expect.stringMatching(/To continue: builder-pm spec --redo C2$/),
  });
  const again = { terminal: true, saved: stopped.read() };
  const alone = createLoopContext({ ...again, answers: [{ type: "", startsOn: CHECK }] });
  await alone.run("spec", { redo: "C2" });
  expect(textsOf(alone.project().answers.spec?.checks)).toEqual(checks.with(1, CHECK));
  const whole = createLoopContext({
    ...again,
    answers: [{ type: "", startsOn: `2: ${CHECK}` }, { type: "" }],
  });
  await whole.run("spec", { redo: "checks" });
  expect(textsOf(whole.project().answers.spec?.checks)).toEqual(checks.with(1, CHECK));
});
