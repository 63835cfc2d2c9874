import { expect, test } from "vitest";
import { stepOf } from "../../helpers/loop.ts";
import { readAnswersByRules, readNotesByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");

const filledFrom = (...lines: string[]) =>
  Object.fromEntries(readAnswersByRules(lines.join("\n"), questions).filled);

test("offers what stands below a heading that says one thing and its lines another", () => {
  const text = [
    "# Bins",
    "",
    "### What the vendor says",
    "",
    "- the short list appears within 5 minutes",
    "- the end of shift list adds up to the scanner log",
  ].join("\n");
  const { filled, offered } = readAnswersByRules(text, questions);
  expect([...filled.keys()]).toEqual([]);
  expect(offered).toHaveLength(2);
});

test("trusts such a heading where a line below has the form of its question", () => {
  const lines = ["# Bins", "", "## Autumn outcomes", "", "- Cut mails from 40 a day to 12"];
  expect(filledFrom(...lines)).toEqual({ bet: ["Cut mails from 40 a day to 12"] });
  expect(filledFrom(...lines.slice(0, 4), "- Nobody waits longer than now")).toEqual({});
});

test("doesn't take a part of a section for the same as the section", () => {
  const text = filledFrom(
    "# Corrections",
    "",
    "## What hurts",
    "",
    "Readers write in and never hear back.",
    "",
    "- \u25b6 Travels of a correction",
    "    - Reader marks the sentence",
    "    - Editor fixes it or says no",
    "- \u25b6 Who's in the loop",
    "    - Claire and Bo",
  );
  expect(text).toEqual({ problem: ["Readers write in and never hear back."] });
});

test("leaves one line out whose form is that of another question", () => {
  const cases = ["- Same box twice: it counts once", "- A label that won't scan"];
  const lines = ["# Bins", "", "## Odd things that happen", "", ...cases];
  expect(filledFrom(...lines, "- The total is the same as on the paper list")).toEqual({
    edges: ["Same box twice: it counts once", "A label that won't scan"],
  });
});

test("reads what comes after when as a check, and never as something seen", () => {
  const lines = ["# Bins", "", "### I'll buy that when", "", "- the short list loads in 5 minutes"];
  expect(filledFrom(...lines).evidence).toBeUndefined();
});

test("reads what happens at the moment as what hurts", () => {
  const hurts = "A wall with cards shows the state, and the desk walks over to look.";
  expect(filledFrom("# Bikes", "", "## What's going on at the moment", "", hurts)).toEqual({
    problem: [hurts],
  });
});

test.each([
  "I must not forget the scanner",
  "Finance says the budget is gone",
  "Security wants a room in January",
  "The contract must be signed first",
  "Already talked to Bo -> they will look at it",
  "No answer from legal yet - asked again on Monday",
  "If the demo is cancelled, call me",
  "Not about us: the Leeds office has the same sheet",
  "I don't want to talk to the vendor again",
  "On Friday we stop at noon",
  "Retention goes from 30 to 90 days",
  "The build takes under 5 minutes",
  "would be cool: everyone texts one number what they want before 8",
  "Special cases I can think of: somebody leaves with a key on Friday; a badge is lost",
])("takes %j for no answer", (line) => {
  const read = readNotesByRules(
    `Thing for the shop\n\nok here goes\n\n${line}\n\nbla bla\n`,
    questions,
  );
  expect([...read.answers.keys()]).toEqual([]);
});
