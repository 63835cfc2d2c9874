import type { NamedQuestion } from "./names.ts";
import type { NoteLine } from "./note-line.ts";

const FIGURE = /[$\u20ac\u00a3%]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3}|\d,\d{3}/;
const QUOTE = /^["\u201c]/;

/** Leaves out what may be a remark of someone else, or belong to another question. */
export function fits(asked: NamedQuestion, text: string, line: NoteLine): boolean {
  if (line.isCode && asked.type !== "text") return false;
  if (line.isQuote && asked.holds !== "facts") return false;
  if (text.startsWith("~~") && !asked.takesCuts) return false;
  return isSure(text, line);
}

/** Returns true for a quote, or a count in a list or a table. */
export function belongsToFacts(text: string, line: NoteLine): boolean {
  if (line.kind === "row") return isRowOfFigures(line);
  return QUOTE.test(text) || (line.kind === "entry" && FIGURE.test(text));
}

function isRowOfFigures({ cells }: NoteLine): boolean {
  const [, ...others] = cells.filter(Boolean);
  return others.length > 0 && others.every((cell) => /^\W*\d[\d.,]*\W*\w?$/.test(cell));
}

/** An open question, a link, a lead-in or a box with a word or two beside it is no answer. */
function isSure(text: string, { isBox, isQuote }: NoteLine): boolean {
  if (/^[^?]*\?+$|:$|^todo\b/i.test(text)) return false;
  if (!isQuote && /^\([^)]*\)$/.test(text)) return false;
  if (/^(?:https?:\/\/\S+|@\S+.*|\/\w+ .*|cc @.*)$/.test(text)) return false;
  return !isBox || text.split(" ").length > 3;
}

/** A user story is about what its "I want" is about. */
export function startsStory({ text }: NoteLine, after: NoteLine | undefined): boolean {
  const wish = /(?:^|\W)i want\b/i;
  return /^as an? /i.test(text) && (wish.test(text) || wish.test(after?.text ?? ""));
}
