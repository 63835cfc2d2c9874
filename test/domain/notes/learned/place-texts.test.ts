import { expect, test } from "vitest";
import { writeSigns } from "../../../../src/domain/learned/classifier.ts";
import { readWeights } from "../../../../src/domain/notes/learned/weights.ts";
import { readNoteAnswers } from "../../../../src/domain/notes/note-answers.ts";
import { stepOf } from "../../../helpers/loop.ts";
import { readAnswersByRules } from "../../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");
/** How likely a text is no answer at all. */
const NONE_SHARE = "none";
const classes = ["-", "edges", "constraints"];

/** What was learned if a word speaks for one class. */
function learned(words: Record<string, string>) {
  const signs = Object.entries(words).map(([word, found]) => [
    `word ${word}`,
    writeSigns(classes.map((name) => (name === found ? 3 : -3))),
  ]);
  return learnedFrom(classes.join(" "), Object.fromEntries(signs));
}

function learnedFrom(classes: string, signs: Record<string, string>, around = {}) {
  const context = keepAsJudged(classes, around);
  return { ...readWeights(), answers: { classes, signs }, context, again: context };
}

/** What was learned if nothing around a text says anything about it. */
function keepAsJudged(classes: string, others: Record<string, string>) {
  const names = classes.split(" ");
  const own = names.map((name) => [
    `own ${name}`,
    writeSigns(names.map((other) => (other === name ? 2 : 0))),
  ]);
  return { classes, signs: { ...Object.fromEntries(own), ...others } };
}

function readWith(words: Record<string, string>, text: string, asked = questions) {
  return Object.fromEntries(readNoteAnswers(text, asked, learned(words)).filled);
}

test("places a line on which the rules say nothing, with the label before it", () => {
  const text = "# Badges\n\n## Lights\n- Lamp: glows violet\n";
  expect(readAnswersByRules(text, questions).filled.size).toBe(0);
  expect(readWith({ lamp: "edges", glows: "edges", violet: "edges" }, text)).toEqual({
    edges: ["Lamp: glows violet"],
  });
});

test("places no line of which it knows few words", () => {
  const text = "# Badges\n\n## Lights\n- Lamp glows violet today\n";
  expect(readWith({ violet: "edges" }, text)).toEqual({});
});

test("leaves out a line whose words hardly speak for an answer", () => {
  const text = "# Badges\n\n## Attendees\n- violet\n- Lamp violet\n";
  const words = { lamp: "edges", violet: "edges" };
  expect(readWith(words, text)).toEqual({ edges: ["violet", "Lamp violet"] });
  const weak = learnedFrom("- edges", { "word violet": writeSigns([-0.2, 0.2]) });
  expect(readNoteAnswers(text, questions, weak).filled.size).toBe(0);
});

test("places a line that says little like the others of its list", () => {
  const text = "# Badges\n\n## Attendees\n- Lamp glows violet\n- lamp\n- Lamp glows violet\n";
  const words = learned({ glows: "edges", violet: "edges", lamp: "-" });
  const list = { "section edges": writeSigns([-3, 3, -3]) };
  const inList = learnedFrom(words.answers.classes, words.answers.signs, list);
  const read = (known: typeof words) => readNoteAnswers(text, questions, known).filled.get("edges");
  expect(read(words)).toHaveLength(2);
  expect(read(inList)).toEqual(["Lamp glows violet", "lamp", "Lamp glows violet"]);
});

test("leaves out what the rules place and other words speak against", () => {
  const text = "# Badges\n\nFrom 40 minutes to 10.\n";
  const bets = learnedFrom("- bet", { "word from": writeSigns([3, -3]) });
  expect(Object.keys(Object.fromEntries(readAnswersByRules(text, questions).filled))).toEqual([
    "bet",
  ]);
  const { filled, others } = readNoteAnswers(text, questions, bets);
  expect([filled.size, others]).toEqual([0, [{ line: 3, text: "From 40 minutes to 10." }]]);
});

test("keeps what stands below the name of its question, unless it likely answers another", () => {
  const text = "# Badges\n\n## Edge cases\n- violet lamp\n";
  expect(readWith({ glows: "edges" }, text)).toEqual({ edges: ["violet lamp"] });
  expect(readWith({ violet: "-", lamp: "-" }, text)).toEqual({ edges: ["violet lamp"] });
  expect(readWith({ violet: "constraints", lamp: "constraints" }, text)).toEqual({
    constraints: ["violet lamp"],
  });
});

test("leaves out what stands below the name of its question in longer notes but is none", () => {
  const short = "# Badges\n\n## Edge cases\n- violet lamp\n";
  const long = `${short}${"\n".repeat(9)}## Attendees\n- Ola\n`;
  const trust = { classes: "- right", signs: { [NONE_SHARE]: [0.3, -0.3] } };
  const read = (text: string) =>
    readNoteAnswers(text, questions, { ...learned({ violet: "-", lamp: "-" }), trust });
  expect(read(short).filled.get("edges")).toEqual(["violet lamp"]);
  expect(read(long).filled.size).toBe(0);
  expect(read(long).others.map(({ text }) => text)).toContain("violet lamp");
});

test("leaves questions to the rules that it hasn't learned", () => {
  const text = "# Badges\n\n## Out of scope\n- violet lamp\n";
  expect(readWith({ violet: "edges", lamp: "edges" }, text)).toEqual({
    "not-building": ["violet lamp"],
  });
});

test("gives no answer to a question that isn't asked", () => {
  const text = "# Badges\n\n## Lights\n- Lamp glows violet\n";
  const asked = questions.filter(({ id }) => id !== "edges");
  const words = { lamp: "edges", glows: "edges", violet: "edges" };
  expect(readWith(words, text, asked)).toEqual({});
});

test("leaves scenarios and the names of data files to the rules", () => {
  const text =
    "# Badges\n\n- orders.csv has the columns id and date\n\nGiven a badge\nWhen it is read\nThen it opens\n";
  const words = { orders: "edges", csv: "edges", columns: "edges", given: "edges", badge: "edges" };
  expect(readWith(words, text)).toEqual({
    constraints: ["orders.csv has the columns id and date"],
    checks: ["Given a badge When it is read Then it opens"],
  });
});

test("leaves out other languages", () => {
  const text =
    "# Schlüssel\n\nJeden Freitag suchen wir von Hand die Namen.\n\n- Wenn die Liste leer ist\n";
  expect(readNoteAnswers(text, questions).filled.size).toBe(0);
});

test("takes no wish for a page as a bet", () => {
  const lines = [
    "# Beta invites\n",
    "every friday i pick ten people from the waitlist by hand and it takes me most of the day\n",
    "want: a page where i see this week's ten and can copy the mail\n",
    "- if the waitlist is empty say so and stop",
    "- only first names on the page, the list has phone numbers",
    "- done when ten names come out in under a minute",
    "- from 35 minutes to 5",
    "- i stop if it isn't faster after two fridays",
  ];
  const { filled } = readNoteAnswers(lines.join("\n"), questions);
  expect(filled.get("bet")).toEqual(["From 35 minutes to 5"]);
});
