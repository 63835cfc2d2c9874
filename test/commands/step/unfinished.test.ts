import { expect, test } from "vitest";
import { runStep } from "../../../src/commands/step/command.ts";
import { type Project, textsOf } from "../../../src/domain/project/project.ts";
import { createLoopContext, newProject, projectAfter, takeStep } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const atList = takeStep(newProject(), "spec", { problem: "P", evidence: "E", bet: "B", path: "P" });
const typeOwn: ScriptedAnswer = { mark: ["own-lines"] };
const lines: ScriptedAnswer[] = [typeOwn, { type: "A screen" }, { type: "A database" }];

test("keeps the lines of an unfinished list for the next time", async () => {
  const first = createLoopContext({ terminal: true, project: atList, answers: [...lines, "stop"] });
  await expect(first.run("spec")).rejects.toMatchObject({
    exitCode: 130,
    message: expect.stringMatching(/^Stopped\. Everything is saved, including the answer you were/),
  });
  expect(first.project().answers.spec).not.toHaveProperty("not-building");

  const answers: ScriptedAnswer[] = [{ type: "" }, "stop"];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.stderr()).toContain("  1. A screen\n  2. A database\n");
  expect(again.project().answers.spec?.["not-building"]).toMatchObject({
    entries: [{ text: "A screen" }, {}],
  });
  expect(again.project().unfinished).toBeUndefined();
});

test("going back from the middle of a list keeps its lines", async () => {
  const answers: ScriptedAnswer[] = [
    ...lines,
    { type: "<" },
    { leave: true },
    { type: "P", startsOn: "P" },
    { type: "" },
    "stop",
  ];
  const { run, project } = createLoopContext({ terminal: true, project: atList, answers });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(project().answers.spec?.["not-building"]).toMatchObject({
    entries: [{ text: "A screen" }, {}],
  });
});

test("keeps a text when the person stops at the question about its wording", async () => {
  const words = "There is no dashboard for refunds.";
  const first = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: [{ type: words }, "stop"],
  });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const answers: ScriptedAnswer[] = [{ type: words, startsOn: words }, { choose: "keep" }, "stop"];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.project().answers.spec).toMatchObject({ problem: { text: words } });
});

test("goes on with a number and with words that were being typed", async () => {
  const brief = createLoopContext({
    terminal: true,
    project: projectAfter("spec"),
    answers: [{ stop: "3" }, { type: "2", startsOn: "3" }],
  });
  await expect(brief.run("brief")).rejects.toMatchObject({ exitCode: 130 });
  await brief.run("brief");
  expect(brief.project().answers.brief).toMatchObject({ prediction: { text: "2" } });

  const { run } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: [{ stop: "On June" }, { type: "", startsOn: "On June" }, "stop"],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
});

test("asks again after a rejected number, and < after a prefilled text goes back", async () => {
  const answers: ScriptedAnswer[] = [{ type: "9" }, { type: "2" }];
  const brief = createLoopContext({ terminal: true, project: projectAfter("spec"), answers });
  await brief.run("brief");
  expect(brief.project().answers.brief).toMatchObject({ prediction: { text: "2" } });

  const back: ScriptedAnswer[] = [
    { leave: true },
    { type: "P<", startsOn: "P" },
    { type: "B", startsOn: "B" },
  ];
  const { run, project } = createLoopContext({
    terminal: true,
    project: atList,
    answers: [...back, "stop"],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(project().answers.spec).toMatchObject({ path: { text: "P" } });
});

/** The lines that are saved for the list of what isn't built. */
function savedLines(project: Project): string[] | undefined {
  return textsOf(project.answers.spec?.["not-building"]);
}

const listed = takeStep(atList, "spec", { "not-building": ["One", "Two", "Three"] });
const offered = "  1. One\n  2. Three\n";

test("a line removed before going back is gone when the list is asked again", async () => {
  const back: ScriptedAnswer[] = [{ leave: true }, { type: "-2" }, { type: "<" }, { type: "" }];
  const answers: ScriptedAnswer[] = [...back, { type: "", asked: "Line 3" }, "stop"];
  const { run, project, stderr } = createLoopContext({ terminal: true, project: listed, answers });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain(offered);
  expect(savedLines(project())).toEqual(["One", "Three"]);
});

test("a line removed before Enter is gone", async () => {
  const answers: ScriptedAnswer[] = [{ type: "-2" }, { type: "" }];
  const { run, project } = createLoopContext({ terminal: true, project: listed, answers });
  await run("spec", { redo: "not-building" });
  expect(savedLines(project())).toEqual(["One", "Three"]);
});

test("a line removed before Ctrl+C is gone when the person comes back", async () => {
  const first = createLoopContext({
    terminal: true,
    project: listed,
    answers: [{ leave: true }, { type: "-2" }, "stop"],
  });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const answers: ScriptedAnswer[] = [{ type: "", asked: "Line 3" }, "stop"];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.stderr()).toContain(offered);
  expect(savedLines(again.project())).toEqual(["One", "Three"]);
});

test("a list emptied line by line stays empty when the person comes back", async () => {
  const answers: ScriptedAnswer[] = [{ type: "-1" }, { type: "-1" }, { type: "-1" }, "stop"];
  const first = createLoopContext({
    terminal: true,
    project: listed,
    answers: [{ leave: true }, ...answers],
  });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const again = createLoopContext({ terminal: true, saved: first.read(), answers: ["stop"] });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.stderr()).not.toContain("1. One");
});

