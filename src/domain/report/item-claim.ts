import type { Claim } from "./claim.ts";
import { MARK } from "./claim-words.ts";
import { hedgeMark, MAX_TEXT, readMarks, readWarning } from "./item-marks.ts";
import { normalizeWords, readStatus, readWholeStatus, type Status } from "./status.ts";
import { compileForm } from "./wide-form.ts";

/** What a report says about a check: a claim, or something that contradicts itself. */
export interface ItemClaim {
  claim: Claim | "unclear" | undefined;
  /** The words after the claim, in which its basis may stand. */
  rest: string;
  /** The words before the claim: what the check is about. */
  about: string;
}

const LEAD = /^[\s:.=|,)\]*_"'`>\u2013\u2014\u2192-]*/;
const LABEL = compileForm(String.raw`
    ^[\s*_]*(?:status|result|verdict|claim|outcome|state|assessment|conclusion|ergebnis|
    statut|résultat|estado|resultado|stato|esito|結果|结果|状态)[\s*_]*(?:[:=\u2013\u2014-]|
    \bis\b)[\s*_]*
  `);
/** The separators before a claim that comes after the words of a check. */
const BREAK =
  /(\s[-|\u2013\u2014]+\s|[\u2013\u2014\u2192|;]|=>|->|:\s|:?\*\*:?|\s\(|\)\s|[.!]["'\u201d]?\s)/;
const SHORT_BREAK = /^(?:[.!)]["'\u201d]?\s|\s\()$/;
/** The words of the form that the brief asks for. */
const CORE = compileForm(String.raw`
    ^(?:(?:not |partly |fully )?met|partly|partially met|not tried|cannot tell|not tested|
    untested|passed|failed)\b
  `);

/** Reads what a text says about a check whose number has been read already. */
export function readItemClaim(text: string, body: readonly string[], check = ""): ItemClaim {
  const bare = prepareText(text);
  const words = bare.replace(MARK, " ").replace(/ {2,}/g, " ");
  const found = findInText(words, check) ?? findInBody(body);
  const marked = readMarks(bare, found ? "" : (body[0] ?? ""));
  if (!found)
    return {
      claim: hedgeMark(marked, bare) ?? readWarning(bare),
      rest: words,
      about: firstPart(words),
    };
  return { ...found, claim: combine(found.claim, marked) };
}

/** Leaves out what is struck through or code, which may be the words of a program. */
function prepareText(text: string): string {
  return normalizeWords(text.slice(0, MAX_TEXT))
    .replace(/~~[^~]{1,200}~~/g, " ")
    .replace(/(?<=[^\s:.*-]\s{0,3}.)`[^`]{1,200}`/g, "`x`");
}

function firstPart(words: string): string {
  return words.split(/[.!]\s|\s[\u2013\u2014]\s/, 1)[0] ?? "";
}

function findInText(words: string, check: string): ItemClaim | undefined {
  const start = words.replace(LEAD, "");
  return (
    readAtStart(start) ??
    readAtStart(start.replace(/^it (?=\w)/, "")) ??
    readAfterBrackets(start) ??
    readAfterCheck(start, check) ??
    readInParts(start, check) ??
    readAtEnd(start, check) ??
    readConclusion(start) ??
    readUntriedEnd(start)
  );
}

function toItemClaim({ claim, end }: Status, text: string, about: string): ItemClaim {
  return { claim: claim ?? "unclear", rest: text.slice(end), about };
}

function readAtStart(text: string, about = ""): ItemClaim | undefined {
  const bare = text.replace(LEAD, "").replace(LABEL, "");
  const status = readStatus(bare);
  return status && toItemClaim(status, bare, about);
}

/** Reads "C1 (the totals): met" and "C1 (met)". */
function readAfterBrackets(text: string): ItemClaim | undefined {
  const [all, inside = ""] = /^\(([^()]{1,200})\)/.exec(text) ?? [];
  if (!all) return undefined;
  const claim = readWholeStatus(inside);
  const rest = text.slice(all.length);
  return claim ? { claim, rest, about: firstPart(rest) } : readAtStart(rest, inside);
}

/** Reads what comes after the check's own words, which may sound like a claim. */
function readAfterCheck(text: string, check: string): ItemClaim | undefined {
  const own = normalizeWords(check).match(/[\p{L}\p{N}]+/gu) ?? [];
  const word = /[\p{L}\p{N}]+/gu;
  for (const wanted of own) if (word.exec(text)?.[0] !== wanted) return undefined;
  return own.length === 0 ? undefined : readAtStart(text.slice(word.lastIndex), check);
}

/** Reads a claim between separators: "Numbers are equal: met (ran)". */
function readInParts(text: string, check: string): ItemClaim | undefined {
  const pieces = text.split(BREAK);
  const found: ItemClaim[] = [];
  let at = pieces[0]?.length ?? 0;
  for (let index = 1; index + 1 < pieces.length; index += 2) {
    const [mark = "", part = ""] = pieces.slice(index, index + 2);
    at += mark.length;
    const rest = text.slice(at);
    const status = isPlainPart(part, mark, check) ? readStatus(rest) : undefined;
    if (status) found.push(toItemClaim(status, rest, text.slice(0, at - mark.length)));
    at += part.length;
  }
  const [first] = found;
  if (!first) return undefined;
  const isOne = found.every(({ claim }) => claim === first.claim);
  return isOne ? first : { ...first, claim: "unclear" };
}

/** After a colon or in brackets, only whole claims and the brief's own words count. */
function isPlainPart(part: string, mark: string, check: string): boolean {
  const bare = part.trim();
  if (bare === "" || isInCheck(bare, check)) return false;
  if (readWholeStatus(bare)) return true;
  if (SHORT_BREAK.test(mark)) return false;
  return mark.trim() === ":" ? CORE.test(bare) : true;
}

function isInCheck(part: string, check: string): boolean {
  return normalizeWords(check).includes(part.replace(/[^\p{L}\p{N}]+$/u, ""));
}

/** Reads "The numbers are equal, and this is met." */
function readAtEnd(text: string, check: string): ItemClaim | undefined {
  const sentence = firstPart(text).replace(/[.!\s]+$/, "");
  const at = Math.max(
    ...[" is ", " was ", " are ", " were "].map((verb) => sentence.lastIndexOf(verb)),
  );
  if (at < 0) return undefined;
  const end = sentence.slice(at + 1).replace(/^\w+\s/, "");
  if (!CORE.test(end) || isInCheck(end, check)) return undefined;
  const claim = readWholeStatus(end);
  return claim && { claim, rest: text.slice(sentence.length), about: sentence.slice(0, at) };
}

const CONCLUDES = compileForm(String.raw`
    ^(?:(?:so|therefore|thus|hence|overall),? )?(?:i (?:consider|count|call|
    mark) )?(?:this|that|it|(?:this|that|the) (?:one|check|criterion)) (?:is |as |
    to be )?(?=(?:not |partly |fully |therefore )?(?:met|satisfied|fulfilled|tried)\b)
  `);

/** Reads "So that one is satisfied." and "I consider it met." */
function readConclusion(text: string): ItemClaim | undefined {
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => CONCLUDES.test(sentence));
  const [sentence] = sentences;
  if (!sentence || sentences.length > 1) return undefined;
  const found = readStatus(sentence.replace(CONCLUDES, ""));
  return found && { claim: found.claim ?? "unclear", rest: text, about: firstPart(text) };
}

/** Reads "Blocked: no account, never attempted." */
function readUntriedEnd(text: string): ItemClaim | undefined {
  const [sentence = ""] = text.split(/[.!](?:\s|$)/, 1);
  const at = Math.max(sentence.lastIndexOf(", "), sentence.lastIndexOf("; "));
  if (at < 0 || readWholeStatus(sentence.slice(at + 1)) !== "not-tried") return undefined;
  return { claim: "not-tried", rest: "", about: sentence.slice(0, at) };
}

const MAX_BODY = 6;

/** Reads "Status: met" below a check, or a line that starts with a claim. */
function findInBody(body: readonly string[]): ItemClaim | undefined {
  const lines = body.slice(0, MAX_BODY).map((line) => prepareText(line).replace(MARK, " ").trim());
  const labeled = lines.findIndex((line) => LABEL.test(line) && readAtStart(line));
  const index = labeled >= 0 ? labeled : lines.findIndex(isClaimLine);
  const line = lines[index];
  if (line === undefined) return findInDetails(lines);
  const found = readAtStart(line);
  return found && { ...found, rest: [found.rest, ...lines.slice(index + 1)].join(". ") };
}

/**
 * Reads details that each have a claim of their own: "CSV: met", "Excel: met". If one is met and
 * another isn't, the check is partly met, unless they are tries one after the other.
 */
function findInDetails(lines: readonly string[]): ItemClaim | undefined {
  const found = lines.flatMap((line) => readInParts(line, "") ?? []);
  const [first] = found;
  if (!first) return undefined;
  if (found.every(({ claim }) => claim === first.claim)) return first;
  const isSplit = found.every(({ claim }) => claim === "met" || claim === "not-met");
  const isInTurn = lines.some((line) => TRIES.test(line));
  return { ...first, claim: isSplit && !isInTurn ? "partly" : "unclear" };
}

const TRIES = compileForm(String.raw`
    \b(?:first|second|third|last|next|tr(?:y|ies)|attempt|pass \d|round|run \d|before|after|
    afterwards|then|later|earlier|initially|originally|now|today|yesterday|fix(?:ed)?|retr(?:y|ied)|again|
    update)\b
  `);

function isClaimLine(line: string): boolean {
  const bare = line.replace(LEAD, "");
  const [sentence = ""] = bare.split(/[.:](?:\s|$)/, 1);
  return (
    (CORE.test(bare) || readWholeStatus(sentence) !== undefined) && readStatus(bare) !== undefined
  );
}

/** Words count more than a mark, but a mark of success with other words is no clear claim. */
function combine(words: ItemClaim["claim"], marked: Claim | "unclear" | undefined) {
  if (!marked || marked === "unclear" || words === marked) return words;
  const isAgainst = marked === "met" || words === "met";
  return isAgainst ? "unclear" : words;
}
