import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAnswers, parseAnswersFile } from "../../../src/commands/step/named-answers.ts";
import {
  createLoopContext,
  eachAt,
  entriesAt,
  newProject,
  projectAfter,
  sampleAnswers,
  sampleChecks,
  stepOf,
  takeStep,
} from "../../helpers/loop.ts";

const closed = projectAfter("spec", "brief", "review", "handoff", "decide");

test("answers by flags are saved, what is open is named, and nothing is printed on stdout", async () => {
  const { run, project, stdout, stderr } = createLoopContext({ project: newProject() });
  await run("spec", {
    answer: ["problem= Priya joins 2 files ", "checks=One", "checks=Two", "checks=Three"],
  });
  expect(project().answers.spec).toMatchObject({
    problem: { text: "Priya joins 2 files" },
    checks: { entries: [{ text: "One" }, { text: "Two" }, {}] },
  });
  expect(stdout()).toBe("");
  expect(stderr()).toBe(
    'Saved with the project "script". Still open: evidence, bet, path, not-building, constraints, edges, engineer and stop.\n' +
      "Next: builder-pm spec (2 of 10 questions answered)\n",
  );
});

test("a file holds lists, numbers and one verdict for each check; a flag beside it wins", async () => {
  const { run, project, home, stdout } = createLoopContext({
    project: projectAfter("spec", "brief"),
  });
  const file = join(home, "review.json");
  writeFileSync(file, `\uFEFF${JSON.stringify(sampleAnswers.review)}`);
  await run("review", { answers: file, answer: ["verdict.3=met"] });
  expect(eachAt(project(), "review.verdict").map(({ text }) => text)).toEqual([
    "met",
    "not-met",
    "met",
  ]);
  expect(stdout()).toContain("3 of 3 expected to be met. The review found 2.");
});

test("a refused call says only what is wrong, and nothing about the lines it did not save", async () => {
  const { run, stderr } = createLoopContext({ project: newProject() });
  const vague = run("spec", { answer: ["checks=The report loads fast.", "chekcs=x"] });
  await expect(vague).rejects.toThrow('The step "spec" has no question "chekcs".');
  expect(stderr()).toBe("");
});

test("in a file a number is a number, yes and no are words, and null leaves an entry of an array out", () => {
  const text = '{"faked": ["a", 2], "status": true, "questions": []}';
  expect([...parseAnswersFile(text, "-", stepOf("handoff"))]).toEqual([
    ["faked", ["a", "2"]],
    ["status", ["yes"]],
    ["questions", []],
  ]);
  const review = parseAnswersFile(
    '{"cause": [null, "spec-gap"], "verdict.2": "met"}',
    "-",
    stepOf("review"),
  );
  expect([...review.keys()]).toEqual(["cause.2", "verdict.2"]);
});

test("the text of a flag may hold =, and a name that comes again adds a line", () => {
  expect([...parseAnswers(["bet=a=b", "edges=x", "edges=y"])]).toEqual([
    ["bet", ["a=b"]],
    ["edges", ["x", "y"]],
  ]);
});

const written = takeStep(newProject(), "spec", sampleAnswers.spec ?? {});
const briefed = projectAfter("spec", "brief");

test.each([
  {
    step: "spec",
    answer: ["cheks=x"],
    project: written,
    message: 'The step "spec" has no question "cheks".',
    fix: /^Did you mean checks\? The questions are problem, evidence,/,
  },
  {
    step: "review",
    answer: ["verdict.1=mett"],
    project: briefed,
    message: '"mett" isn\'t an answer to "verdict". Nothing was saved.',
    fix: /^Did you mean met\? Use met, not-met or cannot-tell\.$/,
  },
  {
    step: "review",
    answer: ["verdict=met"],
    project: briefed,
    fix: /^Name one, as: verdict\.1$/,
    message: 'The question "verdict" is asked for each of 3.',
  },
  {
    step: "review",
    answer: ["verdict.4=met"],
    project: briefed,
    fix: /^Count from 1\.$/,
    message: '"verdict.4" names no entry: there are 3 entries.',
  },
  {
    step: "review",
    answer: ["verdict.1=met", "cause.1=spec-gap"],
    project: briefed,
    message: 'The question "cause.1" is not asked here.',
    fix: /^It is asked when verdict\.1 is not-met\.$/,
  },
  {
    step: "spec",
    answer: ["checks.4=One more"],
    project: written,
    fix: /add one, use: builder-pm spec --redo checks$/,
    message: '"checks.4" names no entry: there are 3 entries.',
  },
  {
    step: "spec",
    answer: ["problem"],
    project: written,
    fix: /--answer question=text/,
    message: '"problem" does not say which question it answers.',
  },
  {
    step: "spec",
    answer: ["problem=a", "problem=b"],
    project: written,
    fix: /^Give it once\.$/,
    message: '"problem" takes one answer. Nothing was saved.',
  },
  {
    step: "spec",
    answer: ["checks.2=New"],
    project: briefed,
    fix: /^Add: --because "\.\.\."$/,
    message: 'The brief is written, so a change to "checks" needs a reason. Nothing was saved.',
  },
  {
    step: "spec",
    answer: ["checks.2=New"],
    because: "  ",
    project: briefed,
    fix: /^Add: --because/,
    message: 'The brief is written, so a change to "checks" needs a reason. Nothing was saved.',
  },
  {
    step: "brief",
    answer: ["prediction=4"],
    project: written,
    fix: /^Give a whole number, from 0 to 3\.$/,
    message: '"4" isn\'t an answer to "prediction". Nothing was saved.',
  },
])(
  "$step $answer is refused with 2 and changes no byte",
  async ({ step, answer, project, message, fix, ...more }) => {
    const { run, bytes } = createLoopContext({ project });
    const before = bytes();
    // A good answer before a bad one: all are checked before any is saved.
    const good = step === "spec" && project === written ? ["evidence=Something new"] : [];
    await expect(run(step, { answer: [...good, ...answer], ...more })).rejects.toMatchObject({
      message,
      fix: expect.stringMatching(fix),
      exitCode: 2,
    });
    expect(bytes()).toBe(before);
  },
);

