import { expect, test } from "vitest";
import { parseAnswersFile } from "../../../src/commands/step/named-answers.ts";
import { createLoopContext, newProject, projectAfter, stepOf } from "../../helpers/loop.ts";

const written = projectAfter("spec");
const briefed = projectAfter("spec", "brief");

test("a rejected call prints the error and no lint findings", async () => {
  const { run, stderr } = createLoopContext({ project: newProject() });
  const vague = run("spec", { answer: ["checks=The report loads fast.", "chekcs=x"] });
  await expect(vague).rejects.toThrow('The step "spec" has no question "chekcs".');
  expect(stderr()).toBe("");
});

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
    message: '"mett" isn\'t an answer to "Verdict". Nothing was saved.',
    fix: /^Did you mean met\? Use met, not-met or cannot-tell\.$/,
  },
  {
    step: "review",
    answer: ["verdict=met"],
    project: briefed,
    fix: /^Say which one, for example: verdict\.1$/,
    message: '"Verdict" is asked once for each of 3 entries.',
  },
  {
    step: "review",
    answer: ["verdict.4=met"],
    project: briefed,
    fix: /^Use a number from 1 to 3\.$/,
    message: "There is no C4. The list has 3 entries.",
  },
  {
    step: "review",
    answer: ["verdict.1=met", "cause.1=spec-gap"],
    project: briefed,
    message: '"Cause (C1)" isn\'t asked here.',
    fix: /^It is asked when Verdict \(C1\) is "Not met"\.$/,
  },
  {
    step: "spec",
    answer: ["checks.4=One more"],
    project: written,
    fix: /add one, use: builder-pm spec --redo checks$/,
    message: '"Checks" has no line 4. The list has 3 entries.',
  },
  {
    step: "spec",
    answer: ["problem"],
    project: written,
    fix: /--answer question=text/,
    message: '"problem" doesn\'t say which question it answers.',
  },
  {
    step: "spec",
    answer: ["problem=a", "problem=b"],
    project: written,
    fix: /^Use it only once\.$/,
    message: '"Problem" takes one answer. Nothing was saved.',
  },
  {
    step: "spec",
    answer: ["checks.2=New"],
    project: briefed,
    fix: /^Add: --because "\.\.\."$/,
    message: 'The brief is written, so a change to "Checks" needs a reason. Nothing was saved.',
  },
  {
    step: "spec",
    answer: ["checks.2=New"],
    because: "  ",
    project: briefed,
    fix: /^Add: --because/,
    message: 'The brief is written, so a change to "Checks" needs a reason. Nothing was saved.',
  },
  {
    step: "brief",
    answer: ["prediction=4"],
    project: written,
    fix: /^Enter a whole number, from 0 to 3\.$/,
    message: '"4" isn\'t an answer to "Prediction". Nothing was saved.',
  },
])(
  "rejects $step $answer with 2 and changes no byte",
  async ({ step, answer, project, message, fix, ...more }) => {
    const { run, bytes } = createLoopContext({ project });
    const before = bytes();
    // All answers are checked before any is saved, so a valid one before an invalid one isn't
    // saved.
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
  { text: "[1]", message: /must contain one JSON object with your answers/ },
  { text: '"problem"', message: /must contain one JSON object with your answers/ },
  { text: "{", message: /isn't valid JSON \(line 1, column 2\): the end is missing\. Nothing/ },
  { text: " \u200b\n", message: /^"answers\.json" is empty\. Nothing was saved\.$/ },
  { text: '{"problem": {"deep": 1}}', message: /"problem" must be text or a list of texts/ },
  { text: '{"problem": null}', message: /"problem" must be text or a list of texts/ },
])("rejects the file $text with 2", ({ text, message }) => {
  expect(() => parseAnswersFile(text, "answers.json", stepOf("spec"))).toThrow(
    expect.objectContaining({ message: expect.stringMatching(message), exitCode: 2 }),
  );
});

test("rejects --print with answers", async () => {
  const { run, bytes } = createLoopContext({ project: written });
  const before = bytes();
  await expect(run("spec", { print: true, answer: ["problem=x"] })).rejects.toMatchObject({
    exitCode: 2,
  });
  expect(bytes()).toBe(before);
});

test.each(["2 of 5", "4", "-1", "a few"])(
  "rejects the prediction %j when there are 3 checks",
  async (text) => {
    const { run } = createLoopContext({ project: projectAfter("spec") });
    await expect(run("brief", { answer: [`prediction=${text}`] })).rejects.toMatchObject({
      exitCode: 2,
      fix: "Enter a whole number, from 0 to 3.",
    });
  },
);

test("says which checks there are where --redo names another one", async () => {
  const { run } = createLoopContext({ project: projectAfter("spec", "brief"), terminal: true });
  await expect(run("review", { redo: "C9" })).rejects.toMatchObject({
    message: "There is no check C9.",
    fix: "Use C1, C2 or C3.",
    exitCode: 2,
  });
});
