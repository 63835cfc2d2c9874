import { expect, test } from "vitest";
import { BACK_HINT } from "../../../src/commands/shared/going-back.ts";
import { textsOf } from "../../../src/domain/project/project.ts";
import { createLoopContext, newProject, takeStep } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const atList = takeStep(newProject(), "spec", { problem: "P", evidence: "E", bet: "B", path: "P" });
const typeOwn: ScriptedAnswer = { mark: ["own-lines"] };

async function runList(...answers: ScriptedAnswer[]) {
  const all = [typeOwn, ...answers, "stop" as const];
  const loop = createLoopContext({ terminal: true, project: atList, answers: all });
  await expect(loop.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const lines = textsOf(loop.project().answers.spec?.["not-building"]);
  return { lines, stderr: loop.stderr() };
}

test("offers a line again whose number doesn't exist", async () => {
  const { lines, stderr } = await runList(
    { type: "1: A screen" },
    { type: "9: A database" },
    {
      type: "2: A database",
      startsOn: "9: A database",
      hint: `Change it, or press Enter to take it out; "1: new text" changes line 1, "-1" deletes it. ${BACK_HINT}`,
    },
    { type: "-7" },
    { type: "" },
  );
  expect(lines).toEqual(["A screen", "A database"]);
  expect(stderr).toContain("There is no line 9.");
  expect(stderr).toContain("There is no line 7.");
});

test("Enter alone takes a refused line out, so that the list can end", async () => {
  const { lines, stderr } = await runList(
    { type: "A screen" },
    { type: "9: A database" },
    { type: "", startsOn: "9: A database" },
    { type: "More", startsOn: "" },
    { type: "" },
  );
  expect(lines).toEqual(["A screen", "More"]);
  expect(stderr.match(/There is no line 9\./g)).toHaveLength(2);
});

test("a line number without a text changes nothing, and says what would", async () => {
  const { lines, stderr } = await runList(
    { type: "A screen" },
    { type: "1:" },
    { type: "2:" },
    { type: "" },
  );
  expect(lines).toEqual(["A screen"]);
  expect(stderr).toContain('To change line 1, type "1: new text". To delete it, type "-1".');
  expect(stderr).toContain("There is no line 2.");
});

const edit = '; "1: new text" changes line 1, "-1" deletes it. Type < to go back';

test("says when a list takes no more lines, and takes none", async () => {
  const { lines, stderr } = await runList(
    { type: "One\nTwo\nThree\nFour\nFive" },
    { type: "Six", hint: `This takes at most 5 lines. Press Enter to finish${edit}` },
    { type: "" },
  );
  expect(lines).toEqual(["One", "Two", "Three", "Four", "Five"]);
  expect(stderr).toContain('The list is full, so that isn\'t in it. Type "-5" to make room.');
});

test("says how many lines of a paste are too many", async () => {
  const { lines } = await runList(
    { type: "One\nTwo\nThree\nFour\nFive\nSix" },
    { type: "-2", hint: `This takes at most 5 lines, so take 1 out${edit}` },
    { type: "" },
  );
  expect(lines).toEqual(["One", "Three", "Four", "Five", "Six"]);
});

test.each(["delete 1", "Remove line 1"])("%s deletes a line", async (typed) => {
  const { lines } = await runList(
    { type: "A screen" },
    { type: "More" },
    { type: typed },
    { type: "" },
  );
  expect(lines).toEqual(["More"]);
});

test("the number of the next line isn't part of it", async () => {
  const { lines } = await runList(
    { type: "A screen" },
    { type: "2) A map" },
    { type: "9) A" },
    { type: "" },
  );
  expect(lines).toEqual(["A screen", "A map", "9) A"]);
});

test.each([
  { typed: "1", said: '"1" is only a number. Type or paste the whole line,' },
  { typed: "2.", said: '"2." is only a number. Type or paste the whole line,' },
])("a number alone is no line: $typed", async ({ typed, said }) => {
  const { lines, stderr } = await runList(
    { type: typed },
    { type: "A screen", startsOn: "" },
    { type: "1" },
    { type: "" },
  );
  expect(lines).toEqual(["A screen"]);
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(said);
  expect(stderr.replaceAll(/\s+/g, " ")).toContain('To change line 1, type "1: new text".');
});

test("a full list asks for no other line", async () => {
  const full = ["One screen", "Two screens", "Three screens", "Four screens", "Five screens"];
  const { lines } = await runList(
    ...full.map((line): ScriptedAnswer => ({ type: line })),
    { type: "-5", asked: "Your 5 lines:" },
    { type: "Six screens", asked: "line 5:" },
    { type: "", asked: "Your 5 lines:" },
  );
  expect(lines).toEqual([...full.slice(0, 4), "Six screens"]);
});
