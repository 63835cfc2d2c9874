import { expect, test } from "vitest";
import { createLoopContext, newProject } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

test("keeps the last wording when the person stops after rewriting it", async () => {
  const first = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: [
      { type: "There is no dashboard for refunds." },
      { choose: "rewrite" },
      { type: "We need a dashboard." },
      "stop",
    ],
  });
  await expect(first.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  const answers: ScriptedAnswer[] = [{ type: "", startsOn: "We need a dashboard." }, "stop"];
  const again = createLoopContext({ terminal: true, saved: first.read(), answers });
  await expect(again.run("spec")).rejects.toMatchObject({ exitCode: 130 });
});
