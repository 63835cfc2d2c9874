import { wordSet } from "../domain/text/word-set.ts";
import { baseForms, hasBase, lookalikes, people, receivingVerbs, verbs } from "./lexicon.ts";
import { type Token, textAt } from "./token.ts";

const classes = {
  determiner: wordSet(`
    a an the this that these those each every any all no another either neither both some its
    their our my your his her whose
  `),
  preposition: wordSet(`
    of in on at by for from to into onto with without within inside under over above below after
    before between per through across via about against as than until till up off out near behind
    beside during upon along around toward towards
  `),
  subordinator: wordSet(`
    when whenever if once after until unless while because since where that which who whose whom
    so before as whether although though
  `),
  modal: wordSet(`
    can can't cannot will won't must mustn't shall should shouldn't may might could couldn't would
    wouldn't ought needn't
  `),
  auxiliary: wordSet(`
    is are was were be been has have had do does did isn't aren't wasn't weren't hasn't haven't
    hadn't doesn't don't didn't
  `),
  pronoun: wordSet(`
    i we you she he someone somebody anyone anybody everyone everybody nobody who me us him them
  `),
} as const;

/** A closed word class. */
export type WordClass = keyof typeof classes;

const personEnding = /(?:er|or|ist|ian|ee|eer|ant|man|woman|smith|keeper|herd|wright|ster|yst)s?$/;

/** Returns true if the token belongs to the word class. */
export function isA(wordClass: WordClass, token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && classes[wordClass].has(token.text);
}

/**
 * Returns true for a person or a group of people: a known word, or a word with a person's ending
 * that is not a known thing.
 */
export function isPerson(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  const word = token.text.replace(/'s?$/, "");
  const compound = index > 0 ? `${textAt(tokens, index - 1)}-${word}` : word;
  const singular = word
    .replace(/(men|women)$/, (plural) => plural.replace("e", "a"))
    .replace(/s$/, "");
  if (people.has(word) || people.has(singular) || people.has(compound)) return true;
  if (/^(?:fail|roll|turn|take|lay|change|cross|hand|left|spill|carry)overs?$/.test(word))
    return false;
  if (word.length <= 4 || verbs.has(word) || lookalikes.has(singular) || lookalikes.has(word))
    return false;
  return personEnding.test(singular) && !isLocation(tokens, index);
}

/** "in the dumpster", "onto a trailer": a location, despite its ending. */
function isLocation(tokens: readonly Token[], index: number): boolean {
  return (
    isA("determiner", tokens[index - 1]) &&
    /^(in|into|on|onto|inside|under)$/.test(textAt(tokens, index - 2))
  );
}

/**
 * Returns true if the token can be the verb of a clause: a modal, an auxiliary, "shows", or "show"
 * after a plural.
 */
export function isVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  if (isHelpingVerb(token)) return !token.joined;
  if (isDistantVerb(tokens, index)) return true;
  const prefixed = token.joined && /^(re|un|auto|pre|de|over)$/.test(textAt(tokens, index - 1));
  const subject = index - (prefixed ? 2 : 1);
  if ((token.joined && !prefixed) || !canBeSubject(tokens, subject)) return false;
  if (token.text.endsWith("s")) return isThirdPerson(tokens, index);
  return (
    isPluralSubject(tokens, subject) && isBaseVerb(token.text) && !isHelpingVerb(tokens[index + 1])
  );
}

/** "Customers picking up a repair see": a receiving verb, far from its subject. */
function isDistantVerb(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (index < 2 || !receivingVerbs.has(textAt(tokens, index)) || tokens[index]?.joined)
    return false;
  return (
    !isHelpingVerb(before) &&
    (textAt(tokens, index - 1) === "both" || !isA("determiner", before)) &&
    !isA("preposition", before) &&
    !/^(and|or|not|then|,)$/.test(before?.text ?? "")
  );
}

/** "the buttons on the page show": the noun belongs to a plural before it. */
function isInPluralPhrase(tokens: readonly Token[], index: number): boolean {
  const back = isA("determiner", tokens[index - 1]) ? 2 : 1;
  return (
    /^(in|on|of|for)$/.test(textAt(tokens, index - back)) && isPlural(tokens, index - back - 1)
  );
}

/** "all unit tests pass", "the matches are": a noun, because the verb comes right after it. */
function isPluralOfClause(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    isHelpingVerb(next) ||
    (/^(pass|fail|exist|match|agree|differ|continue|remain|appear)$/.test(next?.text ?? "") &&
      next?.joined === false)
  );
}

/** A plural, or two nouns joined by "and": "the sign and the chime". */
function isPluralSubject(tokens: readonly Token[], index: number): boolean {
  if (isPlural(tokens, index) || isInPluralPhrase(tokens, index)) return true;
  const ends = tokens[index + 2] === undefined || tokens[index + 2]?.text === ".";
  if (ends && /^(agree|match|differ|overlap)$/.test(textAt(tokens, index + 1))) return true;
  const joint =
    [1, 2, 3].map((back) => index - back).find((at) => textAt(tokens, at) === "and") ?? -1;
  return (
    joint > 1 && isA("determiner", tokens[joint + 1]) && isA("determiner", tokens[0]) && joint < 7
  );
}

/** Returns true for a modal or an auxiliary. */
export function isHelpingVerb(token: Token | undefined): boolean {
  return isA("modal", token) || isA("auxiliary", token);
}

/** Returns true for a word that is never a noun: "of", "the", "when", "can", "is". */
export function isFunctionWord(token: Token | undefined): boolean {
  return (
    isA("preposition", token) ||
    isA("determiner", token) ||
    isA("subordinator", token) ||
    isHelpingVerb(token)
  );
}

/** Returns true if a phrase ends before this token. */
export function endsPhrase(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === "mark" ||
    isA("preposition", token) ||
    isA("subordinator", token)
  );
}

/** "print", or with a prefix: "reprint". */
function isBaseVerb(word: string): boolean {
  return (
    verbs.has(word) ||
    (/^(re|un|mis|over)/.test(word) && verbs.has(word.replace(/^(re|un|mis|over)/, "")))
  );
}

function isThirdPerson(tokens: readonly Token[], index: number): boolean {
  const word = textAt(tokens, index);
  return (
    !word.endsWith("ss") &&
    baseForms(word).some((form) => form !== word && isBaseVerb(form)) &&
    !isPluralOfClause(tokens, index)
  );
}

/** A noun, a name or a pronoun can be a subject; "the", "of", "Dana's" and a count cannot. */
function canBeSubject(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || isA("determiner", token)) return false;
  const before = tokens[index - 1];
  if (isA("preposition", token) && !token.joined && !isA("determiner", before)) return false;
  if (token.kind === "number") return before?.kind === "word" && !isA("determiner", before);
  return !/'s$|s'$|^(two|three|four|five|six|seven|eight|nine|ten)$/.test(token.text);
}

/** Returns the index of the first verb between two tokens, or -1. */
export function findVerb(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to; index++) if (isVerb(tokens, index)) return index;
  return -1;
}

const groups = wordSet("people staff folk men women children crew team everyone i we you they");

/** Returns true for a plural noun, judged by its ending, and for "people" or "staff". */
export function isPlural(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  if (groups.has(token.text)) return true;
  return (
    /[^su'i]s$/.test(token.text) &&
    !isA("determiner", token) &&
    !isA("auxiliary", token) &&
    !isA("preposition", token)
  );
}

/** Returns true if the token is an inflected form of a word in the set. */
export function isFormOf(set: ReadonlySet<string>, token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && hasBase(set, token.text);
}
