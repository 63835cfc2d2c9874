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
import { nounVerbs, observableStates, vagueVerbs, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";
import { countMetricTokens } from "./bare-metric.ts";
import { isTestable } from "./testable.ts";

/**
 * Finds a line without an observable verb, number, quote or condition: "Supports dark mode", "Audit
 * log for admins".
 */
export function noObservableVerb({ tokens, inScenario }: Line): Span | undefined {
  if (tokens.length < 2 || isTestable(afterLabel(tokens)) || isMetric(tokens)) return undefined;
  // "THEN rebuild each label" is a step of the system.
  if (inScenario && findVerb(tokens, 0, tokens.length) < 0) return undefined;
  for (let index = 0; index < tokens.length; index++) {
    if (mayBeVerb(tokens, index) && !isVagueVerb(tokens, index)) return undefined;
  }
  if (isInstruction(tokens) || hasObservableState(tokens)) return undefined;
  return spanOf(tokens, Math.max(0, findVerb(tokens, 0, tokens.length)));
}

/** What a metric lacks is its pass line. */
function isMetric(tokens: readonly Token[]): boolean {
  return countMetricTokens(tokens) > 0;
}

/** Finds an adjective after "is" or "feels" that isn't a visible state: "is charming". */
export function opinionAfterIs({ tokens }: Line): Span | undefined {
  if (isTestable(tokens)) return undefined;
  const index = tokens.findIndex(
    (token, at) =>
      at > 0 &&
      /^(is|are|feels?|looks?|seems?|sounds?|stays?|remains?)$/.test(token.text) &&
      !isA("preposition", tokens[at - 1]) &&
      !/^(and|or|,)$/.test(textAt(tokens, at - 1)) &&
      !isA("determiner", tokens[at - 1]),
  );
  if (index < 0) return undefined;
  let at = index + 1;
  while (/^(very|so|too|all|always|both|quite|also|not|never|\w+ly)$/.test(textAt(tokens, at)))
    at++;
  const word = tokens[at];
  if (
    word?.kind !== "word" ||
    textAt(tokens, at + 1) === "than" ||
    observableStates.has(word.text) ||
    // "they are members of"
    (/[^su]s$/.test(word.text) && word.text !== "always") ||
    // A word in -less says what is absent: lossless, stateless, paperless.
    /..(?:al|ic|[ai]ble|ar|ary|less)$/.test(word.text) ||
    isA("preposition", word) ||
    isParticiple(word)
  )
    return undefined;
  return endsAdjectivePhrase(tokens[at + 1]) || isHyphenatedOpinion(tokens, at + 1)
    ? spanOf(tokens, at)
    : undefined;
}

/** "The dial honors the knob": a word in -s between a noun and an object. */
function looksLikeVerb(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  return (
    tokens[index]?.kind === "word" &&
    /[^siu]s$/.test(textAt(tokens, index)) &&
    before?.kind === "word" &&
    !isA("preposition", before) &&
    !isA("determiner", before) &&
    !isFormOf(vagueVerbs, tokens[index]) &&
    (isA("determiner", next) ||
      next?.kind === "number" ||
      next?.kind === "quote" ||
      isNounVerb(tokens, index))
  );
}

/** "description references altitude": a noun follows the verb. */
function isNounVerb(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  const isObject = next?.kind === "word" && !isFunctionWord(next) && !isVerb(tokens, index + 1);
  return (
    isObject && next.text !== "and" && next.text !== "or" && isFormOf(nounVerbs, tokens[index])
  );
}

const opinionEndings = /^(?:friendly|proof|looking|sounding|like|quality|class|grade|ready|savvy)$/;

/** "idiot-proof", but not "fact-checked" or "case-insensitive". */
function isHyphenatedOpinion(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token?.joined === true && opinionEndings.test(token.text);
}

/** "New hires from the HR system appear in": a plural, far before its verb. */
function isFarVerb(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (before?.kind !== "word" || isA("determiner", before) || isA("preposition", before))
    return false;
  if (!isA("determiner", next) && !isA("preposition", next)) return false;
  const subject = tokens.slice(0, index - 1);
  const isMany = subject.some(
    (_, at) => isPlural(subject, at) || /^(all|both)$/.test(textAt(subject, at)),
  );
  return isMany && verbs.has(textAt(tokens, index)) && !tokens[index]?.joined;
}

/** Less strict than `isVerb`, to avoid false alarms. */
function mayBeVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (isVerb(tokens, index) || looksLikeVerb(tokens, index)) return true;
  if (isFarVerb(tokens, index)) return true;
  // "A name, a date, and a reason create a request"
  const endsList = [2, 3, 4].some(
    (back) => textAt(tokens, index - back) === "and" && textAt(tokens, index - back - 1) === ",",
  );
  return (
    token?.kind === "word" &&
    index > 1 &&
    (/[^s]s$/.test(token.text) || (endsList && isA("determiner", tokens[index + 1]))) &&
    isFormOf(verbs, token) &&
    !isA("determiner", tokens[index - 1])
  );
}

