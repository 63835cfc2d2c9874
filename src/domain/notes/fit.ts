import type { NamedQuestion } from "./names.ts";
import type { NoteLine } from "./note-line.ts";

const FIGURE = /[$\u20ac\u00a3%]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3}|\d,\d{3}/;
/** In a sentence, a price isn't enough: it may be how things are today. */
export const COUNT =
  /\d\s?%|(?<![$\u20ac\u00a3\w]|\bthe )(?!(?:19|20)\d\d(?!\d))\d{3}|\d,\d{3}|\b\d+ of (?:them|those|\d+)\b|\b(?:two thirds|median)\b/i;
/** What tells a fact from its meaning: a number, a quote, a link or who said it. */
const SOURCE =
  /\d|["\u201c]|https?:|\b\w+ of (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|them)\b|\b(?:said|says|told|asked|heard|saw|complain\w*|tickets?|interview\w*|survey\w*|mentioned|nobody)\b/i;
const WISH =
  /\b(?:should|shall|will|would|could|we want|i want|we need|we'd|let'?s|please|add|allow|enable|so that|new|idea)\b/i;
/** What someone wants is no problem. */
const PROPOSAL = /\b(?:should|we want|we need|let'?s|please)\b/i;
/** Words about the notes themselves or about plans of the company. */
const REMARK =
  /\b(?:reopen|(?:short|the|this) discussion|strategy|this (?:doc|document|page|draft|thread))\b/i;
const QUOTE = /^(?:["\u201c]|-- ?\p{Lu})/u;

/** Leaves out what may be a remark of someone else, or belong to another question. */
export function fits(asked: NamedQuestion, text: string, line: NoteLine): boolean {
  if (line.isCode && asked.type !== "text") return false;
  if (line.isQuote && asked.holds !== "facts") return false;
  if (text.startsWith("~~") && !asked.takesCuts) return false;
  if (asked.holds === "words" && PROPOSAL.test(text)) return false;
  return isSure(text, line);
}

/** Returns true for a quote, or a count in a list or a table. */
export function belongsToFacts(text: string, line: NoteLine): boolean {
  if (line.isQuote || QUOTE.test(text)) return true;
  if (line.kind === "row") return isRowOfFigures(line);
  return (line.kind === "text" ? COUNT : FIGURE).test(text);
}

/** The first text of a ticket may be a wish as well. */
export function isAboutToday(text: string, line: NoteLine): boolean {
  return line.kind === "text" && !line.isCode && !WISH.test(text);
}

/** A sentence among facts may only say what they mean. */
export function isFact(text: string, line: NoteLine): boolean {
  return line.kind === "row" || line.isQuote || SOURCE.test(text);
}

function isRowOfFigures({ cells }: NoteLine): boolean {
  const [, ...others] = cells.filter(Boolean);
  return others.length > 0 && others.every((cell) => /^\W*\d[\d.,]*\W*\w?$/.test(cell));
}

/** An open question, a link, a lead-in or a box with a word or two beside it is no answer. */
function isSure(text: string, { isBox, isQuote }: NoteLine): boolean {
  if (/^[^?]*\?+$|:$|^todo\b/i.test(text)) return false;
  if (REMARK.test(text)) return false;
  if (!isQuote && /^\([^)]*\)$/.test(text)) return false;
  if (/^(?:https?:\/\/\S+|@\S+.*|\/\w+ .*|cc @.*)$/.test(text)) return false;
  return !isBox || text.split(" ").length > 3;
}

/** A user story is about what its "I want" is about. */
export function startsStory({ text }: NoteLine, after: NoteLine | undefined): boolean {
  const wish = /(?:^|\W)i want\b/i;
  return /^as an? /i.test(text) && (wish.test(text) || wish.test(after?.text ?? ""));
}

/** Returns true for what a named person is going to do: "Imogen will draw this up". */
export function isPlan(text: string, people: ReadonlySet<string>): boolean {
  const [, name = ""] = /^(\p{Lu}\p{Ll}+) (?:will|to)\b/u.exec(text) ?? [];
  return people.has(name) || / wants to (?:ask|check|talk)\b/.test(text);
}
