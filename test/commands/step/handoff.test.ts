import { join } from "node:path";
import { expect, test } from "vitest";
import { findAnswer, type SavedValue } from "../../../src/domain/project/project.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");
const handedOff = projectAfter("spec", "brief", "review", "handoff");

test("handoff offers editable drafts from unclear checks and red flags", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "Mira" },
    { type: "", hint: 'Press Enter to answer "Nothing". Type < to go back' },
    { mark: ["2"] },
    { type: "2: Does C3 need a real Monday?" },
    { type: "-3" },
    { type: "" },
  ];
  const { run, stdout, stderr } = createLoopContext({ terminal: true, project: reviewed, answers });
  await run("handoff");
  expect(stderr().replace(/\s+/g, " ")).toContain("2. C3: I couldn't tell. How could I find out?");
  expect(stderr()).toMatch(/3\. It uses my own login, or an admin's\. Is that a problem\s+here\?/);
  expect(stdout()).toContain("\n- Does C3 need a real Monday?\n");
  expect(stdout()).toContain("## What's faked\n\nNothing\n");
  expect(stdout()).not.toContain("Owner:");
  expect(stderr()).toContain(
    "\n\nTo save this page as a file: builder-pm handoff --print > HANDOFF.md\n",
  );
});

test("doesn't say how to save a page that was just written to a file", async () => {
  const { stderr, run } = createLoopContext({ terminal: true, project: reviewed });
  const answer = Object.entries(sampleAnswers.handoff ?? {}).flatMap(([name, value]) =>
    [value].flat().map((text) => `${name}=${text}`),
  );
  await run("handoff", { answer, output: join(createTempFolder(), "HANDOFF.md") });
  expect(stderr()).toContain("Written to ");
  expect(stderr()).not.toContain("To save this page");
});

test("the answers that say what becomes of it have labels in a later round", async () => {
  const kept = takeStep(reviewed, "handoff", {
    ...{ ...sampleAnswers.handoff, status: "reference", "not-asking": "A review." },
    ...{ owner: "Priya", expiry: "2026-12-31" },
  });
  const decided = takeStep(kept, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const again = ["brief", "review"].reduce(
    (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}, 9),
    decided,
  );
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: again,
    answers: [{ mark: [] }],
  });
  await run("handoff");
  expect(stderr()).toMatch(
    /\n {2}Not asking for\s+- A review\.\s+Owner\s+- Priya\s+Shut down by\s+- Dec/,
  );
});

test("only a page for oneself names the rule that an answer was kept in spite of", async () => {
  const marked = { ...findAnswer(handedOff, "spec.problem"), marks: ["missing-actor"] };
  const answers = {
    ...handedOff.answers,
    spec: { ...handedOff.answers.spec, problem: marked as SavedValue },
  };
  const { run, stdout } = createLoopContext({ project: { ...handedOff, answers } });
  await run("handoff", { print: true });
  expect(stdout()).not.toContain("worth a second look");
  await run("spec", { print: true });
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(
    "(your wording; worth a second look: a cost with no person)",
  );
});

test("a page printed again says what became of the bet", async () => {
  const decision = { ...sampleAnswers.decide, verdict: "revise", result: "12 minutes" };
  const second = takeStep(handedOff, "decide", decision);
  const again = takeStep(takeStep(second, "brief", { prediction: 3 }), "review", {
    ...sampleAnswers.review,
  });
  const kept = takeStep(takeStep(again, "handoff", { engineer: "Mira", faked: ["x"] }), "decide", {
    ...sampleAnswers.decide,
    result: "9 minutes",
  });
  const { run, stdout } = createLoopContext({ project: handedOff });
  await run("handoff", { print: true });
  expect(stdout()).not.toContain("The number now");
  const later = createLoopContext({ project: kept });
  await later.run("handoff", { print: true });
  expect(later.stdout()).toContain(
    "After the previous round: 12 minutes\n\nThe number now: 9 minutes\n",
  );
});

