import { expect, test } from "vitest";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";

const briefed = projectAfter("spec", "brief");
const reviewed = judge(withReport(briefed), ["met", "met", "met"]);
const WORDS = "(from the agent's report)";

/** What is asked after the last check: edge cases, how it was tried, what to keep, red flags. */
const afterChecks: ScriptedAnswer[] = [
  // Nothing ticked is asked about once more.
  ...[{ mark: [] }, { mark: [] }],
  { type: "An empty file." },
  { mark: [] },
  { mark: [] },
];

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
    "Note: At most 5 lines, so this is left out: Is 5 right? " +
      "Note: Left out as well: Is the order number unique across shops?",
  );
});

test("a verdict that is asked for again says nothing of a report that comes later", async () => {
  const { run, stderr } = createLoopContext({
    project: reviewed,
    terminal: true,
    answers: [{ choose: "met" }, { type: "" }],
  });
  await run("review", { redo: "C2" });
  const shown = stderr().replace(/\s+/g, " ");
  expect(shown).toContain("go by what you see");
  expect(shown).not.toContain("comes afterwards");
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
  expect(after).toContain("The agent said 2 checks were met. You found both met.");
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
    "Before you saw the report, you found both met. C2 was changed from met to not met after " +
      "seeing the report. Now 1 of these is met, 1 not.",
  );
});

test("a verdict changed to can't tell is not counted as not met", async () => {
  const { run, stderr } = createLoopContext({
    project: judge(withReport(briefed), ["met", "met", "met"]),
    terminal: true,
    answers: [{ choose: "cannot-tell" }, { type: "The sample file is gone." }],
  });
  await run("review", { redo: "verdict.2" });
  expect(stderr().replace(/\s+/g, " ")).toContain("Now 1 of these is met, 0 not, 1 can't tell.");
});

test("after the claims, a command changes one verdict in one step, cause included", async () => {
  const overclaimed = judge(withReport(briefed), ["met", "not-met", "met"]);
  const { run, stderr, project } = createLoopContext({
    project: withReport(briefed),
    terminal: true,
    answers: [
      ...[{ choose: "met" }, { type: "Ran it once." }],
      ...[{ choose: "not-met+agent-miss" }, { type: "It ran on without a word about the column." }],
      ...[{ choose: "met" }, { type: "Ran it 3 times." }],
      ...afterChecks,
    ],
  });
  await run("review");
  expect(stderr()).toContain(
    "To change a verdict, for example on C2: builder-pm review --redo C2\n",
  );
  expect(project().finished.review).toBeDefined();
  const again = createLoopContext({
    project: overclaimed,
    terminal: true,
    answers: [{ choose: "not-met+spec-gap" }, { type: "It came out empty." }],
  });
  await again.run("review", { redo: "c2" });
  expect(again.stdout()).toContain("Cause: My spec didn't say");
  expect(again.stdout()).toContain("What I saw: It came out empty.");
});

test("what can be asked again is named as the page names it", async () => {
  const { run } = createLoopContext({ project: reviewed, terminal: true });
  await expect(run("review", { redo: "sums" })).rejects.toMatchObject({
    fix: expect.stringMatching(/^Use C1, C2, C3, Edge cases that held, How I tried to break it,/),
  });
});

test("stopping while a check is asked about again names the check", async () => {
  const { run } = createLoopContext({ project: reviewed, terminal: true, answers: ["stop"] });
  await expect(run("review", { redo: "C2" })).rejects.toThrow(
    "To continue: builder-pm review --redo C2",
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

const longReport = proudReport
  .replace(
    "- The exchange",
    `${"- Refunds older than 30 days are left out of every sum here\n".repeat(4)}$&`,
  )
  .replace("- pandas 2.2", "- pandas 2.2, to read the two exports and to join them by order\n$&");

test.each([80, 50])("what to keep fits a window of 30 rows and %d columns", async (columns) => {
  const { run, stderr, stdout } = createLoopContext({
    project: judge(withReport(briefed, longReport), ["not-met", "not-met", "not-met"]),
    terminal: true,
    ...{ columns, rows: 30 },
    answers: [{ type: "Mira" }, { mark: [] }],
  });
  await run("handoff");
  const [, screen = ""] = stderr().split("Filled in for you");
  const [shown = ""] = screen.split(/\n(?=To save|Next:)/);
  expect(shown.replace(/\s+/g, " ")).toContain("Shortened. Pick an answer to read all of it.");
  // Below it are a choice for each of the five answers, a message and the keys.
  expect(shown.trimEnd().split("\n").length).toBeLessThanOrEqual(30 - 5 - 4);
  expect(stdout()).toContain(`pandas 2.2 ${WORDS}`);
});
