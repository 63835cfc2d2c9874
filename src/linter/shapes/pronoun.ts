import { findVerb, isA, isFormOf, isVerb } from "../grammar.ts";
import { organisations, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { findNouns, type Noun } from "../noun.ts";
import { type Token, textAt } from "../token.ts";

/**
 * A pronoun that two nouns before it could claim: "Drag a contact onto a deal and it turns
 * yellow".
 */
export function pronounOfTwo({ tokens }: Line): Span | undefined {
  for (let index = 3; index < tokens.length; index++) {
    if (tokens[index]?.kind === "word" && isClaimedTwice(tokens, index))
      return spanOf(tokens, index);
  }
  return undefined;
}

/** A line that opens with a pronoun: "It turns yellow." */
export function pronounAlone({ tokens }: Line): Span | undefined {
  const [first, second, third] = tokens;
  if (
    !first ||
    !second ||
    !/^(it|they|this|these|those)$/.test(first.text) ||
    first.kind !== "word"
  )
    return undefined;
  if (
    first.text === "it" &&
    /^(takes|took|is|was|costs|seems)$/.test(second.text) &&
    /^(\w+|a|an)$/.test(third?.text ?? "")
  )
    return undefined;
  return isVerb(tokens, 1) || /^(do|can|will|must|should)/.test(second.text)
    ? spanOf(tokens, 0)
    : undefined;
}

function isClaimedTwice(tokens: readonly Token[], index: number): boolean {
  return claims.get(textAt(tokens, index))?.(tokens, index) ?? false;
}

const claims: ReadonlyMap<string, (tokens: readonly Token[], index: number) => boolean> = new Map([
  ...["it", "its", "it's"].map((word) => [word, claimsOfIt] as const),
  ...["they", "their", "theirs", "they're", "them"].map((word) => [word, claimsOfThey] as const),
  ...["he", "she", "his", "him", "her", "hers"].map((word) => [word, claimsOfHer] as const),
  ...["this", "that"].map((word) => [word, claimsOfThis] as const),
]);

function claimsOfIt(tokens: readonly Token[], index: number): boolean {
  const sentence = sentenceStart(tokens, index);
  if (isBound(tokens, index, sentence)) return false;
  const clause = clauseStart(tokens, index, sentence);
  const nouns = findNouns(tokens, sentence, index).filter(
    ({ person, plural }) => !person && !plural,
  );
  const earlier = nouns.filter(({ head }) => head < clause);
  if (tokens[index]?.text !== "its")
    return clause > sentence && (distinct(earlier) >= 2 || isMatched(tokens, earlier, clause));
  if (distinct(nouns) < 2) return false;
  if (clause > sentence)
    return (
      distinct(earlier) >= 2 &&
      !(hasSubject(tokens, clause, index) && isA("preposition", tokens[index - 1]))
    );
  return /^\w+ing$/.test(textAt(tokens, sentence)) && distinct(nouns) >= 2;
}

/** Nobody asks what this "it" is. */
function isBound(tokens: readonly Token[], index: number, sentence: number): boolean {
  if (isDummy(tokens, index) || isTaken(tokens, index)) return true;
  return followsNoun(tokens, index) && !isA("subordinator", tokens[sentence]);
}

/** "it took 20 minutes", "it is hard to": this "it" stands for nothing. */
function isDummy(tokens: readonly Token[], index: number): boolean {
  if (
    !/^(takes|took|costs|cost|is|was|turns|turned|seems|seemed|happens|happened)$/.test(
      textAt(tokens, index + 1),
    )
  )
    return false;
  const after = tokens[index + 2];
  return (
    after?.kind === "number" ||
    /^(hard|easy|impossible|out|that|one|two|half|hours?|days?|up|too|unclear|clear|known)$/.test(
      after?.text ?? "",
    )
  );
}

/** "drags a photo onto the page and crops it": the same hand goes on with the same thing. */
function isTaken(tokens: readonly Token[], index: number): boolean {
  const joint = tokens.findLastIndex(
    ({ text }, at) => at < index - 1 && /^(and|then|but|or)$/.test(text),
  );
  return (
    joint > 0 &&
    tokens
      .slice(joint + 1, index)
      .every((token) => isHelped(token) || /^(not|also|never)$/.test(token.text))
  );
}

/** "a bad row is listed with its number": the clause has a subject that owns it. */
function hasSubject(tokens: readonly Token[], from: number, to: number): boolean {
  return findVerb(tokens, from + 1, to) > 0;
}

/**
 * "If an invoice doesn't match its PO, it ...": of two things that are compared either could be
 * meant.
 */
function isMatched(tokens: readonly Token[], nouns: readonly Noun[], to: number): boolean {
  return (
    nouns.length === 1 &&
    tokens
      .slice(nouns[0]?.head, to)
      .some(
        ({ text }, offset, all) =>
          compared.test(text) && all.slice(offset).some((token) => token.text === "its"),
      )
  );
}

const compared =
  /^(match|matches|differs?|conflicts?|contradicts?|disagrees?|equals?|exceeds?|clash|clashes|mismatch|mismatches|overlaps?)$/;

/** "the minute it was sent": the pronoun opens a clause about the noun right before it. */
function followsNoun(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.kind !== "word" || textAt(tokens, index) !== "it" || isFormOf(verbs, before))
    return false;
  const isLink = ["preposition", "subordinator", "modal", "auxiliary"] as const;
  return (
    !isLink.some((wordClass) => isA(wordClass, before)) &&
    !/^(and|but|or|then|yet)$/.test(before.text)
  );
}

