import { expect, test } from "vitest";
import { runStatus } from "../../../src/commands/status.ts";
import { currentAnswers, openRun, recordAnswers } from "../../../src/domain/progress/run.ts";
import {
  createLoopContext,
  library,
  progressWith,
  projectAfter,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { noon } from "../../helpers/samples.ts";

const [checklist] = library.checklists;
const project = projectAfter("spec", "brief", "review", "handoff");
const words = [
  { type: "9 minutes" },
  { choose: "keep" },
  { type: "Every value matched in 3 weeks." },
  { type: "A renamed column went unnoticed." },
] as const;
const QUESTION = "Update your reality check?";
const ITEMS = ["problem", "slice", "spec", "review"];
/** What a person wrote, and the linter has nothing to ask about. */
const FITTING = ["problem", "review"];

/** Progress in which every item of the reality check has this answer. */
function answerAll(answer: "yes" | "partly") {
  if (!checklist) throw new Error("There is no checklist.");
  const given = Object.fromEntries(checklist.items.map(({ id }) => [id, { answer }]));
  const run = openRun(checklist, { now: noon(1), id: "run-1" });
  return recordAnswers(progressWith(project), checklist, run, given, noon(1));
}

function answersIn(progress: ReturnType<typeof progressWith>) {
  return currentAnswers(progress, { id: checklist?.id ?? "" });
}

test("the end of a project offers to update the items that it shows", async () => {
  const answers = [...words, { mark: ITEMS, startsOn: FITTING, asked: QUESTION }];
  const saved = answerAll("partly");
  const { run, read, stderr, context, stdout } = createLoopContext({
    ...{ terminal: true, saved, answers },
  });
  await run("decide");
  expect(stderr()).toContain("I checked the agent's first pass against my checks");
  const after = answersIn(read());
  expect(after.review).toMatchObject({ answer: "yes" });
  expect(after.review?.evidence).toMatch(/^An export with last year.* \(Shown by the project/);
  expect(after.slice).toMatchObject({
    answer: "yes",
    evidence: 'Shown by the project "Monday report".',
  });
  // Nobody has replied, so nothing shows that an engineer saw it.
  expect(after.engineer).toMatchObject({ answer: "partly" });
  expect(stderr()).toContain("Next: builder-pm practice ");
  const next = /Next: (builder-pm practice \S+)\s/.exec(stderr())?.[1];
  await runStatus(context);
  expect(stdout().slice(stdout().lastIndexOf("  Next\n"))).toContain(`    ${next}\n`);
});

test("says where the evidence is from", async () => {
  const answers: ScriptedAnswer[] = [...words, { mark: [] }];
  const { run, stderr } = createLoopContext({
    terminal: true,
    saved: answerAll("partly"),
    answers,
  });
  await run("decide");
  const shown = stderr().replace(/\s+/g, " ");
  expect(shown).toContain(
    'You answered "What did you try that the agent didn\'t suggest, and what happened?": An ' +
      "export with last year's dates.",
  );
  expect(shown).toContain("You logged no pass, so nothing says how long it took.");
});

test("doesn't tick an answer that is no evidence for its item, and says why", async () => {
  const tried = { tried: "It built a dashboard nobody asked for" };
  const odd = takeStep(project, "review", tried, 6);
  const saved = { ...answerAll("partly"), projects: [odd] };
  const answers: ScriptedAnswer[] = [...words, { mark: [], startsOn: ["problem"] }];
  const { run, stderr } = createLoopContext({ terminal: true, saved, answers });
  await run("decide");
  const shown = stderr().replace(/\s+/g, " ");
  expect(shown).toContain('Note: "It built a dashboard nobody asked for" may be true, but');
});

test("updates only the items that stay ticked", async () => {
  const answers: ScriptedAnswer[] = [...words, { mark: ["review"] }];
  const { run, read } = createLoopContext({ terminal: true, saved: answerAll("partly"), answers });
  await run("decide");
  const after = answersIn(read());
  expect(after.review).toMatchObject({ answer: "yes" });
  expect(after.slice).toMatchObject({ answer: "partly" });
});

test("leaving the items as they are changes nothing", async () => {
  const answers = [...words, { mark: [] }];
  const saved = answerAll("partly");
  const { run, read } = createLoopContext({ terminal: true, saved, answers });
  await run("decide");
  expect(read().runs).toEqual(saved.runs);
});

/** The same with a new check in which only the first item is answered. */
function checkAgain(saved: ReturnType<typeof answerAll>) {
  if (!checklist) throw new Error("There is no checklist.");
  const run = openRun(checklist, { now: noon(2), id: "run-2" });
  return recordAnswers(saved, checklist, run, { slice: { answer: "partly" } }, noon(2));
}

test("updating the items finishes a check that was begun again before", async () => {
  const answers: ScriptedAnswer[] = [...words, { mark: ["review"] }];
  const saved = checkAgain(answerAll("partly"));
  const { run, read, stderr, context, stdout } = createLoopContext({
    ...{ terminal: true, saved, answers },
  });
  await run("decide");
  expect(stderr()).toContain("Your reality check is up to date.");
  expect(stderr()).not.toContain("continue where you stopped");
  const { engineer, review } = answersIn(read());
  expect([engineer?.answer, review?.answer]).toEqual(["partly", "yes"]);
  await runStatus(context);
  expect(stdout()).not.toContain("begun to check again");
});

test("a check begun again is named as such, and stays open if nothing is updated", async () => {
  const answers: ScriptedAnswer[] = [...words, { mark: [] }];
  const saved = checkAgain(answerAll("partly"));
  const { run, stderr, context, stdout } = createLoopContext({ terminal: true, saved, answers });
  await run("decide");
  expect(stderr()).toContain("1 of 5 answered anew; continue where you stopped");
  await runStatus(context);
  expect(stdout()).toContain("You've begun to check again: 1 of 5 answered anew.");
});

test("a first check that isn't finished is named as open after an update", async () => {
  if (!checklist) throw new Error("There is no checklist.");
  const open = openRun(checklist, { now: noon(1), id: "run-1" });
  const given = { problem: { answer: "partly" as const } };
  const saved = recordAnswers(progressWith(project), checklist, open, given, noon(1));
  const answers: ScriptedAnswer[] = [...words, { mark: ["problem"] }];
  const { run, stderr } = createLoopContext({ terminal: true, saved, answers });
  await run("decide");
  expect(stderr()).toContain("Saved in your reality check, which still has open questions.");
});

test.each([
  { name: "the items are answered with yes", saved: answerAll("yes"), terminal: true },
  { name: "nobody has taken the check", saved: progressWith(project), terminal: true },
])("offers nothing if $name", async ({ saved, terminal }) => {
  const { run, stderr } = createLoopContext({ terminal, saved, answers: [...words] });
  await run("decide");
  expect(stderr()).not.toContain("This project shows something");
});

test("offers nothing in a script", async () => {
  const { run, stderr } = createLoopContext({ saved: answerAll("partly") });
  await run("decide", { answer: ["verdict=keep", "because=b", "learned=l"] });
  expect(stderr()).not.toContain("This project shows something");
});
