import { wordSet } from "../../domain/text/word-set.ts";
import { endsPhrase, findVerb, isA, isFunctionWord, isVerb } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

const linkingVerbs = wordSet(`
  is are be been being look looks looked feel feels felt seem seems sound sounds stay stays remain
  remains was were isn't aren't it's get gets become becomes keep keeps
`);
const degreeAdverbs = wordSet(`
  very so too all always both really quite still also more most and equally generally usually kept
`);

/** Finds an adjective that states an opinion: "The wording is clear". List: `judgments`. */
export function evaluativeAdjective({ tokens }: Line, lists: WordLists): Span | undefined {
  const judgments = getList(lists, "judgments");
  for (let index = 0; index < tokens.length; index++) {
    const length = judgments.matchAt(tokens, index);
    if (
      length > 0 &&
      !tokens[index]?.joined &&
      (isPredicateAdjective(tokens, index, length) ||
        isVerblessTitle(tokens, index, length) ||
        isVerblessState(tokens, index, length) ||
        isAttributiveAdjective(tokens, index, length, lists))
    )
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** After "is", "looks" or "feels", and not before a noun or a measure. */
function isPredicateAdjective(tokens: readonly Token[], index: number, length: number): boolean {
  let before = index - 1;
  while (before > 0 && isDegreeAdverb(textAt(tokens, before))) before--;
  if (isFirstPredicate(tokens, before)) before--;
  if (!linkingVerbs.has(textAt(tokens, before)) || hasSubordinator(tokens, before)) return false;
  const next = tokens[index + length];
  return endsPhrase(next) || /^(and|but|enough|or|even)$/.test(next?.text ?? "");
}

/** "translated" in "are translated and clear". */
function isFirstPredicate(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === "word" &&
    textAt(tokens, at + 1) === "and" &&
    linkingVerbs.has(textAt(tokens, at - 1))
  );
}

const measurableAdjectives = wordSet(`
  low high small short long large big light slow heavy fine fair personal current normal free
  sensitive
`);

function isDegreeAdverb(word: string): boolean {
  return degreeAdverbs.has(word) || /^\w+ly$/.test(word);
}

/** "a clean layout", "smart suggestions": before a word in the list `looks`. */
function isAttributiveAdjective(
  tokens: readonly Token[],
  index: number,
  length: number,
  lists: WordLists,
): boolean {
  const before = textAt(tokens, index - 1);
  if (isGivenToPeople(tokens, index, length)) return true;
  if (isA("preposition", tokens[index - 2]) && findVerb(tokens, index + length, tokens.length) > 0)
    return false;
  const looks = getList(lists, "looks");
  const skips = /^(an?|with|and)$/.test(before) ? [0, 1, 2] : [0];
  return (
    skips.some((skip) => looks.matchAt(tokens, index + length + skip) > 0) &&
    !/^(the|each|every|this|that)$/.test(before) &&
    !measurableAdjectives.has(textAt(tokens, index))
  );
}

const evaluative = wordSet(`
  clear clean smooth rich useful relevant convenient sane natural modern responsive realistic
  engaging memorable comfortable thorough interesting meaningful
`);

/**
 * "offers clear previews", "with a clear return path": before any noun, as part of what is given.
 */
function isGivenToPeople(tokens: readonly Token[], index: number, length: number): boolean {
  const at = isA("determiner", tokens[index - 1]) ? index - 2 : index - 1;
  const next = tokens[index + length];
  return (
    evaluative.has(textAt(tokens, index)) &&
    /^(with|provid|display|show|offer|includ|giv|present|deliver|receiv|see)(e?s|ing|e)?$/.test(
      textAt(tokens, at),
    ) &&
    !/^(the|this|that|each|every)$/.test(textAt(tokens, index - 1)) &&
    next?.kind === "word" &&
    !isFunctionWord(next)
  );
}

const conditionWords = wordSet(`
  if when once after whenever whether who that which while until unless
`);

function hasSubordinator(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(0, index).some((token) => conditionWords.has(token.text));
}

/** "Clear error messages.": the adjective starts a line without a verb. */
function isVerblessTitle(tokens: readonly Token[], index: number, length: number): boolean {
  const startsTitle = index === 0 || (index < 4 && textAt(tokens, index - 1) === ":");
  const rest = tokens.slice(index);
  return (
    startsTitle &&
    tokens[index + length]?.kind === "word" &&
    tokens.length < 10 &&
    findVerb(tokens, 1, tokens.length) === -1 &&
    !rest.some(({ kind, text }) => /^(number|quote)$/.test(kind) || /^[:;→]$/.test(text))
  );
}

/** "Authentication secure": the adjective ends a line without a verb. */
function isVerblessState(tokens: readonly Token[], index: number, length: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + length];
  const ends = next === undefined || (next.text === "." && index + length + 1 === tokens.length);
  return (
    ends &&
    tokens.length < 8 &&
    before?.kind === "word" &&
    !isFunctionWord(before) &&
    !/^(as|and|or|not|no|too)$|ly$/.test(before.text) &&
    !measurableAdjectives.has(textAt(tokens, index)) &&
    findVerb(tokens, 1, index) === -1 &&
    tokens.every(({ kind }) => kind === "word" || kind === "mark" || kind === "name")
  );
}

/** "work (liter, litre, l)": the parenthesis lists each case. */
function isListIn(rest: readonly Token[], text: string): boolean {
  return text === "(" && rest.some((token) => token.text === ",");
}

/** Finds a line that only says "works": "Works on mobile", "The export works in both modes". */
export function onlyWorks({ tokens }: Line): Span | undefined {
  const index = tokens.findIndex(
    (token, at) =>
      /^(works|work|functions|performs|behaves)$/.test(token.text) &&
      token.kind === "word" &&
      !token.joined &&
      (at === 0 || isVerb(tokens, at) || isA("modal", tokens[at - 1])),
  );
  if (index < 0 || index > 8 || /^(not|never|longer)$/.test(textAt(tokens, index - 1)))
    return undefined;
  const rest = tokens.slice(index + 1);
  // "performs no write" says what it does.
  if (tokens[index]?.text === "performs" && isA("determiner", rest[0])) return undefined;
  if (
    rest.some(
      ({ kind, text }) =>
        kind === "quote" ||
        kind === "code" ||
        kind === "name" ||
        kind === "number" ||
        isListIn(rest, text) ||
        /^(only|once|twice|until|without|for|by|as|[;:]|→|->)$/.test(text),
    )
  )
    return undefined;
  const other = findVerb(tokens, index + 1, tokens.length);
  return other < 0 && !tokens.slice(0, index).some((token) => isA("subordinator", token))
    ? spanOf(tokens, index)
    : undefined;
}
