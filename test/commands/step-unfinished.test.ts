import { expect, test } from "vitest";
import { createLoopContext, newProject, projectAfter, takeStep } from "../helpers/loop.ts";
import type { ScriptedAnswer } from "../helpers/prompter.ts";

const atList = takeStep(newProject(), "spec", { problem: "P", evidence: "E", bet: "B", path: "P" });
const lines: ScriptedAnswer[] = [{ type: "A screen" }, { type: "A database" }];

test("the lines of a list that was not ended are kept when the person stops, and stand there the next time", async () => {
  const first = createLoopContext({ terminal: true, project: atList, answers: [...lines, "stop"] });
  await expect(first.run("spec")).rejects.toMatchObject({
    ...{
      exitCode: 130,
      message: expect.stringMatching(/^Stopped\. 4 of 10 answers are saved, and what you typed for/),
    },
  });
  expect(first.project().answers.spec).not.toHaveProperty("not-building");

  const answers: ScriptedAnswer[] = [{ type: "" }, "stop"];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.stderr()).toContain("  1. A screen\n  2. A database\n");
  expect(again.project().answers.spec?.["not-building"]).toMatchObject({ entries: [{ text: "A screen" }, {}] });
  expect(again.project().unfinished).toBeUndefined();
});

test("going back from the middle of a list keeps its lines", async () => {
  const answers: ScriptedAnswer[] = [...lines, { type: "<" }, { type: "P", startsOn: "P" }, { type: "" }, "stop"];
  const { run, project } = createLoopContext({ terminal: true, project: atList, answers });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(project().answers.spec?.["not-building"]).toMatchObject({ entries: [{ text: "A screen" }, {}] });
});

test("a text that the coach asks about is kept when the person stops at that question", async () => {
  const words = "There is no dashboard for refunds.";
  const first = createLoopContext({ terminal: true, project: newProject(), answers: [{ type: words }, "stop"] });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const answers: ScriptedAnswer[] = [{ type: words, startsOn: words }, { choose: "keep" }, "stop"];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.project().answers.spec).toMatchObject({ problem: { text: words } });
});

test("a number that was refused is asked for anew, and < behind an offered text leads back", async () => {
  const answers: ScriptedAnswer[] = [{ type: "9" }, { type: "2" }];
  const brief = createLoopContext({ terminal: true, project: projectAfter("spec"), answers });
  await brief.run("brief");
  expect(brief.project().answers.brief).toMatchObject({ prediction: { text: "2" } });

  const back: ScriptedAnswer[] = [{ type: "<" }, { type: "P<", startsOn: "P" }, { type: "B", startsOn: "B" }];
  const { run, project } = createLoopContext({ terminal: true, project: atList, answers: [...back, "stop"] });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(project().answers.spec).toMatchObject({ path: { text: "P" } });
});
