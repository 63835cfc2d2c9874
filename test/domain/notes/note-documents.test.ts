import { expect, test } from "vitest";
import { textFromHtml } from "../../../src/domain/notes/html.ts";
import { readWeights } from "../../../src/domain/notes/learned/weights.ts";
import { readNoteAnswers } from "../../../src/domain/notes/note-answers.ts";
import { readNotes } from "../../../src/domain/notes/read-notes.ts";
import { identifySource } from "../../eval/learn-weights.ts";
import { authors, heldBack, loadExamples } from "../../eval/notes-training.ts";
import { stepOf } from "../../helpers/loop.ts";
import { loadKeyedNotes, type NotesScore, scoreNotes } from "../../helpers/notes-key.ts";
import { readAnswersByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");

function scoreAuthor(author: string): NotesScore[] {
  return loadKeyedNotes(author).map((document) =>
    scoreNotes(document, readNotes(document.text, questions)),
  );
}

// The figures guard against going back. Only those that are held back say how well notes are read.
test.each([
  { of: authors, which: "it learned from", documents: 789, minShare: 0.92, maxWrong: 125 },
  { of: heldBack, which: "are held back", documents: 50, minShare: 0.82, maxWrong: 15 },
])("places most lines of the $documents documents that $which", (given) => {
  const scores = given.of.flatMap(scoreAuthor);
  expect(scores).toHaveLength(given.documents);
  expect(scores.flatMap(({ wrong }) => wrong).length).toBeLessThanOrEqual(given.maxWrong);
  expect(shareOf(scores)).toBeGreaterThanOrEqual(given.minShare);
});

test("has learned from these documents", () => {
  const source = identifySource(loadExamples(authors));
  expect(readWeights().from, "run npm run train:notes").toBe(source);
});

function shareOf(scores: readonly NotesScore[]): number {
  const sum = (key: "belong" | "placed") => scores.reduce((total, score) => total + score[key], 0);
  return sum("placed") / sum("belong");
}

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
  "a\tb\n",
  "**A:** b\n",
  "Today it is slow, and nobody knows why or how\n",
  "from 1 ",
  "we expect from 10 of 20, if 5 days, we stop\n",
  "1. Part\n\n",
  "> - a\n",
  "<b>a</b> ",
  "```\n",
  "{quote}\n",
  "a: 1 b, 2 c ",
])("reads a long text of %j with and without HTML", (piece) => {
  const text = piece.repeat(60_000 / piece.length);
  const read = (notes: string) => [
    ...readNoteAnswers(textFromHtml(notes), questions).filled.keys(),
  ];
  expect(read(`<br>${text}`)).toEqual(read(`\n${text}`));
});

test("lists what stands below a heading that reads like a title", () => {
  const text = "# Feature request roll-up - mini PRD\n\n## Requirements\n\n1. Reads tickets.csv\n";
  expect(readNoteAnswers(text, questions).others).toEqual([{ line: 5, text: "Reads tickets.csv" }]);
});

test("reads a table whose first column names the questions", () => {
  const text = "| Part | Notes |\n|---|---|\n| Problem | Ana loses an hour |\n| Owner | Kim |\n";
  const { filled, others } = readNoteAnswers(text, questions);
  expect(Object.fromEntries(filled)).toEqual({ problem: ["Ana loses an hour"] });
  expect(others).toEqual([{ line: 4, text: "Owner Kim" }]);
});

test("leaves out the end of a mail", () => {
  const text = "## Out of scope\n- Dashboards\n\nCheers,\n";
  expect(Object.fromEntries(readNoteAnswers(text, questions).filled)).toEqual({
    "not-building": ["Dashboards"],
  });
});

test("what someone wants is a thing to build, unless it is a number that moves", () => {
  const read = (wanted: string) => [
    ...readAnswersByRules(`# Beta invites\n\n- want: ${wanted}\n`, questions).filled.keys(),
  ];
  expect(read("a small thing that reads waitlist.csv and gives me this week's 10")).toEqual([
    "path",
  ]);
  expect(read("from 35 minutes to 5")).toEqual(["bet"]);
});
