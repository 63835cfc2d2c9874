import { wordSet } from "../../domain/text/word-set.ts";
import { hasEvidence } from "../evidence.ts";
import { isA, isFunctionWord, isPerson } from "../grammar.ts";
import { buildable } from "../lexicon.ts";
import type { Line, Span } from "../line.ts";
import { spanOf, wholeOf } from "../line.ts";
import { isCounted, isDated } from "../number.ts";
import { hasPerson } from "../person.ts";
import { getList, type WordLists } from "../shape.ts";
import type { Terms } from "../terms.ts";
import { type Token, textAt } from "../token.ts";

/** Finds a problem that names nobody who has it. */
export function noPerson(line: Line): Span | undefined {
  return hasPerson(line) || line.around.person || isPartOfProblem(line) ? undefined : wholeOf(line);
}

/** Finds a line without a number, date, source or quote. */
export function noEvidence(line: Line): Span | undefined {
  return hasEvidence(line) || line.around.evidence || isPartOfProblem(line)
    ? undefined
    : wholeOf(line);
}

/** "how to split a bill;" below "The app doesn't say:": the end of another sentence. */
function isPartOfProblem({ tokens }: Line): boolean {
  return (
    /^(how|what|where|which|whether)$/.test(textAt(tokens, 0)) &&
    (/^[;,]$/.test(tokens.at(-1)?.text ?? "") || tokens.length < 9)
  );
}

/**
 * Finds a missing solution stated as a problem: "have no Chrome extension". List: `lacking` (words
 * for lacking or wanting).
 */
export function missingFeature(line: Line, lists: WordLists): Span | undefined {
  return findAbsence(line.tokens) ?? findLack(line, getList(lists, "lacking"));
}

function findLack(line: Line, lacking: Terms): Span | undefined {
  const { tokens } = line;
  for (let index = 0; index < tokens.length; index++) {
    const length = matchLack(tokens, index, lacking);
    const thing = length > 0 ? findBuildableHead(tokens, index + length) : -1;
    if (
      length > 0 &&
      wishWords.has(textAt(tokens, index)) &&
      /^(a|an|some)$/.test(textAt(tokens, index + length)) &&
      !hasEvidence(line)
    )
      return spanOf(tokens, index, length);
    if (thing >= 0 && !affectsPeople(tokens, thing + 1))
      return spanOf(tokens, index, thing - index + 1);
  }
  return undefined;
}

/** "No paste handling exists anywhere": a thing is missing. */
function findAbsence(tokens: readonly Token[]): Span | undefined {
  if (textAt(tokens, 0) !== "no") return undefined;
  const verb = tokens.findIndex(
    ({ text }, at) =>
      at > 1 &&
      at < MAX_PHRASE_TOKENS &&
      (/^exists?$/.test(text) ||
        (/^(?:is|are)$/.test(text) && availability.has(textAt(tokens, at + 1)))),
  );
  const isThing = verb > 0 && !tokens.slice(1, verb).some((_, at) => isPerson(tokens, at + 1));
  const length = verb + (/^exists?$/.test(textAt(tokens, verb)) ? 1 : 2);
  return isThing && !affectsPeople(tokens, length) ? spanOf(tokens, 0, length) : undefined;
}

const availability = wordSet("available supported provided offered implemented possible present");

/** Not "I wanted to search", which is what a person does. */
function matchLack(tokens: readonly Token[], index: number, lacking: Terms): number {
  const length = lacking.matchAt(tokens, index);
  return textAt(tokens, index + length) === "to" ? 0 : length;
}

const requestVerbs = wordSet(`
  ask asks asked asking request requests requested want wants wanted voted votes wish
`);

/** ", so 9 of 31 jurors turned up late": the line goes on to the effect on people. */
function affectsPeople(tokens: readonly Token[], from: number): boolean {
  const joint = tokens.findIndex(
    ({ text }, at) => at >= from && /^(,|;|:|\.|so|and|which)$/.test(text),
  );
  if (joint < 0) return false;
  const rest = tokens.slice(joint + 1);
  if (rest.some(({ text }) => requestVerbs.has(text))) return false;
  if (rest.some(({ text }) => /^(causes?|caused|led|leads|costs?|forces?)$/.test(text)))
    return isCounted(rest) || isDated(rest);
  const at = rest
    .slice(0, 8)
    .findIndex((token, index) => isPerson(rest, index) || isA("pronoun", token));
  return at >= 0 && (isCounted(rest) || isDated(rest));
}

const wishWords = wordSet(`
  would could want wants wish wishes need needs crying dying desperate begging asking deserve
  deserves should
`);
const MAX_PHRASE_TOKENS = 8;

/**
 * Returns the head of the noun phrase that starts at `from` if a team could build it, or -1. The
 * head is the last noun before a preposition, a mark or a verb.
 */
function findBuildableHead(tokens: readonly Token[], from: number): number {
  const to = Math.min(from + MAX_PHRASE_TOKENS, tokens.length);
  for (let index = from; index < to; index++) {
    if (isPhraseBoundary(tokens[index]) && index > from) return -1;
    if (tokens[index + 1]?.joined || !endsNounPhrase(tokens, index + 1)) continue;
    return isBuildable(tokens, index) && !isPerson(tokens, index) ? index : -1;
  }
  return -1;
}

function isPhraseBoundary(token: Token | undefined): boolean {
  if (token?.joined) return false;
  return isA("preposition", token) || isA("auxiliary", token) || isA("subordinator", token);
}

function isBuildable(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word" && token?.kind !== "name") return false;
  const word = token.joined ? `${textAt(tokens, index - 1)}-${token.text}` : token.text;
  return [word, token.text, token.text.replace(/s$/, "")].some((form) => buildable.has(form));
}

function endsNounPhrase(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.kind === "mark" || token.kind === "number") return true;
  return (
    isFunctionWord(token) ||
    /ing$/.test(token.text) ||
    /^(and|or|but|then|so|yet|here|today|now|anywhere|at)$/.test(token.text)
  );
}
