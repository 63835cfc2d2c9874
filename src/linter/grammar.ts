import { baseForms, hasBase, lookalikes, people, receivingVerbs, verbs } from "./lexicon.ts";
import { type Token, textAt } from "./token.ts";

const classes = {
  determiner:
    "a an the this that these those each every any all no another either neither both some its their our my your his her whose",
  preposition:
    "of in on at by for from to into onto with without within inside under over above below after before between per through across via about against as than until till up off out near behind beside during upon along around toward towards",
  subordinator:
    "when whenever if once after until unless while because since where that which who whose whom so before as whether although though",
  modal:
    "can can't cannot will won't must mustn't shall should may might could couldn't would ought",
  auxiliary:
    "is are was were be been has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't",
  pronoun:
    "i we you she he someone somebody anyone anybody everyone everybody nobody who me us him them",
} as const;

/** A small closed class of words. */
export type WordClass = keyof typeof classes;

const members = Object.fromEntries(
  Object.entries(classes).map(([name, words]) => [name, new Set(words.split(" "))]),
) as unknown as Readonly<Record<WordClass, ReadonlySet<string>>>;

const personEnding = /(?:er|or|ist|ian|ee|eer|ant|man|woman|smith|keeper|herd|wright|ster|yst)s?$/;

/** True when the token is a word of the class. */
export function isA(wordClass: WordClass, token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && members[wordClass].has(token.text);
}

/**
 * True for a person or a group of people: by the word itself, or by its ending when it is no known
 * thing.
 */
export function isPerson(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  const word = token.text.replace(/'s?$/, "");
  const compound = token.joined ? `${textAt(tokens, index - 1)}-${word}` : word;
  const singular = word
    .replace(/(men|women)$/, (plural) => plural.replace("e", "a"))
    .replace(/s$/, "");
  if (people.has(word) || people.has(singular) || people.has(compound)) return true;
  if (word.length <= 4 || verbs.has(word) || lookalikes.has(singular) || lookalikes.has(word))
    return false;
  return personEnding.test(singular) && !isPlace(tokens, index);
}

/**
 * "in the dumpster", "onto a trailer": what something is in or on is no person, whatever its
 * ending.
 */
function isPlace(tokens: readonly Token[], index: number): boolean {
  return (
    isA("determiner", tokens[index - 1]) &&
    /^(in|into|on|onto|inside|under)$/.test(textAt(tokens, index - 2))
  );
}

/**
 * True when the token can be the verb of a clause: a modal, an auxiliary, "shows", or "show" after
 * a plural.
 */
export function isVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  if (isHelper(token)) return !token.joined;
  if (isLateVerb(tokens, index)) return true;
  const prefixed = token.joined && /^(re|un|auto|pre|de|over)$/.test(textAt(tokens, index - 1));
  const subject = index - (prefixed ? 2 : 1);
  if ((token.joined && !prefixed) || !canBeSubject(tokens, subject)) return false;
  if (token.text.endsWith("s")) return isThirdPerson(token.text);
  return isMany(tokens, subject) && isBaseVerb(token.text) && !isHelper(tokens[index + 1]);
}

/** "Customers picking up a repair see": what receives is a verb however far its subject is. */
function isLateVerb(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (index < 2 || !receivingVerbs.has(textAt(tokens, index)) || tokens[index]?.joined)
    return false;
  return (
    !isHelper(before) &&
    (textAt(tokens, index - 1) === "both" || !isA("determiner", before)) &&
    !isA("preposition", before) &&
    !/^(and|or|not|then|,)$/.test(before?.text ?? "")
  );
}

/** A plural; or "the sign and the chime": two with "and" between them. */
function isMany(tokens: readonly Token[], index: number): boolean {
  if (isPlural(tokens, index)) return true;
  const joint = tokens.findLastIndex(
    ({ text }, at) => at < index && at > index - 4 && text === "and",
  );
  return (
    joint > 1 && isA("determiner", tokens[joint + 1]) && isA("determiner", tokens[0]) && joint < 7
  );
}

function isHelper(token: Token | undefined): boolean {
  return isA("modal", token) || isA("auxiliary", token);
}

/** "print", and "reprint" with it. */
function isBaseVerb(word: string): boolean {
  return (
    verbs.has(word) ||
    (/^(re|un|mis|over)/.test(word) && verbs.has(word.replace(/^(re|un|mis|over)/, "")))
  );
}

function isThirdPerson(word: string): boolean {
  return !word.endsWith("ss") && baseForms(word).some((form) => form !== word && isBaseVerb(form));
}

/**
 * A noun, a name or a pronoun can stand before a verb; "the", "of", "Dana's" and a count cannot.
 */
function canBeSubject(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || isA("determiner", token)) return false;
  const before = tokens[index - 1];
  if (isA("preposition", token) && !token.joined && !isA("determiner", before)) return false;
  if (token.kind === "number") return before?.kind === "word" && !isA("determiner", before);
  return !/'s$|s'$|^(two|three|four|five|six|seven|eight|nine|ten)$/.test(token.text);
}

/** The first verb of a clause between two tokens, or -1. */
export function findVerb(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to; index++) if (isVerb(tokens, index)) return index;
  return -1;
}

/** True for a plural noun, as far as its ending tells, and for "people", "staff" and the like. */
export function isPlural(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  if (/^(people|staff|folk|men|women|children|crew|team|everyone|i|we|you|they)$/.test(token.text))
    return true;
  return (
    /[^su'i]s$/.test(token.text) &&
    !isA("determiner", token) &&
    !isA("auxiliary", token) &&
    !isA("preposition", token)
  );
}

/** True when the token is a form of one of the verbs. */
export function isFormOf(set: ReadonlySet<string>, token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && hasBase(set, token.text);
}
