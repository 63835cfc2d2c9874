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

function readOffered(project: ReturnType<typeof inSecondRound>) {
  const session = new StepSession(library, progressWith(project), project, stepOf("review"));
  const change = { now: noon(9), createId: () => "x", via: "asked" as const };
  return new Map(
    session.listProposed(change).map(({ name, lines }) => [name, lines.map(({ text }) => text)]),
  );
}

/** What is asked after the last check: edge cases, how it was tried, what to keep, red flags. */
const afterChecks: ScriptedAnswer[] = [
  { mark: [] },
  { type: "An empty file." },
  { mark: [] },
  { mark: [] },
];

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
      "To confirm or change it: builder-pm review --redo unasked\n",
  );
  expect(stdout()).toContain(`- A button\n- A settings file for currencies ${WORDS}\n`);
  const again = createLoopContext({
    project: project(),
    terminal: true,
    answers: [{ type: "" }],
  });
  await again.run("review", { redo: "unasked" });
  expect(again.stdout()).toContain("- A settings file for currencies\n");
});

test("a list that is full names what the report has besides", async () => {
  const full = ["1", "2", "3", "4", "5"].map((number) => `- Is ${number} right?`).join("\n");
  const { run, stderr } = createLoopContext({
    project: judge(withReport(briefed, proudReport.replace("- Is the order", `${full}\n$&`)), [
      ...["met", "met", "met"],
    ]),
    terminal: true,
    answers: [{ type: "Mira" }, { mark: [], asked: "1 line has a note." }],
  });
  await run("handoff");
  expect(stderr().replace(/\s+/g, " ")).toContain(
    "Note: At most 5 lines, so this is left out: Is 5 right? And 1 more.",
  );
});

test("a script keeps what the report says as the agent's", async () => {
  const { run, stdout } = createLoopContext({ project: reviewed });
  await run("handoff", { answer: ["engineer=Mira", "faked=The rate"] });
  for (const line of [
    "- Run `python report.py`",
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

test("what the report says is nothing isn't shown as if nobody knew yet", async () => {
  const report = proudReport.replace("- pandas 2.2", "None");
  const { run, stderr } = createLoopContext({
    project: judge(withReport(briefed, report), ["met", "met", "met"]),
    terminal: true,
    answers: [{ type: "Mira" }, { mark: [] }],
  });
  await run("handoff");
  expect(stderr()).toContain("  Packages and services\n  - Nothing, says the agent's report\n");
  expect(stderr()).toContain("  Filled in for you\n");
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
      "- A button To change that: builder-pm review --redo unasked",
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