test("asks for an owner and an end date only if it isn't throwaway", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "Mira" },
    { type: "The rate" },
    { type: "" },
    { mark: ["3"] },
    { choose: "candidate", startsOn: "throwaway" },
    { type: "No code review." },
    { type: "Tomas" },
    { type: "before the holidays" },
    { type: "2020-01-01" },
    { type: "Dec 18" },
  ];
  const { run, stdout, stderr } = createLoopContext({ terminal: true, project: reviewed, answers });
  await run("handoff");
  expect(stderr()).toContain('"before the holidays" isn\'t a date.');
  expect(stderr()).toContain('"2020-01-01" is in the past. Write a day from today on.');
  expect(stdout()).toMatch(
    /What I'm not asking for: No code review\.\n\nOwner: Tomas\n\nShut down by: Dec 18, 2026/,
  );
  await run("handoff", { answer: ["status=throwaway"] });
  expect(stdout().split("# Monday report: handoff")[2]).not.toMatch(/Tomas|Dec 18, 2026/);
});

test("asks for them at once when the status is changed later", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "candidate", startsOn: "throwaway" },
    { type: "No code review." },
    { type: "Tomas" },
    { type: "Dec 18" },
  ];
  const project = takeStep(reviewed, "handoff", sampleAnswers.handoff ?? {}, 10);
  const { run, stdout } = createLoopContext({ terminal: true, project, answers });
  await run("handoff", { redo: "status" });
  expect(stdout()).toContain("Owner: Tomas\n\nShut down by: Dec 18, 2026");
});

test("a script can't shut it down in the past, but may keep a day that has passed", async () => {
  const saved = { status: "reference", "not-asking": "A review.", owner: "Priya" };
  const early = takeStep(reviewed, "handoff", { ...saved, expiry: "2026-11-20" }, 10);
  const { run, bytes, project } = createLoopContext({ project: early });
  const before = bytes();
  await expect(run("handoff", { answer: ["expiry=2026-11-21"] })).rejects.toMatchObject({
    message: expect.stringContaining('"2026-11-21" is in the past.'),
    exitCode: 2,
  });
  expect(bytes()).toBe(before);
  await run("handoff", { answer: ["expiry=Nov 20, 2026", "owner=Tomas"] });
  await run("handoff", { answer: ["expiry=2026-11-22"] });
  expect(findAnswer(project(), "handoff.expiry")).toMatchObject({ text: "2026-11-22" });
});

test("stopping before the reply is typed doesn't say that answers are saved", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: handedOff,
    answers: ["stop"],
  });
  const stopped = run("handoff", { redo: "reply" });
  await expect(stopped).rejects.toMatchObject({ exitCode: 130 });
  const said = `${stderr()} ${await stopped.catch((error: Error) => error.message)}`;
  expect(said).toContain(
    "Stopped. Nothing was changed. To continue: builder-pm handoff --redo reply",
  );
  expect(said).not.toContain("answers are saved");
});

test("an ended project accepts a reply and rejects any other answer", async () => {
  const closed = projectAfter("spec", "brief", "review", "handoff", "decide");
  const { run, stdout, stderr, project, bytes } = createLoopContext({ project: closed });
  await run("handoff", { answer: ["reply=Mira, 30 November: join on shop and number."] });
  expect(stdout()).toContain("## Engineer's reply\n\nMira, 30 November: join on shop and number.");
  expect(stderr()).toContain('"Monday report" (script) is finished.');
  expect(project().closed).toEqual(closed.closed);
  const before = bytes();
  for (const options of [{ answer: ["faked=x"] }, { redo: "faked" }]) {
    await expect(run("handoff", options)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^"Monday report" \(script\) is finished, so "Faked" can't be changed/,
      ),
    });
  }
  expect(bytes()).toBe(before);
});

test("handoff says once how to add the reply, by the name of the question", async () => {
  const open = { ...newProject(), id: "other", uid: "uid-2" };
  const { run, stderr } = createLoopContext({ saved: progressWith(reviewed, open) });
  await run("handoff", { answer: ["engineer=Mira", "faked=The rate"], project: reviewed.id });
  expect(stderr()).toContain(
    "What did the engineer say? Add it any day: builder-pm handoff --redo reply --project script\n",
  );
  const before = stderr().length;
  await run("handoff", { answer: ["faked=Two rates"], project: reviewed.id });
  expect(stderr().slice(before)).not.toContain("Add it any day");
});
