import { findVerb, isA, isFormOf, isPerson } from "./grammar.ts";
import { announced, eventVerbs, openingVerbs, receivingVerbs } from "./lexicon.ts";
import { roleOf } from "./number.ts";
import { type Token, textAt } from "./token.ts";

const MAX_SUBJECT = 11;

/**
 * Where the verb stands of a clause that starts at `from` with a subject of its own; -1 when none
 * does.
 */
export function findClauseVerb(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (
    !first ||
    first.kind === "mark" ||
    /^(it|they|this|that|he|she|nothing|no|not|who|which)$/.test(first.text)
  ) {
    return -1;
  }
  const stop = tokens.findIndex(
    ({ text }, index) => index > from && /^([,;:.–—-]|->|→)$/.test(text),
  );
  const verb = findVerb(
    tokens,
    from + 1,
    Math.min(stop < 0 ? tokens.length : stop, from + MAX_SUBJECT),
  );
  const isRelative = tokens
    .slice(from + 1, Math.max(from + 1, verb))
    .some((token) => isA("subordinator", token) || /^(it|they|he|she|we|you|i)$/.test(token.text));
  return isRelative ? -1 : verb;
}

/**
 * The main clause before `at`: after the last stop or arrow, without a condition that leads it in.
 */
export function clauseBefore(tokens: readonly Token[], at: number): Token[] {
  const stop = tokens.findLastIndex(
    ({ text }, index) => index < at && /^([;:.—–]|->|=>|→)$/.test(text),
  );
  const clause = tokens.slice(stop + 1, at);
  if (!isLeadIn(clause[0])) return clause;
  const comma = clause.findIndex(
    ({ text }, index) => /^(,|then)$/.test(text) && index < clause.length - 1,
  );
  return comma >= 0 ? clause.slice(comma + 1) : afterSecondSubject(clause);
}

function isLeadIn(token: Token | undefined): boolean {
  return (
    isA("subordinator", token) ||
    /^(given|on|upon|with|without|for|in|at|by|during)$/.test(token?.text ?? "")
  );
}

/**
 * "When a tenant reports a leak the phone rings": the clause of the second verb, from its
 * determiner on.
 */
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

/** True for a clause that says what happens, not what a person does to make it happen. */
export function isResult(clause: readonly Token[]): boolean {
  const verb = findMainVerb(clause);
  if (verb < 0) return false;
  const byPerson = hasPersonBefore(clause, verb);
  if (isA("modal", clause[verb])) return !byPerson || !isFormOf(openingVerbs, clause[verb + 1]);
  if (isA("auxiliary", clause[verb]))
    return clause.slice(verb + 1, verb + 3).some(({ text }) => announced.has(text));
  if (byPerson) return isFormOf(receivingVerbs, clause[verb]);
  const isAct = clause[0]?.text.endsWith("ing") === true;
  return isAct || !isFormOf(eventVerbs, clause[verb]) || isTimed(clause);
}

/**
 * The verb of a clause; -1 when there is none, or when the clause ends inside "when ..." or "that
 * ...".
 */
export function findMainVerb(clause: readonly Token[]): number {
  const verb = findVerb(clause, 1, clause.length);
  const inner = clause.findLastIndex((token, index) => index > verb && isA("subordinator", token));
  const isInside = inner > 0 && findVerb(clause, inner + 1, clause.length) > 0;
  return isInside && clause.at(-1)?.text !== "," ? -1 : verb;
}

/** What stands before "when ..." or "that ...", in a clause that is over. */
export function mainClause(clause: readonly Token[]): readonly Token[] {
  const verb = findVerb(clause, 1, clause.length);
  const inner = clause.findIndex(
    (token, index) => index > verb && verb > 0 && isA("subordinator", token),
  );
  return inner > 0 ? clause.slice(0, inner) : clause;
}

/**
 * True when a person is the subject: "the nurse on ward 3", but not "the plumber's phone" or "the
 * driver app".
 */
export function hasPersonBefore(clause: readonly Token[], verb: number): boolean {
  const subject = clause.slice(0, verb);
  return subject.some(
    (token, at) => isA("pronoun", token) || (isPerson(subject, at) && isHead(subject, at)),
  );
}

function isHead(subject: readonly Token[], at: number): boolean {
  const next = subject[at + 1];
  const ends =
    next === undefined ||
    next.kind === "mark" ||
    isA("preposition", next) ||
    isA("subordinator", next);
  return (ends || next.text === "and") && !textAt(subject, at).endsWith("'s");
}

/** "within 5 min": what has a time limit is a result. */
function isTimed(clause: readonly Token[]): boolean {
  return clause.some(
    ({ kind }, at) =>
      kind === "number" &&
      roleOf(clause, at) === "measure" &&
      /^(within|inside|under|in)$/.test(textAt(clause, at - 1)),
  );
}
