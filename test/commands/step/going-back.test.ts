import { expect, test } from "vitest";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const hurts = "Ana copies 14 orders by hand on May 4.";
const bet = "From 42 to 10 minutes, then we decide whether to keep it.";
const NO_WAY_BACK = "There's nothing to go back to from here.";

/** Answers a spec until the person stops, and returns what is saved. */
async function stopSpec(answers: ScriptedAnswer[], project = newProject()) {
  const test = createLoopContext({ terminal: true, project, answers: [...answers, "stop"] });
  await expect(test.run("spec")).rejects.toMatchObject({ exitCode: 130 });
  return test;
}

test("< goes back to the previous question with its answer to edit", async () => {
  const { project } = await stopSpec([
    { type: hurts },
    { type: "<" },
    { type: "Ana copies 15 orders by hand on May 4.", startsOn: hurts },
    { type: bet },
  ]);
  expect(project().answers.spec).toMatchObject({
    problem: { text: "Ana copies 15 orders by hand on May 4." },
    bet: { text: bet },
  });
});

test("going on after going back twice passes the question in between", async () => {
  const { project } = await stopSpec([
    { type: hurts },
    { type: bet },
    { type: "<" },
    { type: "<", startsOn: bet },
    { type: "", startsOn: hurts },
    { type: "", startsOn: bet },
    { type: "orders.csv goes in, report.csv comes out." },
  ]);
  expect(Object.keys(project().answers.spec ?? {})).toEqual(["problem", "bet", "path"]);
});

test("a flagged answer that stays as it is isn't asked about again, and keeps its mark", async () => {
  const { project } = await stopSpec([
    { type: "There is no dashboard." },
    { choose: "keep" },
    { type: "12 tickets in May asked for it." },
    { type: "<" },
    { type: "<" },
    { type: "", startsOn: "There is no dashboard." },
    { type: "", startsOn: "12 tickets in May asked for it." },
    { type: bet },
  ]);
  expect(project().answers.spec).toMatchObject({
    problem: {
      text: "There is no dashboard.",
      marks: expect.arrayContaining(["solution-in-problem"]),
    },
  });
});

test("a question that was passed is not asked a second time", async () => {
  const { project } = await stopSpec([
    { type: hurts },
    { type: bet },
    { type: "<" },
    { type: "", startsOn: bet },
    { type: "orders.csv goes in, report.csv comes out." },
  ]);
  expect(Object.keys(project().answers.spec ?? {})).toEqual(["problem", "bet", "path"]);
});

test("at the first question, < says that nothing comes before, and is no answer", async () => {
  const { project, stderr } = await stopSpec([
    { type: "<", hint: "Press Enter when you're done" },
    { type: hurts },
  ]);
  expect(stderr()).toContain(NO_WAY_BACK);
  expect(project().answers.spec).toMatchObject({ problem: { text: hurts } });
});

test("at a list that is asked for alone, < is no line", async () => {
  const project = projectAfter("spec");
  const answers: ScriptedAnswer[] = [{ type: "<" }, { type: "" }];
  const { run, stderr } = createLoopContext({ terminal: true, project, answers });
  await run("spec", { redo: "edges" });
  expect(stderr()).toContain(NO_WAY_BACK);
  expect(stderr()).toContain("Next: ");
});

test.each(["<", "There is no dashboard. <"])(
  "%j at a new wording goes back to the choice before it",
  async (typed) => {
    const { project } = await stopSpec([
      { type: "There is no dashboard." },
      { choose: "rewrite" },
      { type: typed, asked: "New wording", startsOn: "There is no dashboard." },
      { choose: "keep", asked: "What would you like to do?" },
    ]);
    expect(project().answers.spec).toMatchObject({ problem: { text: "There is no dashboard." } });
  },
);

test("< behind another new wording goes back, and keeps that wording", async () => {
  const { project } = await stopSpec([
    { type: "There is no dashboard." },
    { choose: "rewrite" },
    { type: "There is no report. <", asked: "New wording" },
    { choose: "rewrite", asked: "What would you like to do?" },
    { type: "There is no report.", startsOn: "There is no report." },
    { choose: "keep" },
  ]);
  expect(project().answers.spec).toMatchObject({ problem: { text: "There is no report." } });
});

test("< behind a changed answer goes back, and offers the change again", async () => {
  const changed = "From 42 minutes to 12. Then we decide to keep it.";
  const { project } = await stopSpec([
    { type: "Priya joins two exports by hand on Mondays, 42 minutes on June 1." },
    { type: bet },
    { type: "<" },
    { type: `${changed} <`, startsOn: bet },
    { type: "", startsOn: "Priya joins two exports by hand on Mondays, 42 minutes on June 1." },
    { type: changed, startsOn: changed },
  ]);
  expect(project().answers.spec).toMatchObject({ bet: { text: changed } });
});

test("< behind words where nothing comes before offers the words again", async () => {
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: projectAfter("spec"),
    answers: [{ type: `${bet} <` }, { type: bet, startsOn: bet }],
  });
  await run("spec", { redo: "bet" });
  expect(stderr()).toContain(NO_WAY_BACK);
  expect(project().answers.spec).toMatchObject({ bet: { text: bet } });
});

test("< at the reason for a change is no reason", async () => {
  const because = "What will you see?";
  const { run, project } = createLoopContext({
    terminal: true,
    project: projectAfter("spec", "brief"),
    answers: [
      { type: bet },
      { type: "<", asked: "Why does this change now?" },
      { type: because, hint: `${NO_WAY_BACK} One sentence. The old text and your reason are kept` },
    ],
  });
  await run("spec", { redo: "bet" });
  expect(project().amendments).toMatchObject([{ because }]);
});

test("a number that was refused doesn't come back as the answer", async () => {
  const stopped = createLoopContext({
    terminal: true,
    project: projectAfter("spec"),
    answers: [{ type: "9" }, "stop"],
  });
  await expect(stopped.run("brief")).rejects.toMatchObject({ exitCode: 130 });
  expect(stopped.project()).not.toHaveProperty("drafts");
});

test("the hint doesn't say that Enter keeps the answer of the round before", async () => {
  const decided = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
    ...sampleAnswers.decide,
    verdict: "revise",
  });
  const again = ["brief", "review", "handoff"].reduce(
    (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}, 9),
    decided,
  );
  const answers: ScriptedAnswer[] = [
    { type: "", hint: "Press Enter to leave it empty" },
    { choose: "keep" },
    { type: "", hint: "Type a new answer, then press Enter. Type < to go back" },
    "stop",
  ];
  const { run, stderr } = createLoopContext({ terminal: true, project: again, answers });
  await expect(run("decide")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("You said last round\n  - 12 minutes,");
});

test("the hint says how often to press Enter to skip", async () => {
  const reviewed = projectAfter("spec", "brief", "review");
  const hint = "Press Enter twice to leave it empty";
  const answers: ScriptedAnswer[] = [{ type: "", hint }, { type: "", hint }, "stop"];
  const { run, stderr } = createLoopContext({ terminal: true, project: reviewed, answers });
  await expect(run("handoff")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr().match(/Leave this empty/g)).toHaveLength(1);
});
