import { expect, test } from "vitest";
import {
  createLoopContext,
  eachAt,
  projectAfter,
  sampleAnswers,
  sampleChecks,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { noon } from "../../helpers/samples.ts";

const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");
const handedOff = projectAfter("spec", "brief", "review", "handoff");

/** Three ways of judging one check. */
const met: ScriptedAnswer[] = [{ choose: "met" }, { type: "Ran it, and it adds up." }];
const notMet: ScriptedAnswer[] = [
  { choose: "not-met" },
  { type: "It came out empty." },
  { choose: "agent-miss" },
];
const cannotTell: ScriptedAnswer[] = [{ choose: "cannot-tell" }, { type: "I would need the log." }];
const lastThree: ScriptedAnswer[] = [
  { type: "An empty file." },
  { type: "" },
  { mark: ["open-link", "can-act"] },
];

test("review goes check by check, and asks for the cause only where one is not met", async () => {
  const answers = [...met, ...notMet, ...cannotTell, ...lastThree];
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
    /\*\*C1 met:\*\* For each[\s\S]*\*\*C2 not met:\*\* With one[\s\S]*\*\*C3 cannot tell:\*\*/,
  );
  expect(stdout()).toContain("3 of 3 expected to be met. The review found 1.");
  expect(stdout()).toContain(
    "- Anyone with the link can open it\n- It can write, send, delete or pay",
  );
  expect(stderr()).toContain("C2 With one column renamed");
  expect(stderr()).toContain("Next: builder-pm handoff");
});

test("met without what was seen is asked for once more, then kept with a mark", async () => {
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
  expect(stderr().match(/worth a sentence\./g)).toHaveLength(1);
});

test("a check that was changed needs another look, and review asks for that one alone", async () => {
  const flags = createLoopContext({ project: reviewed });
  await flags.run("spec", { answer: ["checks.2=It stops."], because: "Too long" });
  expect(flags.stderr()).toContain(
    "Next: builder-pm review (something changed, so parts need another look)",
  );

  const { run, stdout, project } = createLoopContext({
    terminal: true,
    saved: flags.read(),
    answers: [{ choose: "met", startsOn: "not-met" }, { type: "Renamed shop: it stopped." }],
  });
  await run("review", { print: true });
  expect(stdout()).toContain("**C2 not met, needs another look:** It stops.");
  expect(stdout()).toContain("\n3 of 3 expected to be met.\n");
  await run("review");
  expect(stdout()).toContain("The review found 2.");
  expect(stdout().split("# Monday report: review")[2]).not.toContain("Spec gap");
  expect(project().answers.review).toMatchObject({ tried: { at: noon(4).toISOString() } });
});

test("a check that is added is judged alone; the verdicts of the others stay where they are", async () => {
  const flags = createLoopContext({ project: reviewed });
  const result = ["A new first one.", ...sampleChecks.toReversed()];
  await flags.run("spec", { answer: result.map((text) => `checks=${text}`), because: "Order" });
  const { run, stdout } = createLoopContext({ terminal: true, saved: flags.read(), answers: met });
  await run("review");
  expect(stdout()).toMatch(
    /C1 met:\*\* A new[\s\S]*C2 cannot tell:\*\* Making[\s\S]*C3 not met:\*\* With[\s\S]*C4 met:\*\* For/,
  );
});

test("verdict.2 can be judged again alone, and a cause that is no longer asked for leaves the page", async () => {
  const { run, stdout } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [{ choose: "met" }],
  });
  await run("review", { redo: "verdict.2" });
  expect(stdout()).toContain("**C2 met:**");
  expect(stdout()).not.toContain("Why was it not met?");
});

test.each([
  {
    step: "brief",
    project: projectAfter(),
    missing:
      /^The step "brief" comes after "spec", which isn't finished\. It still needs: problem, evidence, .* and stop\.$/,
    fix: "builder-pm spec",
  },
  {
    step: "review",
    project: projectAfter("spec"),
    missing: /"review" comes after "brief", .* It still needs: prediction\.$/,
    fix: "builder-pm brief",
  },
  {
    step: "handoff",
    project: briefed,
    missing: /It still needs: verdict\.1, saw\.1, verdict\.2/,
    fix: "builder-pm review",
  },
])(
  "$step before its time is refused, with what is missing and the command",
  async ({ step, project, missing, fix }) => {
    const { run } = createLoopContext({ terminal: true, project });
    await expect(run(step)).rejects.toMatchObject({
      message: expect.stringMatching(missing),
      fix,
      exitCode: 1,
    });
  },
);

test("brief without a prediction and without a terminal names the flag and ends with 2", async () => {
  const { run, stdout, project } = createLoopContext({ project: projectAfter("spec") });
  await expect(run("brief")).rejects.toMatchObject({
    message:
      "Nothing was asked: questions need a terminal (or add --accessible to answer in plain lines). Open: prediction.",
    exitCode: 2,
    fix: "Answer with flags instead: builder-pm brief --answer prediction=2",
  });
  expect({ stdout: stdout(), locked: project().locked }).toEqual({ stdout: "", locked: [] });
});

