import { expect, test } from "vitest";
import {
  createLoopContext,
  entriesAt,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import { judge } from "../../helpers/reports.ts";

const [EMPTY = "", TWICE = ""] = entriesAt(projectAfter("spec"), "spec.edges").map(
  ({ text }) => text,
);

/** Returns a project in round 2, in which every check was met, and one edge case didn't hold. */
function inSecondRound() {
  const judged = judge(projectAfter("spec", "brief"), ["met", "met", "met"]);
  const first = takeStep(judged, "review", { held: [2], "red-flags": ["own-login"] }, 4);
  const decision = { ...sampleAnswers.decide, verdict: "revise" };
  const handed = takeStep(first, "handoff", { ...sampleAnswers.handoff }, 5);
  return takeStep(takeStep(handed, "decide", decision, 6), "brief", { prediction: 3 }, 7);
}

test("each edge case that didn't hold is asked about again on the screen", async () => {
  const { run, stdout, stderr } = createLoopContext({
    terminal: true,
    project: inSecondRound(),
    answers: [
      {
        mark: ["4"],
        asked: "Press Enter to keep all of this, or pick what changed or held this time",
      },
    ],
  });
  await run("review");
  expect(stderr()).toContain(`Didn't hold in round 1: ${EMPTY}`);
  expect(stdout()).toContain(`- ${EMPTY} (held)\n- ${TWICE} (held, from round 1)\n`);
});

test("an edge case that still doesn't hold is kept from the round before", async () => {
  const project = inSecondRound();
  const { run, stdout } = createLoopContext({ terminal: true, project, answers: [{ mark: [] }] });
  await run("review");
  expect(stdout()).toContain(`- ${EMPTY} (didn't hold, from round 1)\n`);
});

test("what held this time is ticked if the edge cases are changed as well", async () => {
  const { run, stdout } = createLoopContext({
    terminal: true,
    project: inSecondRound(),
    answers: [{ mark: ["3", "4"] }, { mark: [EMPTY], startsOn: [EMPTY, TWICE] }],
  });
  await run("review");
  expect(stdout()).toContain(`- ${EMPTY} (held)\n- ${TWICE} (didn't hold)\n`);
});
