import { expect, test } from "vitest";
import type { AnswerLine } from "../../../src/domain/project/answer-line.ts";
import { listProposalRows, type ProposedAnswer } from "../../../src/render/text/proposal-rows.ts";
import { nameProposals, renderProposals } from "../../../src/render/text/proposals.ts";
import { createTheme } from "../../../src/render/theme.ts";

const theme = createTheme({ color: false });
const SHORTENED = "Shortened. Pick an answer to read all of it.";

function answer(label: string, ...texts: string[]): ProposedAnswer {
  const lines: AnswerLine[] = texts.map((text) => ({ text, marks: [] }));
  return {
    question: {
      name: label,
      question: { id: label, ask: label, label, type: "list" },
      proposed: "notes",
    },
    lines,
    findings: lines.map(() => []),
  };
}

const long = `${"Every Friday, Dana reads 60 notes and sorts them by hand. ".repeat(3)}End.`;
const list = ["One line of a list.", "Another line of a list.", "A third line of a list."];
const whole = [
  answer("Problem", long),
  answer("Bet", long),
  answer("What it does", long),
  ...["Not building", "Constraints", "Checks", "Edge cases"].map((name) => answer(name, ...list)),
  answer("Stop rule", long),
];

function render(
  answers: ProposedAnswer[],
  options: { width?: number; rows?: number | undefined } = {},
) {
  return renderProposals(listProposalRows(answers), { theme, width: 80, rows: 30, ...options });
}

/** The message, the choices and the keys of the prompt below. */
const promptRows = (answers: readonly unknown[], width: number) =>
  answers.length + (width < 75 ? 6 : 4);

test.each([
  { what: "a spec", answers: whole, width: 80 },
  { what: "a spec in a narrow window", answers: whole, width: 50 },
  {
    what: "many long lines",
    answers: whole.map(({ question }) => answer(question.name, ...Array(12).fill(long))),
    width: 80,
  },
  {
    what: "long labels",
    answers: [1, 2, 3, 4, 5].map((number) =>
      answer(`C${number}: the top 5 themes match the list that was sorted by hand`, ...list),
    ),
    width: 80,
  },
])("fits in 30 rows with its prompt: $what", ({ answers, width }) => {
  const text = render(answers, { width });
  const rows = text.split("\n");
  expect(rows.length - 1 + promptRows(answers, width)).toBeLessThanOrEqual(30);
  expect(rows.filter((row) => row.length > width)).toEqual([]);
  expect(text.replace(/\s+/g, " ")).toContain(SHORTENED);
  for (const { question } of answers) expect(text).toContain(question.name.slice(0, 12));
});

test("shows everything where there is room", () => {
  const text = render(whole, { rows: 60 });
  expect(text).not.toContain(SHORTENED);
  expect(text.match(/hand\. End\./g)).toHaveLength(4);
  expect(text.match(/A third line of a list\./g)).toHaveLength(4);
});

test("shows everything where no window has to hold it", () => {
  const text = render(whole, { rows: undefined });
  expect(text).not.toContain(SHORTENED);
  expect(text.match(/hand\. End\./g)).toHaveLength(4);
});

test("leaves out blank lines and puts answers beside their labels before it shortens any", () => {
  const text = render([...whole.slice(0, 4), ...whole.slice(5, 6)]);
  expect(text).not.toContain(SHORTENED);
  expect(text.match(/hand\. End\./g)).toHaveLength(3);
  expect(text).toMatch(/\n {2}Checks {8}- One line.*\n {16}- Another.*\n {16}- A third line/);
});

test("uses every row that the window has, and keeps two rows of a line", () => {
  const answers = [...whole, answer("Evidence", long), answer("Bet result", long)];
  for (const rows of [34, 36, 38, 40]) {
    const text = render(answers, { rows });
    expect(text).toContain(SHORTENED);
    expect(text.split("\n").length - 1 + promptRows(answers, 80)).toBe(rows);
    expect(text).not.toMatch(/- Every Friday, Dana reads 60 notes and sorts them\.\.\./);
  }
});

test("says how many lines of a list are left out", () => {
  const many = whole.map(({ question }) => answer(question.name, ...Array(12).fill("A line.")));
  expect(render(many)).toMatch(/\n {2}Stop rule {5}- A line\. \(and 11 more\)\n/);
  expect(render(many, { rows: 42 })).toMatch(
    /\n {2}Stop rule {5}- A line\.\n.*\n {16}- and 10 more lines\n/,
  );
});

test.each([50, 80])(
  "the choices have the answers where there is no room above them, in %d columns",
  (width) => {
    const ten = Array.from({ length: 10 }, (_, at) => answer(`${at}: ${long}`, "Met", long));
    const rows = listProposalRows([...ten, answer("Red flags", "None")]);
    const options = { theme, width, rows: 30 };
    expect(renderProposals(rows, options).trim()).toBe(`Filled in for you\n  ${SHORTENED}`);
    const names = nameProposals(rows, options);
    expect(names[0]).toMatch(/^0: Every Friday.*\.\.\.: Met \(and 1 more\)$/);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(width - 7);
    expect(nameProposals(rows.slice(0, 2), options)[0]).toMatch(/^0: Every Friday[^:]*\.\.\.$/);
  },
);

test.each([
  { width: 80, name: `${"long words ".repeat(5)}and the rest` },
  { width: 50, name: "long words long words long words long..." },
])("a choice has as much of its label as a row of $width columns", ({ width, name }) => {
  const label = `${"long words ".repeat(5)}and the rest`;
  const rows = listProposalRows([answer(label, "x")]);
  expect(nameProposals(rows, { theme, width, rows: 40 })).toEqual([name]);
});

const ask = { message: '"fast" has no measure.', question: "How long may it take at most?" };

/** An answer of so many lines, of which the last one is asked about. */
function asked(label: string, count: number): ProposedAnswer {
  const plain = answer(label, ...Array<string>(count).fill("It sorts all of the notes by hand."));
  return { ...plain, findings: plain.lines.map((_, index) => (index === count - 1 ? [ask] : [])) };
}

test.each([
  { count: 5, notes: 1, said: 'Note: "fast" has no measure.' },
  { count: 9, notes: 1, said: 'Note: "fast" has' },
  { count: 9, notes: 3, said: 'Note: "fast"' },
])("says what is asked about a line that isn't shown: $count, $notes", (row) => {
  const noted = Array.from({ length: row.notes }, (_, index) =>
    asked(`Checks ${index}`, row.count),
  );
  const answers = [...whole.slice(0, 8 - row.notes), ...noted];
  const text = render(answers, { width: 50 });
  expect(text).toMatch(/and \d+ more/);
  expect(text.split(row.said).length - 1).toBe(row.notes);
});

test("names the choices whose answers have a note where none of them is shown", () => {
  const many = Array.from({ length: 20 }, (_, index) => asked(`Checks ${index}`, 9));
  const rows = listProposalRows([answer("Problem", long), ...many]);
  const options = { theme, width: 50, rows: 30 };
  expect(renderProposals(rows, options)).not.toContain("Note:");
  const [first, ...others] = nameProposals(rows, options);
  expect(first).not.toContain("(has a note)");
  expect(others.filter((name) => name.endsWith("(has a note)"))).toHaveLength(20);
  expect(others.filter((name) => name.length > 50)).toEqual([]);
});
