import { wordSet } from "../../domain/text/word-set.ts";
import { findClauseStart, findSentenceStart } from "../clause.ts";
import { findVerb, isA, isFormOf, isHelpingVerb } from "../grammar.ts";
import { organizations, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { findNouns, isOwnerInRelative, type Noun } from "../noun.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds a pronoun that could refer to two nouns: "Drag a contact onto a deal and it turns yellow".
 */
export function ambiguousPronoun(line: Line): Span | undefined {
  const tokens = afterTrigger(line);
  const pronouns = tokens.flatMap(({ text }, index) => (ambiguityChecks.has(text) ? [index] : []));
  for (const index of pronouns.slice(0, MAX_PRONOUNS)) {
    if (index < 3 || tokens[index]?.kind !== "word" || !isAmbiguous(tokens, index)) continue;
    if (textAt(tokens, index - 1) === "that" || isRepeated(tokens, index)) continue;
    if (line.kind === "criterion" && continuesSubject(tokens, index)) continue;
    return { ...spanOf(tokens, index), exact: true };
  }
  return undefined;
}

/**
 * In a scenario, "it" is what the scenario is about. Long text has told before what it is about,
 * and a name in code is told from the other nouns.
 */
function afterTrigger({ tokens, from }: Line): readonly Token[] {
  const rest = from > 0 ? tokens.filter(({ start }) => start >= from) : tokens;
  return rest.length > MAX_READ || rest.some(({ kind }) => kind === "code") ? [] : rest;
}

/** "removes it from every task that has it": the same as just before. */
function isRepeated(tokens: readonly Token[], index: number): boolean {
  const earlier = tokens.findLastIndex(
    ({ text }, at) => at < index && text === textAt(tokens, index),
  );
  return earlier > 0 && textAt(tokens, index) === "it" && !isAmbiguous(tokens, earlier);
}

/** Only these are read, so that a line takes linear time. */
const MAX_READ = 28;
const MAX_PRONOUNS = 16;

/** "before it writes the file": right after such a word, readers take the subject so far. */
function continuesSubject(tokens: readonly Token[], index: number): boolean {
  const isAsked = tokens.slice(Math.max(0, index - 4), index).some(({ text }) => text === "how");
  return isA("subordinator", tokens[index - 1]) || isAsked;
}

function isAmbiguous(tokens: readonly Token[], index: number): boolean {
  return ambiguityChecks.get(textAt(tokens, index))?.(tokens, index) ?? false;
}

const ambiguityChecks: ReadonlyMap<string, (tokens: readonly Token[], index: number) => boolean> =
  new Map([
    ...["it", "its", "it's"].map((word) => [word, isAmbiguousIt] as const),
    ...["they", "their", "theirs", "they're", "them"].map(
      (word) => [word, isAmbiguousThey] as const,
    ),
    ...["he", "she", "his", "him", "her", "hers"].map(
      (word) => [word, isAmbiguousHeOrShe] as const,
    ),
    ...["this", "that"].map((word) => [word, isAmbiguousThis] as const),
  ]);

/** The pronouns that this looks at. */
export const ambiguousPronouns: readonly string[] = [...ambiguityChecks.keys()];

function isAmbiguousIt(tokens: readonly Token[], index: number): boolean {
  const sentence = findSentenceStart(tokens, index);
  if (hasClearReferent(tokens, index, sentence)) return false;
  const clause = findClauseStart(tokens, index, sentence);
  const nouns = findNouns(tokens, sentence, index).filter(
    ({ person, plural }) => !person && !plural,
  );
  const earlier = nouns.filter(({ head }) => head < clause);
  if (tokens[index]?.text !== "its")
    return (
      clause > sentence &&
      (countDistinct(earlier) >= 2 || isComparedWithOther(tokens, earlier, clause))
    );
  if (countDistinct(nouns) < 2) return false;
  if (clause > sentence)
    return (
      countDistinct(earlier) >= 2 &&
      !(hasOwnSubject(tokens, clause, index) && isA("preposition", tokens[index - 1]))
    );
  return /^\w+ing$/.test(textAt(tokens, sentence));
}

/** Returns true if it's clear what this "it" refers to. */
function hasClearReferent(tokens: readonly Token[], index: number, sentence: number): boolean {
  // "each boat, its berth"
  const isOfEach = tokens.slice(Math.max(0, index - 4), index).some(({ text }) => text === "each");
  if (isOfEach && textAt(tokens, index - 1) === ",") return true;
  if (/^(do|does|did|done|doing)$/.test(textAt(tokens, index - 1))) return true;
  if (isDummySubject(tokens, index) || isObjectOfSameSubject(tokens, index)) return true;
  if (isOwnerInRelative(tokens, index, sentence)) return true;
  // "a close button; clicking it": the last thing that was named.
  if (/^(?:click|press|tapp?|select|choos|open|hover)ing$/.test(textAt(tokens, index - 1)))
    return true;
  return followsNoun(tokens, index) && !isA("subordinator", tokens[sentence]);
}

const dummySubjectVerbs = wordSet(`
  takes took costs cost is was turns turned seems seemed happens happened
`);

/** "it took 20 minutes", "it is hard to": a dummy subject refers to nothing. */
function isDummySubject(tokens: readonly Token[], index: number): boolean {
  if (!dummySubjectVerbs.has(textAt(tokens, index + 1))) return false;
  const after = tokens[index + 2];
  return (
    after?.kind === "number" ||
    /^(hard|easy|impossible|out|that|one|two|half|hours?|days?|up|too|unclear|clear|known)$/.test(
      after?.text ?? "",
    )
  );
}

/** "drags a photo onto the page and crops it": the same subject acts on the same object. */
function isObjectOfSameSubject(tokens: readonly Token[], index: number): boolean {
  const joint = tokens.findLastIndex(
    ({ text }, at) => at < index - 1 && /^(and|then|but|or)$/.test(text),
  );
  return (
    joint > 0 &&
    tokens
      .slice(joint + 1, index)
      .every(
        (token) =>
          startsPredicate(token) || isFormOf(verbs, token) || /^(not|also|never)$/.test(token.text),
      )
  );
}

/** "a bad row is listed with its number": "its" refers to the subject of its clause. */
function hasOwnSubject(tokens: readonly Token[], from: number, to: number): boolean {
  return findVerb(tokens, from + 1, to) > 0;
}

/** "If an invoice doesn't match its PO, it ...": "it" could be either of two compared things. */
function isComparedWithOther(
  tokens: readonly Token[],
  nouns: readonly Noun[],
  to: number,
): boolean {
  return (
    nouns.length === 1 &&
    tokens
      .slice(nouns[0]?.head, to)
      .some(
        ({ text }, offset, all) =>
          comparingVerbs.has(text) && all.slice(offset).some((token) => token.text === "its"),
      )
  );
}

const comparingVerbs = wordSet(`
  match matches differ differs conflict conflicts contradict contradicts disagree disagrees equal
  equals exceed exceeds clash clashes mismatch mismatches overlap overlaps
`);

/** "the minute it was sent": the pronoun starts a clause about the noun right before it. */
function followsNoun(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.kind !== "word" || textAt(tokens, index) !== "it" || isFormOf(verbs, before))
    return false;
  const classes = ["preposition", "subordinator", "modal", "auxiliary"] as const;
  return (
    !classes.some((wordClass) => isA(wordClass, before)) &&
    !/^(and|but|or|then|yet)$/.test(before.text)
  );
}

