import { expect, test } from "vitest";
import { findProjectEvidence } from "../../../src/domain/insights/level.ts";
import {
  createLoopContext,
  projectAfter,
  sampleAnswers,
  steps,
  takeStep,
} from "../../helpers/loop.ts";
import { withReport } from "../../helpers/reports.ts";

const briefed = projectAfter("spec", "brief");
const saw = ["", "It stopped.", "8 minutes."];
const verdict = ["met", "met", "met"];

/** Returns a project that ended after a review with these notes. */
function endWith(notes: readonly string[]) {
  const review = { ...sampleAnswers.review, verdict, cause: [null, null, null], saw: notes };
  const judged = takeStep(takeStep(briefed, "review", review, 4), "handoff", {
    ...sampleAnswers.handoff,
  });
  return takeStep(judged, "decide", { ...sampleAnswers.decide, verdict: "keep" }, 8);
}

test("the page says of a check that is met that nothing was noted", async () => {
  const { run, stdout } = createLoopContext({ project: endWith(saw) });
  await run("review", { print: true });
  expect(stdout()).toContain("3 of 3 checks met; 1 of those with nothing noted (C1);");
  expect(stdout()).toMatch(/\*\*C1 met:\*\*.*\n\n?.*What I saw: nothing noted/);
  await run("handoff", { print: true });
  expect(stdout().split("What I saw: nothing noted")).toHaveLength(3);
});

test("success without a note doesn't show that someone reviews", () => {
  const tried = { answered: "review.tried" };
  expect(findProjectEvidence(tried, steps, [endWith(saw)])).toEqual([]);
  expect(findProjectEvidence(tried, steps, [endWith(["18 of 18.", ...saw.slice(1)])])).toHaveLength(
    1,
  );
});

test("the screen says it when the note is left empty, and beside the agent's claim", async () => {
  const { run, stderr } = createLoopContext({
    project: withReport(briefed),
    terminal: true,
    answers: [
      ...[{ choose: "met" }, { type: "" }, { type: "" }],
      ...[{ choose: "met" }, { type: "It stopped." }, { choose: "met" }, { type: "8 minutes." }],
      "stop",
    ],
  });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("Leave this empty? Then the page says: nothing noted.");
  expect(stderr()).toContain("You found: met (nothing noted)");
  expect(stderr().match(/nothing noted\)/g)).toHaveLength(1);
  expect(stderr()).toContain("You found: met. You saw: It stopped.\n");
});
