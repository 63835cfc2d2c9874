import { isA, isPerson, isPlural, isVerb } from "./grammar.ts";
import { irregularPasts, spans } from "./lexicon.ts";
import { type Token, textAt } from "./token.ts";

/** The head of a noun phrase that a pronoun could stand for. */
export interface Noun {
  /** The token of its last word. */
  head: number;
  word: string;
  person: boolean;
  plural: boolean;
}

const skipped = new Set(
  "day hour minute second morning evening afternoon time top bottom side end start same way moment number list time lot bit row".split(
    " ",
  ),
);
const noPlace =
  /^(of|in|on|at|for|by|within|during|after|before|per|without|is|are|was|were|be|becomes|as)$/;

/** The noun phrases between two tokens, that a pronoun could stand for. */
export function findNouns(tokens: readonly Token[], from: number, to: number): Noun[] {
  const nouns: Noun[] = [];
  for (let index = from; index < to; index++) {
    const noun = nounAt(tokens, index, to);
    if (!noun) continue;
    nouns.push(noun);
    index = noun.head;
  }
  return nouns.filter(({ word }) => !skipped.has(word) && !spans.has(word));
}

function nounAt(tokens: readonly Token[], index: number, to: number): Noun | undefined {
  const token = tokens[index];
  if (isA("determiner", token)) {
    const noun = isFresh(tokens, index)
      ? nounEnding(tokens, headOf(tokens, index + 1, to))
      : undefined;
    return noun && token?.text === "another" ? { ...noun, word: `another ${noun.word}` } : noun;
  }
  if (!isPerson(tokens, index)) return undefined;
  if (isPlural(tokens, index)) return nounEnding(tokens, index);
  return index === 0 ? nounEnding(tokens, headOf(tokens, index, to)) : undefined;
}

/** "the file" can be taken up by a pronoun; "its file", "in the file" and "is a file" hardly. */
function isFresh(tokens: readonly Token[], index: number): boolean {
  if (/^(its|their|his|her|no|this|that|these|those|all)$/.test(textAt(tokens, index)))
    return false;
  if (textAt(tokens, index) === "each" && textAt(tokens, index - 1) === ",") return false;
  return (
    !noPlace.test(textAt(tokens, index - 1)) ||
    isPerson(tokens, index + 1) ||
    opensClause(tokens, index)
  );
}

/** "After the van leaves": a word of time before a noun with a verb of its own. */
function opensClause(tokens: readonly Token[], index: number): boolean {
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
  if (
    isA("preposition", token) ||
    isA("determiner", token) ||
    isA("subordinator", token) ||
    isA("modal", token) ||
    isA("auxiliary", token)
  )
    return false;
  if (isA("determiner", tokens[index + 1]) && /(ing|[^s]s)$/.test(token.text)) return false;
  if (irregularPasts.has(token.text) && opensObject(tokens[index + 1])) return false;
  return (
    !isVerb(tokens, index) &&
    !/^(and|or|but|then|so|yet|not|once|twice|again|back|home|later|today|\w+ed)$/.test(token.text)
  );
}

/** "rang the", "wrote to": after a past tense its object follows, after "the lost" a noun. */
function opensObject(token: Token | undefined): boolean {
  return (
    isA("determiner", token) ||
    isA("preposition", token) ||
    isA("pronoun", token) ||
    token?.kind === "name"
  );
}

function nounEnding(tokens: readonly Token[], head: number): Noun | undefined {
  const token = tokens[head];
  if (!token || token.kind === "mark" || token.kind === "number" || token.text.endsWith("'s"))
    return undefined;
  return { head, word: token.text, person: isPerson(tokens, head), plural: isPlural(tokens, head) };
}
