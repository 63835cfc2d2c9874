import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadLibrary } from "../../src/content/load.ts";
import { createTempFolder } from "../helpers/temp.ts";

const sound = `title: A script
summary: Small and useful.
order: 20
hours: 4
for: PMs with a chore.
trains: [slice, spec]
before: [One export]
example: Ana joins two files.
checks: [It adds up.]
notBuilding: [A database]
stop: Stop at hour 4.
engineer: [The key]
failsWhen: Nobody looks.`;

/** Loads a library with this slice and two valid ones. */
async function loadBeside(broken: string) {
  const folder = createTempFolder();
  mkdirSync(join(folder, "slices"));
  const write = (name: string, text: string) => writeFileSync(join(folder, "slices", name), text);
  write("a-late.md", `---\n${sound}\n---\n\nBegin small.\n`);
  write("b-broken.md", broken);
  write("c-early.md", `---\n${sound.replace("order: 20", "order: 10")}\n---\n`);
  write("notes.txt", "no content at all");
  const library = await loadLibrary({ folder }, ["slices"]);
  return { library, folder, file: join(folder, "slices", "b-broken.md") };
}

const withLine = (from: string, to: string) => `---\n${sound.replace(from, to)}\n---\n`;
const quotes = "put it in quotes";
const bracket = "write one text, in quotes if it starts with [";
const colon = "put it in quotes: text with a colon and a space looks like a field";
const example = "see content/README.md for an example";

test.each([
  ...[
    {
      line: "title: 2026-07-02",
      column: 8,
      message: "must be text, but YAML reads 2026-07-02 as a date",
    },
    {
      line: "title: 12:30",
      column: 8,
      message: "must be text, but YAML reads 12:30 as the number 750",
    },
    { line: "title: 012", column: 8, message: "must be text, but YAML reads 012 as the number 10" },
    { line: "title: yes", column: 8, message: undefined },
    { line: "title: true", column: 8, message: "must be text, but YAML reads true as yes or no" },
    { line: "title: ~", column: 8, message: "must be text, but YAML reads ~ as nothing" },
    {
      line: "title: [a]",
      column: 8,
      message: "must be text, but YAML reads it as a list",
      fix: bracket,
    },
    {
      line: "title: { a: b }",
      column: 8,
      fix: colon,
      message: "must be text, but YAML reads it as a group of fields",
    },
  ].map((row) => ({
    fix: quotes,
    ...row,
    field: "title",
    place: 2,
    text: withLine("title: A script", row.line),
  })),
  {
    field: "title",
    text: withLine("title: A script", 'title: " "'),
    place: 2,
    column: 8,
    message: "must not be empty",
    fix: example,
  },
  {
    field: "titel",
    text: withLine("hours: 4", "hours: 4\ntitel: x"),
    place: 6,
    column: 8,
    message: "unknown field",
    fix: "did you mean title?",
  },
  {
    field: "stop",
    text: withLine("stop: Stop at hour 4.\n", ""),
    place: 1,
    column: 1,
    message: "is missing",
    fix: "add it",
  },
  {
    field: "hours",
    text: withLine("hours: 4", "hours: four"),
    place: 5,
    column: 8,
    message: 'must be a number, not "four"',
    fix: "write a number, without quotes",
  },
  {
    field: "hours",
    text: withLine("hours: 4", "hours: 0"),
    place: 5,
    column: 8,
    message: "must be at least a quarter of an hour",
    fix: example,
  },
  {
    field: "checks",
    text: withLine("[It adds up.]", "It adds up."),
    place: 10,
    column: 9,
    message: 'must be a list, not "It adds up."',
    fix: "write [one, two], or each entry on its own line after a dash",
  },
  {
    field: "trains.2",
    text: withLine("[slice, spec]", "[slice, Spec]"),
    place: 7,
    column: 17,
    message: "must be lower-case letters, digits and hyphens, at most 64",
    fix: example,
  },
  {
    field: "before.1",
    text: withLine("[One export]", "\n  - 2026-07-02"),
    place: 9,
    column: 5,
    message: "must be text, but YAML reads 2026-07-02 as a date",
    fix: quotes,
  },
])("$field: $message", async ({ field, text, place, column, message, fix }) => {
  const { library, folder, file } = await loadBeside(text);
  const problems =
    message === undefined ? [] : [{ folder, file, line: place, column, field, message, fix }];
  expect(library.problems).toEqual(problems);
  expect(library.slices.map(({ id }) => id)).toEqual([
    "c-early",
    "a-late",
    ...(message ? [] : ["b-broken"]),
  ]);
});

