import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { Marked } from "marked";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { escapeMarkdown, listEntry } from "../../src/render/text/markdown.ts";

// GitHub links URLs with a scheme, www. and email addresses, not any two words joined by a dot.
const gitHubLike = new MarkdownIt({ html: true, linkify: true });
gitHubLike.linkify.set({ fuzzyLink: false }).add("//", null);

/** Independent markdown parsers; the first is the strictest. */
export const readers = {
  marked: (markdown: string) => new Marked({ gfm: true, async: false }).parse(markdown) as string,
  "markdown-it": (markdown: string) => gitHubLike.render(markdown),
  "markdown-it, CommonMark alone": (markdown: string) =>
    new MarkdownIt("commonmark").render(markdown),
  micromark: (markdown: string) =>
    micromark(markdown, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    }),
};

/** The name of a markdown parser. */
export type Reader = keyof typeof readers;

const entities: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

// A link to the web address that it shows, and to nothing around it.
const WEB_LINK = /<a href="(https?:\/\/[^"<>()[\]*\s@]*[a-z0-9/])">\1<\/a>/gi;

// What would be a person, an issue or an emoji on GitHub, as code.
const REFERENCE = /<code>((?:@[\w./-]+|[\w./-]*#\d+|gh-\d+|:[a-z0-9_+-]+:)+)<\/code>/gi;

/**
 * Returns the text of a page with a single paragraph; otherwise the whole page, which is then
 * wrong.
 */
export function readParagraph(html: string): string {
  const plain = html.replace(WEB_LINK, "$1").replace(REFERENCE, "$1");
  // Code that was typed as code.
  const linkless = plain.replace(/<code>([^<`\n]*)<\/code>/g, "`$1`");
  const inside = /^<p>([^<]*(?:<br ?\/?>\n?[^<]*)*)<\/p>\n?$/.exec(linkless)?.[1];
  if (inside === undefined) return `MARKUP: ${html}`;
  return (
    inside
      // A line end in HTML is only a space.
      .replace(/(?<!<br ?\/?>)\n/g, " ")
      .replace(/ ?<br ?\/?>\n?/g, "\n")
      .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
  );
}

/** Returns the lines that aren't empty: the one change an export makes. */
export function linesOf(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const marks = [..."#-+*_`~|[]()<>!&\\:.=@$"];
const words = [
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
  "https://a.example",
  "http://b-1.example:8080/",
  "/x_y",
  "?id=3&b=c",
  "#part",
  " `b <c> \\d|e` ",
];
const pieces = fc.constantFrom(...marks, ...words, "---", "```");

/** Answers that markdown would read as something else. */
export const trickyAnswers = fc
  .oneof(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")),
    fc
      .array(fc.string({ unit: "grapheme-ascii", maxLength: 12 }), { maxLength: 4 })
      .map((lines) => lines.join("\n")),
  )
  .filter((text) => text.trim() !== "");

/** The list that holds the answer, as HTML. */
const listWithAnswer = new RegExp(
  /^<ul>\s*<li>Title\s*<ul>\s*<li>([\s\S]*?)<\/li>\s*<\/ul>/.source +
    /\s*<\/li>\s*<li>Last<\/li>\s*<\/ul>\s*$/.source,
);

/**
 * Returns what a parser shows of an answer alone and in a nested list, and what was typed. Both are
 * equal if nothing is wrong.
 */
export function compareShown(reader: Reader, text: string): { shown: string[]; typed: string[] } {
  const render = readers[reader];
  const escaped = escapeMarkdown(text);
  const list = render(
    `${listEntry("Title")}\n${listEntry(`Yes: ${escaped}`, { depth: 1 })}\n${listEntry("Last")}\n`,
  );
  const note = listWithAnswer.exec(list);
  return {
    shown: [readParagraph(render(escaped)), readParagraph(`<p>${note?.[1] ?? list}</p>`)],
    typed: [linesOf(text), linesOf(`Yes: ${text.trim()}`)],
  };
}
