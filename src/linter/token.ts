import { wordSet } from "../domain/text/word-set.ts";
import { isContracted, spellOut } from "./contraction.ts";

/** What a token is. Terms match only words, numbers and marks. */
export type TokenKind = "word" | "name" | "number" | "quote" | "code" | "mark";

/**
 * One token of a line. `text` is lowercase with straight apostrophes, also where they were left out;
 * `start` and `end` are offsets in code units.
 */
export interface Token {
  kind: TokenKind;
  text: string;
  /** The first three letters, the index key for terms that end in `*`. */
  stem: string;
  start: number;
  end: number;
  /** True if a hyphen joins it to the word before, like `drop` in drag-and-drop. */
  joined: boolean;
}

/** Where a word has a capital letter that makes it a name. */
type Capital = "first" | "inside";

/** What a written word is, wherever it stands. */
interface Word extends Pick<Token, "text" | "stem"> {
  capital: Capital | undefined;
}

/** Returns the text of the token at `index`, or an empty string. */
export function textAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.text ?? "";
}

// Every part is bounded or consumes what it matches, so a long line takes linear time.
const code = [
  /`[^`]{0,300}`/,
  /(?:https?:\/\/|www\.)\S+/,
  /[\w.+-]{1,64}@[\w-]+\.[\w.]+/, // an email address
  /\{[^{}]{1,80}\}|<[a-z][^<>]{0,80}>/, // a placeholder
  /[#@!][A-Za-z][\w-]*/, // a channel, a handle, a command
  /(?<![\w)])\.{0,2}(?:\/[\w.*:-]*[\w*])+\/?/, // a path
  // a file; "done.The" is a missing space
  /[\w-]{1,64}(?:[:/][\w-]{1,64}){0,8}\.(?!(?:The|And|But|It)\b)[A-Za-z][A-Za-z0-9]{1,4}(?![\w.])/,
  /\.[a-z]{2,5}\b/, // a file extension
  /\w{1,64}_\w+/,
  /[A-Za-z][\w-]{1,63}:\d{2,5}(?:\/[\w/-]+)?/, // a host and its port
];

const quote = [
  /"[^"]{1,400}"/,
  /\u201c[^\u201d]{1,400}\u201d/,
  /\u00ab[^\u00bb]{1,400}\u00bb/,
  /(?<![\p{L}\p{N}])['\u2018](?=\S)(?:[^'\u2019]|['\u2019](?=\p{L})){1,400}['\u2019](?!\p{L})/u,
];

const piece = new RegExp(
  [
    `(${sourceOf(code)})`,
    `(${sourceOf(quote)})`,
    /(\p{L}{1,12}-?\d[\w-]*)/u.source,
    /([$£€¥]?\d+(?:[.,:/]\d+)*(?:%|\p{L}{1,3}(?![\p{L}'\u2019]))?)/u.source,
    /([\p{L}\p{M}]+(?:['\u2019]\p{L}+)*)/u.source,
    /\.{2,3}|\u2026|[-=]>|\u2192|\S/u.source,
  ].join("|"),
  "gu",
);

function sourceOf(parts: readonly RegExp[]): string {
  return parts.map(({ source }) => source).join("|");
}

const functionWords = wordSet(`
  a an the if when once after before on in at by for from to of with without each every any all no
  not and or but as this that these those it its they their we our i my you your he she his her
  one two three given while until unless since what who which where how there out over under only
  most some new is are can