/** Verbs for what a system does or asks for: "requires the finance role", "follows ISO 8601". */
const ruleVerbs = wordSet(`
  follow require need use allow let enable provide offer give serve keep stay remain own support
  handle have deliver adopt do reflect
`);

/** Verbs that say nothing even after "must". */
const emptyVerbs = wordSet(`
  feel seem perform behave function cope deal excel shine thrive inspire empower foster promote
  encourage facilitate contribute help assist ensure strive aim care adhere appreciate embrace
  collaborate handle
`);

/** "keeps the typed text", but not "keeps everyone informed" or "keeps the work flowing". */
function keepsObject(tokens: readonly Token[], index: number): boolean {
  if (!/^keeps?$/.test(textAt(tokens, index)) || !isA("determiner", tokens[index + 1]))
    return false;
  return !tokens
    .slice(index + 2)
    .some(({ text }) => /(ing|[^e]ed)$/.test(text) && !observableStates.has(text));
}

function isVagueVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (isA("modal", token) || /^do(es)?(n't)?$/.test(token?.text ?? "")) {
    const verb = tokens
      .slice(index + 1)
      .find(({ text }) => !/^(not|also|still|never|always|\w+ly)$/.test(text));
    // What the system must do or a person can do is something to try, unless its verb says nothing.
    return isFormOf(isA("modal", token) ? emptyVerbs : vagueVerbs, verb);
  }
  // "components communicate via MQTT" can be looked up.
  if (/^(?:via|over|through|using)$/.test(textAt(tokens, index + 1))) return false;
  // "all actions work by keyboard"
  const device = textAt(tokens, index + 2);
  if (textAt(tokens, index + 1) === "by" && /^(?:keyboard|mouse|touch|voice)$/.test(device))
    return false;
  return isFormOf(vagueVerbs, token) && !isFormOf(ruleVerbs, token) && !keepsObject(tokens, index);
}

/** "Press Skip": an instruction is a step, unless its verb is vague. */
function isInstruction(tokens: readonly Token[]): boolean {
  if (forbids(tokens)) return true;
  if (!isFormOf(verbs, tokens[0]) || textAt(tokens, 0) === "handle") return false;
  const isRule = isFormOf(ruleVerbs, tokens[0]) && !isA("preposition", tokens[1]);
  return isRule || !isFormOf(vagueVerbs, tokens[0]);
}

/** "Authorization: Role-based access control": what a label names is no test of it. */
function afterLabel(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.findIndex(({ text }) => text === ":");
  const isLabel = colon > 0 && colon < 4 && findVerb(tokens, 0, tokens.length) < 0;
  // "Overview: bookings this week, most viewed boats" says what is in it.
  const lists = tokens.some(({ text }) => text === ",");
  return isLabel && !lists && tokens.length > colon + 2 ? tokens.slice(colon + 1) : tokens;
}

/** "Avoid using tables", "Avoid a new server": a rule that anyone can look up in the result. */
function forbids(tokens: readonly Token[]): boolean {
  const what = textAt(tokens, 0) === "refrain" ? 2 : 1;
  const isNamed = textAt(tokens, what).endsWith("ing") || /^(an?|any)$/.test(textAt(tokens, what));
  return /^(avoid|refrain)$/.test(textAt(tokens, 0)) && isNamed;
}

/** "is empty", "is under the map", "is masked", "has a red dot": visible without another verb. */
function hasObservableState(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, index) => {
    if (/^(has|have|gets?)$/.test(text)) return isA("determiner", tokens[index + 1]);
    if (!/^(is|are|be|stays?|remains?)$/.test(text)) return false;
    const next = tokens[index + 1];
    return (
      next !== undefined &&
      (observableStates.has(next.text) ||
        isA("preposition", next) ||
        isParticiple(next) ||
        isA("determiner", next) ||
        next.kind === "name")
    );
  });
}

const irregularParticiples = wordSet(`
  set split put cut shut kept held made hung bound paid laid said led fed met hit gone won done redone
  undone sold told lost found read built sent
`);

function isParticiple({ text, kind }: Token): boolean {
  return (
    kind === "word" &&
    (/(ed|en|[wr]n|nt|pt|ft|lt|ung|ing|uck)$/.test(text) || irregularParticiples.has(text))
  );
}

function endsAdjectivePhrase(token: Token | undefined): boolean {
  return endsPhrase(token) || /^(and|but|or|enough)$/.test(token?.text ?? "");
}
