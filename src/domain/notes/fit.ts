import type { NamedQuestion } from "./named-question.ts";
import { anyWordOf } from "./normal-name.ts";
import type { NoteLine } from "./note-line.ts";

const FIGURE = /[$\u20ac\u00a3%]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3}|\d,\d{3}/;
/** In a sentence, a price isn't enough: it may be how things are today. */
export const COUNT =
  /\d\s?%|(?<![$\u20ac\u00a3\w]|\bthe )(?!(?:19|20)\d\d(?!\d))\d{3}(?!\d* (?:euros?|dollars|pounds|eur|usd)\b)|\d,\d{3}|\b\d+ (?:out )?of (?:them|those|\d+)\b|\b(?:two thirds|median)\b/i;
/** In a sentence, a number is a fact if it's a share, or if the sentence says when or by whom. */
const SHARE =
  /\d\s?%|(?<![\d,])\d{1,3} (?:out )?of (?:them|those|\d+)\b|\b(?:two thirds|median|percent)\b/i;
const WHEN = anyWordOf([
  String.raw`(?:19|20)\d\d|q[1-4]|since|last|during|yesterday`,
  String.raw`(?<=^|[.,;(]\s*)see`,
  "january|february|march|april|june|july|august|september|october|november|december",
  String.raw`(?:in|by|of|between|\d) (?:may|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`,
]);
const WITNESS = new RegExp(
  String.raw`(?<!\b(?:not|never|be|is|are) )\b` +
    String.raw`(?:(?:showed|told) (?:us|me)|counted|measured|timed|logged)\b.*\d`,
  "i",
);
/** What tells a fact from its meaning: a number, a quote, a link or who said it. */
const SOURCE =
  /\d|["\u201c]|https?:|\b\w+ of (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|them)\b|\b(?:said|says|told|asked|heard|saw|complain\w*|tickets?|interview\w*|survey\w*|mentioned|nobody)\b/i;
const WISH =
  /\b(?:should|shall|will|would|could|we want|i want|we need|we'd|let['\u2019]s|please|a way (?:for|to)|ability to|add|allow|enable|so that|new|idea)\b/i;
/** What must not be done with data is a rule, also among what isn't built. */
const RULE =
  /\b(?:never(?! again)|must not|mustn't|may not|(?:don't|do not) (?:log|record|save|share|store|track))\b/i;
