import { wordSet } from "../domain/text/word-set.ts";
import { endsPhrase, findVerb, isA, isFormOf, isPerson, isVerb } from "./grammar.ts";
import { eventVerbs, navigationVerbs, receivingVerbs, reportingParticiples } from "./lexicon.ts";
import { classifyNumber } from "./number.ts";
import { type Token, textAt } from "./token.ts";

const MAX_SUBJECT_TOKENS = 11;

/**
 * Returns the index of the verb of a clause that starts at `from` with its own subject, or -1.
 */
export function findClauseVerb(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (
    !first ||
    first.kind === "mark" ||
    isA("modal", first) ||
    /^(it|they|this|that|he|she|nothing|no|not|who|which)$/.test(first.text)
  ) {
    return -1;
  }
  const stop = tokens.findIndex(
    ({ text }, index) => index > from && /^([,;:.(–—-]|->|→)$/.test(text),
  );
  const verb = findVerb(
    tokens,
    from + 1,
    Math.min(stop < 0 ? tokens.length : stop, from + MAX_SUBJECT_TOKENS),
  );
  const isRelative = tokens
    .slice(from + 1, Math.max(from + 1, verb))
    .some((token) => isA("subordinator", token) || /^(it|they|he|she|we|you|i)$/.test(token.text));
  return isRelative ? -1 : verb;
}

/**
 * Returns the main clause before `at`: after the last period or arrow, without a leading condition.
 */
export function clauseBefore(tokens: readonly Token[], at: number): Token[] {
  const stop = tokens.findLastIndex(
    ({ text }, index) => index < at && /^([;:.—–]|->|=>|→)$/.test(text),
  );
  const clause = tokens.slice(stop + 1, at);
  if (!startsWithCondition(clause[0])) return clause;
  const comma = clause.findIndex(
    ({ text }, index) => /^(,|then)$/.test(text) && index < clause.length - 1,
  );
  return comma >= 0 ? clause.slice(comma + 1) : afterSecondSubject(clause);
}

function startsWithCondition(token: Token | undefined): boolean {
  return (
    isA("subordinator", token) ||
    /^(given|on|upon|with|without|for|in|at|by|during)$/.test(token?.text ?? "")
  );
}

/** "When a tenant reports a leak the phone rings": returns "the phone rings". */
function afterSecondSubject(clause: readonly Token[]): Token[] {
  const first = findVerb(clause, 1, clause.length);
  const second = clause.findLastIndex(
    (token, index) =>
      index > first + 2 &&
      isA("determiner", token) &&
      findVerb(clause, index + 1, clause.length) > 0,
  );
  return second < 0 ? [] : clause.slice(second);
}

/** Returns true for a clause that states an outcome, not what a person does to cause it. */
export function isResult(clause: readonly Token[]): boolean {
  const verb = findMainVerb(clause);
  if (verb < 0) return false;
  const byPerson = hasPersonBefore(clause, verb);
  if (isA("modal", clause[verb])) return !byPerson || !isFormOf(navigationVerbs, clause[verb + 1]);
  if (isA("auxiliary", clause[verb]))
    return clause.slice(verb + 1, verb + 3).some(({ text }) => reportingParticiples.has(text));
  if (byPerson) return isFormOf(receivingVerbs, clause[verb]);
  const isAct = clause[0]?.text.endsWith("ing") === true;
  return isAct || !isFormOf(eventVerbs, clause[verb]) || hasTimeLimit(clause);
}

/**
 * Returns the index of the main verb of a clause, or -1 if it has none or ends in a subordinate
 * clause ("when ...", "that ...").
 */
export function findMainVerb(clause: readonly Token[]): number {
  const verb = findVerb(clause, 1, clause.length);
  const inner = clause.findLastIndex((token, index) => index > verb && isA("subordinator", token));
  const isInside = inner > 0 && findVerb(clause, inner + 1, clause.length) > 0;
  return isInside && clause.at(-1)?.text !== "," ? -1 : verb;
}

/** Returns the part of a finished clause before its subordinate clause. */
export function mainClause(clause: readonly Token[]): readonly Token[] {
  const verb = findVerb(clause, 1, clause.length);
  const inner = clause.findIndex(
    (token, index) => index > verb && verb > 0 && isA("subordinator", token),
  );
  return inner > 0 ? clause.slice(0, inner) : clause;
}

/**
 * Returns true if a person is the subject: "the nurse on ward 3", but not "the plumber's phone" or
 * "the driver app".
 */
export function hasPersonBefore(clause: readonly Token[], verb: number): boolean {
  const subject = clause.slice(0, verb);
  return subject.some(
    (token, at) => isA("pronoun", token) || (isPerson(subject, at) && isSubjectHead(subject, at)),
  );
}

function isSubjectHead(subject: readonly Token[], at: number): boolean {
  const next = subject[at + 1];
  return (endsPhrase(next) || next?.text === "and") && !textAt(subject, at).endsWith("'s");
}

/** Returns true for "within 5 min": a clause with a time limit states an outcome. */
export function hasTimeLimit(clause: readonly Token[]): boolean {
  return clause.some(
    ({ kind }, at) =>
      kind === "number" &&
      classifyNumber(clause, at) === "measure" &&
      /^(within|inside|under|in)$/.test(textAt(clause, at - 1)),
  );
}

const joiningAdverbs = wordSet(`
  also then meanwhile separately additionally automatically immediately instantly afterwards , and
`);

/** Returns the index of the first token that is not an adverb such as "also" or "meanwhile". */
export function skipJoiningAdverbs(tokens: readonly Token[], from: number): number {
  let index = from;
  while (joiningAdverbs.has(textAt(tokens, index))) index++;
  const phrase = tokens.slice(index, index + 4).map(({ text }) => text);
  if (/^(on top of that|at the same time)$/.test(phrase.join(" "))) return index + 4;
  return phrase[0] === "in" && phrase[1] === "addition" ? index + 2 : index;
}

/** Returns where a sentence starts: after a period, or a colon with a whole clause behind it. */
export function findSentenceStart(tokens: readonly Token[], index: number): number {
  const start = tokens.findLastIndex(({ text }, at) => at < index && /^[.!?:]$/.test(text)) + 1;
  if (textAt(tokens, start - 1) !== ":" || findVerb(tokens, start + 1, index - 1) > 0) return start;
  return tokens.findLastIndex(({ text }, at) => at < index && /^[.!?]$/.test(text)) + 1;
}

const clauseBreaks = wordSet(`
  , ; : — – -> → and but yet then so until when if once because before after while that unless
`);

/** Returns where the clause of a pronoun starts: after the last "and", "when" or comma. */
export function findClauseStart(tokens: readonly Token[], index: number, from: number): number {
  for (let at = index - 1; at > from; at--) {
    const text = textAt(tokens, at);
    if (clauseBreaks.has(text)) return at + 1;
    if (index - at > 10 && !/^its$/.test(textAt(tokens, index))) return from;
  }
  if (isA("subordinator", tokens[from]) && isVerb(tokens, index + 1)) return index;
  return index - 1 > from && isVerb(tokens, index - 1) ? index : from;
}
