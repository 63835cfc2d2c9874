import fc from "fast-check";
import { expect, test } from "vitest";
import {
  breakAtWords,
  breakMessage,
  hang,
  indent,
  measure,
  twoColumns,
} from "../../src/render/layout.ts";
import { escapeMarkdown } from "../../src/render/text/markdown.ts";

const stopped = "Stopped. 2 of 5 answers are saved. To continue: builder-pm check";
const long =
  'Answer with flags instead: builder-pm check --answer problem=yes --evidence problem="..."';

test("keeps what someone types to change a line together", () => {
  const keys = 'Press Enter to keep these lines, or add one; "1: new text" changes line 1';
  expect(indent(keys, 50)).toBe(
    '  Press Enter to keep these lines, or add one;\n  "1: new text" changes line 1',
  );
});

test.each([
  { text: stopped, width: 80, want: stopped },
  {
    text: "First go there: cd /tmp/some/long/path/of/folders/friday-tag-counts",
    width: 50,
    want: "First go there:\n  cd /tmp/some/long/path/of/folders/friday-tag-counts",
  },
  {
    text: stopped,
    width: 50,
    want: "Stopped. 2 of 5 answers are saved. To continue:\n  builder-pm check",
  },
  ...["Built but not asked for", "Built but not asked fo"].map((label) => ({
    text: `Stopped. Nothing was changed. To continue: builder-pm review --redo "${label}"`,
    width: 50,
    want: `Stopped. Nothing was changed. To continue:\nbuilder-pm review --redo "${label}"`,
  })),
  {
    text: long,
    width: 50,
    want:
      "Answer with flags instead:\n" +
      '  builder-pm check --answer problem=yes --evidence problem="..."',
  },
  {
    text: "Next: builder-pm review (judge the result against your own checks)",
    width: 50,
    want: "Next: builder-pm review (judge the result against\nyour own checks)",
  },
  { text: `Three ways on:\n  ${long}`, width: 100, want: `Three ways on:\n  ${long}` },
  {
    text: `Decide, cut, or add time:\n  builder-pm log "x" --extend 60 --because "..."`,
    width: 40,
    want: `Decide, cut, or add time:\n  builder-pm log "x" --extend 60 --because "..."`,
  },
  {
    text: "  check      take the reality check: five honest questions",
    width: 50,
    want: "  check      take the reality check: five honest\n             questions",
  },
])("doesn't break a command in '$text' at $width columns", ({ text, width, want }) => {
  expect(breakMessage(text, width)).toBe(want);
});

const longPath = `/${"folder-name/".repeat(12)}file.md`;
const links = [
  `https://example.com/${"a".repeat(100)}`,
  `http://example.com/search?q=${"word+".repeat(20)}&page=2#top`,
  `mailto:${"name.".repeat(20)}name@example.com`,
  `www.example.com/${"part/".repeat(20)}`,
  `file:///${"C:/Users/".repeat(12)}x.html`,
  longPath,
  `C:\\${"Users\\".repeat(20)}x`,
];

test.each(links)("keeps %s whole at any width", (link) => {
  for (const width of [50, 80]) {
    for (const text of [
      link,
      `See ${link} for more.`,
      `\u8bf7\u770b${link}\u3002`,
      `(${link}), then "${link}"`,
    ]) {
      const shown = [
        breakAtWords(`- ${text}`, width),
        breakMessage(text, width),
        hang("  1. ", text, width),
        indent(text, width, 4),
        twoColumns([["left", text]], width).join("\n"),
        breakAtWords(escapeMarkdown(text), width).replace(/\\([!-/:-@[-`{-~])/g, "$1"),
      ];
      for (const block of shown.slice(0, 5)) expect(block).toContain(link);
      expect(shown[5]).toContain(link.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
    }
  }
});

test("never breaks a link, and fits every other line", () => {
  const word = fc.oneof(
    fc.constantFrom(...links),
    fc.stringMatching(/^[a-z]{1,120}$/),
    fc.constant("\u4f60\u597d".repeat(40)),
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.integer({ min: 24, max: 100 }),
      (words, width) => {
        const lines = indent(words.join(" "), width).split("\n");
        for (const link of links.filter((candidate) => words.includes(candidate))) {
          expect(lines.filter((line) => line.includes(link)).length).toBeGreaterThan(0);
        }
        const others = lines.filter((line) => !links.some((link) => line.includes(link)));
        expect(others.filter((line) => measure(line) > width)).toEqual([]);
        expect(lines.join("").replace(/\s/g, "")).toBe(words.join("").replace(/\s/g, ""));
      },
    ),
  );
});

test("breaks a quote into lines that are quoted too", () => {
  const words = "one two three four five six seven";
  expect(breakAtWords(`  > - ${words}\n> ${words}`, 28)).toBe(
    "  > - one two three four\n  >   five six seven\n> one two three four five\n> six seven",
  );
});

test.each([
  ["Its page: say builder-pm lint --rule vague-term", "builder-pm lint --rule vague-term"],
  ["You can do a bit more (what they do: builder-pm help more)", "builder-pm help more)"],
  [
    'To add: builder-pm spec --redo bet --because "..." --project monday-report (or stop)',
    'builder-pm spec --redo bet --because "..." --project monday-report',
  ],
  [
    'If it\'s your own: npx builder-pm start "Weekly churn themes" --own, or choose a slice.',
    'npx builder-pm start "Weekly churn themes" --own',
  ],
  [
    "To save this page: builder-pm handoff --print > HANDOFF.md before you go on",
    "builder-pm handoff --print > HANDOFF.md",
  ],
  [
    'Saved. (builder-pm review --answer verdict.2=met --answer saw.2="...")',
    'builder-pm review --answer verdict.2=met --answer saw.2="..."',
  ],
])("keeps a command in a sentence on one row: %s", (text, command) => {
  for (let width = 42; width < 60; width++)
    expect(
      indent(text, width)
        .split("\n")
        .some((row) => row.includes(command)),
    ).toBe(true);
});

test("gives a command that is wider than the window a row of its own", () => {
  const text = "Now type builder-pm completion --powershell-profile name and press Enter.";
  expect(indent(text, 24).split("\n")).toEqual([
    "  Now type",
    "  builder-pm completion --powershell-profile name",
    "  and press Enter.",
  ]);
});

test("never breaks a line for a shell", () => {
  const line = "    echo 'eval \"$(builder-pm completion bash)\"' >> ~/.bashrc";
  expect(breakMessage(`For bash:\n${line}`, 50)).toBe(`For bash:\n${line}`);
});

test("never breaks a command in parentheses inside a word", () => {
  const text = "Change it (builder-pm review --redo verdict.2). Then go on.";
  for (let width = 34; width < 44; width++)
    expect(indent(text, width)).toMatch(/(?:^|\s)verdict\.2|--redo verdict\.2/);
});
