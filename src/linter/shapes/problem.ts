import { hasEvidence } from "../evidence.ts";
import { isA, isPerson } from "../grammar.ts";
import { buildable } from "../lexicon.ts";
import type { Line, Span } from "../line.ts";
import { spanOf } from "../line.ts";
import { isCounted, isDated } from "../number.ts";
import { hasPerson } from "../person.ts";
import { listOf, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/** Nobody is named who feels it. */
export function noPerson(line: Line): Span | undefined {
  return hasPerson(line) ? undefined : wholeOf(line);
}

/** No number, date, source or quote. */
export function noEvidence(line: Line): Span | undefined {
  return hasEvidence(line) ? undefined : wholeOf(line);
}

/**
 * A word for lacking or wanting (list `lacking`), and soon after it a thing one could build: "have
 * no Chrome extension".
 */
export function missingFeature(line: Line, lists: WordLists): Span | undefined {
  const { tokens } = line;
  const lacking = listOf(lists, "lacking");
  for (let index = 0; index < tokens.length; index++) {
    const length = lacking.matchAt(tokens, index);
    const thing = length > 0 ? findThing(tokens, index + length) : -1;
    if (
      length > 0 &&
      wishes.test(textAt(tokens, index)) &&
      /^(a|an|some)$/.test(textAt(tokens, index + length)) &&
      !hasEvidence(line)
    )
      return spanOf(tokens, index, length);
    if (thing >= 0 && !hasVictims(tokens, thing + 1))
      return spanOf(tokens, index, thing - index + 1);
  }
  return undefined;
}

/**
 * ", so 9 of 31 jurors turned up late": what the lack did to people, counted or dated, is the
 * problem.
 */
function hasVictims(tokens: readonly Token[], from: number): boolean {
  const joint = tokens.findIndex(
    ({ text }, at) => at >= from && /^(,|;|:|so|and|which)$/.test(text),
  );
  if (joint < 0) return false;
  const rest = tokens.slice(joint + 1);
  if (
    rest.some(({ text }) =>
      /^(ask|asks|asked|asking|request|requests|requested|want|wants|wanted|voted|votes|wish)$/.test(
        text,
      ),
    )
  )
    return false;
  const at = rest
    .slice(0, 8)
    .findIndex((token, index) => isPerson(rest, index) || isA("pronoun", token));
  return at >= 0 && at < 8 && (isCounted(rest) || isDated(rest));
}

const wishes =
  /^(would|could|want|wants|wish|wishes|need|needs|crying|dying|desperate|begging|asking|deserve|deserves|should)$/;
const REACH = 8;

/**
 * The head of the noun phrase from `from` on, if it can be built: the last noun before a
 * preposition, a mark or a verb.
 */
function findThing(tokens: readonly Token[], from: number): number {
  const to = Math.min(from + REACH, tokens.length);
  for (let index = from; index < to; index++) {
    if (isBoundary(tokens[index]) && index > from) return -1;
    if (tokens[index + 1]?.joined || !endsPhrase(tokens, index + 1)) continue;
    return isBuildable(tokens, index) && !isPerson(tokens, index) ? index : -1;
  }
  return -1;
}

function isBoundary(token: Token | undefined): boolean {
  if (token?.joined) return false;
  return isA("preposition", token) || isA("auxiliary", token) || isA("subordinator", token);
}

function isBuildable(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word" && token?.kind !== "name") return false;
  const word = token.joined ? `${textAt(tokens, index - 1)}-${token.text}` : token.text;
  return [word, token.text, token.text.replace(/s$/, "")].some((form) => buildable.has(form));
}

function endsPhrase(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.kind === "mark" || token.kind === "number") return true;
  return (
    isA("preposition", token) ||
    isA("subordinator", token) ||
    isA("modal", token) ||
    isA("auxiliary", token) ||
    isA("determiner", token) ||
    /ing$/.test(token.text) ||
    /^(and|or|but|then|so|yet|here|today|now|anywhere|at)$/.test(token.text)
  );
}

function wholeOf({ tokens }: Line): Span | undefined {
  return tokens.length > 0 ? spanOf(tokens, 0, tokens.length) : undefined;
}
