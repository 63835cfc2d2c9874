import { expect, test } from "vitest";
import { readNoteAnswers } from "../../../src/domain/notes/note-answers.ts";
import { stepOf } from "../../helpers/loop.ts";

const { questions } = stepOf("spec");

/** Reads notes as the program does: with the rules and with what was learned. */
const readAsProgram = (...lines: string[]) => readNoteAnswers(lines.join("\n"), questions);

const PROBLEM =
  "Each Friday Omar reads 120 cancellation notes and sorts them by hand. On June 5 it took 95 " +
  "minutes.";

test("keeps figures below the name of the problem as the problem", () => {
  const lines = [
    "# Churn themes",
    "",
    "## Problem",
    PROBLEM,
    "",
    "## Goal",
    "From 95 minutes to 15",
  ];
  const { filled, others } = readAsProgram(...lines);
  expect(filled.get("problem")).toEqual([PROBLEM]);
  expect(others).toEqual([]);
});

test("doesn't add a paragraph after a list to the list", () => {
  const cases = ['Empty file: shows "No notes"', "Non-English notes: listed under Other"];
  const after = "Random: ask Lia about naming.";
  const { filled, others } = readAsProgram(
    ...["# Churn themes", "", "## Edge cases", ...cases.map((line) => `- ${line}`), "", after],
  );
  expect(filled.get("edges")).toEqual(cases);
  expect(others.map(({ text }) => text)).toEqual([after]);
});

test("takes all lines of a list for what its title says", () => {
  const checks = [
    "The import should be user-friendly and fast",
    'With an empty file, it says "No rows"',
    "Works well for most users",
    "The export finishes in 5 seconds or less for 1,000 rows",
  ];
  const list = ["# Onboarding checks", "", ...checks.map((line) => `- ${line}`)];
  const { title, filled } = readAsProgram(...list);
  expect(title).toBe("Onboarding checks");
  expect(filled.get("checks")).toEqual(checks);
  expect(readAsProgram(...list, "", "We talk on Monday.").filled.get("checks")).toHaveLength(1);
});

test("keeps a paragraph of three wrapped lines whole, whatever each of them says", () => {
  const lines = [
    "Sales told me on Tuesday that three customers lapsed in Q3 because nobody",
    "called them before the contract ended. Dana keeps a spreadsheet of 214",
    "contracts and scans it by eye every Monday, about 50 minutes.",
  ];
  const { filled, others } = readAsProgram("# Renewals", "", ...lines);
  const texts = [...[...filled.values()].flat(), ...others.map(({ text }) => text)];
  expect(texts).toEqual([lines.join(" ")]);
});
