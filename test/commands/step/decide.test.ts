import { expect, test } from "vitest";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { noon } from "../../helpers/samples.ts";

const handedOff = projectAfter("spec", "brief", "review", "handoff");

test.each([
  ["keep", "done"],
  ["hand-over", "handed-over"],
  ["kill", "killed"],
])("the decision %s closes the project as %s and suggests the check", async (verdict, as) => {
  const answers = [
    { type: "12" },
    { choose: verdict },
    { type: "Two checks failed." },
    { type: "A renamed column went unnoticed." },
  ];
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

test.each([
  ["hand-over", true],
  ["keep", false],
])("the decision %s says to whom the handoff goes: %s", async (verdict, isGiven) => {
  const { run, stderr } = createLoopContext({ project: handedOff });
  await run("decide", { answer: [`verdict=${verdict}`, "because=b", "learned=l"] });
  const said = "Now give the handoff to whoever takes it over: builder-pm handoff --print";
  expect(stderr().includes(said)).toBe(isGiven);
});

test("a number now without a number is told once how to write it", async () => {
  const answers = [{ type: "fewer" }, "stop" as const];
  const { run, stderr } = createLoopContext({ terminal: true, project: handedOff, answers });
  await expect(run("decide")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr().replace(/\s+/g, " ").split('Give one number, such as "10 minutes"')).toHaveLength(
    2,
  );
});

test("a finished project says how to add the engineer's reply until it has one", async () => {
  const way = "What did the engineer say? Add it any day: builder-pm handoff --redo reply";
  const answer = ["verdict=keep", "because=Two of 3 checks are met.", "learned=Columns."];
  const { run, stderr } = createLoopContext({ project: handedOff });
  await run("decide", { answer });
  expect(stderr().split(/Next: builder-pm check .*/)[1]).toContain(way);
  const replied = takeStep(handedOff, "handoff", { reply: "Mira, November 20: fine." });
  const other = createLoopContext({ project: replied });
  await other.run("decide", { answer });
  expect(other.stderr()).not.toContain(way);
});

test("revise starts a new round that keeps the lock and the budget", async () => {
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
  expect(again.stderr()).toContain("You said last round\n  - 3\n");
});

test("the second brief tells the agent the verdicts on the last pass", async () => {
  const { run, stdout } = createLoopContext({ project: handedOff });
  await run("brief", { print: true });
  expect(stdout()).not.toContain("Round");
  await run("decide", {
    answer: ["verdict=revise", "because=One check to go.", "learned=Columns."],
  });
  await run("brief", { answer: ["prediction=3"] });
  const [, round] = stdout().split("\n## Round 2\n");
  const [told] = round?.split("\n## ") ?? [];
  expect(told).toMatch(
    /^- \*\*C1 met:\*\* For each of the last 3 weeks[\s\S]*^- \*\*C2 not met:\*\* With one/m,
  );
  expect(told).toContain("  - Cause: My spec didn't say\n");
  expect(told).toContain("\n> One check to go.\n");
  expect(told).toContain("\n> - A settings file for other currencies\n");
  expect(told).toContain("\n> - It uses my own login, or an admin's");
  expect(told).toContain("\n> An export with last year's dates.");
  expect(told).not.toContain("What an engineer said");
});

const revise = { verdict: "revise", because: "b", learned: "l" };

test("says that round 2 starts, and how to sharpen the spec", async () => {
  const { run, stderr } = createLoopContext({ project: handedOff });
  await run("decide", { answer: ["verdict=revise", "because=b", "learned=l"] });
  expect(stderr()).toContain(
    "Round 2 of this project starts here.\n" +
      "The budget carries over: 0 of 240 minutes, 0 of 3 passes used so far.\n" +
      "Next: builder-pm brief (the brief of round 2)\n" +
      'To sharpen your checks first: builder-pm spec --redo checks --because "..."\n',
  );
});

test("says nothing of sharpening the checks once that is done", async () => {
  const project = takeStep(handedOff, "decide", revise, 6);
  const { run, stderr } = createLoopContext({ project });
  const checks = [
    "checks=It lists 5 rows",
    "checks=It says 'No rows'",
    "checks=It takes 9 minutes",
  ];
  await run("spec", { answer: checks, because: "C2 was unclear" });
  expect(stderr()).toContain("Next: builder-pm brief (the brief of round 2)\n");
  expect(stderr()).not.toContain("To sharpen");
});

test("says when a third round starts", async () => {
  const { brief = {}, review = {}, handoff = {} } = sampleAnswers;
  const rounds = [takeStep(handedOff, "decide", revise, 6)];
  const second = ["brief", "review", "handoff"].reduce(
    (project, id) => takeStep(project, id, { brief, review, handoff }[id] ?? {}, 7),
    rounds[0] ?? handedOff,
  );
  const { run, stderr } = createLoopContext({ project: second });
  await run("decide", { answer: ["verdict=revise", "because=b", "learned=l"] });
  expect(stderr()).toContain(
    "This is round 3. A sharper brief often helps more than another pass, and so does " +
      "stopping for a good reason.",
  );
});

test.each(["Not timed yet", "not measured", "I don't know yet.", "n/a", "-"])(
  "takes %s as a number that isn't known yet",
  async (result) => {
    const { run, stdout, stderr } = createLoopContext({ project: handedOff });
    await run("decide", { answer: [`result=${result}`] });
    expect(stderr()).not.toContain("compared with your bet");
    expect(stderr()).not.toContain("Give one number");
    expect(stdout()).not.toContain("Bet not scored");
  },
);

test.each([
  { result: "3.8 min, 38 min for 10 mails", why: "There are several numbers in it, " },
  { result: "12 minutes or 14 minutes", why: "There are two numbers in it, " },
  { result: "a lot less", why: "There's no number in it, " },
  { result: "maybe 12 minutes", why: "That number can't be read for certain, " },
  { result: "12 minutes", why: undefined },
])("says why $result isn't compared with the bet, before the page", async ({ result, why }) => {
  const { run, stdout, stderr } = createLoopContext({ project: handedOff });
  await run("decide", { answer: [`result=${result}`] });
  const how = 'Give one number, such as "10 minutes".';
  const said = `Number now: "${result}". ${why}so it isn't compared with your bet. ${how}\n`;
  if (why) expect(stderr()).toContain(`${said}Saved. Still open: Decision`);
  else expect(stderr()).not.toContain("compared");
  await run("decide", { answer: ["verdict=keep", "because=b", "learned=l"] });
  expect(stderr().split("compared")).toHaveLength(why ? 2 : 1);
  expect(stdout()).toContain(`Number now: ${result}\n`);
});

test("says so if the bet is what can't be read", async () => {
  const spec = { ...sampleAnswers.spec, bet: "Reports get faster, then we decide." };
  const judged = ["brief", "review", "handoff"].reduce(
    (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}, 4),
    takeStep(newProject(), "spec", spec),
  );
  const { run, stderr } = createLoopContext({ project: judged });
  await run("decide", { answer: ["result=12 minutes"] });
  expect(stderr()).toContain("Your bet doesn't say from which number to which, so it isn't");
  expect(stderr()).toContain('Next time, write the bet as "from 42 minutes to 10".');
});

test("a person is told right after a number that can't be compared", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: handedOff,
    answers: [{ type: "12 minutes or 14 minutes" }, "stop"],
  });
  await expect(run("decide")).rejects.toMatchObject({ exitCode: 130 });
  const [said = "", next = ""] = stderr().replace(/\s+/g, " ").split("There are two numbers in it");
  expect(said).not.toContain("Question 2");
  expect(next).toMatch(
    /^, so it isn't compared .*"10 minutes"\. To change it, go back .* Question 2/,
  );
});

test.each([
  ["Reports get faster, then we decide.", true],
  ["Today 42 minutes, with the script it goes to 10.", false],
])("the spec says at its end if the bet %j can't be scored", async (bet, isSaid) => {
  const spec = takeStep(newProject(), "spec", { ...sampleAnswers.spec, bet });
  const { run, stderr } = createLoopContext({ project: { ...spec, finished: {} } });
  await run("spec", { answer: [`bet=${bet}`] });
  expect(stderr().includes("builder-pm spec --redo bet")).toBe(isSaid);
});

test("asks about a lesson that could be about anything", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "12" },
    { choose: "keep" },
    { type: "Two checks failed." },
    { type: "clear" },
    { choose: "rewrite" },
    { type: "A renamed column went unnoticed." },
  ];
  const { run, stderr, project } = createLoopContext({
    terminal: true,
    project: handedOff,
    answers,
  });
  await run("decide");
  expect(stderr()).toContain('"clear" could be said about anything.');
  expect(project().answers.decide?.learned).toMatchObject({
    text: "A renamed column went unnoticed.",
  });
});
