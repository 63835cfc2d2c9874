import { findVerb, isA, isPerson } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { listOf, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * The line says that work is done, and nothing a person would see: "X is configured", "X merged to
 * main", "we have onboarded X". Lists: `done` (states and participles of work), `made` (participles
 * that only count without "is"), `seen` (words that make the state visible).
 *
 */
export function finishedWork({ tokens }: Line, lists: WordLists): Span | undefined {
  const done = listOf(lists, "done");
  const made = listOf(lists, "made");
  if (isConditional(tokens) || hasResult(tokens, lists) || isTimed(tokens)) return undefined;
  for (let index = 1; index < tokens.length; index++) {
    const strong = done.matchAt(tokens, index);
    const length = strong || made.matchAt(tokens, index);
    if (length > 0 && isPredicate(tokens, index, length, strong === 0))
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** The line orders work: "Implement SSO", "Set up the webhook". List: `orders`. */
export function workOrder({ tokens }: Line, lists: WordLists): Span | undefined {
  const length = listOf(lists, "orders").matchAt(tokens, 0);
  if (length === 0 || tokens.length <= length || isConditional(tokens) || hasResult(tokens, lists))
    return undefined;
  if (findVerb(tokens, length + 1, tokens.length) >= 0) return undefined;
  const goesOn = tokens.slice(1).some(({ text }) => /^(?:[:;,=]|->|=>|→|and)$/.test(text));
  return goesOn ? undefined : spanOf(tokens, 0, length);
}

/**
 * After be, have or get; or as a bare participle that ends the line or goes on with where, for
 * whom or when.
 */
function isPredicate(
  tokens: readonly Token[],
  index: number,
  length: number,
  weak: boolean,
): boolean {
  if (
    tokens[index]?.joined ||
    tokens.slice(0, index).some(({ text }) => text === "," || text === ";")
  )
    return false;
  let before = index - 1;
  while (
    /^(been|now|fully|all|already|successfully|being|completely|also|live|both|not|correctly|properly)$/.test(
      textAt(tokens, before),
    )
  )
    before--;
  const verb = tokens[before];
  if (verb && weak && /^(is|are|be|get|gets|was|were)$/.test(verb.text)) return false;
  if (
    verb &&
    /^(is|are|has|have|get|gets|'ve|be|was|were|goes|go|we've|i've|they've|it's)$/.test(verb.text)
  )
    return noVerbBefore(tokens, before);
  const next = tokens[index + length];
  const ends = next === undefined || isA("preposition", next) || /^[.!(,]$/.test(next.text);
  return (
    ends &&
    isVerbless(tokens, index) &&
    !isA("determiner", tokens[index - 1]) &&
    !isA("preposition", tokens[index - 1])
  );
}

/** No verb in the line; in "GA4 tags deployed" the word right before the participle is its noun. */
function isVerbless(tokens: readonly Token[], index: number): boolean {
  const end = tokens.length - (tokens.at(-1)?.kind === "mark" ? 2 : 1);
  const verb = findVerb(tokens, 1, end);
  const isState = textAt(tokens, index).endsWith("ing");
  return verb === -1 || (verb === index - 1 && !isState && findVerb(tokens, index, end) === -1);
}

function noVerbBefore(tokens: readonly Token[], index: number): boolean {
  return findVerb(tokens, 1, index) === -1 || /^(has|have)$/.test(textAt(tokens, index));
}

/** With when, if or a step that a person takes the line says what happens, not what was done. */
function isConditional(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      (/^(when|whenever|if|once|after|before|as|until|unless|who|which|whose)$/.test(token.text) ||
        (token.text === "that" && isHelped(tokens[index + 1]))) &&
      token.kind === "word" &&
      index < tokens.length - 1,
  );
}

/** "is ready in 20 s": a state with a stopwatch beside it. */
function isTimed(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }, at) =>
      kind === "number" &&
      (/\d(s|ms)$/.test(text) ||
        /^(s|ms|secs?|seconds?|mins?|minutes?)$/.test(textAt(tokens, at + 1))),
  );
}

function isHelped(token: Token | undefined): boolean {
  return isA("auxiliary", token) || isA("modal", token);
}

function hasResult(tokens: readonly Token[], lists: WordLists): boolean {
  const seen = listOf(lists, "seen");
  return tokens.some(
    (token, index) =>
      seen.matchAt(tokens, index) > 0 ||
      /^(->|=>|→)$/.test(token.text) ||
      (index > 0 && token.kind === "quote" && isPerson(tokens, 0)),
  );
}
