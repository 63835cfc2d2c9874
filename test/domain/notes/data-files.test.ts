import { expect, test } from "vitest";
import { stepOf } from "../../helpers/loop.ts";
import { readAnswersByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");
const read = (text: string) => Object.fromEntries(readAnswersByRules(text, questions).filled);

const described = "tickets.csv: 214 rows, columns id, created, tag";

test.each([
  ["Files", "- ", ""],
  ["Input files", "* ", ""],
  ["Sample data", "", ""],
  ["Data", "- ", ""],
  ["Data", "", " It is from May."],
  ["Attachments", "- ", ""],
  ["Data sources", "1. ", ""],
  ["A heading nobody knows", "- ", ""],
])("takes a file below %j for what may be used", (heading, mark, more) => {
  const line = `${described}${more}`;
  expect(read(`# Tags\n\n## ${heading}\n\n${mark}${line}\n`)).toEqual({ constraints: [line] });
});

test.each([
  [
    "Data: tickets.csv (214 rows, columns id and tag)",
    "tickets.csv (214 rows, columns id and tag)",
  ],
  ["Attached: tickets.csv", "tickets.csv"],
  ["I have the export as tickets.xlsx, with the columns id and tag.", undefined],
  ["The file `tickets.csv` has one row per ticket.", undefined],
])("takes %j for what may be used, without any heading", (line, constraint = line) => {
  expect(read(`Hi all\n\n${line}\n`)).toEqual({ constraints: [constraint] });
});

test.each([
  ["a list", "- tickets.csv\n  - id, created\n  - 214 rows", "tickets.csv: id, created; 214 rows"],
  ["a list below a label", "- tickets.csv:\n  - id, tag", "tickets.csv: id, tag"],
  ["a heading", "### tickets.csv\n\nOne row per ticket.", "tickets.csv: One row per ticket."],
  ["a bold line", "**tickets.csv**\n- id, tag", "tickets.csv: id, tag"],
  ["a heading alone", "### tickets.csv", "tickets.csv"],
  ["a table", "| file | columns |\n|---|---|\n| tickets.csv | id, tag |", "tickets.csv: id, tag"],
])("joins the name of a file with what stands below it: %s", (_, text, line) => {
  expect(read(`# Tags\n\n## Files\n\n${text}\n`)).toEqual({ constraints: [line] });
});

test("takes the next file in a list of attachments for another one, and no picture", () => {
  const { filled, others } = readAnswersByRules(
    "# Tags\n\n## Attachments\nscreen.png 118 kB\ntickets.csv 12 kB\nteams.csv\n",
    questions,
  );
  expect(Object.fromEntries(filled)).toEqual({ constraints: ["tickets.csv 12 kB", "teams.csv"] });
  expect(others).toEqual([{ line: 4, text: "screen.png 118 kB" }]);
});

test.each([
  ["what it does", "## How it works\n\nReads tickets.csv, one row per tag.", "path"],
  ["a case", "## Edge cases\n\n- tickets.csv: has no rows, it says so", "edges"],
  ["a check", "## Acceptance criteria\n\n- counts.csv has one row per tag", "checks"],
  ["what isn't built", "## Out of scope\n\n- teams.csv", "not-building"],
  ["how things are", "## Problem\n\nThe file tickets.csv has rows that Kim mixes up.", "problem"],
])("leaves a file where a heading says what it is for: %s", (_, text, question) => {
  expect(Object.keys(read(`# Tags\n\n${text}\n`))).toEqual([question]);
});

test("leaves figures below a heading about data as evidence", () => {
  expect(read("# Tags\n\n## Data\n\nIn May, 42 of 120 tickets had no tag.\n")).toEqual({
    evidence: ["In May, 42 of 120 tickets had no tag."],
  });
});

test("leaves an open question about a file without a place", () => {
  expect(read("# Tags\n\n## Files\n\n- tickets.csv: may we use all columns?\n")).toEqual({});
});
