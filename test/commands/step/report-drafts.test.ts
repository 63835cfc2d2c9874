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
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const reviewed = judge(withReport(briefed), ["met", "met", "met"]);
const WORDS = "(from the agent's report)";

/** Starts a second round after a review without a report, up to its brief. */
function inSecondRound() {
  const revise = { ...sampleAnswers.decide, verdict: "revise" };
  const handed = takeStep(
    judge(briefed, ["met", "met", "met"]),
    "handoff",
    sampleAnswers.handoff ?? {},
    5,
  );
  return takeStep(takeStep(handed, "decide", revise, 6), "brief", { prediction: 3 }, 7);
}

function listOffered(project: ReturnType<typeof inSecondRound>): string[] {
  const session = new StepSession(library, progressWith(project), project, stepOf("review"));
  const change = { now: noon(9), createId: () => "x", via: "asked" as const };
  return session.listProposed(change).map(({ name }) => name);
}

/** What is asked after the last check: edge cases, how it was tried, what to keep, red flags. */
const afterChecks: ScriptedAnswer[] = [
  { mark: [] },
  { type: "An empty file." },
  { mark: [] },
  { mark: [] },
];

test("what a report says isn't offered on the screen that keeps verdicts", () => {
  expect(listOffered(inSecondRound())).toContain("unasked");
  const offered = listOffered(withReport(inSecondRound(), undefined, 8));
  expect(offered).toContain("verdict.1");
  expect(offered).not.toContain("unasked");
});

test("a script keeps what the report says as the agent's", async () => {
  const { run, stdout } = createLoopContext({ project: reviewed });
  await run("handoff", { answer: ["engineer=Mira", "faked=The rate"] });
  for (const line of [
    "- Run \\`python report.py\\`",
    "- pandas 2.2",
    "- Is the order number unique across shops?",
  ])
    expect(stdout()).toContain(`${line} ${WORDS}\n`);
});

test("a person who keeps them makes them their own", async () => {
  const { run, stdout, stderr, project } = createLoopContext({
    project: reviewed,
    terminal: true,
    answers: [{ type: "Mira" }, { mark: [] }],
  });
  await run("handoff");
  expect(stderr()).toContain(`- pandas 2.2 ${WORDS}\n`);
  expect(stdout()).toContain("- pandas 2.2\n");
  expect(stdout()).not.toContain(WORDS);
  expect(JSON.stringify(project().answers.handoff)).not.toContain('"from":"report"');
});

test("a person sees the claims after the last check, before anything else is asked", async () => {
  const { run, stderr } = createLoopContext({
    project: withReport(briefed),
    terminal: true,
    answers: [
      ...[1, 2, 3].flatMap((number) => [{ choose: "met" }, { type: `Ran it ${number} times.` }]),
      ...afterChecks,
    ],
  });
  await run("review");
  const [before = "", after = ""] = stderr().split("Every check is judged.");
  expect(before).not.toContain("The agent said");
  expect(after).toContain("To read the whole report: builder-pm report --show");
  expect(before).toContain("C3: ");
  expect(before).not.toContain("edge cases held");
  expect(after).toContain("The agent said 2 checks were met. You found the same.");
  expect(after).toContain(`- A settings file for currencies ${WORDS}`);
});

test("a verdict that a person changes after the claims shows both again, at once", async () => {
  const { run, stderr } = createLoopContext({
    project: withReport(briefed),
    terminal: true,
    answers: [
      ...[1, 2, 3].flatMap((number) => [{ choose: "met" }, { type: `Ran it ${number} times.` }]),
      { leave: true },
      { type: "<" },
      { choose: "not-met+agent-miss" },
      { type: "It took 20 minutes." },
      ...afterChecks,
    ],
  });
  await run("review");
  const parts = stderr().split("You changed a verdict after you saw the report.");
  expect(parts).toHaveLength(2);
  const [again = ""] = (parts[1] ?? "").split("Which of your edge cases held?");
  expect(again).toContain("You found: not met");
  expect(again).toContain("C3 was changed from met to not met after seeing the report.");
});

test("a verdict that is asked again by itself shows both again", async () => {
  const { run, stderr } = createLoopContext({
    project: judge(withReport(briefed), ["met", "met", "met"]),
    terminal: true,
    answers: [{ choose: "not-met+agent-miss" }, { type: "It came out empty." }],
  });
  await run("review", { redo: "verdict.2" });
  expect(stderr()).toContain("You changed a verdict after you saw the report.");
  expect(stderr().replace(/\s+/g, " ")).toContain(
    "Before you saw the report, you found the same. C2 was changed from met to not met after " +
      "seeing the report. Now 1 of these is met, 1 not.",
  );
});

test("a slip that is put right before the claims are shown is no change", async () => {
  const { run, stdout } = createLoopContext({
    project: withReport(briefed, proudReport.replace("C3: not tried", "C3: met (read)")),
    terminal: true,
    answers: [
      ...[1, 2].flatMap((number) => [{ choose: "met" }, { type: `Ran it ${number} times.` }]),
      { choose: "met" },
      { type: "<" },
      { choose: "not-met+agent-miss" },
      { type: "It took 20 minutes." },
      ...afterChecks,
    ],
  });
  await run("review");
  expect(stdout()).toMatch(/overclaimed\s+on C3\./);
  expect(stdout()).not.toContain("after seeing");
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

const cleanReport = proudReport
  .replace("- The exchange rate never changes", "Nothing is faked.")
  .replace("- A settings file for currencies", "None");
const SAYS_NOTHING = "The agent's report says: none.";

test("an answer that may be empty is asked for once, with what the report says", async () => {
  const judged = judge(withReport(briefed, cleanReport), ["met", "met", "met"]);
  const { run, stderr, stdout } = createLoopContext({
    project: judged,
    terminal: true,
    answers: [{ type: "Mira" }, { type: "", asked: "Line 1" }, { mark: [] }],
  });
  await run("handoff");
  expect(stderr()).toContain(SAYS_NOTHING);
  expect(stdout()).toContain("## What's faked\n\nNothing\n");
});

test("what the new report says is gone is asked again, not kept from the round before", async () => {
  const judged = judge(withReport(briefed), ["met", "not-met", "met"]);
  const handed = takeStep(judged, "handoff", sampleAnswers.handoff ?? {}, 5);
  const revised = { ...sampleAnswers.decide, verdict: "revise" };
  const again = takeStep(takeStep(handed, "decide", revised, 6), "brief", { prediction: 3 }, 7);
  const { run, stderr, stdout } = createLoopContext({
    project: withReport(again, cleanReport, 8),
    terminal: true,
    answers: [
      { mark: [] },
      { choose: "met" },
      { type: "It stopped with 1 line." },
      { type: "" },
      { mark: [] },
    ],
  });
  await run("review");
  const [, asked = ""] = stderr().split(SAYS_NOTHING);
  expect(asked).toContain("You said last round\n  - A button");
  expect(stdout()).toContain("## Built but not asked for\n\nNothing\n");
  expect(stdout()).toContain("## Red flags\n\nNone\n");
});