test.each([
  { text: "[1]", message: /is not one JSON object of answers/ },
  { text: '"problem"', message: /is not one JSON object of answers/ },
  { text: "{", message: /isn't valid JSON \(line 1, column 2\): .* early\. Nothing/ },
  { text: " \u200b\n", message: /^"answers\.json" is empty\. Nothing was saved\.$/ },
  { text: '{"problem": {"deep": 1}}', message: /"problem" is neither text nor a list of texts/ },
  { text: '{"problem": null}', message: /"problem" is neither text nor a list of texts/ },
])("the file $text is refused with 2", ({ text, message }) => {
  expect(() => parseAnswersFile(text, "answers.json", stepOf("spec"))).toThrow(
    expect.objectContaining({ message: expect.stringMatching(message), exitCode: 2 }),
  );
});

test("checks.2 changes one check, keeps its id, and with a reason it is a change after the brief", async () => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("spec", { answer: ["checks.2=It stops."], because: " Too long " });
  const [amendment] = project().amendments;
  expect(amendment).toMatchObject({
    because: "Too long",
    before: { length: 3 },
    after: { 1: "It stops." },
  });
  const ids = (of: typeof briefed) => entriesAt(of, "spec.checks").map(({ id }) => id);
  expect(ids(project())).toEqual(ids(briefed));
});

test("the same text again needs no reason and is no change", async () => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("spec", { answer: [`problem=${sampleAnswers.spec?.problem}`] });
  expect(project().amendments).toEqual([]);
});

test("an empty answer by a flag is kept with a mark, for one entry too", async () => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("review", { answer: ["verdict.1=met", "saw.1=", "tried="] });
  expect(eachAt(project(), "review.saw")[0]).toMatchObject({ text: "", marks: ["empty"] });
  expect(project().answers.review?.tried).toMatchObject({ text: "", marks: ["empty"] });
});

test.each(["spec", "brief", "review", "handoff", "decide"])(
  "%s --print changes nothing and prints the page",
  async (id) => {
    const { run, bytes, stdout } = createLoopContext({ project: closed });
    const before = bytes();
    await run(id, { print: true });
    expect(bytes()).toBe(before);
    expect(stdout()).toContain("Monday report");
  },
);

test("--print with answers is refused, because one of the two would be ignored", async () => {
  const { run, bytes } = createLoopContext({ project: written });
  const before = bytes();
  await expect(run("spec", { print: true, answer: ["problem=x"] })).rejects.toMatchObject({
    exitCode: 2,
  });
  expect(bytes()).toBe(before);
});

test("--json shows every question with its answer, what is open and the next step", async () => {
  const { run, stdout, stderr, bytes } = createLoopContext({
    project: briefed,
    words: ["review", "--json"],
  });
  const before = bytes();
  await run("review", { json: true });
  const state = JSON.parse(stdout());
  expect(state).toMatchObject({
    version: 1,
    step: "review",
    finished: null,
    locked: false,
    project: { id: "script", round: 1 },
    open: ["verdict.1", "saw.1", "verdict.2", "saw.2", "verdict.3", "saw.3", "tried"],
    nextStep: { command: "builder-pm review" },
  });
  expect(state.questions[0]).toEqual({
    id: "verdict.1",
    ask: "Is this check met?",
    type: "select",
    choices: ["met", "not-met", "cannot-tell"],
    for: sampleChecks[0],
    answer: [],
    answered: false,
  });
  expect({ stderr: stderr(), same: bytes() === before }).toEqual({ stderr: "", same: true });
});

test("--json with answers saves them and prints the state alone", async () => {
  const { run, stdout, stderr, project } = createLoopContext({
    project: written,
    words: ["brief", "--json"],
  });
  await run("brief", { json: true, answer: ["prediction=1"] });
  expect(JSON.parse(stdout())).toMatchObject({ finished: expect.any(String), open: [] });
  expect(stderr()).toBe("");
  expect(project().locked).toEqual(["spec"]);
});

test.each(["2 of 3", "2/3", "\uff12", " 2 "])(
  "takes the prediction %j as 2, from a flag and a prompt",
  async (text) => {
    const flag = createLoopContext({ project: projectAfter("spec") });
    await flag.run("brief", { answer: [`prediction=${text}`] });
    expect(flag.project().answers.brief?.prediction).toMatchObject({ text: "2" });
    const prompt = createLoopContext({
      terminal: true,
      project: projectAfter("spec"),
      answers: [{ type: text }],
    });
    await prompt.run("brief");
    expect(prompt.project().answers.brief?.prediction).toMatchObject({ text: "2" });
  },
);

test.each(["2 of 5", "4", "-1", "two"])(
  "refuses the prediction %j when there are 3 checks",
  async (text) => {
    const { run } = createLoopContext({ project: projectAfter("spec") });
    await expect(run("brief", { answer: [`prediction=${text}`] })).rejects.toMatchObject({
      exitCode: 2,
      fix: "Give a whole number, from 0 to 3.",
    });
  },
);
