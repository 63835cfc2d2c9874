import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../../src/commands/export.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { createTestContext, type TestSettings } from "../../helpers/context.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import { withReport } from "../../helpers/reports.ts";
import { answered, progressOf, runOf } from "../../helpers/samples.ts";

const mail = "priya@acme.com";
const spec = {
  ...sampleAnswers.spec,
  constraints: ["Reads orders.csv only", `Mails ${mail} when it is done`],
};
const written = takeStep(newProject(), "spec", spec);
const reviewed = takeStep(
  takeStep(written, "brief", { prediction: 2 }),
  "review",
  sampleAnswers.review ?? {},
);
const words =
  '1. Your answer to "Constraints" (Spec) seems to contain an email address: ' + "p...@acme.com";
const more =
  "To take it out everywhere it is saved: builder-pm redact\n" +
  "To allow a single one of them, now and later: add --allow 1\n" +
  "To print it anyway, add --allow-sensitive.";

function createLoop(project: Project, settings: TestSettings = {}) {
  return createLoopContext({ project, ...settings });
}

test("without a terminal, saves the answer but doesn't print the brief", async () => {
  const { run, stdout, project } = createLoop(written);
  await expect(run("brief", { answer: ["prediction=2"] })).rejects.toMatchObject({
    message: `${words}\nNothing was printed.`,
    fix: `Change it with: builder-pm spec --redo constraints\n${more}`,
    exitCode: 1,
  });
  expect(stdout()).toBe("");
  expect(project().locked).toEqual([]);
  expect(project().answers.brief?.prediction).toMatchObject({ text: "2" });
});

test("--allow-sensitive prints the brief as it is and locks the spec", async () => {
  const { run, stdout, project } = createLoop(written);
  await run("brief", { answer: ["prediction=2"], allowSensitive: true });
  expect(stdout()).toContain(`Mails ${mail} when it is done`);
  expect(project().locked).toEqual(["spec"]);
});

test("--print checks too, and its command includes the reason a locked answer needs", async () => {
  const { run, stdout } = createLoop(reviewed);
  await expect(run("brief", { print: true })).rejects.toMatchObject({
    fix: `Change it with: builder-pm spec --redo constraints --because "..."\n${more}`,
  });
  expect(stdout()).toBe("");
  await run("brief", { print: true, allowSensitive: true });
  expect(stdout()).toContain(mail);
});

test("the brief doesn't check answers that only the handoff prints", async () => {
  const answers = { ...sampleAnswers.handoff, faked: [`Sends to ${mail}`] };
  const handedOff = takeStep(projectAfter("spec", "brief", "review"), "handoff", answers);
  const { run, stdout } = createLoop(handedOff);
  await run("brief", { print: true });
  expect(stdout()).toContain("Monday report");
  await expect(run("handoff", { print: true })).rejects.toThrow('Your answer to "Faked" (Handoff)');
});

test("prints the person's own page without a warning", async () => {
  const { run, stdout } = createLoop(written);
  await run("spec", { print: true });
  expect(stdout()).toContain("priya\\@acme.com");
});

test.each(["markdown", "text", "json"])("export as %s stops and writes no file", async (format) => {
  const { context, home, stdout } = createTestContext({ saved: progressWith(written) });
  const output = join(home, "report");
  const refused = expect(runExport(context, { format, output })).rejects;
  await refused.toThrow(`${words}\nNothing was written.`);
  expect(existsSync(output)).toBe(false);
  await runExport(context, { format, allowSensitive: true });
  expect(stdout()).toContain("acme.com");
});

test("names evidence, parked ideas, titles and ended projects", async () => {
  const at = "2026-11-02T12:00:00.000Z";
  const project = {
    uid: "u2",
    id: "script-2",
    closed: { as: "done" as const, at },
    title: "For 415-555-0132",
    parked: [{ idea: "Call +49 171 2345678", at }],
  };
  const saved = {
    ...progressWith(newProject(), { ...written, ...project }),
    runs: [
      {
        ...runOf("a", { problem: answered("yes", { evidence: `14 mails from ${mail}` }) }),
        checklist: "reality-check",
      },
    ],
  };
  const { context } = createTestContext({ saved });
  await expect(runExport(context, {})).rejects.toMatchObject({
    message: [
      '1. The evidence for the item "problem" seems to contain an email address: p...@acme.com',
      words.replace("(Spec)", '(Spec) in the project "script-2"'),
      '2. The title of the project "script-2" seems to contain a phone number: 415...',
      '3. A parked idea of the project "script-2" seems to contain a phone number: +49...',
      "Nothing was printed.",
    ].join("\n"),
    fix: `Change it with: builder-pm check --item problem\n${more}`,
  });
});

test("names the check whose words hold something, and never blames the agent for them", async () => {
  const call = "Call 415-555-0132 and see.";
  const answers = { ...sampleAnswers.review, saw: ["Ran it on 2 November.", call, "3 minutes."] };
  const project = takeStep(withReport(projectAfter("spec", "brief")), "review", answers, 4);
  const { context } = createTestContext({ saved: progressWith(project) });
  await expect(runExport(context, { json: true })).rejects.toMatchObject({
    message:
      '1. Your answer to "What I saw" (Review) about C2 seems to contain a phone number: ' +
      "415...\nNothing was printed.",
    fix: expect.stringContaining('Change it with: builder-pm review --redo "What I saw.2"\n'),
  });
  const redo = createLoop(project, {
    terminal: true,
    answers: [{ type: "Called on 9 November: 3 of 3 rows.", startsOn: call }],
  });
  await redo.run("review", { redo: "What I saw.2" });
  const after = createTestContext({ saved: progressWith(redo.project()) });
  await expect(runExport(after.context, { json: true })).rejects.toThrow(
    'An earlier answer of the project "script" seems to contain a phone number',
  );
});

test('in a terminal, asks with "no" first, and "yes" prints', async () => {
  const no = createLoop(written, {
    terminal: true,
    answers: [{ choose: "no", startsOn: "no", asked: "Print it anyway?" }],
  });
  await expect(no.run("brief", { answer: ["prediction=2"] })).rejects.toMatchObject({
    message: "Nothing was printed.",
    fix: "Change it with: builder-pm spec --redo constraints",
  });
  expect(no.stdout()).toBe("");
  expect(no.stderr().replaceAll(/\s+/g, " ")).toContain(words);
  const yes = createLoop(written, { terminal: true, answers: [{ choose: "yes" }] });
  await yes.run("brief", { answer: ["prediction=2"] });
  expect(yes.stdout()).toContain(mail);
});

test("asks whether to write it where a file is written", async () => {
  const asked = createLoop(written, {
    terminal: true,
    answers: [{ choose: "no", asked: "Write it anyway?" }],
  });
  await expect(runExport(asked.context, { output: "p.md" })).rejects.toThrow("Nothing was written");
});

test("counts several finds and prints nothing for a clean page", async () => {
  const evidence = [..."abcdefghi"].map((letter) => `${letter}lex@acme.com`).join(", ");
  const run = {
    ...runOf("a", { problem: answered("yes", { evidence }) }),
    checklist: "reality-check",
  };
  const many = createTestContext({ saved: progressOf(run) });
  await expect(runExport(many.context, {})).rejects.toThrow(
    "\n4 more like these.\nNothing was printed.",
  );
  const none = createTestContext({ saved: progressWith(projectAfter("spec")) });
  await runExport(none.context, {});
  expect(none.stderr()).toBe("");
});
