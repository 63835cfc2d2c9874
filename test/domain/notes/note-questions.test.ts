import { expect, test } from "vitest";
import { listNoteQuestions } from "../../../src/domain/notes/note-questions.ts";
import { steps } from "../../helpers/loop.ts";
import { loadKeyedNotes } from "../../helpers/notes-key.ts";

const read = (...lines: string[]) =>
  listNoteQuestions(lines.join("\n"), steps).flatMap((found) => found.lines);

test.each([
  {
    what: "entries below a heading",
    lines: ["## Open questions", "", "- Is it paid?", "* Who owns it?", "", "## Risks", "- Why?"],
    found: ["Is it paid?", "Who owns it?"],
  },
  {
    what: "paragraphs and wrapped lines",
    lines: ["# Questions", "Is the reason", "field ever empty?", "", "Are there two?"],
    found: ["Is the reason field ever empty?", "Are there two?"],
  },
  {
    what: "a label with or without its question",
    lines: ["Open question: is it paid?", "", "**Questions for engineering:**", "1. Who owns it?"],
    found: ["is it paid?", "Who owns it?"],
  },
  {
    what: "no statement, answer or placeholder",
    lines: ["## Questions", "- Legal has agreed.", "- Is it paid? Yes, by card.", "- ???", "- TBD"],
    found: [],
  },
  {
    what: "a question with a remark behind it, as a whole",
    lines: ["## Open questions", "- may I have the list? ask legal/security", "- paid? no, free"],
    found: ["may I have the list? ask legal/security"],
  },
  {
    what: "no question elsewhere",
    lines: ["## Problem", "Why so slow?", "## Questions", "- Who?", "", "It ends here.", "- Why?"],
    found: ["Who?"],
  },
  { what: "each question once", lines: ["Questions", "", "- Who?", "- Who?"], found: ["Who?"] },
  {
    what: "no more than the question takes",
    lines: ["## Questions", ...Array.from({ length: 9 }, (_, at) => `- Is it number ${at}a?`)],
    found: Array.from({ length: 5 }, (_, at) => `Is it number ${at}a?`),
  },
])("reads open questions in notes: $what", ({ lines, found }) => {
  expect(read(...lines)).toEqual(found);
});

test("takes no line of whole documents that answers something else", () => {
  const documents = ["a", "b", "c", "d", "e", "f", "g"].flatMap(loadKeyedNotes);
  const found = documents.flatMap(({ text, key, name }) => {
    const known = new Set(key.lines.map((line) => line.text));
    return read(text).map((line) => ({ name, line, isWrong: known.has(line) }));
  });
  expect(found.length).toBeGreaterThan(3);
  expect(found.filter(({ isWrong }) => isWrong)).toEqual([]);
});
