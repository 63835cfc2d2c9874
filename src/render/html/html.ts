import { makeVisible } from "../visible.ts";

/** Markup that is safe to put into a page. Only {@link html} makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What can stand in a template: markup, text that is escaped, or nothing. */
export type Hole = Html | string | number | undefined | readonly Hole[];

/**
 * Makes markup from a template. Every hole that isn't markup already is escaped and made visible:
 * this is the only place where a text becomes markup.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  const known = joined.get(parts) ?? joinTemplateParts(parts);
  let markup = known[0] ?? "";
  for (let index = 1; index < known.length; index++)
    markup += toMarkup(holes[index - 1]) + known[index];
  return new Html(markup);
}

/** The parts of each template without line breaks, because a page uses the same ones many times. */
const joined = new WeakMap<TemplateStringsArray, readonly string[]>();

function joinTemplateParts(parts: TemplateStringsArray): readonly string[] {
  const lines = parts.map(joinTemplateLines);
  joined.set(parts, lines);
  return lines;
}

/** A line break between tags is nothing, and a space inside a sentence or a tag. */
function joinTemplateLines(part: string): string {
  return part.replace(/(?<=>)\n\s*|\n\s*(?=<)/g, "").replace(/\n\s*/g, " ");
}

function toMarkup(hole: Hole): string {
  if (hole instanceof Html) return hole.markup;
  if (hole === undefined) return "";
  // Added up instead of joined, which would copy the pictures at every level.
  if (typeof hole === "object") {
    let markup = "";
    for (const one of hole) markup += toMarkup(one);
    return markup;
  }
  const text = String(hole);
  return SAFE.test(text) ? text : escapeHtml(makeVisible(text));
}

/** Text that is visible, and means nothing in markup: most of it. */
const SAFE = /^[\n !#-%(-;=?-~]*$/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Shows what a person typed inside a line of ours, whatever direction it is written in. */
export function typed(text: string): Html {
  return html`<bdi>${tidyLines(text)}</bdi>`;
}

/** Returns the lines of a text as all pages show them: without margins and empty lines. */
export function tidyLines(text: string): string {
  const visible = makeVisible(text);
  if (!/[\n\r]/.test(visible)) return visible.trim();
  return visible
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Returns the text of a page that a reader can see or hear, to look for secrets in it. */
export function readHtmlText({ markup }: Html): string {
  return markup
    .replace(/ src="data:[^"]*"/g, "")
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<img\b[^>]*? alt="([^"]*)"[^>]*>/g, "\n$1\n")
    .replace(/<\/?(?:bdi|b|code|span)\b[^>]*>/g, "")
    .replace(/(?:<[^>]*>|\n)+/g, "\n")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? "");
}

const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ENTITIES).map(([character, entity]) => [entity, character]),
);
