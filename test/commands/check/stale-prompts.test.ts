import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import { emptyProgress } from "../../../src/domain/progress/progress.ts";
import { createTestContext } from "../../helpers/context.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { answered, progressOf, runOf } from "../../helpers/samples.ts";
import { openTestStore, readProgress } from "../../helpers/store.ts";

const notYet = progressOf(runOf("id-1", { problem: answered("not-yet") }, { open: true }));

test.each([
  { other: "removes the answer", saved: emptyProgress },
  { other: "changes it to one without evidence", saved: notYet },
])("shows evidence and saves nothing if another window $other", async ({ saved }) => {
  const answers: ScriptedAnswer[] = [{ choose: "yes" }, { type: "14 tickets in May" }];
  const { context, home, file, stderr } = createTestContext({ terminal: true, answers });
  const ask: typeof context.ask = (note, work) =>
    context.ask(note, (prompter) =>
      work({
        ...prompter,
        text: async (question) => {
          await openTestStore(home).update(() => saved);
          return prompter.text(question);
        },
      }),
    );
  await expect(runCheck({ ...context, ask }, undefined, {})).rejects.toThrow(
    "Your answer was changed or removed in another window",
  );
  expect(stderr()).toContain("14 tickets in May");
  const after = readProgress(file);
  expect(after.runs).toEqual(saved.runs);
});