test("handoff offers drafts from what could not be told and from red flags, to be edited", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "" },
    { type: "" },
    { type: "1: Does C3 need a real Monday?" },
    { type: "-2" },
    { type: "" },
    { choose: "throwaway", startsOn: "throwaway" },
  ];
  const { run, stdout, stderr } = createLoopContext({ terminal: true, project: reviewed, answers });
  await run("handoff");
  expect(stderr().replace(/\s+/g, " ")).toContain(
    "1. C3, cannot tell: Making the report takes 10 minutes or less, down from 42, by stopwatch. What would you look at?",
  );
  expect(stderr()).toMatch(
    /2\. It runs with my own login, or an admin's\. Is that a problem\s+here\?/,
  );
  expect(stdout()).toContain("## Questions for engineering\n\n- Does C3 need a real Monday?\n");
  expect(stdout()).toContain("## Faked\n\nNothing given.");
  expect(stdout()).not.toContain("## Owner");
});

test("an owner, an end and what is not asked for are asked only when it is not throwaway", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "The rate" },
    { type: "" },
    { type: "" },
    { choose: "candidate" },
    { type: "No code review." },
    { type: "Tomas" },
    { type: "31 July" },
    { type: "2026-12-18" },
  ];
  const { run, stdout, stderr } = createLoopContext({ terminal: true, project: reviewed, answers });
  await run("handoff");
  expect(stderr()).toContain('"31 July" isn\'t a date.');
  expect(stdout()).toMatch(
    /## Not asking for\n\nNo code review\.\n\n## Owner\n\nTomas\n\n## Ends on\n\n2026-12-18/,
  );
  await run("handoff", { answer: ["status=throwaway"] });
  expect(stdout().split("# Monday report: handoff")[2]).not.toMatch(/Tomas|2026-12-18/);
});

test("a reply is added to a project that has ended, which is named; any other answer there is refused", async () => {
  const closed = takeStep(handedOff, "decide", sampleAnswers.decide ?? {}, 6);
  const { run, stdout, stderr, project, bytes } = createLoopContext({ project: closed });
  await run("handoff", { answer: ["reply=Mira, 30 November: join on shop and number."] });
  expect(stdout()).toContain("## Reply\n\nMira, 30 November: join on shop and number.");
  expect(stderr()).toContain('This is the project "script", which is closed.');
  expect(project().closed).toEqual(closed.closed);
  const before = bytes();
  for (const options of [{ answer: ["faked=x"] }, { redo: "faked" }]) {
    await expect(run("handoff", options)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The project "script" is closed, so "faked" can't be changed/,
      ),
    });
  }
  expect(bytes()).toBe(before);
});

test.each([
  ["keep", "done"],
  ["hand-over", "handed-over"],
  ["kill", "killed"],
])("the decision %s closes the project as %s, and the check comes next", async (verdict, as) => {
  const answers = [{ choose: verdict }, { type: "Because." }, { type: "Learned." }];
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: handedOff,
    answers,
  });
  await run("decide");
  expect(project().closed).toEqual({ as, at: noon(22).toISOString() });
  expect(stderr()).toContain("Where does the workflow break?");
  expect(stderr()).toMatch(/Next: builder-pm check /);
});

test("revise opens another round: the lock and the budget stay, the rest is asked afresh beside what was said", async () => {
  const start = {
    ...handedOff,
    passes: [{ what: "first", minutes: 50, at: noon(3).toISOString() }],
  };
  const { run, project, stderr } = createLoopContext({ project: start });
  await run("decide", {
    answer: ["verdict=revise", "because=One check to go.", "learned=Columns."],
  });
  expect(project()).toMatchObject({
    locked: ["spec"],
    passes: { length: 1 },
    rounds: { length: 1 },
  });
  expect(Object.keys(project().answers)).toEqual(["spec"]);
  expect(Object.keys(project().rounds[0]?.answers ?? {})).toEqual([
    "brief",
    "review",
    "handoff",
    "decide",
  ]);
  expect(stderr()).toContain("Next: builder-pm brief");
  expect(stderr()).not.toContain("This is round");
  const again = createLoopContext({ terminal: true, project: project(), answers: ["stop"] });
  await expect(again.run("brief")).rejects.toMatchObject({ exitCode: 130 });
  expect(again.stderr()).toContain("You said before\n  - 3\n");
});

test("the brief of a second round tells the agent how the last pass was judged", async () => {
  const { run, stdout } = createLoopContext({ project: handedOff });
  await run("brief", { print: true });
  expect(stdout()).not.toContain("last pass");
  await run("decide", {
    answer: ["verdict=revise", "because=One check to go.", "learned=Columns."],
  });
  await run("brief", { answer: ["prediction=3"] });
  const [, told] = stdout().split("leave the rest as it is:\n\n");
  expect(told).toMatch(
    /^- C1 met: For each of the last 3 weeks[\s\S]*- C2 not met: With one column[\s\S]*Cause: Spec gap/,
  );
});

test("after the second revise the coach says so", async () => {
  const revise = { verdict: "revise", because: "b", learned: "l" };
  const { brief = {}, review = {}, handoff = {} } = sampleAnswers;
  const rounds = [takeStep(handedOff, "decide", revise, 6)];
  const second = ["brief", "review", "handoff"].reduce(
    (project, id) => takeStep(project, id, { brief, review, handoff }[id] ?? {}, 7),
    rounds[0] ?? handedOff,
  );
  const { run, stderr } = createLoopContext({ project: second });
  await run("decide", { answer: ["verdict=revise", "because=b", "learned=l"] });
  expect(stderr()).toContain(
    "This is round 3. A sharper brief often helps more than another pass, and so does stopping for a good reason.",
  );
});
