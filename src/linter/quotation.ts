import { wordSet } from "../domain/text/word-set.ts";
import { isA, isFunctionWord } from "./grammar.ts";
import type { Span } from "./line.ts";
import type { Token } from "./token.ts";

/**
 * Widens a span without a word that says something, up to the end of the next phrase that does: "an"
 * becomes "an audit log", because a finding quotes it. A doubt such as "might" says enough.
 */
export function withContent(tokens: readonly Token[], span: Span): Span {
  const first = tokens.findIndex(({ end }) => end > span.start);
  const next = tokens.findIndex((token, at) => at >= first && saysSomething(token));
  const end = tokens[endOfPhrase(tokens, next)]?.end ?? tokens.at(-1)?.end ?? span.end;
  return (tokens[next]?.end ?? end) <= span.end ? span : { ...span, end };
}

function endOfPhrase(tokens: readonly Token[], from: number): number {
  const stop = tokens.findIndex((token, at) => at > from && !saysSomething(token));
  return Math.min(stop < 0 ? tokens.length : stop, from + MAX_WORDS) - 1;
}

const MAX_WORDS = 4;

/** Returns true for a word that isn't an article, a pronoun, a preposition or the like. */
export function saysSomething(token: Token): boolean {
  if (token.kind === "mark") return false;
  return (
    isA("modal", token) || !(isFunctionWord(token) || isPronoun(token) || joints.has(token.text))
  );
}

function isPronoun(token: Token): boolean {
  return isA("pronoun", token) || pronouns.has(token.text);
}

const pronouns = wordSet(
  "it it's they they're i'm i've you're we're himself herself itself themselves",
);
const joints = wordSet("and or but nor not also then plus so yet");
