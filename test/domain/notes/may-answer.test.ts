import { expect, test } from "vitest";
import { mayAnswer } from "../../../src/domain/notes/may-answer.ts";
import { stepOf } from "../../helpers/loop.ts";
import { readAnswersByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");

test.each([
  ["takes me about 55 min each time, 420 labels", ["problem", "evidence"]],
  ["14 Oct: the same button, found by a customer", ["evidence"]],
  ["half a day at most", ["stop"]],
  ["Budget 4 days", ["stop"]],
  ["maybe later: a screenshot of each button?", ["not-building"]],
  ["no menus with pictures, they know what they want", ["not-building"]],
  ["widest label per button is in limits.csv (key, max_chars)", ["constraints"]],
  ["names and phone numbers of the managers are there", ["constraints"]],
  ["wish: a script that finds what is too long", ["path"]],
  ["one command, I get a list of labels that are too long", ["path"]],
  ["It should be fast and easy to use", ["checks"]],
  ["placeholders make it hard, they get longer when filled in", ["edges"]],
  ["if someone texts twice the last one counts", ["edges"]],
  ["decide: keep running interviews, or only do EU", ["bet"]],
  ["Lena writes it up, Tom builds", []],
  ["ask Marek about the gateway, he must know", []],
])("offers %j only where its form may fit", (line, ids) => {
  const fitting = questions.filter((question) => mayAnswer(question, line));
  expect(fitting.map(({ id }) => id)).toEqual(ids);
});

test("offers an idea for later that asks, and no line that fits nowhere", () => {
  const lines = ["Labels", "", "maybe later: a screenshot of each?", "Lena writes it up in May"];
  expect(readAnswersByRules(lines.join("\n"), questions).offered).toEqual([
    "maybe later: a screenshot of each?",
  ]);
});

test("names the lines that a text was joined from", () => {
  const lines = ["## Problem", "- Clerks retype orders by hand.", "- They lose some each week"];
  const { pieces } = readAnswersByRules(lines.join("\n"), questions);
  expect(pieces.get("problem")).toEqual([
    "Clerks retype orders by hand.",
    "They lose some each week",
  ]);
});
