import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import { createTestContext } from "../../helpers/context.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { readProgress } from "../../helpers/store.ts";

const VAGUE = "I time-box, but rarely cut";

/** Answers an item with "partly" and these words, and returns its row on the screen after it. */
async function answerWith(...typed: string[]) {
  const answers: ScriptedAnswer[] = [{ choose: "partly" }, ...typed.map((type) => ({ type }))];
  const { context, file, stdout } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, { item: "slice" });
  const row = stdout()
    .split("\n")
    .find((line) => line.includes("small and has a clear end"));
  return { row, saved: readProgress(file).runs[0]?.answers.slice };
}

test("evidence that is kept although it holds nothing doesn't count as such", async () => {
  const { row, saved } = await answerWith(VAGUE, VAGUE);
  expect(row).toMatch(/^ {2}partly .*you said so$/);
  expect(saved).toMatchObject({ evidence: VAGUE, vague: true });
});

test("evidence counts once it says where it was seen", async () => {
  const { row, saved } = await answerWith(VAGUE, `${VAGUE}: 2 of 6 projects in May`);
  expect(row).toMatch(/with evidence$/);
  expect(saved).not.toHaveProperty("vague");
});

test("a script's evidence is judged the same, until it is replaced", async () => {
  const { context, file } = createTestContext();
  await runCheck(context, undefined, { answer: ["slice=partly"], evidence: [`slice=${VAGUE}`] });
  await runCheck(context, undefined, { answer: ["slice=yes"] });
  expect(readProgress(file).runs.at(-1)?.answers.slice).toMatchObject({ vague: true });
  await runCheck(context, undefined, { evidence: ["slice=2 of 6 projects in May"] });
  expect(readProgress(file).runs.at(-1)?.answers.slice).not.toHaveProperty("vague");
});
