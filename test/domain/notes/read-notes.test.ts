import { expect, test } from "vitest";
import { textFromHtml } from "../../../src/domain/notes/html.ts";
import { stepOf } from "../../helpers/loop.ts";
import { readAnswersByRules, readNotesByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");

const cases: [name: string, text: string, filled: Record<string, string[]>][] = [
  ["a heading", "## Problem\nClerks retype orders.", { problem: ["Clerks retype orders."] }],
  ["an underlined heading", "Problem\n-------\nClerks retype.", { problem: ["Clerks retype."] }],
  [
    "a wrapped sentence",
    "## Problem\nClerks retype 40 requests by hand, and in October I got\nNorthwind's order wrong.",
    {
      problem: ["Clerks retype 40 requests by hand, and in October I got Northwind's order wrong."],
    },
  ],
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
  [
    "figures among sentences about today, which are evidence",
    "## Problem\nClerks retype orders.\nIn May, 212 of 640 were wrong.",
    { problem: ["Clerks retype orders."], evidence: ["In May, 212 of 640 were wrong."] },
  ],
  [
    "words of someone with their source among sentences about today",
    '## Problem\nClerks retype orders.\nKim on the phone, May 9: "I type it all twice."',
    {
      problem: ["Clerks retype orders."],
      evidence: ['Kim on the phone, May 9: "I type it all twice."'],
    },
  ],
  [
    "two counts in one sentence about today",
    "## Problem\nClerks retype orders.\nI asked around: 24 do so daily, 4 gave up.",
    {
      problem: ["Clerks retype orders."],
      evidence: ["I asked around: 24 do so daily, 4 gave up."],
    },
  ],
  [
    "times of day, which are no counts",
    "## Problem\nBetween 05:00 and 07:00 nobody answers.",
    { problem: ["Between 05:00 and 07:00 nobody answers."] },
  ],
  [
    "a quote of Jira over several lines",
    "h2. Problem\nClerks retype orders.\n\n{quote}\nI type it all twice.\n{quote}",
    { problem: ["Clerks retype orders."], evidence: ["I type it all twice."] },
  ],
  [
    "a quote of Jira that never ends",
    "h2. Problem\nClerks retype orders.\n{quote}\nThey lose some.",
    { problem: ["Clerks retype orders. They lose some."] },
  ],
  [
    "the background next to a problem",
    "## Background\nWe run 41 shops.\n\n## Pain\nClerks retype orders.",
    { problem: ["Clerks retype orders."] },
  ],
  ["the background alone", "## Background\nClerks retype.", { problem: ["Clerks retype."] }],
  [
    "rules among what isn't built, which are left out",
    "## No-gos\n- Maps\n- Codes never in a mail\n- We don't log who enters",
    { "not-building": ["Maps"] },
  ],
  [
    "a row of dashes among numbers that should change",
    "## Goals\n| What | Today | Target |\n|---|---|---|\n| Calls | 42 | 10 |\n| NPS | - | - |",
    { bet: ["Calls: Today 42, Target 10"] },
  ],
  [
    "a story of one line, then how things are",
    "Description\nAs a clerk I want to import orders\nRight now I retype each of them.",
    { path: ["As a clerk I want to import orders"], problem: ["Right now I retype each of them."] },
  ],
  ["what must not happen in one case", "It was pressed and then lost, it must not leave.", {}],
  [
    "who comes to a meeting",
    "# Minutes\n\nPresent: Kim, Dana\n\n## Solution\n- Dana arrives, short recap\n- Kim picks a slot",
    { path: ["Kim picks a slot"] },
  ],
  [
    "help in italics below a bold heading",
    "**1. Situation today**\n*Describe the as-is*\nClerks retype orders.",
    { problem: ["Clerks retype orders."] },
  ],
  ["what someone wants, which is no problem", "## Problem\nWe should add a button.", {}],
  ["a title with a name in it", "# Refunds: what we heard\n\nBy Kim\n\n## Team\nOps", {}],
  [
    "a list after a heading, but not the sentence after it",
    "**AC**\n\n- the list is sorted by date\n\nWe meet again on Monday.",
    { checks: ["the list is sorted by date"] },
  ],
  [
    "a bold label, which ends the list before it",
    "**Not now:**\n- maps\n\n**Who:** two engineers\n\n**Goal:** 42 to 10 minutes",
    { "not-building": ["maps"], bet: ["42 to 10 minutes"] },
  ],
  [
    "headings without marks",
    "Limits\nNo names in the log\nMax 20 rows\n\nOur small team\nKim and Bo",
    { constraints: ["No names in the log", "Max 20 rows"] },
  ],
  [
    "numbered headings",
    "1. Edge cases\n\nNo rows.\n\n2. Our team\n\nKim.",
    { edges: ["No rows."] },
  ],
  [
    "indented lines below a few words",
    "Edge cases\n\tNo rows: it says so\nOur team\n\tKim leads",
    { edges: ["No rows: it says so"] },
  ],
  [
    "a numbered list in Jira's form",
    "Flow\n# Kim opens the page\n# Kim picks a slot",
    { path: ["Kim opens the page; Kim picks a slot"] },
  ],
  [
    "a table that was pasted with tabs",
    "Edge cases\nCase\tWhat happens\nNo rows\tit says so",
    { edges: ["No rows: it says so"] },
  ],
  ["a name with any words inside", "## What the driver sees\nOne line.", { path: ["One line."] }],
  [
    "a rule to stop, wherever it stands",
    "## Rollout\nIf fewer than 40 % use it after six weeks, we switch it off.",
    { stop: ["If fewer than 40 % use it after six weeks, we switch it off."] },
  ],
  [
    "a step that switches something off, which is no rule to stop",
    "## Rollout\nIf the door is open for 90 seconds, switch it off.",
    {},
  ],
  [
    "a bet, wherever it stands",
    "We expect calls to fall from 42 to 10 a day.",
    { bet: ["We expect calls to fall from 42 to 10 a day."] },
  ],
  ["a change that is no bet", "Calls went from 42 to 10 a day.", {}],
  [
    "a rule below a heading nobody knows",
    "## For the engineers\nIt must never store names.\nKim knows more.",
    { constraints: ["It must never store names."] },
  ],
  ["the same in the notes of a meeting", "# Weekly sync\n\nNames must never be stored.", {}],
  [
    "a paragraph that begins with today",
    "Today clerks retype orders.\nThey lose some.\n\nKim knows more.",
    { problem: ["Today clerks retype orders. They lose some."] },
  ],
  [
    "the description of a ticket, without its wishes",
    "h2. Description\nClerks retype orders.\n\nThe page should sort them.",
    { problem: ["Clerks retype orders."] },
  ],
];

test.each(cases)("reads %s", (_, text, filled) => {
  expect(Object.fromEntries(readAnswersByRules(text, questions).filled)).toEqual(filled);
});

test("takes the empty lines of a quoted mail for empty", () => {
  const { others } = readNotesByRules("# Lamps\n\n> Ana asks for lamps.\n>\n>> \n", questions);
  expect(others.map(({ lines }) => lines)).toEqual([[3]]);
});

test("lists what found no place, with its line", () => {
  const { others } = readAnswersByRules(
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
  ["# Refunds: what we heard\n\n## Problem\nx", "Refunds: what we heard"],
  ["Projects / Shifts / CARE-1377\nSwap a shift\n\nType: Story", "Swap a shift"],
  ["**Product brief, template v3.2**\n\n**1. Situation today**\nx", undefined],
  ["**1. Working title**\n*No code names.*\nEmpties at the ramp", "Empties at the ramp"],
  ["CARE-1377\nSwap a shift\n\nType: Story", "Swap a shift"],
  ["Export without school names\nopened by Kim\n\nx", "Export without school names"],
  ["So I spent two days in the bakery\nand here is what I saw.", undefined],
  ["# Beta invites - rough notes (Ines, Nov)\n\nx", "Beta invites"],
  ["# Beta invites (draft)\n\nx", "Beta invites"],
  ["# Rough notes\n\nx", undefined],
  ["Edge cases for the import\n- no rows", undefined],
])("finds the title of %j", (text, title) => {
  expect(readAnswersByRules(text, questions).title).toBe(title);
});

test.each([
  ["German", "## Problem\nDie Leitstelle tippt alles ab.\n\n## Nicht dabei\n- Karten", 1],
  ["French", "Probl\u00e8me\nOn recopie tout.\n\nHors sujet\n- les cartes", 0],
  ["Spanish", "Reuni\u00f3n\n\u00bfQui\u00e9n paga? Nunca se sabe.", 0],
  ["Japanese", "# \u6982\u8981\n\u624b\u4f5c\u696d\u3067\u3059\u3002", 0],
])("leaves out what it can't read: %s", (_, text, count) => {
  expect(readAnswersByRules(text, questions).filled.size).toBe(count);
});

test("reads lines that end as on Windows", () => {
  const text = "## Edge cases\r\n\r\n- No rows:\tit says so\r\n  - twice: once\r\n";
  expect(readAnswersByRules(text, questions).filled.get("edges")).toEqual([
    "No rows: it says so",
    "twice: once",
  ]);
});

test("reads a bold line of a mail in HTML as a heading", () => {
  const mail = "<p><b>Problem</b></p><p>Clerks retype.</p><p><b>Our team</b></p><p>Kim.</p>";
  expect(Object.fromEntries(readAnswersByRules(textFromHtml(mail), questions).filled)).toEqual({
    problem: ["Clerks retype."],
  });
});

test("reads a mail in HTML", () => {
  const mail = "<html><style>p{}</style><h2>Problem</h2><p>Clerks &amp; co. retype.</p></html>";
  expect(readAnswersByRules(textFromHtml(mail), questions).filled.get("problem")).toEqual([
    "Clerks & co. retype.",
  ]);
});