function isAmbiguousThey(tokens: readonly Token[], index: number): boolean {
  const clause = findClauseStart(tokens, index, 0);
  if (clause === 0) return textAt(tokens, index) === "their" && actsOnTwoPeople(tokens, index);
  const earlier = findNouns(tokens, 0, clause);
  const acts = tokens[index]?.text !== "their";
  const people = earlier.filter(
    ({ person, head }) => person || (acts && isFormOf(organizations, tokens[head])),
  );
  const groups = people.filter(({ plural }) => plural);
  if (groups.length > 0 && acts) return countDistinct(groups) >= 2;
  if (groups.length > 0) return countDistinct(groups) >= 2 && groups.length === people.length;
  return countDistinct(people) >= 2;
}

/** "The app matches a mentor to a trainee using their postcode": a thing acts on two people. */
function actsOnTwoPeople(tokens: readonly Token[], index: number): boolean {
  const nouns = findNouns(tokens, 0, index);
  return (
    nouns[0]?.person === false &&
    countDistinct(nouns.filter(({ person, plural }) => person && !plural)) >= 2
  );
}

/** "The nurse calls the doctor and she ...": two people before the clause. */
function isAmbiguousHeOrShe(tokens: readonly Token[], index: number): boolean {
  const nouns = findNouns(tokens, 0, findClauseStart(tokens, index, 0));
  return (
    countDistinct(
      nouns.filter(({ person, plural, head }) => person && !plural && !isAppositive(tokens, head)),
    ) >= 2
  );
}

/** "The manager, a man of 61,": the second noun renames the first. */
function isAppositive(tokens: readonly Token[], head: number): boolean {
  const at = tokens.findLastIndex(({ text }, index) => index <= head && text === ",");
  return at > 0 && head - at < 5 && /^(an?|the|our|her|his)$/.test(textAt(tokens, at + 1));
}

/** ", and this is saved": "this" as a subject, after two nouns. */
function isAmbiguousThis(tokens: readonly Token[], index: number): boolean {
  if (!/^(and|but|so|,)$/.test(textAt(tokens, index - 1)) || !startsPredicate(tokens[index + 1]))
    return false;
  return (
    tokens
      .slice(findSentenceStart(tokens, index), index)
      .filter(({ text }) => /^(a|an|the)$/.test(text)).length >= 2
  );
}

function startsPredicate(token: Token | undefined): boolean {
  return (
    isHelpingVerb(token) ||
    (token?.kind === "word" && /[^s]s$/.test(token.text) && isFormOf(verbs, token))
  );
}

function countDistinct(nouns: readonly Noun[]): number {
  return new Set(nouns.map(({ word }) => word)).size;
}
