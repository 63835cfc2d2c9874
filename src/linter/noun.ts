import { wordSet } from "../domain/text/word-set.ts";
import { findVerb, isA, isFunctionWord, isPerson, isPlural, isVerb } from "./grammar.ts";
import { irregularPasts, timeSpans, verbs } from "./lexicon.ts";
import { type Token, textAt } from "./token.ts";

/** The head of a noun phrase that a pronoun could refer to. */
export interface Noun {
  /** The index of its last word. */
  head: number;
  word: string;
  person: boolean;
  plural: boolean;
}

const nonAntecedents = wordSet(`
  day hour minute second morning evening afternoon time top bottom side end start same way moment
  number list time lot bit row system product application software platform
`);
const nonReferringContext =
  /^(of|in|on|at|for|by|within|during|after|before|per|without|is|are|was|were|be|becomes|as)$/;

/** Returns the noun phrases between two tokens that a pronoun could refer to. */
export function findNouns(tokens: readonly Token[], from: number, to: number): Noun[] {
  const nouns: Noun[] = [];
  for (let index = from; index < to; index++) {
    const noun = nounAt(tokens, index, to);
    if (!noun) continue;
    nouns.push(noun);
    index = noun.head;
  }
  return nouns.filter(({ word }) => !nonAntecedents.has(word) && !timeSpans.has(word));
}

function nounAt(tokens: readonly Token[], index: number, to: number): Noun | undefined {
  const token = tokens[index];
  if (isA("determiner", token)) {
    const noun = canBeAntecedent(tokens, index)
      ? createNoun(tokens, headOf(tokens, index + 1, to))
      : undefined;
    return noun && token?.text === "another" ? { ...noun, word: `another ${noun.word}` } : noun;
  }
  if (!isPerson(tokens, index)) return undefined;
  if (isPlural(tokens, index)) return createNoun(tokens, index);
  return index === 0 ? createNoun(tokens, headOf(tokens, index, to)) : undefined;
}

/** A pronoun can refer to "the file"; hardly to "its file", "in the file" or "is a file". */
function canBeAntecedent(tokens: readonly Token[], index: number): boolean {
  if (/^(its|their|his|her|no|this|that|these|those|all)$/.test(textAt(tokens, index)))
    return false;
  if (textAt(tokens, index) === "each" && textAt(tokens, index - 1) === ",") return false;
  return (
    !nonReferringContext.test(textAt(tokens, index - 1)) ||
    isPerson(tokens, index + 1) ||
    startsTimeClause(tokens, index)
  );
}

/** "After the van leaves": a time word before a noun with its own verb. */
function startsTimeClause(tokens: readonly Token[], index: number): boolean {
  if (!/^(after|before|as)$/.test(textAt(tokens, index - 1))) return false;
  return isVerb(tokens, headOf(tokens, index + 1, tokens.length) + 1);
}

function headOf(tokens: readonly Token[], from: number, to: number): number {
  let head = from;
  while (head + 1 < to && isNounWord(tokens, head + 1)) head++;
  return head;
}

function isNounWord(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || (token.kind !== "word" && token.kind !== "name")) return false;
  if (isFunctionWord(token)) return false;
  const isAct = /(ing|[^s]s)$/.test(token.text) || verbs.has(token.text);
  if (isA("determiner", tokens[index + 1]) && isAct) return false;
  if (irregularPasts.has(token.text) && startsObject(tokens[index + 1])) return false;
  return (
    !isVerb(tokens, index) &&
    !/^(and|or|but|then|so|yet|not|once|twice|again|back|home|later|today|\w+ed)$/.test(token.text)
  );
}

/** An object follows a past tense ("rang the", "wrote to"); a noun follows "the lost". */
function startsObject(token: Token | undefined): boolean {
  return (
    isA("determiner", token) ||
    isA("preposition", token) ||
    isA("pronoun", token) ||
    token?.kind === "name"
  );
}

function createNoun(tokens: readonly Token[], head: number): Noun | undefined {
  const token = tokens[head];
  if (!token || token.kind === "mark" || token.kind === "number" || token.text.endsWith("'s"))
    return undefined;
  return { head, word: token.text, person: isPerson(tokens, head), plural: isPlural(tokens, head) };
}

/**
 * Returns true for "it" in "the card has a border that marks it": a border can't mark itself, so
 * it's what has the border.
 */
export function isOwnerInRelative(
  tokens: readonly Token[],
  index: number,
  sentence: number,
): boolean {
  if (!/^(that|which)$/.test(textAt(tokens, index - 2))) return false;
  const verb = findVerb(tokens, sentence + 1, index - 2);
  return verb > 0 && /^(has|have|shows|gets|carries)$/.test(textAt(tokens, verb));
}
