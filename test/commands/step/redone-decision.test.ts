import { expect, test } from "vitest";
import { findAnswer } from "../../../src/domain/project/project.ts";
import { createLoopContext, projectAfter, sampleAnswers, takeStep } from "../../helpers/loop.ts";

const handedOff = projectAfter("spec", "brief", "review", "handoff");

test("asks for the reason again when the decision is another one", async () => {
  const decided = takeStep(handedOff, "decide", sampleAnswers.decide ?? {});
  const { closed: _, ...again } = decided;
  const answers = [{ choose: "kill" }, { type: "Nobody opened it in June." }];
  const { run, project } = createLoopContext({ terminal: true, project: again, answers });
  await run("decide", { redo: "verdict" });
  expect(findAnswer(project(), "decide.because")).toMatchObject({
    text: "Nobody opened it in June.",
  });
});
