import { expect, test } from "vitest";
import { readNotes } from "../../../src/domain/notes/read-notes.ts";
import { stepOf } from "../../helpers/loop.ts";

const { questions } = stepOf("spec");

function readRules(notes: string): string[] {
  return (readNotes(notes, questions).answers.get("constraints") ?? []).map(({ text }) => text);
}

test.each([
  ["must not: send anything to parents", "must not: send anything to parents"],
  ["Never: names outside the kitchen", "Never: names outside the kitchen"],
  ["## Must not\n\n- keep names of children", "Must not: keep names of children"],
  ["**Must never:**\n\n- show a phone number", "Must never: show a phone number"],
])("keeps what says no before a rule: %j", (rules, kept) => {
  expect(readRules(`# Lists\n\n${rules}\n`)).toEqual([kept]);
});

test.each(["No names outside the kitchen", "Never show a phone number"])(
  "says no once: %j",
  (rule) => {
    expect(readRules(`# Lists\n\n## Must not\n\n- ${rule}\n`)).toEqual([rule]);
  },
);
