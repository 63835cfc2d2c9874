import { expect, test } from "vitest";
import {
  nameAnswerInFlags,
  nameInFlags,
  readQuestionName,
} from "../../../src/domain/library/question-name.ts";
import { stepOf, steps } from "../../helpers/loop.ts";

test.each([
  ["spec", "path", "path"],
  ["spec", "What it does", "path"],
  ["spec", "what it does?", "path"],
  ["spec", "edge-cases", "edges"],
  ["spec", "Edge cases.2", "edges.2"],
  ["spec", "What goes in, what happens, what comes out?", "path"],
  ["spec", "C2", "checks.2"],
  ["review", "C2", "verdict.2"],
  ["review", "What I saw.3", "saw.3"],
  ["review", "Built but not asked for", "unasked"],
  ["review", "Built", "Built"],
  ["decide", "C2", "C2"],
  ["spec", "engineer", "engineer"],
  ["spec", "", ""],
])("in %s, %j names %j", (step, typed, name) => {
  expect(readQuestionName(steps, stepOf(step), typed)).toBe(name);
});

test("every question is found by the name that commands show", () => {
  const wrong = steps.flatMap((step) =>
    step.questions.flatMap((question) => {
      const shown = nameInFlags(question);
      return readQuestionName(steps, step, shown) === question.id ? [] : [shown];
    }),
  );
  expect(wrong).toEqual([]);
});

test("a name in a command is the label unless that is the same word", () => {
  expect(nameAnswerInFlags(stepOf("review"), "saw.2")).toBe("What I saw.2");
  expect(nameAnswerInFlags(stepOf("review"), "red-flags")).toBe("red-flags");
  expect(nameAnswerInFlags(stepOf("review"), "unknown")).toBe("unknown");
});