`);

/**
 * Splits a line into tokens. Quoted text, code, paths, links and capitalized names become tokens
 * that no term matches.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const capitals: (Capital | undefined)[] = [];
  let end = 0;
  for (let start = skipSpaces(text, end); start < text.length; start = skipSpaces(text, end)) {
    let kind: TokenKind = "word";
    end = endOfPlainWord(text, start);
    if (end === start) ({ kind, end } = findPiece(text, start));
    if (text[start] === "-" && end === start + 1 && isInsideWord(text, start)) continue;
    const word = lookUpWord(text.slice(start, end));
    const joined = text[start - 1] === "-" && isInsideWord(text, start - 1);
    tokens.push({ kind, text: word.text, stem: word.stem, start, end, joined });
    capitals.push(kind === "word" ? word.capital : undefined);
  }
  markProperNouns(tokens, capitals);
  unmarkTitles(tokens);
  markContractions(tokens);
  return tokens;
}

/** Texts use the same words again and again. Cleared when full, so that any text is fine. */
const knownWords = new Map<string, Word>();
const MAX_KNOWN = 5000;

/**
 * Returns what a word is. One that occurs again is the same string again, which Node finds faster
 * in sets of words.
 */
function lookUpWord(written: string): Word {
  const known = knownWords.get(written);
  if (known) return known;
  if (knownWords.size >= MAX_KNOWN) knownWords.clear();
  const text = spellOut(written.toLowerCase().replaceAll("\u2019", "'"));
  const word = { text, stem: text.slice(0, 3), capital: findCapital(written) };
  knownWords.set(written, word);
  return word;
}

function skipSpaces(text: string, from: number): number {
  let index = from;
  while (text[index] === " " || isOtherSpace(text, index)) index += 1;
  return index;
}

function isOtherSpace(text: string, index: number): boolean {
  return !isPlainLetter(text.charCodeAt(index)) && /^\s/.test(text[index] ?? "");
}

/**
 * Returns the end of the plain word at `start`, or `start` if there is none. A fast path: most of a
 * line is words between spaces, which need no regular expression.
 */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  while (isPlainLetter(text.charCodeAt(end))) end += 1;
  const after = text[end];
  const isEnd =
    after === undefined || " ,;)".includes(after) || (after === "." && end + 1 === text.length);
  return isEnd ? end : start;
}

/** A to Z in either case. */
function isPlainLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Returns the token that starts at `start`, which is not a space. */
function findPiece(text: string, start: number): { kind: TokenKind; end: number } {
  piece.lastIndex = start;
  const match = piece.exec(text);
  return match ? { kind: kindOf(match), end: piece.lastIndex } : { kind: "mark", end: start + 1 };
}

/** True for a hyphen between two letters or digits. */
function isInsideWord(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[index - 1] ?? "") && /[\p{L}\p{N}]/u.test(text[index + 1] ?? "");
}

const kinds: readonly TokenKind[] = ["code", "quote", "name", "number", "word"];

/** Returns the kind of the first group of `piece` that matched, or "mark" if none did. */
function kindOf(match: RegExpExecArray): TokenKind {
  return kinds.find((_, group) => match[group + 1] !== undefined) ?? "mark";
}

/**
 * Marks proper nouns: a capitalized word inside a sentence, or at its start if another capitalized
 * word follows.
 */
function markProperNouns(
  tokens: readonly Token[],
  capitals: readonly (Capital | undefined)[],
): void {
  for (const [index, token] of tokens.entries()) {
    if (!capitals[index]) continue;
    const opens = startsSentence(tokens, index);
    const leads = capitals[index + 1] !== undefined && !functionWords.has(token.text);
    if (!opens || leads || capitals[index] === "inside") token.kind = "name";
  }
}

/** "Product Owner" is a role in a team, not a name. */
function unmarkTitles(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind !== "name" || !next || !titles.has(`${token.text}-${next.text}`)) continue;
    token.kind = "word";
    next.kind = "word";
  }
}

const titles = wordSet(`
  product-owner product-manager scrum-master tech-lead qa-lead ux-lead design-lead test-lead
`);

/** Reads "its not" as "it's not". */
function markContractions(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.text !== "its") continue;
    if (isContracted(tokens[index - 1], tokens[index + 1], tokens[index + 2])) token.text = "it's";
  }
}

function startsSentence(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    before === undefined ||
    [".", "!", "?", ":", "\u2026", "-", "\u2013", "\u2014", "|"].includes(before.text) ||
    before.kind === "quote"
  );
}

/** Returns where a word has a capital: inside, as in GitHub, iPad and JavaScript, or first. */
function findCapital(word: string): Capital | undefined {
  if (/^[a-z']*$/.test(word)) return undefined;
  if (/\p{Ll}\p{Lu}/u.test(word)) return "inside";
  const isFirst = /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && !/^\p{Lu}{2,}s$/u.test(word);
  return isFirst ? "first" : undefined;
}
