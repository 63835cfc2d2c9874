import { expect, test } from "vitest";
import { textFromHtml } from "../../../src/domain/notes/html.ts";
import { readNoteAnswers } from "../../../src/domain/notes/note-answers.ts";
import { readNotes } from "../../../src/domain/notes/read-notes.ts";
import { stepOf } from "../../helpers/loop.ts";
import { loadKeyedNotes, scoreNotes } from "../../helpers/notes-key.ts";

const { questions } = stepOf("spec");

/** What 30 documents by three authors must reach, who had not seen the matcher. */
const MIN_SHARE = 0.8;

test("places four of five lines of 30 documents, and none wrongly", () => {
  const scores = ["a", "b", "c"]
    .flatMap(loadKeyedNotes)
    .map((document) => scoreNotes(document, readNotes(document.text, questions)));
  const sum = (key: "belong" | "placed") => scores.reduce((total, score) => total + score[key], 0);
  expect(scores).toHaveLength(30);
  expect(scores.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(sum("placed") / sum("belong")).toBeGreaterThanOrEqual(MIN_SHARE);
});

const cases: [name: string, text: string, filled: Record<string, string[]>][] = [
  ["a heading", "## Problem\nClerks retype orders.", { problem: ["Clerks retype orders."] }],
  ["an underlined heading", "Problem\n-------\nClerks retype.", { problem: ["Clerks retype."] }],
  ["a heading of Jira", "h2. Out of scope\n* Maps", { "not-building": ["Maps"] }],
  ["a label", "**Goal:** 42 to 10 minutes", { bet: ["42 to 10 minutes"] }],
  ["a label above a list", "Not doing:\n- maps\n- mail", { "not-building": ["maps", "mail"] }],
  ["a heading of two questions", "## Problem & solution\nClerks retype orders.", {}],
  ["an unknown heading", "## Team\nOps and two engineers", {}],
  ["a negated name", "## No problem here\nAll is well today", {}],
  ["an open question", "## Constraints\n- Who owns the data?", {}],
  ["help text and a placeholder", "## Problem\n_Who has it?_\n\nTBD", {}],
  [
    "lines of a text, which are joined",
    "## Problem\nClerks retype orders\nby hand.\n\n- They lose some",
    { problem: ["Clerks retype orders by hand. They lose some"] },
  ],
  [
    "a scenario, which is one check",
    "Scenario: Empty file\n  Given no rows\n  When it runs\n  Then it says so",
    { checks: ["Empty file: Given no rows When it runs Then it says so"] },
  ],
  [
    "a table",
    "## Edge cases\n| Case | What happens |\n|---|---|\n| No rows | it says so |",
    { edges: ["No rows: it says so"] },
  ],
];

test.each(cases)("reads %s", (_, text, filled) => {
  expect(Object.fromEntries(readNoteAnswers(text, questions).filled)).toEqual(filled);
});

test("lists what found no place, with its line", () => {
  const { others } = readNoteAnswers(
    "Hi all\n\n## Problem\nClerks retype.\n\n## Team\nOps",
    questions,
  );
  expect(others).toEqual([
    { line: 1, text: "Hi all" },
    { line: 7, text: "Ops" },
  ]);
});

test.each([
  ["# PRD: Dock slots\n\n## Problem\nx", "Dock slots"],
  ["Feature name: Dock slots\nOwner: Kim", "Dock slots"],
  ["# Weekly team sync\n\n- coffee", undefined],
])("finds the title of %j", (text, title) => {
  expect(readNoteAnswers(text, questions).title).toBe(title);
});

test("reads a mail in HTML", () => {
  const mail = "<html><style>p{}</style><h2>Problem</h2><p>Clerks &amp; co. retype.</p></html>";
  expect(readNoteAnswers(textFromHtml(mail), questions).filled.get("problem")).toEqual([
    "Clerks & co. retype.",
  ]);
});

test.each([
  "<!-- ",
  "<p ",
  "<style>",
  "(",
  "[",
  "_a ",
  "**x ",
  "{color ",
  "\n",
  "# (\n",
  "Given a\nThen b\n\n",
  "- Label: text | a\n",
])("reads a long text of %j in time that grows with its length", (piece) => {
  const start = performance.now();
  const text = piece.repeat(300_000 / piece.length);
  readNoteAnswers(textFromHtml(`<br>${text}`), questions);
  readNoteAnswers(textFromHtml(text), questions);
  expect(performance.now() - start).toBeLessThan(5000);
});
