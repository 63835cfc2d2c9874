import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { Marked } from "marked";
import { expect, test } from "vitest";
import { escapeMarkdown, listEntry } from "../../src/render/markdown.ts";

// GitHub makes links of addresses with a scheme, of www. and of mail, not of any two words with a point between.
const gitHubLike = new MarkdownIt({ html: true, linkify: true });
gitHubLike.linkify.set({ fuzzyLink: false }).add("//", null);

const renderers = {
  marked: (markdown: string) => new Marked({ gfm: true, async: false }).parse(markdown) as string,
  "markdown-it": (markdown: string) => gitHubLike.render(markdown),
  "markdown-it, CommonMark alone": (markdown: string) => new MarkdownIt("commonmark").render(markdown),
};

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** The text a reader sees in a page that is one paragraph and nothing else; else the page itself, which is then wrong. */
function readParagraph(html: string): string {
  const inside = /^<p>([^<]*(?:<br ?\/?>\n?[^<]*)*)<\/p>\n?$/.exec(html)?.[1];
  if (inside === undefined) return `MARKUP: ${html}`;
  return (
    inside
      // A line end of the page itself is but a space to a reader.
      .replace(/(?<!<br ?\/?>)\n/g, " ")
      .replace(/<br ?\/?>\n?/g, "\n")
      .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
  );
}

/** What was typed, as lines that hold something: the one change an export makes. */
function linesOf(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const hostile = [
  ...[
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "<https://a.example>",
    "</p><hr>",
    "<a href='x'>y</a>",
  ],
  ...["|x|y|\n|-|-|\n|1|2|", "a | b\n--- | ---", "[y](z)", "![y](z)", "[y][z]\n\n[z]: /url", "[^1]\n\n[^1]: note"],
  ...["`code`", "``", "```\ncode\n```", "~~~\ncode\n~~~", "~~gone~~", "**bold**", "__bold__", "_i_", "*i*", "***"],
  ...[
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
  ],
  ...["- [ ] task", "- [x] task", "[ ] task", "> quote", ">", "---", "___", "* * *", "===", "    code", "\tcode"],
  ...[
    "http://a.example",
    "https://a.example/x_y",
    "www.a.example",
    "_www.a.example_",
    "WWW.A.example",
    "me@a.example",
    "ftp://a.example",
  ],
  ...[
    "mailto:me@a.example",
    "xmpp:me@a.example",
    "a.example",
    "//a.example",
    "http:\\\\a",
    "&amp;",
    "&lt;b&gt;",
    "&#35;",
    "&nbsp;",
  ],
  ...["\\", "\\\\", "\\*", "a\\", "a\\\nb", "trailing  \nspaces", "back\\slash", "$x$", "$$x$$", ":smile:", "12:30:45"],
  ...[
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
  ],
  ...[
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
  ],
];

test.each(Object.keys(renderers))("%s shows hostile answers as they were typed", (name) => {
  const render = renderers[name as keyof typeof renderers];
  const shown = hostile.map((text) => readParagraph(render(escapeMarkdown(text))));
  expect(shown).toEqual(hostile.map((text) => linesOf(text.replaceAll("\t", " "))));
});

test("without escaping nearly all of these would do something, so the renderers do look", () => {
  const harmless = hostile.filter((text) => readParagraph(renderers.marked(text)) === linesOf(text));
  expect(harmless.length).toBeLessThan(hostile.length / 2);
});

const pieces = fc.constantFrom(
  ...[
    "#",
    "-",
    "+",
    "*",
    "_",
    "`",
    "~",
    "|",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "!",
    "&",
    "\\",
    ":",
    ".",
    ")",
    "=",
    "@",
    "$",
  ],
  ...[
    "1",
    "23",
    "a",
    "b c",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "http://",
    "www.",
    "://",
    "x@y.zz",
    "&amp;",
    "<br>",
    "---",
    "```",
  ],
);
const answers = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")),
  fc.array(fc.string({ unit: "grapheme-ascii", maxLength: 12 }), { maxLength: 4 }).map((lines) => lines.join("\n")),
);

test.each(Object.keys(renderers))("%s shows any answer as it was typed, alone and in a nested list", (name) => {
  const render = renderers[name as keyof typeof renderers];
  fc.assert(
    fc.property(answers, (text) => {
      fc.pre(text.trim() !== "");
      const escaped = escapeMarkdown(text);
      expect(readParagraph(render(escaped))).toBe(linesOf(text));
      const list = render(
        `${listEntry("Title")}\n${listEntry(`Yes: ${escaped}`, { depth: 1 })}\n${listEntry("Last")}\n`,
      );
      const note =
        /^<ul>\s*<li>Title\s*<ul>\s*<li>([\s\S]*?)<\/li>\s*<\/ul>\s*<\/li>\s*<li>Last<\/li>\s*<\/ul>\s*$/.exec(list);
      expect(readParagraph(`<p>${note?.[1] ?? list}</p>`)).toBe(linesOf(`Yes: ${text.trim()}`));
    }),
    { numRuns: 1_000 },
  );
});

test("control characters become symbols", () => {
  expect(escapeMarkdown("a\u001b[31mb\u0007\rc")).toBe("a\u241b\\[31mb\u2407\u240dc");
});

test("lines after the first stand below the text of their entry", () => {
  expect(listEntry("one\ntwo", { mark: "- [x]" })).toBe("- [x] one\n  two");
  expect(listEntry("one\ntwo", { depth: 1 })).toBe("  - one\n    two");
});
