import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown, listEntry } from "../../../src/render/text/markdown.ts";
import {
  compareShown,
  linesOf,
  type Reader,
  readers,
  readParagraph,
  trickyAnswers,
} from "../../helpers/readers.ts";
import { countRuns } from "../../helpers/runs.ts";

const hostile = [
  "<b>bold</b>",
  "<script>alert(1)</script>",
  "<!-- gone -->",
  "<https://a.example>",
  "</p><hr>",
  "<a href='x'>y</a>",
  "|x|y|\n|-|-|\n|1|2|",
  "a | b\n--- | ---",
  "[y](z)",
  "[y](https://z.example)",
  "![y](z)",
  "[y][z]\n\n[z]: /url",
  "[^1]\n\n[^1]: note",
  "`code`",
  "Run `node a.mjs <file> *.csv`, then (`b_c`).",
  "`one` and `two words`",
  "` one` and ` two`",
  "`a``b` `c",
  "`a\\` b `c`",
  "$`x`$ and `$x$`",
  "`/srv/x` `@name` `#12`",
  "``",
  "```\ncode\n```",
  "~~~\ncode\n~~~",
  "~~gone~~",
  "**bold**",
  "__bold__",
  "_i_",
  "*i*",
  "***",
  "# head",
  "###### head",
  "head\n===",
  "head\n---",
  "- list",
  "+ list",
  "* list",
  "1. list",
  "1) list",
  "12345. x",
  "- [ ] task",
  "- [x] task",
  "[ ] task",
  "> quote",
  ">",
  "---",
  "___",
  "* * *",
  "===",
  "    code",
  "\tcode",
  "http://a.example",
  "https://a.example/x_y",
  "www.a.example",
  "_www.a.example_",
  "WWW.A.example",
  "me@a.example",
  "ftp://a.example",
  "mailto:me@a.example",
  "xmpp:me@a.example",
  "a.example",
  "//a.example",
  "http:\\\\a",
  "&amp;",
  "&lt;b&gt;",
  "&#35;",
  "&nbsp;",
  "\\",
  "\\\\",
  "\\*",
  "a\\",
  "a\\\nb",
  "trailing  \nspaces",
  "back\\slash",
  "$x$",
  "$$x$$",
  ":smile:",
  "12:30:45",
  "a\n\nb",
  "a\n\n\n# b",
  "a\r\nb",

  "@name",
  "#12",
  "user/repo#12",
  "==mark==",
  "x^2^",
  "H~2~O",
  ": term",
  "term\n: text",
  "{.class}",
  "{{ site.x }}",
  "[[wiki]]",
  "<details>",
  "a<b",
  "a>b",
  "5 < 6 & 7 > 6",
  '"quoted"',
  "'quoted'",
  "(c) (tm) -- ...",
];

test("leaves code that stands alone as it was typed", () => {
  const typed = "Run `node report.mjs --week 3`, then open `out/report.csv` (`.csv`).";
  expect(escapeMarkdown(typed)).toBe(typed);
  expect(escapeMarkdown("a`b` and `c")).toBe("a\\`b\\` and \\`c");
});

test.each(Object.keys(readers))("%s shows hostile answers as they were typed", (name) => {
  const render = readers[name as Reader];
  const shown = hostile.map((text) => readParagraph(render(escapeMarkdown(text))));
  expect(shown).toEqual(hostile.map((text) => linesOf(text.replaceAll("\t", " "))));
});

test.each(Object.keys(readers))(
  "%s would render most of these as markup without escaping",
  (name) => {
    const harmless = hostile.filter(
      (text) => readParagraph(readers[name as Reader](text)) === linesOf(text),
    );
    expect(harmless.length).toBeLessThan(hostile.length / 2);
  },
);

test.each(Object.keys(readers))(
  "%s shows any answer as typed, alone and in a nested list",
  (name) => {
    fc.assert(
      fc.property(trickyAnswers, (text) => {
        const { shown, typed } = compareShown(name as Reader, text);
        expect(shown).toEqual(typed);
      }),
      { numRuns: countRuns(1_000) },
    );
  },
);

test.each(["orders_2026.csv", "see q3_report_final.md", "C1_total"])(
  "a file name such as %s gets no backslash",
  (typed) => expect(escapeMarkdown(typed)).toBe(typed),
);

// One row for each: what was typed, and whether it is printed as it is.
const links: [typed: string, isKept: boolean][] = [
  ["https://example.com/report?id=3", true],
  ["see https://example.com/a_b/c-d.html?x=1&y=2#part, and (http://a.example).", true],
  ["https://example.com", true],
  ["(see https://example.com/a).", true],
  ["(see https://example.com.)", true],
  ["(see https://example.com/a.)", false],
  ["(see https://example.com/?)", false],
  ["https://example.com:8080/", true],
  ["https://example.com/100%25?", true],
  ["https://example.com/_a_", false],
  ["https://example.com/%_a_%20", false],
  ["https://example.com/*a*", false],
  ["https://example.com/~a~", false],
  ["https://example.com/a#12", false],
  ["https://example.com/@name", false],
  ["https://name@example.com/", false],
  ["https://example.com/?a=&copy;", false],
  ["https://example.com/a[b](c)", false],
  ["https://example.com/<b>", false],
  ["https://example.com/`a`", false],
  ["https://example.com/|a", false],
  ["https://example.com/https://b.example", false],
  ["https://localhost/a", false],
  ["https://ex\u0430mple.com", false],
  ["xhttps://example.com", false],
  ["[https://example.com]", false],
  ["ftp://example.com", false],
  ["www.example.com", false],
  ["javascript:alert(1)", true],
  ["javascript://example.com/a", false],
];

test.each(links)("a link in %j is kept: %j", (typed, isKept) => {
  expect(escapeMarkdown(typed) === typed).toBe(isKept);
});

test.each(Object.keys(readers))("%s links only web addresses typed as such", (name) => {
  const render = readers[name as Reader];
  for (const [typed] of links) {
    const html = render(escapeMarkdown(typed));
    expect(readParagraph(html)).toBe(typed);
    if (!/(?:^|[ (])https?:/.test(typed)) expect(html).not.toContain("<a");
  }
});

test("escapes what is around a link", () => {
  expect(escapeMarkdown("*1* https://a.example *2* @x")).toBe(
    "\\*1\\* https://a.example \\*2\\* `@x`",
  );
  expect(escapeMarkdown("1. https://a.example\n- http://b.example")).toBe(
    "1\\. https://a.example  \n\\- http://b.example",
  );
});

test.each([
  "3.8 min, 38 min for 10 mails",
  "-5 days, +3 people",
  "1.5 h",
  "R&D, H&M & co",
  "9 minutes a mail",
])("leaves %j as it is, because it is no markup", (text) => {
  expect(escapeMarkdown(text)).toBe(text);
});

test("shows control characters as symbols", () => {
  expect(escapeMarkdown("a\u001b[31mb\u0007\rc")).toBe("a\u241b\\[31mb\u2407\u240dc");
});

test("aligns the lines of an entry", () => {
  expect(listEntry("one\ntwo", { mark: "- [x]" })).toBe("- [x] one\n  two");
  expect(listEntry("one\ntwo", { depth: 1 })).toBe("  - one\n    two");
});
