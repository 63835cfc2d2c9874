import { expect, test } from "vitest";
import {
  createLoopContext,
  eachAt,
  findStepAfter,
  projectAfter,
  sampleChecks,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");

/** Three ways to judge one check. */
const met: ScriptedAnswer[] = [{ choose: "met" }, { type: "Ran it, and it adds up." }];
const notMet: ScriptedAnswer[] = [{ choose: "not-met+agent-miss" }, { type: "It came out empty." }];

const cannotTell: ScriptedAnswer[] = [{ choose: "cannot-tell" }, { type: "I would need the log." }];
const held: ScriptedAnswer = { mark: ["Run twice: the same report, not a second copy"] };
const lastFour: ScriptedAnswer[] = [
  held,
  { type: "An empty file." },
  { type: "" },
  { mark: ["open-link", "can-act"] },
];

test("review asks check by check, with the cause among the choices", async () => {
  const answers = [...met, ...notMet, ...cannotTell, ...lastFour];
  const { run, project, stdout, stderr } = createLoopContext({
    terminal: true,
    project: briefed,
    answers,
  });
  await run("review");
  expect(eachAt(project(), "review.cause")).toEqual([
    expect.objectContaining({ text: "agent-miss" }),
  ]);
  expect(stdout()).toMatch(
    /\*\*C1 met:\*\* For each[\s\S]*\*\*C2 not met:\*\* With one[\s\S]*\*\*C3 can't tell:\*\*/,
  );
  expect(stdout()).toContain("Expected 3 of 3 checks to be met; 1 was.");
  expect(stdout()).toContain(
    "- Anyone with the link can open it\n- It can change, send, delete or pay for things",
  );
  expect(stderr()).toContain("C2: With one column renamed");
  expect(stderr()).toContain(`Next: builder-pm ${findStepAfter("review")}`);
});

test("asks once more for what was seen, then keeps it empty with a mark", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "met" },
    { type: "" },
    { type: "" },
    { choose: "met" },
    "stop",
  ];
  const { run, project, stderr } = createLoopContext({ terminal: true, project: briefed, answers });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(eachAt(project(), "review.saw")).toEqual([
    expect.objectContaining({ text: "", marks: ["empty"] }),
  ]);
  expect(stderr().match(/Leave this empty/g)).toHaveLength(1);
});

test("review asks again only for a changed check", async () => {
  const flags = createLoopContext({ project: reviewed });
  await flags.run("spec", { answer: ["checks.2=It stops."], because: "Too long" });
  expect(flags.stderr()).toContain(
    "Next: builder-pm review (something changed, so parts need another look)",
  );

  const { run, stdout, project } = createLoopContext({
    terminal: true,
    saved: flags.read(),
    answers: [
      { choose: "met", startsOn: "not-met+spec-gap" },
      { type: "Renamed shop: it stopped." },
    ],
  });
  await run("review", { print: true });
  expect(stdout()).toContain("**C2 not met, needs another look:** It stops.");
  expect(stdout()).toContain("\nExpected 3 of 3 checks to be met.\n");
  await run("review");
  expect(stdout()).toContain("to be met; 2 were.");
  expect(stdout().split("# Monday report: review")[2]).not.toContain("My spec didn't say");
  expect(project().answers.review).toMatchObject({ tried: { at: noon(4).toISOString() } });
});

test("review asks only for an added check and keeps the other verdicts", async () => {
  const flags = createLoopContext({ project: reviewed });
  const result = ["A new first one.", ...sampleChecks.toReversed()];
  await flags.run("spec", { answer: result.map((text) => `checks=${text}`), because: "Order" });
  const { run, stdout } = createLoopContext({ terminal: true, saved: flags.read(), answers: met });
  await run("review");
  expect(stdout()).toMatch(
    /C1 met:\*\* A[\s\S]*C2 can't tell:\*\* Mak[\s\S]*C3 not met:\*\* With[\s\S]*C4 met:\*\* For/,
  );
});

test("--redo verdict.2 asks what was seen of the other verdict, and drops its cause", async () => {
  const { run, stdout } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [{ choose: "met" }, { type: "Now it names the column." }],
  });
  await run("review", { redo: "verdict.2" });
  expect(stdout()).toContain("**C2 met:**");
  expect(stdout()).toContain("What I saw: Now it names the column.");
  expect(stdout()).not.toContain("Why wasn't this check met?");
});
