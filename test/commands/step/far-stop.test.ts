import { expect, test } from "vitest";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../../helpers/loop.ts";

test.each([
  {
    stop: "If the numbers are still off on Oct 30, I stop and ask Omar.",
    said:
      "Your stop rule comes due on Oct 30, 2027. If you mean an earlier day: " +
      'builder-pm spec --redo "Stop rule"',
  },
  { stop: "If the numbers are still off on Dec 1, I stop and ask Omar.", said: undefined },
  { stop: "If the numbers are still off after 4 hours, I stop.", said: undefined },
])("says which day a stop rule names if it is far away: $stop", async ({ stop, said }) => {
  const { stop: _, ...others } = sampleAnswers.spec ?? {};
  const project = takeStep(newProject(), "spec", others);
  const loop = createLoopContext({ terminal: true, project, answers: [{ type: stop }] });
  await loop.run("spec");
  const text = loop.stderr().replaceAll(/\s+/g, " ");
  expect(text.includes(said ?? "Your stop rule comes due")).toBe(said !== undefined);
});
