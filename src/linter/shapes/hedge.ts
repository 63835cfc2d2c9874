import { wordSet } from "../../domain/text/word-set.ts";
import { isA, isPerson } from "../grammar.ts";
import { receivingVerbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds a promise of effort instead of a result: "tries to reconnect". What a person tries is a
 * trigger and doesn't count. List: `efforts`.
 */
export function effortVerb({ tokens, kind }: Line, lists: WordLists): Span | undefined {
  // "I have been trying to connect": what the writer did.
  if (kind !== "criterion" && tokens.some(({ text }) => text === "i")) return undefined;
  const efforts = getList(lists, "efforts");
  for (let index = 0; index < tokens.length; index++) {
    const length = efforts.matchAt(tokens, index);
    if (length > 0 && isPromisedEffort(tokens, index)) return spanOf(tokens, index, length);
  }
  return undefined;
}

function isPromisedEffort(tokens: readonly Token[], index: number): boolean {
  const clause = skipToClause(tokens, index);
  const before = tokens.slice(clause, index);
  if (isA("modal", tokens[index - 1])) return true;
  if (isNounPhrase(tokens, index)) return false;
  if (before.some((token) => isA("subordinator", token))) return false;
  if (
    before.some((token, at) => isPerson(before, at) || /^(he|she|someone|anyone)$/.test(token.text))
  )
    return false;
  return index > clause || !tokens[clause]?.text.endsWith("ing");
}

/** "copies the plan to this week", "last week's plan to": a noun and its preposition. */
function isNounPhrase(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return isA("determiner", before) || /'s$|s'$/.test(before?.text ?? "");
}

/**
 * Finds "may" in a check when it isn't a permission: "The tablet may buzz", but not "Members may
 * renew unless ...".
 */
export function ambiguousMay({ tokens, kind, text }: Line): Span | undefined {
  if (kind !== "criterion") return undefined;
  const index = tokens.findIndex(
    (token, at) =>
      token.kind === "word" &&
      token.text === "may" &&
      // In capitals, it is the keyword of a standard for what is allowed.
      text.slice(token.start, token.end) !== "MAY" &&
      !isPermission(tokens, at),
  );
  return index < 0 ? undefined : spanOf(tokens, index);
}

function isPermission(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  if (isNoDoubt(tokens, index) || isForbidden(tokens, index)) return true;
  const person = tokens.findIndex((_, at) => at < index && isPerson(tokens, at));
  if (person >= 0 && index - person > 2) return true;
  if (isAllowedVerb(tokens, index) || isAllowedPerson(tokens, index)) return true;
  const isPersons = tokens
    .slice(0, index)
    .some(
      (token, at) =>
        isPerson(tokens, at) || isA("pronoun", token) || /^(they|only)$/.test(token.text),
    );
  if (isPersons && hasConsequence(tokens, index)) return true;
  return (
    (isPersons || after?.text === "be") &&
    tokens.some(
      ({ text, kind }) =>
        kind === "number" ||
        /^(one|two|half|never|unless|only|until|once|except|if|but)$/.test(text),
    )
  );
}

/** "May 3", "3 may", "of May", "may not". */
function isNoDoubt(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (after?.kind === "number" || after?.text === "not" || before?.kind === "number") return true;
  return isA("preposition", before) || isA("determiner", before);
}

/** "may only be deleted by", "may be empty", "may link to any section": what a rule allows. */
function isAllowedVerb(tokens: readonly Token[], index: number): boolean {
  const [first, second] = [textAt(tokens, index + 1), textAt(tokens, index + 2)];
  if (first === "have" && /^(multiple|several|many|more|one|no|up|at)$/.test(second)) return true;
  return (
    first === "only" || allowedVerbs.has(first) || (first === "be" && allowedStates.has(second))
  );
}

const allowedVerbs = wordSet("contain hold link reference omit override specify choose span");
const allowedStates = wordSet("empty blank null omitted absent optional left");

/** "Any registered user may download the file", but not "riders may get confused". */
function isAllowedPerson(tokens: readonly Token[], index: number): boolean {
  const verb = textAt(tokens, index + 1);
  return isPerson(tokens, index - 1) && !receivingVerbs.has(verb) && !doubtfulVerbs.has(verb);
}

const doubtfulVerbs = wordSet(`
  be have need want feel notice experience encounter expect find fail forget lose miss think
  struggle prefer like wonder also well still even
`);

/** "no setting may disable it" */
function isForbidden(tokens: readonly Token[], index: number): boolean {
  const start = tokens.findLastIndex(({ text }, at) => at < index && /^[;:.]$/.test(text)) + 1;
  return tokens
    .slice(start, index)
    .some(({ text }) => /^(no|neither|nobody|nothing|none)$/.test(text));
}

/** "A guest may skip the step; ...": the rest says what happens then. */
function hasConsequence(tokens: readonly Token[], index: number): boolean {
  return (
    !receivingVerbs.has(textAt(tokens, index + 1)) &&
    tokens.some(({ text }, at) => at > index && text === ";")
  );
}

/**
 * Finds a guess: "Riders could be skipping the form", "the map might show". "Nobody could get in"
 * is a fact.
 */
export function speculation({ tokens, kind }: Line): Span | undefined {
  const index = tokens.findIndex(
    (token, at) =>
      token.kind === "word" && isSpeculativeModal(tokens, at, kind) && isInMainClause(tokens, at),
  );
  return index < 0 ? undefined : spanOf(tokens, index);
}

function isSpeculativeModal(tokens: readonly Token[], index: number, kind: Line["kind"]): boolean {
  const [text, next] = [tokens[index]?.text, tokens[index + 1]?.text ?? ""];
  if (text === "might") return !isA("determiner", tokens[index - 1]);
  if (text === "may") return kind !== "criterion" && next === "be";
  return text === "could" && kind !== "criterion" && speculativeVerbs.has(next);
}

const speculativeVerbs = wordSet(`
  be get go lead cause become mean end result save have well also cost lose
`);

/** Not inside "if ..." or "who ...", and not after "nobody" or "only". */
function isInMainClause(tokens: readonly Token[], index: number): boolean {
  return !tokens
    .slice(skipToClause(tokens, index), index)
    .some(({ text }) => factualLeads.has(text));
}

/** Returns where the clause around a token starts: after the last comma, colon or period. */
function skipToClause(tokens: readonly Token[], index: number): number {
  return tokens.findLastIndex(({ text }, at) => at < index && /^[,;:.]$/.test(text)) + 1;
}

const factualLeads = wordSet(`
  nobody no none neither never only hardly until before that which who where how if whether when
  what than as
`);
