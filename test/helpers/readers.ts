import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { Marked } from "marked";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { escapeMarkdown, listEntry } from "../../src/render/text/markdown.ts";

// GitHub makes links of addresses with a scheme, of www. and of mail, not of any two words with a
// point between.
const gitHubLike = new MarkdownIt({ html: true, linkify: true });
gitHubLike.linkify.set({ fuzzyLink: false }).add("//", null);

/** Programs that read markdown, each by other people, and the first as strict as it gets. */
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

/** The name of a reader. */
export type Reader = keyof typeof readers;

const entities: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/**
 * The text a reader sees in a page that is one paragraph and nothing else; else the page itself,
 * which is then wrong.
 */
export function readParagraph(html: string): string {
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
];
const pieces = fc.constantFrom(...marks, ...words, "---", "```");

/** Answers of the kind that markdown would take for something else. */
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
 * What the reader shows of an answer alone and in a nested list, beside what was typed; the same
 * when all is well.
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