test.each([
  { text: "no front matter", line: 1, column: 1, message: "the first line must be exactly ---" },
  {
    text: "---\na: 1\n\tb: 2\n---\n",
    line: 3,
    column: 1,
    message: "there is a tab at the start of the line",
  },
  {
    text: "---\ntitle: 'open\n---\n",
    line: 2,
    column: 8,
    message: /^the fields are not valid YAML: a quote isn't closed/,
  },
])(
  "reports an invalid file with its location: $message",
  async ({ text, line, column, message }) => {
    const { library, file } = await loadBeside(text);
    expect(library.problems).toMatchObject([
      { file, line, column, field: "", message: expect.stringMatching(message) },
    ]);
    expect(library.slices).toHaveLength(2);
  },
);

test("reports every problem of a file", async () => {
  const { library } = await loadBeside("---\ntitle: 012\nextra: 1\n---\n");
  const named = library.problems.map(({ field, line }) => `${field}:${line}`);
  expect(named).toEqual(
    expect.arrayContaining(["title:2", "extra:3", "summary:1", "hours:1", "engineer:1"]),
  );
});

test("reports front matter that isn't a group of fields", async () => {
  const { library, file } = await loadBeside("---\n- a\n- b\n---\n");
  expect(library.problems[0]).toMatchObject({ file, line: 1 });
  expect(library.slices).toHaveLength(2);
});

test("takes the body from below the front matter and the id from the file name", async () => {
  const { library } = await loadBeside(`---\n${sound}\n---\n\nOne\ntwo.\n`);
  expect(library.slices.find(({ id }) => id === "b-broken")).toMatchObject({
    body: "One\ntwo.",
    trains: ["slice", "spec"],
  });
});

test("reports a missing folder without throwing", async () => {
  const folder = createTempFolder();
  const library = await loadLibrary({ folder }, ["checklists", "slices"]);
  expect(library).toMatchObject({ checklists: [], slices: [] });
  expect(library.problems.map(({ file, message }) => [file, message])).toEqual([
    [join(folder, "checklists"), "this folder can't be read: it doesn't exist"],
    [join(folder, "slices"), "this folder can't be read: it doesn't exist"],
  ]);
});

const page = `title: A page
summary: One screen
order: 10`;

test.each([
  { more: "", problem: undefined },
  { more: "\nsource: { title: Ana Lima, link: https://example.org/a }", problem: undefined },
  {
    more: "\nsource: { title: Ana Lima, link: example.org }",
    problem: "source.link: must be an address that starts with https://",
  },
  { more: "\nsource: { title: Ana Lima }", problem: "source.link: is missing" },
  { more: "\nhours: 4", problem: "hours: unknown field" },
])("loads a guide page or reports its problem: $problem", async ({ more, problem }) => {
  const folder = createTempFolder();
  mkdirSync(join(folder, "guide"));
  writeFileSync(join(folder, "guide", "talks.md"), `---\n${page}${more}\n---\n\nOne.\n`);
  const { guide, problems } = await loadLibrary({ folder }, ["guide"]);
  expect(problems.map(({ field, message }) => `${field}: ${message}`)).toEqual(
    problem ? [problem] : [],
  );
  expect(guide).toMatchObject(problem ? [] : [{ id: "talks", title: "A page", body: "One." }]);
});