const vague = "It is fast and easy.";
const briefly = takeStep(newProject(), "spec", {
  problem: "P",
  evidence: "E",
  bet: "B",
  path: "P",
  "not-building": ["One", "Two", "Three"],
  constraints: ["C"],
});

test("offers a line again if the person stopped at the question about it", async () => {
  const first = createLoopContext({
    terminal: true,
    project: briefly,
    answers: [{ type: vague }, "stop"],
  });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const answers: ScriptedAnswer[] = [
    { type: "", startsOn: vague, asked: "Line 1" },
    { choose: "keep", asked: "What would you like to do?" },
    "stop",
  ];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.project().unfinished).toEqual({ "spec.checks": [vague] });
});

test("offers a half-typed answer and a half-typed line again", async () => {
  const text = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: [{ stop: "Every Mon" }],
  });
  await expect(text.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const words: ScriptedAnswer[] = [{ stop: "Every Monday", startsOn: "Every Mon" }];
  const again = createLoopContext({ terminal: true, saved: text.read(), answers: words });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.project().drafts).toEqual({ "spec.problem": "Every Monday" });

  const lines: ScriptedAnswer[] = [typeOwn, { type: "A screen" }, { stop: "A data" }];
  const list = createLoopContext({ terminal: true, project: atList, answers: lines });
  await expect(list.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const end: ScriptedAnswer[] = [{ type: "A database", startsOn: "A data" }, { type: "" }, "stop"];
  const later = createLoopContext({ terminal: true, saved: list.read(), answers: end });
  await expect(later.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(savedLines(later.project())).toEqual(["A screen", "A database"]);
});

test("pasted lines become entries, and the unfinished rest is a draft", async () => {
  const pasted = "For each of 3 weeks the values are equal.\nIt is fast and easy.\nIt is nice.";
  const first = createLoopContext({
    terminal: true,
    project: briefly,
    answers: [{ type: pasted }, "stop"],
  });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const [good, ...left] = pasted.split("\n");
  expect(first.project().unfinished).toEqual({ "spec.checks": [good] });
  expect(first.project().drafts).toEqual({ "spec.checks": left.join("\n") });
  const keep: ScriptedAnswer = { choose: "keep", asked: "What would you like to do?" };
  const answers: ScriptedAnswer[] = [
    { type: "", startsOn: left.join("\n") },
    keep,
    keep,
    { type: "" },
    "stop",
  ];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.stderr()).toContain("  Line 2: It is fast and easy.\n");
  expect(again.stderr()).toContain("  Line 3: It is nice.\n");
  expect(textsOf(again.project().answers.spec?.checks)).toEqual(pasted.split("\n"));
});

test("a draft that was cleared doesn't come back", async () => {
  const first = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: [{ stop: "abc" }],
  });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const cleared = createLoopContext({
    terminal: true,
    saved: first.read(),
    answers: [{ stop: "", startsOn: "abc" }],
  });
  await expect(cleared.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(cleared.project()).not.toHaveProperty("drafts");
});

test("prints what can't be saved", async () => {
  const loop = createLoopContext({ terminal: true, project: atList, answers: [...lines, "stop"] });
  const store = await loop.context.openStore();
  const context = {
    ...loop.context,
    openStore: async () => ({ ...store, update: () => Promise.reject(new Error("no room")) }),
  };
  await expect(runStep(context, "spec", {})).rejects.toThrow("no room");
  expect(loop.stderr()).toContain("This couldn't be saved. Copy it before you close the window:");
  expect(loop.stderr()).toContain("    A screen\n    A database\n");
});
