import { clauseBefore, findClauseVerb, findMainVerb, hasPersonBefore, isResult } from "../clause.ts";
import { isA, isFormOf, isPlural } from "../grammar.ts";
import { choiceVerbs, openingVerbs, outputVerbs, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";

/** Two clauses, each with a result of its own: "X sends a link and Y gains a row", "A can do this; B can do that". */
export function twoResults({ tokens }: Line): Span | undefined {
  for (let at = 1; at < tokens.length - 2; at++) {
    if (!joinsClauses(tokens, at)) continue;
    const right = skipAdverbs(tokens, at + 1);
    const verb = findClauseVerb(tokens, right);
    if (verb >= 0 && isOwnResult(tokens, at, verb)) return spanOf(tokens, right, verb - right + 1);
  }
  return undefined;
}

/** One subject with two results: "shows the total and emails the owner", "can filter by date and export". */
export function twoActions({ tokens }: Line): Span | undefined {
  for (let at = 2; at < tokens.length - 1; at++) {
    if (!/^(and|then|plus)$/.test(textAt(tokens, at)) || tokens[at]?.joined) continue;
    const right = skipAdverbs(tokens, at + 1);
    if (isSecondAction(tokens, right, clauseBefore(tokens, at))) return spanOf(tokens, right);
  }
  return undefined;
}

function joinsClauses(tokens: readonly Token[], at: number): boolean {
  const text = textAt(tokens, at);
  if (tokens[at]?.joined) return false;
  if (text !== "while") return /^([;.]|and|plus|whereas)$/.test(text);
  return (
    textAt(tokens, at - 1) === "," || tokens.slice(at, at + 7).some((token) => /^(begin|start)s?$/.test(token.text))
  );
}

const adverbs = /^(also|then|meanwhile|separately|additionally|automatically|immediately|instantly|afterwards|,|and)$/;

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let index = from;
  while (adverbs.test(textAt(tokens, index))) index++;
  const phrase = tokens.slice(index, index + 4).map(({ text }) => text);
  if (/^(on top of that|at the same time)$/.test(phrase.join(" "))) return index + 4;
  return phrase[0] === "in" && phrase[1] === "addition" ? index + 2 : index;
}

/** What stands before `at` is a result too, so that the clause around `verb` is a second one. */
function isOwnResult(tokens: readonly Token[], at: number, verb: number): boolean {
  const left = clauseBefore(tokens, at);
  const first = findMainVerb(left);
  if (isResult(left) || textAt(tokens, at) === "while") return true;
  if (first < 0) return false;
  const bothCan = isA("modal", left[first]) && isA("modal", tokens[verb]);
  return bothCan || tokens.slice(at + 1, verb + 2).some(({ text }) => text === "also");
}

function isSecondAction(tokens: readonly Token[], right: number, left: readonly Token[]): boolean {
  const token = tokens[right];
  const verb = findMainVerb(left);
  if (token?.kind !== "word" || token.joined || tokens[right + 1] === undefined || verb < 0) return false;
  if (isA("modal", left[verb])) return isSecondChoice(tokens, right, left[verb + 1]);
  const isThird = token.text.endsWith("s") && isFormOf(outputVerbs, token) && !isA("preposition", tokens[right + 1]);
  return isThird && (isResult(left) || isSeries(left, verb)) && !isPlural(left, left.length - 1);
}

/** After "can filter by date and": "export", or any verb with an object. */
function isSecondChoice(tokens: readonly Token[], right: number, first: Token | undefined): boolean {
  const word = textAt(tokens, right);
  const isChoice = choiceVerbs.has(word) || (verbs.has(word) && isA("determiner", tokens[right + 1]));
  return isChoice && isFormOf(verbs, first) && !openingVerbs.has(first?.text ?? "");
}

/** "closes the dialog, refreshes the table": a verb right after a comma, and nobody but the program acts. */
function isSeries(clause: readonly Token[], verb: number): boolean {
  const isNext = (token: Token | undefined) => token?.text.endsWith("s") === true && isFormOf(outputVerbs, token);
  return clause.some(({ text }, at) => text === "," && isNext(clause[at + 1])) && !hasPersonBefore(clause, verb);
}
