import { expect, test } from "vitest";
import { StepSession } from "../../../src/domain/project/session.ts";
import {
  createLoopContext,
  library,
  progressWith,
  projectAfter,
  sampleAnswers,
  stepOf,
  takeStep,
} from "../../helpers/loop.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const WORDS = "(from the agent's report)";
const cleanReport = proudReport
  .replace("- The exchange rate never changes", "Nothing is faked.")
  .replace("- A settings file for currencies", "None");

/** Starts a second round after a review without a report, up to its brief. */
function inSecondRound(first = judge(briefed, ["met", "met", "met"])) {
  const revise = { ...sampleAnswers.decide, verdict: "revise" };
  const handed = takeStep(first, "handoff", sampleAnswers.handoff ?? {}, 5);
  return takeStep(takeStep(handed, "decide", revise, 6), "brief", { prediction: 3 }, 7);
}

function readOffered(project: ReturnType<typeof inSecondRound>) {
  const session = new StepSession(library, progressWith(project), project, stepOf("review"));
  const change = { now: noon(9), createId: () => "x", via: "asked" as const };
  return new Map(
    session.listProposed(change).map(({ name, lines }) => [name, lines.map(({ text }) => text)]),
  );
}

test("what a report says isn't offered on the screen that keeps verdicts", () => {
  expect(readOffered(inSecondRound()).get("unasked")).toEqual(["A button"]);
  const offered = readOffered(withReport(inSecondRound(), undefined, 8));
  expect(offered.has("verdict.1")).toBe(true);
  expect(offered.get("unasked")).toEqual(["A button"]);
});

test("what a new report adds is shown with its claims, and is the agent's until confirmed", async () => {
  const { run, stderr, stdout, project } = createLoopContext({
    project: withReport(inSecondRound(), undefined, 8),
    terminal: true,
    answers: [{ mark: [] }, { mark: [] }],
  });
  await run("review");
  const [before = "", after = ""] = stderr().split("Every check is judged.");
  expect(before).toContain("- A button");
  expect(before).not.toContain("A settings file");
  expect(after).toContain(
    'New under "Built but not asked for", from the agent\'s report:\n' +
      "  - A settings file for currencies\n" +
      'To confirm or change it: builder-pm review --redo "Built but not asked for"\n',
  );
  expect(stdout()).toContain(
    `- A button (from round 1)\n- A settings file for currencies ${WORDS}\n`,
  );
  const again = createLoopContext({
    project: project(),
    terminal: true,
    answers: [{ type: "" }],
  });
  await again.run("review", { redo: "unasked" });
  expect(again.stdout()).toContain("- A settings file for currencies\n");
});

test.each([
  ["- Currencies have a settings file", false],
  ["- Added: settings file for currencies, still there", false],
  ["- A settings file for languages", true],
  ["- No settings file for currencies", true],
])("the new report says what the last one said in other words: %s", async (line, isNew) => {
  const first = judge(withReport(briefed), ["met", "met", "met"]);
  const second = inSecondRound(takeStep(first, "review", { unasked: ["A button"] }, 4));
  const later = proudReport.replace("- A settings file for currencies", line);
  const { run, stderr } = createLoopContext({
    project: withReport(second, later, 8),
    terminal: true,
    answers: [{ mark: [] }, { mark: [] }],
  });
  await run("review");
  expect(stderr().includes('New under "Built but not asked for"')).toBe(isNew);
});

test("what a full list has no room for is named at the end", async () => {
  const unasked = ["1", "2", "3", "4", "5"].map((number) => `Screen ${number}`);
  const first = takeStep(briefed, "review", { ...sampleAnswers.review, unasked });
  const decided = takeStep(first, "decide", { ...sampleAnswers.decide, verdict: "revise" }, 6);
  const again = takeStep(decided, "brief", { prediction: 3 }, 7);
  const { run, stderr, stdout } = createLoopContext({
    project: withReport(again, undefined, 8),
    terminal: true,
    answers: [
      ...[{ mark: [] }, { choose: "met" }, { type: "It stopped." }],
      ...[{ choose: "met" }, { type: "8 minutes." }],
    ],
  });
  await run("review");
  expect(stdout()).toContain(
    "- Screen 5 (from round 1)\n\n" +
      "Also in the agent's report, but not in this answer:\n\n- A settings file",
  );
  expect(stderr().replace(/\s+/g, " ")).toContain(
    'The agent\'s report has more for "Built but not asked for", which your page leaves out: ' +
      "- A settings file for currencies To confirm or change it: " +
      'builder-pm review --redo "Built but not asked for"',
  );
});

test("what a person confirmed in an earlier round stays if the new report doesn't say it", () => {
  const first = judge(withReport(briefed), ["met", "not-met", "met"]);
  const handoff = { ...sampleAnswers.handoff, run: ["Run `python report.py` in the folder."] };
  const revise = { ...sampleAnswers.decide, verdict: "revise" };
  const revised = takeStep(takeStep(first, "handoff", handoff, 5), "decide", revise, 6);
  const silent = "# Report\n## Checks\n- C1: met\n- C2: met\n- C3: met\n";
  const again = withReport(takeStep(revised, "brief", { prediction: 3 }, 7), silent, 8);
  const judged = judge(again, ["met", "met", "met"], 9);
  const session = new StepSession(library, progressWith(judged), judged, stepOf("handoff"));
  const run = session.questions.find(({ name }) => name === "run");
  expect(run?.lines.map(({ text }) => text)).toEqual(["Run `python report.py` in the folder."]);
});

test("what the new report says is gone stays, with a note, until the person changes it", async () => {
  const judged = judge(withReport(briefed), ["met", "not-met", "met"]);
  const handed = takeStep(judged, "handoff", sampleAnswers.handoff ?? {}, 5);
  const revised = { ...sampleAnswers.decide, verdict: "revise" };
  const again = takeStep(takeStep(handed, "decide", revised, 6), "brief", { prediction: 3 }, 7);
  const reviewed = createLoopContext({
    project: withReport(again, cleanReport, 8),
    terminal: true,
    answers: [
      ...[{ mark: [] }, { choose: "met" }, { type: "It stopped with 1 line." }],
      { mark: [] },
    ],
  });
  await reviewed.run("review");
  expect(reviewed.stderr().replace(/\s+/g, " ")).toContain(
    'Under "Built but not asked for", the agent\'s report says: none. Your page still says: ' +
      '- A button To change that: builder-pm review --redo "Built but not asked for"',
  );
  const handoff = createLoopContext({
    project: reviewed.project(),
    terminal: true,
    answers: [{ mark: ["1"], asked: "1 line has a note." }, { type: "-1" }, { type: "" }],
  });
  await handoff.run("handoff");
  expect(handoff.stderr()).toContain("Note: The agent's report says: none. Is this still so?");
  expect(handoff.stdout()).toContain("## What's faked\n\nNothing\n");
});

test("a question about a check goes before those of the round before that follow it", async () => {
  const saw = ["Ran it.", "It stopped, and named another column.", "No stopwatch yet."];
  const { run, stdout } = createLoopContext({
    terminal: true,
    project: takeStep(inSecondRound(), "review", { ...sampleAnswers.review, saw }, 8),
    answers: [{ mark: [] }],
  });
  await run("handoff");
  const [, asked = ""] = /## Questions for you(.*?)\n## /s.exec(stdout()) ?? [];
  expect(asked.match(/^- (?:C\d|This|It uses)/gm)).toEqual(["- C2", "- C3", "- This", "- It uses"]);
});

test("shows the claims although the last check is the last question", async () => {
  const judged = judge(briefed, ["met", "met", "met"]);
  const first = takeStep(judged, "review", { "red-flags": ["own-login"] }, 4);
  const { run, stderr } = createLoopContext({
    project: withReport(inSecondRound(first), undefined, 8),
    terminal: true,
    answers: [
      { mark: ["2"] },
      { choose: "met" },
      { type: "It took 3 minutes by stopwatch on June 8." },
    ],
  });
  await run("review");
  expect(stderr().match(/Every check is judged\./g)).toHaveLength(1);
});
