import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import { createTestContext } from "../../helpers/context.ts";

test("the example isn't offered again under the words that promised it", async () => {
  const { context } = createTestContext({
    terminal: true,
    answers: [{ choose: "not-sure" }, { choose: "not-sure" }, "stop"],
  });
  const labels: (string | undefined)[] = [];
  const { ask } = context;
  context.ask = (note, work) =>
    ask(note, (prompter) => {
      const { select } = prompter;
      return work({
        ...prompter,
        select: (question) => {
          labels.push(question.choices.find(({ value }) => value === "not-sure")?.label);
          return select(question);
        },
      });
    });
  await expect(runCheck(context, undefined, {})).rejects.toMatchObject({ exitCode: 130 });
  expect(labels).toEqual(["I'm not sure", "I'm still not sure", "I'm still not sure"]);
});
