import { expect, test } from "vitest";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const measured = "On June 1, Priya joined two exports by hand in 42 minutes.";
const vague = "Priya joins exports by hand and rows land in the wrong place.";
const problem = (text: string) => ({ project: newProject(), given: [`problem=${text}`] });

/** Returns the names of the questions that `spec --json` lists. */
async function listAsked(settings: Parameters<typeof createLoopContext>[0]): Promise<string[]> {
  const { run, stdout } = createLoopContext(settings);
  await run("spec", { json: true });
  return JSON.parse(stdout()).questions.map(({ id }: { id: string }) => id);
}

test.each([
  { text: measured, isAsked: false },
  { text: vague, isAsked: true },
])("after '$text' evidence is asked for: $isAsked", async ({ text, isAsked }) => {
  const { project, given } = problem(text);
  const flags = createLoopContext({ project });
  await flags.run("spec", { answer: given });
  expect(flags.stderr().includes("evidence")).toBe(isAsked);
  const asked = await listAsked({ saved: flags.read() });
  expect(asked.includes("evidence")).toBe(isAsked);

  const typed: ScriptedAnswer[] = [{ type: text }, "stop"];
  const walk = createLoopContext({ terminal: true, project, answers: typed });
  await expect(walk.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect((await listAsked({ saved: walk.read() })).includes("evidence")).toBe(isAsked);
});

test("--redo evidence still asks, and the answer is shown", async () => {
  const { evidence: _, ...others } = sampleAnswers.spec ?? {};
  const flags = createLoopContext({ project: newProject() });
  const answer = Object.entries({ ...others, problem: measured }).flatMap(([id, value]) =>
    [value].flat().map((line) => `${id}=${line}`),
  );
  await flags.run("spec", { answer });
  expect(flags.project().finished).toHaveProperty("spec");
  expect(flags.stdout()).not.toContain("Evidence");

  const { run, stdout } = createLoopContext({
    terminal: true,
    saved: flags.read(),
    answers: [{ type: "Two corrections, on May 4 and 18." }],
  });
  await run("spec", { redo: "evidence" });
  expect(stdout()).toContain("Two corrections, on May 4 and 18.");
});

test("a flag may answer it too, and --json lists it from then on", async () => {
  const { project, given } = problem(measured);
  const flags = createLoopContext({ project });
  await flags.run("spec", { answer: [...given, "evidence=Two corrections, on May 4 and 18."] });
  expect(flags.project().answers.spec).toMatchObject({
    evidence: { text: "Two corrections, on May 4 and 18." },
  });
  expect(await listAsked({ saved: flags.read() })).toContain("evidence");
});

test("a problem without evidence in it brings the question back", async () => {
  const { project, given } = problem(measured);
  const { run, read } = createLoopContext({ project });
  await run("spec", { answer: given });
  await run("spec", { answer: [`problem=${vague}`] });
  expect(await listAsked({ saved: read() })).toContain("evidence");
});

const unproved = "Freelancers get paid late because their invoices go to the wrong inbox.";

test("a problem isn't asked for the evidence that the next question asks for", async () => {
  const { run, stderr, project } = createLoopContext({
    ...{ terminal: true, project: newProject() },
    answers: [{ type: unproved }, { type: "14 late payments in May." }, "stop"],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).not.toContain("How often, and when?");
  expect(project().answers.spec).toMatchObject({
    problem: { text: unproved },
    evidence: { text: "14 late payments in May." },
  });
});

test("a problem that changes alone is asked for evidence", async () => {
  const { run, stderr } = createLoopContext({
    ...{ terminal: true, project: projectAfter("spec") },
    answers: [{ type: unproved }, "stop"],
  });
  await expect(run("spec", { redo: "problem" })).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("How often, and when?");
});

test("a finished spec names the evidence among what can still be answered", async () => {
  const { evidence: _, ...others } = sampleAnswers.spec ?? {};
  const project = takeStep(newProject(), "spec", { ...others, problem: measured });
  const known = { ...project, finished: { spec: project.startedAt } };
  Object.assign(known.answers.spec?.problem as object, { hasEvidence: true });
  const { run, stderr } = createLoopContext({ terminal: true, project: known });
  await run("spec");
  expect(stderr().replaceAll(/\s+/g, " ")).toContain("spec --redo problem (or evidence, bet,");
});
