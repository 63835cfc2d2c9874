import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stepOf } from "../../helpers/loop.ts";
import { readNotesByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");
const file = join(import.meta.dirname, "../../fixtures/note-sentences.json");

/** Sentences as people type them into a phone, by the question that they answer. */
const sentences: Record<string, string[]> = JSON.parse(readFileSync(file, "utf8"));

/** The matcher was written for these sentences, so this only guards against going back. */
const MIN_SHARE = 0.8;
/** What goes in and comes out, and when it works, are told in too many ways. */
const MIN_SHARE_OF_QUESTION = 0.65;

function findQuestions(sentence: string): string[] {
  const text = `Thing for the shop\n\n- ok here goes\n- ${sentence}\n- bla bla\n`;
  const found = [...readNotesByRules(text, questions).answers];
  return found
    .filter(([, lines]) => lines.some((line) => line.lines.includes(4)))
    .map(([id]) => id);
}

const found = Object.entries(sentences).flatMap(([question, lines]) =>
  lines.map((line) => ({ question, line, ids: findQuestions(line) })),
);

test("places a sentence without any heading, and none wrongly", () => {
  expect(found.filter(({ question, ids }) => ids.some((id) => id !== question))).toEqual([]);
  const belong = found.filter(({ question }) => question !== "nowhere");
  const placed = belong.filter(({ ids }) => ids.length > 0);
  expect(placed.length / belong.length).toBeGreaterThan(MIN_SHARE);
  for (const { id } of questions.filter((question) => sentences[question.id])) {
    const share = placed.filter(({ question }) => question === id).length / countOf(id);
    expect({ id, isEnough: share > MIN_SHARE_OF_QUESTION }).toEqual({ id, isEnough: true });
  }
});

function countOf(id: string): number {
  return sentences[id]?.length ?? 0;
}

test.each([
  ["a case that ends with something else", "if we have time we could also look at returns"],
  ["a time of day", "moved the meeting from 3 to 4"],
  ["what someone has to do", "must ask Tim first"],
  ["what isn't there", "no decision yet"],
  ["two things at once", "no logins, and it must never send anything by itself if it is empty"],
])("leaves out %s", (_name, sentence) => {
  expect(findQuestions(sentence)).toEqual([]);
});

const read = (text: string) =>
  Object.fromEntries(
    [...readNotesByRules(text, questions).answers].map(([id, lines]) => [
      id,
      lines.flatMap((line) => line.lines),
    ]),
  );

test("reads notes without headings and apostrophes", () => {
  const notes = [
    "late pickups at the shop",
    "",
    "nobody knows which orders are ready so people wait at the counter",
    "counted last week: 14 of 52 had to come back",
    "goal: 14 a week down to 3",
    "we dont need an app",
    "must not show phone numbers",
    "if the name is missing, show the number",
    "stop if it isnt better after two weeks",
  ];
  expect(read(notes.join("\n"))).toEqual({
    problem: [3],
    evidence: [4],
    bet: [5],
    "not-building": [6],
    constraints: [7],
    edges: [8],
    stop: [9],
  });
});

test("keeps the thoughts of notes without capitals and dots apart", () => {
  const notes = [
    "people come alone and dont know who else needs a partner",
    "she counted last week, 23 singles, 14 left without touching a rope",
    "pagers we have, from the old cafe, 12 of them",
    "names off the screen when you leave",
    "the next person who is looking gets a buzz",
  ];
  expect(read(notes.join("\n"))).toEqual({ problem: [1], evidence: [2] });
});

test("trusts the form of a sentence less below a heading that nobody knows", () => {
  const below = "# Late pickups\n\n## Wins of the quarter\n\nNobody waits for hours any more.\n";
  expect(read(below)).toEqual({});
});

test("reads an outline whose entries name questions", () => {
  const notes = [
    "## Details",
    "- Where we've seen it",
    "    - 48 corrections in Q4",
    "- Weird stuff that will happen",
    "    - Report is an insult",
    "- Rules from legal & design",
    "    - House typeface",
  ];
  expect(read(notes.join("\n"))).toEqual({ evidence: [3], edges: [5], constraints: [7] });
});

test("a label for the background may stand before figures", () => {
  const notes = "Background: 412 names on the list. Bev logged 38 calls in December alone.";
  expect(read(notes)).toEqual({ evidence: [1] });
});

test("the background of a feature is no problem", () => {
  const notes = [
    "Feature: Late pickups",
    "",
    "  People wait at the counter because nobody calls them.",
    "",
    "  Background:",
    "    Given an order",
    "",
    "  Scenario: Ready",
    "    When it is packed",
    "    Then the customer gets a text",
  ];
  expect(read(notes.join("\n"))).toEqual({ problem: [3], checks: [6, 8, 9, 10] });
});
