import { expect, test } from "vitest";
import { renderExample, renderQuestion } from "../../src/render/text/question.ts";
import { createTheme } from "../../src/render/theme.ts";
import { answered, checklistOf } from "../helpers/samples.ts";
import { show } from "../helpers/snapshot.ts";

const theme = createTheme({ color: false });
const narrow = { theme, width: 40 };
const wide = { theme, width: 100 };

const evidence = "14 of our 30 agents copy order numbers by hand, \u6d4b\u8bd5 included.";
const answers = { problem: answered("yes", { evidence }) };
const [item] = checklistOf("problem").items;
if (!item) throw new Error("the sample checklist has no item");

test("renders a question and the example of a good answer", () => {
  const question = { item, number: 1, total: 3, before: answers.problem };
  expect(show(renderQuestion(question, narrow))).toMatchInlineSnapshot(`
    "|
    |  Question 1 of 3: problem
    |
    |  The problem is clear.
    |
    |  Think of the problem.
    |
    |  Your last answer: yes, "14 of our 30
    |  agents copy order numbers by hand,
    |  测试 included."
    |
    |"
  `);
  expect(show(renderQuestion({ ...question, before: undefined }, wide))).toMatchInlineSnapshot(`
    "|
    |  Question 1 of 3: problem
    |
    |  The problem is clear.
    |
    |  Think of the problem.
    |
    |"
  `);
  expect(show(renderExample(item, narrow))).toMatchInlineSnapshot(`
    "|
    |  What this looks like
    |
    |  Good:       A problem with a date.
    |
    |  Too vague:  "Some problem."
    |
    |"
  `);
});
