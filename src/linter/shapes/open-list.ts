import { wordSet } from "../../domain/text/word-set.ts";
import {
  endsPhrase,
  findVerb,
  isA,
  isFormOf,
  isFunctionWord,
  isPlural,
  isVerb,
} from "../grammar.ts";
import { verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

const listMarks = wordSet("and or plus , - – —");

/**
 * Finds a list without an end: ", whatever the vet asks for", "and the rest", "all that stuff".
 * List: `rests` (words for the rest after "and", "or" or a comma).
 */
export function openEndedList({ tokens }: Line, lists: WordLists): Span | undefined {
  const rests = getList(lists, "rests");
  for (let index = 1; index < tokens.length; index++) {
    if (!listMarks.has(textAt(tokens, index - 1))) continue;
    const length = rests.matchAt(tokens, index) || countOpenWords(tokens, index);
    // "such as" is looked at below.
    if (textAt(tokens, index) === "such" && textAt(tokens, index + 1) === "as") continue;
    if (length > 0 && !isSubjectOfVerb(tokens, index + length))
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** "whatever the vet asks for", "PDF, CSV and the other formats that clients use". */
function countOpenWords(tokens: readonly Token[], index: number): number {
  if (isAnyChoice(tokens, index)) return 1;
  const isOthers =
    textAt(tokens, index) === "the" &&
    textAt(tokens, index + 1) === "other" &&
    isPlural(tokens, index + 2) &&
    findVerb(tokens, 1, index) > 0 &&
    findVerb(tokens, index + 3, tokens.length) > 0;
  const isListed = tokens.slice(Math.max(0, index - 4), index).some(({ text }) => text === ",");
  return isOthers && isListed ? 3 : 0;
}

/** "whatever the vet asks for", but not "whichever comes first". */
function isAnyChoice(tokens: readonly Token[], index: number): boolean {
  if (!/^(whatever|whichever|wherever|whoever)$/.test(textAt(tokens, index))) return false;
  if (isRegardless(tokens, index + 1)) return false;
  return !/^(is|are|comes|happens|was|falls|ends|of|,)$/.test(textAt(tokens, index + 1));
}

/** "whatever the channel,": says that it doesn't matter which. */
function isRegardless(tokens: readonly Token[], index: number): boolean {
  const stop = tokens.findIndex(({ kind }, at) => at > index && kind === "mark");
  return (
    textAt(tokens, index) === "the" &&
    textAt(tokens, stop) === "," &&
    stop <= index + 3 &&
    findVerb(tokens, index, stop) < 0
  );
}

/** "and the rest stay gray": the words are the subject of a verb. */
function isSubjectOfVerb(tokens: readonly Token[], index: number): boolean {
  const isLong = /^(of|in|on)$/.test(textAt(tokens, index));
  return isLong
    ? findVerb(tokens, index, tokens.length) >= 0
    : isVerb(tokens, index) || isFormOf(verbs, tokens[index]);
}

/**
 * Finds a vague category: "the usual file types", "relevant details". Lists: `loose`, `classes`.
 */
export function vagueCategory({ tokens }: Line, lists: WordLists): Span | undefined {
  const loose = getList(lists, "loose");
  const classes = getList(lists, "classes");
  for (let index = 0; index < tokens.length; index++) {
    if (loose.matchAt(tokens, index) === 0) continue;
    const skip = [1, 2].find((offset) => classes.matchAt(tokens, index + offset) > 0);
    const end = index + (skip ?? 0) + 1;
    if (skip !== undefined && !isSpelledOut(tokens, end) && !isModifier(tokens, end))
      return spanOf(tokens, index, skip + 1);
  }
  return undefined;
}

/** "the standard app shell": the category only modifies another noun. */
function isModifier(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word" || isVerb(tokens, index) || endsPhrase(token)) return false;
  return !isA("determiner", token) && !/^(and|or|but|only|too|as)$|ly$/.test(token.text);
}

/** "the usual formats: CSV, XLSX and PDF": a colon or parenthesis starts the full list. */
function isSpelledOut(tokens: readonly Token[], index: number): boolean {
  return /^[:(]$/.test(textAt(tokens, index));
}

/**
 * Finds examples instead of a list: "such as Excel or Sheets". A quoted value, or "Other (e.g.
 * aunt)", is a single case.
 */
export function listByExample({ tokens, kind }: Line): Span | undefined {
  const index = tokens.findIndex(
    ({ text }, at) =>
      (text === "such" && textAt(tokens, at + 1) === "as") ||
      (text === "e" && textAt(tokens, at + 2) === "g") ||
      isForExample(tokens, at, kind) ||
      isLikeSome(tokens, at),
  );
  if (index < 0) return undefined;
  const length = lengths[textAt(tokens, index)] ?? 2;
  const isComma = textAt(tokens, index + length) === ",";
  const example = tokens[index + length + (isComma ? 1 : 0)];
  const isInName = textAt(tokens, index - 1) === "(" && tokens[index - 2]?.kind === "name";
  const isValue = example !== undefined && /^(quote|code|number)$/.test(example.kind);
  return isInName ||
    isValue ||
    isNever(tokens, index) ||
    isOneSample(tokens, index) ||
    textAt(tokens, index + length) === "to"
    ? undefined
    : spanOf(tokens, index, length);
}

const lengths: Readonly<Record<string, number>> = { e: 4, like: 1 };

/** "options like Bed and Other": kinds of things, and two of them. */
function isLikeSome(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at) !== "like" || tokens[at]?.joined) return false;
  const next = tokens[at + 1];
  const isName = next?.kind === "name" || (next?.kind === "word" && !isFunctionWord(next));
  const last = tokens.findIndex(({ text }, index) => index > at + 1 && /^(?:and|or)$/.test(text));
  return isName && last > 0 && last < at + MAX_LIKE && kinds.has(textAt(tokens, at - 1));
}

/** What there is more of than two examples. */
const kinds = wordSet(`
  options choices categories metrics figures channels events providers formats types features
  functions activities actions services tools items products topics filters roles statuses goods
  methods sources documents
`);

const MAX_LIKE = 6;

/** "shall not infer it from other data such as the date": none of them, whatever the list. */
function isNever(tokens: readonly Token[], index: number): boolean {
  const stop = tokens.findLastIndex(({ text }, at) => at < index && /^[.;]$/.test(text));
  return tokens
    .slice(stop + 1, index)
    .some(({ text }) => /^(?:not|never|no|neither|only)$/.test(text));
}

/** "for example". At the start of a sentence of a problem, it tells what happened. */
function isForExample(tokens: readonly Token[], at: number, kind: Line["kind"]): boolean {
  const isPhrase =
    textAt(tokens, at) === "for" && /^(example|instance)$/.test(textAt(tokens, at + 1));
  const startsSentence = at === 0 || textAt(tokens, at - 1) === ".";
  return isPhrase && (kind === "criterion" || !startsSentence);
}

/** "(e.g. a second valve)": one sample in parentheses explains a word. Two begin a list. */
function isOneSample(tokens: readonly Token[], index: number): boolean {
  const end = tokens.findIndex(({ text }, at) => at > index && text === ")");
  if (textAt(tokens, index - 1) !== "(" || end < 0) return false;
  const [first, ...rest] = tokens.slice(index + (textAt(tokens, index) === "e" ? 4 : 2), end);
  const sample = first?.text === "," ? rest : [first, ...rest];
  return !sample.some((token) => token && /^(,|;|\/|and|or|&)$/.test(token.text));
}
