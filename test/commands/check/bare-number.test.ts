import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import { createTestContext } from "../../helpers/context.ts";
import { readProgress } from "../../helpers/store.ts";

test("asks once more about evidence that is only a number", async () => {
  const { context, file, stderr } = createTestContext({
    terminal: true,
    answers: [{ choose: "yes" }, { type: "2" }, { type: "2 tickets in May" }],
  });
  await runCheck(context, undefined, { item: "problem" });
  expect(stderr()).toContain('"2" is only a number.\n  What does it count, and where is it from?');
  expect(readProgress(file).runs[0]?.answers.problem?.evidence).toBe("2 tickets in May");
});

test("tells a script that evidence is only a number, and saves it", async () => {
  const { context, file, stderr } = createTestContext();
  await runCheck(context, undefined, { answer: ["problem=yes"], evidence: ["problem=25"] });
  expect(stderr()).toContain('problem: "25" is only a number. What does it count');
  expect(readProgress(file).runs[0]?.answers.problem?.evidence).toBe("25");
});
