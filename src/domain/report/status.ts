import type { Claim } from "./claim.ts";
import { fillers, joiners, lonePhrases, MAX_PHRASE_WORDS, phrases } from "./claim-words.ts";
import { compileForm } from "./wide-form.ts";

/** Words that make a claim: which one, or undefined if the words contradict each other. */
export interface Status {
  claim: Claim | undefined;
  /** Where the words end. */
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}']+/gu;
const MAX_WORDS = 9;
const END = compileForm(
  String.raw`
    ^(?:["'\u201d\u2019*_\x60]{0,3})\s*(?:$|
    [,;:!()[\]|/*=\u3001\u3002\u2013\u2014\u2192\u00b7]|\.(?![\p{L}\p{N}])|
    -(?![\p{L}\p{N}])|\p{Emoji_Presentation})
  `,
  "u",
);
/** What takes back a claim of success in the same sentence. */
export const BUT = compileForm(
  String.raw`
    \b(?:except|excluding|apart from|aside from|other than|but|though|although|however|
    unless|only (?:for|when|if|on|with|in|partly|after|by)|partly|partially|mostly|almost|
    nearly|not (?:yet )?(?:been )?(?:run|ran|tested|tried|verified|checked|confirmed|met)|
    untested|unverified|probably|presumably|likely|in theory|in principle|with (?:a |one )?caveats?|
    i (?:think|believe|guess|hope|suppose)|fails? (?:for|on))\b|
    ^\W*(?:if|once|as long as|provided|assuming)\b
  `,
  "i",
);
/** What takes back a claim of failure. */
const NOW = compileForm(
  String.raw`
    \b(?:at first|initially|originally|previously|earlier|(?:is |are )?now (?:fixed|met|
    passes|passing|passed|works|working|ok|fine)|then (?:passed|passes|fixed|worked)|
    (?:after|until|before) (?:the|my|a|that) fix|(?:since |was |were |got )fixed)\b
  `,
  "i",
);
const RATIO = /\b(\d{1,6})\s*(?:of|out of|\/)\s*(\d{1,6})\b/g;