function claimsOfThey(tokens: readonly Token[], index: number): boolean {
  const clause = clauseStart(tokens, index, 0);
  if (clause === 0) return textAt(tokens, index) === "their" && joinsTwoPeople(tokens, index);
  const earlier = findNouns(tokens, 0, clause);
  const acts = tokens[index]?.text !== "their";
  const people = earlier.filter(
    ({ person, head }) => person || (acts && isFormOf(organisations, tokens[head])),
  );
  const groups = people.filter(({ plural }) => plural);
  if (groups.length > 0 && tokens[index]?.text !== "their") return distinct(groups) >= 2;
  if (groups.length > 0) return distinct(groups) >= 2 && groups.length === people.length;
  return distinct(people) >= 2;
}

/**
 * "The app matches a mentor to a trainee using their postcode": a thing acts on two single people.
 */
function joinsTwoPeople(tokens: readonly Token[], index: number): boolean {
  const nouns = findNouns(tokens, 0, index);
  return (
    nouns[0]?.person === false &&
    distinct(nouns.filter(({ person, plural }) => person && !plural)) >= 2
  );
}

/** "The nurse calls the doctor and she ...": two single people before the clause. */
function claimsOfHer(tokens: readonly Token[], index: number): boolean {
  const nouns = findNouns(tokens, 0, clauseStart(tokens, index, 0));
  return (
    distinct(
      nouns.filter(({ person, plural, head }) => person && !plural && !isApposed(tokens, head)),
    ) >= 2
  );
}

/** "The manager, a man of 61,": the second noun names the first once more. */
function isApposed(tokens: readonly Token[], head: number): boolean {
  const at = tokens.findLastIndex(({ text }, index) => index <= head && text === ",");
  return at > 0 && head - at < 5 && /^(an?|the|our|her|his)$/.test(textAt(tokens, at + 1));
}

/** ", and this is saved": as a subject, after two clauses that each have a thing. */
function claimsOfThis(tokens: readonly Token[], index: number): boolean {
  if (!/^(and|but|so|,)$/.test(textAt(tokens, index - 1)) || !isHelped(tokens[index + 1]))
    return false;
  return (
    tokens
      .slice(sentenceStart(tokens, index), index)
      .filter(({ text }) => /^(a|an|the)$/.test(text)).length >= 2
  );
}

function isHelped(token: Token | undefined): boolean {
  return (
    isA("auxiliary", token) ||
    isA("modal", token) ||
    (token?.kind === "word" && /[^s]s$/.test(token.text) && isFormOf(verbs, token))
  );
}

function distinct(nouns: readonly Noun[]): number {
  return new Set(nouns.map(({ word }) => word)).size;
}

function sentenceStart(tokens: readonly Token[], index: number): number {
  return tokens.findLastIndex(({ text }, at) => at < index && /^[.!?]$/.test(text)) + 1;
}

/**
 * Where the clause of the pronoun begins: after the last and, but, when, comma or the like before
 * it.
 */
function clauseStart(tokens: readonly Token[], index: number, from: number): number {
  for (let at = index - 1; at > from; at--) {
    const text = textAt(tokens, at);
    if (
      /^([,;:—–]|->|→|and|but|yet|then|so|until|when|if|once|because|before|after|while|that|unless)$/.test(
        text,
      )
    )
      return at + 1;
    if (index - at > 10 && !/^its$/.test(textAt(tokens, index))) return from;
  }
  if (isA("subordinator", tokens[from]) && isVerb(tokens, index + 1)) return index;
  const complains = index - 1;
  return findVerb(tokens, complains, index) === complains && complains > from ? index : from;
}
