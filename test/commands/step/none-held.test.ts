import { expect, test } from "vitest";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

test("edge cases of which none is ticked are asked about once more", async () => {
  const checks: ScriptedAnswer[] = [
    ...[{ choose: "met" }, { type: "18 of 18 values match." }],
    ...[{ choose: "met" }, { type: "It stopped and named shop." }],
    ...[{ choose: "met" }, { type: "It took 8 minutes." }],
  ];
  const held = { asked: "Which of your edge cases held?" };
  const stopped = createLoopContext({
    ...{ terminal: true, project: projectAfter("spec", "brief") },
    answers: [...checks, { mark: [], ...held }, "stop"],
  });
  await expect(stopped.run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stopped.stderr().replaceAll(/\s+/g, " ")).toContain(
    "Nothing is ticked, so none of them held. If that's so, press Enter again.",
  );
  expect(stopped.project().answers.review).not.toHaveProperty("held");
  const again = createLoopContext({
    ...{ terminal: true, saved: stopped.read() },
    answers: [{ mark: [], ...held }, { mark: [], ...held }, "stop"],
  });
  await expect(again.run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.project().answers.review).toHaveProperty("held");
});
