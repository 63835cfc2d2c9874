import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { createTestContext } from "../../helpers/context.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { finished, halfWay, notYet } from "../../helpers/reality-check.ts";
import { readProgress } from "../../helpers/store.ts";

test("prints half-typed evidence with the command that saves it", async () => {
  const answers: ScriptedAnswer[] = [{ choose: "yes" }, { stop: 'Priya said "14"' }];
  const { context, stderr } = createTestContext({ terminal: true, answers });
  await expect(runCheck(context, undefined, {})).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain('  builder-pm check --evidence problem="Priya said \\"14\\""\n');
});

test.each([
  { name: "an open", saved: halfWay, said: "2 of 5 answers are saved" },
  { name: "a finished", saved: finished, said: "5 of 5 answers are saved" },
])("Ctrl+C at a single item of $name check leads back to it", async ({ saved, said }) => {
  const { context } = createTestContext({ terminal: true, answers: ["stop"], saved });
  await expect(runCheck(context, undefined, { item: "review" })).rejects.toMatchObject({
    message: `Stopped. ${said}. To continue: builder-pm check --item review`,
  });
});

test.each<{
  name: string;
  saved?: Progress;
  answers: ScriptedAnswer[];
  note: string;
  kept: number;
}>([
  {
    name: "at the first question",
    answers: ["stop"],
    note: "Stopped. No answer is saved yet. To continue: builder-pm check",
    kept: 0,
  },
  {
    name: "at the evidence, with the answer kept",
    answers: [{ choose: "yes" }, "stop"],
    note:
      "Stopped. 1 of 5 answers is saved.\n" +
      "To add evidence to the last one: builder-pm check --item discovery\n" +
      "To continue: builder-pm check",
    kept: 1,
  },
  {
    name: "in an open check",
    saved: halfWay,
    answers: [notYet, "stop"],
    kept: 3,
    note: "Stopped. 3 of 5 answers are saved. To continue: builder-pm check",
  },
  {
    name: "at the first question of a second check",
    saved: finished,
    answers: ["stop"],
    kept: 5,
    note:
      "Stopped. Nothing has changed: 5 of 5 answers are saved. " + "To continue: builder-pm check",
  },
  {
    name: "in the middle of a second check",
    saved: finished,
    answers: [notYet, "stop"],
    kept: 5,
    note:
      "Stopped. 1 of 5 answers is saved. The others are as they were. " +
      "To continue: builder-pm check",
  },
  {
    name: "at the last evidence, when all is answered",
    answers: [notYet, notYet, notYet, notYet, { choose: "yes" }, "stop"],
    note:
      "Stopped. 5 of 5 answers are saved.\n" +
      "To add evidence to the last one: builder-pm check --item handoffs\n" +
      "To continue: builder-pm status",
    kept: 5,
  },
])("Ctrl+C $name", async ({ saved, answers, note, kept }) => {
  const { context, file, stdout } = createTestContext({
    terminal: true,
    answers,
    ...(saved ? { saved } : {}),
  });
  await expect(runCheck(context, undefined, {})).rejects.toMatchObject({
    message: note,
    exitCode: 130,
  });
  const answersKept = existsSync(file) ? readProgress(file).runs[0]?.answers : {};
  expect(Object.keys(answersKept ?? {})).toHaveLength(kept);
  expect(stdout()).toBe("");
});

test("Ctrl+C while evidence is typed names one way to save it", async () => {
  const answers: ScriptedAnswer[] = [{ choose: "yes" }, { stop: "14 tickets in May" }];
  const { context, stderr } = createTestContext({ terminal: true, answers });
  await expect(runCheck(context, undefined, {})).rejects.toMatchObject({
    message: "Stopped. 1 of 5 answers is saved. To continue: builder-pm check",
  });
  expect(stderr()).toContain('builder-pm check --evidence problem="14 tickets in May"');
});
