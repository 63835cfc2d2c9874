import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCheck } from "../../src/commands/check/command.ts";
import { runLog } from "../../src/commands/log/command.ts";
import { runPark } from "../../src/commands/park.ts";
import { runStart } from "../../src/commands/start/command.ts";
import type { StepOptions } from "../../src/commands/step/command.ts";
import { createTestContext } from "../helpers/context.ts";
import {
  createLoopContext,
  entriesAt,
  newProject,
  projectAfter,
  takeStep,
} from "../helpers/loop.ts";
import type { ScriptedAnswer } from "../helpers/prompter.ts";

// A vertical tab, a soft hyphen, a no-break space and a zero-width space at the end.
const given = "Priya\u000bloses or\u00adders\u00a0daily\u200b";
const clean = "Priya\nloses orders daily";
const onOneLine = "Priya loses orders daily";
const onlyInvisible = "\u200b\u2060\u00ad";
const pasted = "\u2022 One\n\u2022 Two\n\u2022 Three";
const lines = ["One", "Two", "Three"];

const fileOf = (answers: unknown) => (home: string) => {
  const file = join(home, "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  return { answers: file };
};
const flagOf = (answer: string) => () => ({ answer: [answer] });

test.each<{ way: string; options: (home: string) => StepOptions }>([
  { way: "--answer", options: flagOf(`problem=${given}`) },
  { way: "--answers", options: fileOf({ problem: given }) },
])("saves a text given by $way clean, with its paragraphs", async ({ options }) => {
  const { run, home, project } = createLoopContext({ project: newProject() });
  await run("spec", options(home));
  expect(project().answers.spec?.problem).toMatchObject({ text: clean });
});

test.each<{ way: string; options: (home: string) => StepOptions }>([
  { way: "--answer", options: flagOf(`checks=${pasted}`) },
  { way: "--answers as one text", options: fileOf({ checks: pasted }) },
  { way: "--answers as a list", options: fileOf({ checks: ["1. One", "- Two\n- Three"] }) },
])("splits a list given by $way into entries", async ({ options }) => {
  const { run, home, project } = createLoopContext({ project: newProject() });
  await run("spec", options(home));
  expect(entriesAt(project(), "spec.checks").map(({ text }) => text)).toEqual(lines);
});

test("an entry given by its number stays one line", async () => {
  const { run, project } = createLoopContext({ project: projectAfter("spec") });
  await run("spec", { answer: [`checks.2=${given}`] });
  expect(entriesAt(project(), "spec.checks")[1]?.text).toBe(onOneLine);
});

test.each([`problem=${onlyInvisible}`, `checks=${onlyInvisible}`])(
  "rejects %j as an empty answer",
  async (answer) => {
    const { run } = createLoopContext({ project: newProject() });
    await expect(run("spec", { answer: [answer] })).rejects.toMatchObject({ exitCode: 2 });
  },
);

test("saves a typed text clean and splits a pasted list into entries", async () => {
  const answers: ScriptedAnswer[] = [{ type: given }, { choose: "keep" }, "stop"];
  const text = createLoopContext({ terminal: true, project: newProject(), answers });
  await expect(text.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(text.project().answers.spec?.problem).toMatchObject({ text: clean });
  const before = { problem: "P", evidence: "E", bet: "B", path: "P" };
  const list = createLoopContext({
    terminal: true,
    project: takeStep(newProject(), "spec", before),
    answers: [{ mark: ["own-lines"] }, { type: pasted }, { type: "" }, "stop"],
  });
  await expect(list.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(entriesAt(list.project(), "spec.not-building").map((entry) => entry.text)).toEqual(lines);
});

test("saves a parked idea, a pass, a title, evidence and a reason clean", async () => {
  const { context, project } = createLoopContext({ project: newProject() });
  await runPark(context, given, {});
  await runLog(context, given, { minutes: "5" });
  expect(project().parked).toMatchObject([{ idea: clean }]);
  expect(project().passes).toMatchObject([{ what: clean }]);
  await expect(runPark(context, onlyInvisible, {})).rejects.toMatchObject({ exitCode: 2 });

  const fresh = createLoopContext({ saved: { version: 2, runs: [], projects: [] } });
  await runStart(fresh.context, "script", { title: given });
  expect(fresh.project().title).toBe(onOneLine);

  const check = createTestContext();
  await runCheck(check.context, undefined, {
    answer: ["problem=yes\u200b"],
    evidence: [`problem=${given}`],
  });
  const { runs } = await (await check.context.openStore()).load();
  expect(runs[0]?.answers.problem).toMatchObject({ answer: "yes", evidence: clean });

  const locked = createLoopContext({ project: projectAfter("spec", "brief") });
  await locked.run("spec", { answer: ["stop=By hour 4."], because: given });
  expect(locked.project().amendments).toMatchObject([{ because: clean }]);
});
