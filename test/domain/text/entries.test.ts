import fc from "fast-check";
import { expect, test } from "vitest";
import { splitEntries, withoutListMarks } from "../../../src/domain/text/entries.ts";

const entries = ["A total shows.", "3 of 4 rows match.", "It takes 1.5 s or less."];

const marks: [name: string, mark: (number: number) => string][] = [
  ...[
    "-",
    "*",
    "\u2022",
    "\u25e6",
    "\u25cf",
    "\u2013",
    "\u2014",
    "\u25aa",
    "\u2023",
    "\u00b7",
    "+",
    "#",
  ].map((bullet): [string, () => string] => [bullet, () => `${bullet} `]),
  ["o and a tab", () => "o\t"],
  ["Word's bullet", () => "\uf0b7\t"],
  ["Word's square", () => "\u00a7\t"],
  ["a bullet and a no-break space", () => "\u2022\u00a0"],
  ["an indented bullet", () => "    - "],
  ["1.", (number) => `${number}. `],
  ["1:", (number) => `${number}: `],
  ["1)", (number) => `${number}) `],
  ["(1)", (number) => `(${number}) `],
  ["a)", (number) => `${"abc"[number - 1]}) `],
  ["- [ ]", () => "- [ ] "],
  ["- [x]", () => "- [x] "],
  ["[ ]", () => "[ ] "],
  ["\u2610", () => "\u2610 "],
  ["\u2610 without a space", () => "\u2610"],
  ["\u2705", () => "\u2705 "],
  ["\u2714\ufe0f", () => "\u2714\ufe0f "],
  ["AC1:", (number) => `AC1${number}: `],
  ["AC-1 -", (number) => `AC-${number} - `],
  ["C1", (number) => `C${number} `],
  ["#1", (number) => `#${number} `],
  ["- [ ] AC1:", (number) => `- [ ] AC${number}: `],
  ["1. everywhere, as Markdown allows", () => "1. "],
  ["nothing", () => ""],
];

test.each(marks)("splits lines that start with %s", (_name, mark) => {
  const lines = entries.map((entry, index) => mark(index + 1) + entry);
  expect(splitEntries(lines.join("\n"))).toEqual(entries);
  expect(splitEntries(`\r\n${lines.join("\r\n\r\n")}\r\n`)).toEqual(entries);
});

test.each([
  { name: "one row between bars", text: `| ${entries.join(" | ")} |` },
  { name: "one row of a sheet", text: entries.join("\t") },
  { name: "one cell a row", text: entries.map((entry) => `| ${entry} |`).join("\n") },
  {
    name: "Markdown with a head and numbers",
    text: [
      "| # | Check |",
      "|---|:---:|",
      ...entries.map((entry, at) => `| ${at + 1} | ${entry} |`),
    ].join("\n"),
  },
  {
    name: "Jira with a head",
    text: ["||Check||", ...entries.map((entry) => `|${entry}|`)].join("\n"),
  },
  {
    name: "a sheet with labels",
    text: entries.map((entry, at) => `AC${at + 1}\t${entry}`).join("\n"),
  },
  {
    name: "a sheet with numbers",
    text: entries.map((entry, at) => `${at + 1}\t${entry}`).join("\n"),
  },
  {
    name: "a drawn box",
    text: [
      "\u250c\u2500\u2510",
      ...entries.map((entry) => `\u2502 ${entry} \u2502`),
      "\u2514\u2500\u2518",
    ].join("\n"),
  },
])("reads the cells of $name", ({ text }) => {
  expect(splitEntries(text)).toEqual(entries);
});

test.each([
  {
    name: "a bullet over two lines",
    text: "- one\n  goes on\n- two",
    want: ["one goes on", "two"],
  },
  {
    name: "a heading over a list",
    text: "Acceptance criteria:\n- one\n- two",
    want: ["one", "two"],
  },
  { name: "a Jira heading", text: "h2. Checks\n* one\n* two", want: ["one", "two"] },
  {
    name: "two cells a row",
    text: "| Empty file | shows 0 |\n| Twice | asks |",
    want: ["Empty file: shows 0", "Twice: asks"],
  },
  { name: "a single numbered line", text: "1. one", want: ["one"] },
  { name: "a bar inside a cell", text: "| a \\| b |\n| c |", want: ["a | b", "c"] },
  { name: "invisible characters", text: "\u200b- one\u2028\u00ad- two", want: ["one", "two"] },
  { name: "nothing to see", text: " \u200b\n\u2060", want: [] },
])("reads $name", ({ text, want }) => {
  expect(splitEntries(text)).toEqual(want);
});

test.each([
  "-5% churn or less",
  "-- flag is refused",
  "3 of 4 tickets close in a day",
  "1.5 seconds at most",
  "2026-06-01 is the deadline",
  "12. March is the day",
  "A customer can pay",
  "o'clock is in the file name",
  "I. e. nothing else",
  "C3 PO answers",
  "(beta) label shows",
  "*bold* words show",
  "3) without a 1 before it",
  "a | b shows in a cell",
  "#1 in the list is the newest",
])("keeps %s as it is", (text) => {
  expect(splitEntries(text)).toEqual([text]);
  expect(splitEntries(`${text}\nAnother line`)).toEqual([text, "Another line"]);
});

test("never loses a word of a bulleted list", () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  const entry = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1 }),
      fc.constantFrom("- ", "* ", "\u2022\t", "- [ ] "),
      (list, mark) => {
        expect(splitEntries(list.map((text) => mark + text).join("\n"))).toEqual(list);
      },
    ),
  );
});

test("takes a number off that is the place of its line in a list with other marks", () => {
  const pasted = "- slack reminders\n* rewriting\n3) customers seeing it\n- 2) stays";
  expect(splitEntries(pasted)).toEqual([
    "slack reminders",
    "rewriting",
    "customers seeing it",
    "2) stays",
  ]);
  expect(splitEntries("no mark\n2) people see it")).toEqual(["no mark", "2) people see it"]);
});

test("a text that is a list loses all of its marks, and any other text none", () => {
  expect(withoutListMarks("- I run it\n- it reads all\n- I get one file")).toBe(
    "I run it\nit reads all\nI get one file",
  );
  for (const text of ["- I run it", "I run it:\n- once\n- twice", "- 5 rows\nand more"])
    expect(withoutListMarks(text)).toBe(text);
});