/** What shows that a line under a heading answers something else, by what the answer holds. */
const FOREIGN: Record<NonNullable<NamedQuestion["holds"]>, RegExp | undefined> = {
  // What someone wants is no problem, and neither are two words: "child opp."
  words: new RegExp(
    [
      String.raw`^[Aa]s an? .{2,60}\bI (?:want|need|can|would)\b`,
      String.raw`\b(?:[Ss]hould|[Ww]e want|[Ww]e need|[Ll]et['\u2019]s|[Pp]lease)\b`,
      String.raw`^[^\p{Lu}\s]\S* \S+$`,
    ].join("|"),
    "u",
  ),
  facts: undefined,
  // "Don't sync" is a rule or a cut.
  cases: /(?:^|[.!:] )(?:don't|do not|never|no need)\b/i,
};
/** What a plan leaves out, or must not do, is no part of it. */
const NO_STEP = new RegExp(
  `${RULE.source}|\\b(?:and|but|do|we) not [a-z]|\\b(?:we won't|out of scope|not yet|not now|stays? (?:exactly )?(?:as|the way))\\b`,
  "i",
);
/** A goal may also be a day on which something is ready. */
const MILESTONE =
  /\b(?:code complete|code freeze|feature freeze|go-?live on|ship date|release date)\b/i;
/** Words about the notes themselves or about plans of the company. */
const REMARK =
  /\b(?:reopen|(?:short|the|this) discussion|strategy|this (?:doc|document|page|draft|thread))\b/i;
const QUOTE = /^(?:["\u201c]|-- ?\p{Lu}|\p{Lu}[^:"\u201c]{1,60}: ["\u201c])/u;
/** How many: "37 parcels without a name". A list of such numbers is a count as well. */
const NUMBER_OF = /(?:^|\(|[:,;] )\d[\d.,]* \p{L}/gu;

/** Leaves out what may be a remark of someone else, or belong to another question. */
export function fits(asked: NamedQuestion, text: string, line: NoteLine): boolean {
  if (line.isCode && asked.type !== "text") return false;
  if (line.isQuote && asked.holds !== "facts") return false;
  if (/^so that\b/i.test(text)) return false;
  if (text.startsWith("~~") && !asked.takesCuts) return false;
  return (
    !isOfAnother(asked, text, line) &&
    isSure(text, { ...line, isBox: line.isBox && !asked.takesCuts })
  );
}

/** Returns true if the form of a line says that it answers something else. */
function isOfAnother(asked: NamedQuestion, text: string, line: NoteLine): boolean {
  const { holds, takesCuts, proof, type } = asked;
  if (takesCuts && RULE.test(text)) return true;
  if (proof === "change") return isRowWithoutFigures(line) || MILESTONE.test(text);
  const foreign = holds ? FOREIGN[holds] : !proof && type === "text" && NO_STEP;
  return foreign ? foreign.test(text) : false;
}

const PLACEHOLDER = /^(?:tb[ad]|n\/?a|none|todo|\.{3}|\u2026|[-\u2013\u2014?._\s]+)[.!]?$/i;
/** The end of a mail. */
const GOODBYE =
  /^(?:cheers|thanks|thank you|thx|(?:many|kind|best|warm) (?:thanks|regards|wishes)|regards|best|sincerely)[,.!]?$/i;

/** Returns true for what says nothing: the help text of a template, "TBD" or the end of a mail. */
export function isEmptyText(text: string): boolean {
  return /^(?:_[^_]+_|<[^>]+>)$/.test(text) || PLACEHOLDER.test(text) || GOODBYE.test(text);
}

/** Returns true for a quote, or a count in a list or a table. */
export function belongsToFacts(text: string, line: NoteLine): boolean {
  if (line.isQuote || QUOTE.test(text)) return true;
  if (line.kind === "row") return isRowOfFigures(line);
  if (line.kind !== "text") return FIGURE.test(text) || (/^\d/.test(text) && WHEN.test(text));
  return (
    holdsCount(text) || /^\d[\d.,]* \p{L}/u.test(text) || (text.match(NUMBER_OF) ?? []).length > 1
  );
}

function holdsCount(text: string): boolean {
  if (WITNESS.test(text)) return true;
  return COUNT.test(text) && (SHARE.test(text) || WHEN.test(text));
}

/** Returns true for what someone wants or plans. */
export function hasWish(text: string): boolean {
  return WISH.test(text);
}

/** The first text of a ticket may be a wish as well. */
export function isAboutToday(text: string, line: NoteLine): boolean {
  return line.kind === "text" && !line.isCode && !WISH.test(text);
}

/** A sentence among facts may only say what they mean. */
export function isFact(text: string, line: NoteLine): boolean {
  return line.kind === "row" || line.isQuote || SOURCE.test(text);
}

function isRowWithoutFigures({ cells }: NoteLine): boolean {
  return cells.some((cell) => /^[-\u2013\u2014]$/.test(cell)) && !/\d/.test(cells.join(" "));
}

function isRowOfFigures({ cells }: NoteLine): boolean {
  const [, ...others] = cells.filter(Boolean);
  return others.length > 0 && others.every((cell) => /^\W*\d[\d.,]*\W*\w?$/.test(cell));
}

/** An open question, a link, a lead-in or a box with a word or two beside it is no answer. */
function isSure(text: string, { isBox, isQuote }: NoteLine): boolean {
  if (/^[^?]*\?+$|:$|^todo\b/i.test(text)) return false;
  if (REMARK.test(text) || /^see (?:also )?\S+\.?$/i.test(text)) return false;
  if (!isQuote && /^\([^)]*\)$/.test(text)) return false;
  if (/^(?:https?:\/\/\S+|\[[^\]]*\]\(\S+\)|@\S+.*|\/\w+ .*|cc @.*)$/.test(text)) return false;
  return !isBox || text.split(" ").length > 3;
}

const THING =
  /^\s*(?:an? |some )(?:[\w-]+ ){0,3}(?:app|bot|form|job|list|page|script|sheet|thing|tool|view|way) (?:that|which|to|where|with|for)\b/i;

/** Returns true for a thing to build: "a small script that reads the export". */
export function isThing(text: string): boolean {
  return THING.test(text);
}

/** A user story is about what its "I want" is about. */
export function startsStory({ text }: NoteLine): boolean {
  return /^as an? .*\bi want\b/i.test(text);
}

/** Returns true for what a named person does at a meeting or is going to do: "Imogen will ask". */
export function isPlan(text: string, people: ReadonlySet<string>): boolean {
  const [, name = ""] = /^(\p{Lu}\p{Ll}+) (?:will|to|arrives|joins|leaves)\b/u.exec(text) ?? [];
  return people.has(name) || / wants to (?:ask|check|talk)\b/.test(text);
}