/** Writes text for comparison: one form of each character, and "not" for "n't". */
export function normalizeWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\bcan(?:'t| not)\b/g, "cannot")
    .replace(/n't\b/g, " not");
}

/** Reads the claim at the start of a text. Returns undefined if there is none. */
export function readStatus(text: string): Status | undefined {
  const found = findPhrase(text);
  if (!found || !isEnded(text, found)) return undefined;
  const isSure = isUncontradicted(found.claim, text.slice(found.end));
  return { claim: isSure ? found.claim : undefined, end: found.end };
}

/** Returns the claim of a text that is a claim and nothing else, apart from brackets after it. */
export function readWholeStatus(text: string): Claim | undefined {
  const found = findPhrase(text);
  if (!found) return undefined;
  const rest = text.slice(found.end).replace(/^[\s*_`"']*\([^()]*\)/, "");
  return /^[^\p{L}\p{N}?]*$/u.test(rest) ? found.claim : undefined;
}

interface Phrase {
  claim: Claim;
  phrase: string;
  end: number;
}

const PERSON = /^[\s"'*_`]*(?:i|we)\s/;
const untried: ReadonlySet<Claim> = new Set(["not-tried", "cannot-tell"]);

/**
 * Finds the phrase at the start of a text. "I confirmed that it fails" begins like a claim of
 * success, so after a person only those count that can't be one: "I did not try this".
 */
function findPhrase(text: string): Phrase | undefined {
  const person = PERSON.exec(text)?.[0] ?? "";
  const found = findLongestPhrase(text.slice(person.length));
  if (!found || person === "") return found;
  return untried.has(found.claim) ? { ...found, end: found.end + person.length } : undefined;
}

/** Finds the longest phrase at the start of a text, past helping verbs. */
function findLongestPhrase(text: string): Phrase | undefined {
  let found: Phrase | undefined;
  let phrase = "";
  let last = 0;
  for (const { word, start, end } of listFirstWords(text)) {
    if (!isJoined(text.slice(last, start), last === 0, phrase)) break;
    last = end;
    if (found && TRAILING.has(word)) found.end = end;
    if (isFiller(word, phrase)) continue;
    phrase = `${phrase} ${word}`.trim();
    found = makePhrase(phrase, end) ?? found;
  }
  return found;
}

function makePhrase(phrase: string, end: number): Phrase | undefined {
  const claim = phrases.get(phrase);
  return claim && { claim, phrase, end };
}

/** Returns true if nothing but a space or a hyphen is between two words of a phrase. */
function isJoined(gap: string, isFirst: boolean, phrase: string): boolean {
  const form = isFirst ? /^[\s"'*_`]*$/ : /^(?:\s+|[_-])$/;
  return form.test(gap) && phrase.split(" ").length < MAX_PHRASE_WORDS;
}

const TRAILING: ReadonlySet<string> = new Set(["yet", "now"]);

function isFiller(word: string, phrase: string): boolean {
  return fillers.has(word) || (phrase === "" && word === "all");
}

function listFirstWords(text: string): { word: string; start: number; end: number }[] {
  const words: { word: string; start: number; end: number }[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const word = match[0].replace(/^'+|'+$/g, "");
    words.push({ word, start: match.index, end: match.index + match[0].length });
    if (words.length === MAX_WORDS) break;
  }
  return words;
}

const AS = /^\s+as (?:expected|described|required|specified|asked|intended|well|far)\b/;

/** "not tried the export", with nothing after it that could say what was tried instead. */
const WITH_OBJECT = /^ (?:the|this|that|it|its|any)(?: [\p{L}\p{N}'-]+){0,5}[.!]?\s*$/u;

/** Returns true if the words after a phrase don't make it a part of something else. */
function isEnded(text: string, { phrase, end }: Phrase): boolean {
  const rest = text.slice(end, end + 60);
  if (END.test(rest) || AS.test(rest)) return true;
  if (phrases.get(phrase) === "not-tried" && WITH_OBJECT.test(text.slice(end))) return true;
  const [, next] = /^\s+(\p{L}+)/u.exec(rest) ?? [];
  return next !== undefined && !lonePhrases.has(phrase) && joiners.has(next);
}

/** Returns false if the rest of a text says something else than the claim. */
function isUncontradicted(claim: Claim, text: string): boolean {
  const [sentence = ""] = text.split(/(?<=[.!?])\s/, 1);
  if (claim === "met" && (BUT.test(sentence) || isDoubted(text.slice(0, 400)))) return false;
  if (claim === "not-met" && NOW.test(text.slice(0, 400))) return false;
  if (/^\s*(?:\u2192|->|=>)/.test(text)) return false;
  const parts = text
    .slice(0, 400)
    .split(/[,;()[\]/|.!\u2013\u2014\u2192]|\s-\s|\s(?:or|but|and)\s/);
  return parts.every((part) => {
    const bare = part.replace(/^\s*(?:but|and|or|then)\b/, "");
    const other = readWholeStatus(bare.replace(UPDATE, ""));
    return UPDATE.test(bare) ? !other || other === claim : agrees(claim, other);
  });
}

const UPDATE = /^\s*(?:now|update|correction|edit|actually)\b:?/;
const halves: ReadonlySet<Claim> = new Set(["met", "not-met"]);

function agrees(claim: Claim, other: Claim | undefined): boolean {
  if (!other || other === claim) return true;
  return claim === "partly" && halves.has(other);
}

/** What takes back a claim of success in a later sentence. */
const FAILS = compileForm(String.raw`
    \b(?:although|except|excluding|not all|fails? (?:for|on|with|when|if|in)|
    still (?:fails|wrong|missing)|(?:one|two|three|some|\d{1,6}) (?:\w{1,20} )?
    (?:differs?|(?:is|are|was|were) (?:wrong|off|missing|different))|but (?:it )?(?:not|fails|does not|did not|is not))\b|
    ^(?:but|almost|not|only|except|wrong|though|however|unfortunately)\b
  `);

/**
 * In the form that the brief asks for, "met (ran). 4 of 10 are from France" claims what it says.
 */
const BASIS = /^[\s*_`]*\((?:ran|read|assumed)\)/;

function isDoubted(text: string): boolean {
  const [first = "", second = ""] = text.split(/(?<=[.!?])\s/, 2);
  const isShort = !BASIS.test(text) && (isShortRatio(first) || isShortRatio(second));
  return isShort || FAILS.test(second);
}

/** Returns true if a sentence counts fewer than all: "2 of 3". */
function isShortRatio(sentence: string): boolean {
  return [...sentence.slice(0, 400).matchAll(RATIO)].some(([, part, all]) => {
    return Number(part) < Number(all);
  });
}
