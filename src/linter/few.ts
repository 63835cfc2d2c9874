import { wordSet } from "../domain/text/word-set.ts";
import { unitsOfMeasure } from "./lexicon.ts";
import { type Token, textAt } from "./token.ts";

/**
 * Returns true for "Two cooks quit" and "one of our drivers slept": specific people or things, not
 * "one or two".
 */
export function isSpecificFew(tokens: readonly Token[], index: number): boolean {
  if (textAt(tokens, index) === "both" && joinsTwo(tokens, index)) return false;
  if (textAt(tokens, index) === "one" && !/^(of|in)$/.test(textAt(tokens, index + 1))) return false;
  return (
    index === 0 || isOwnGroup(tokens, index) || isTimeRate(tokens, index) || hasPastVerb(tokens)
  );
}

/** "both skippers and crews", "for both": two kinds, which nobody counted. */
function joinsTwo(tokens: readonly Token[], index: number): boolean {
  return (
    textAt(tokens, index - 1) === "for" ||
    tokens.slice(index + 1, index + 5).some(({ text }) => text === "and")
  );
}

/** "two hours a day". */
function isTimeRate(tokens: readonly Token[], index: number): boolean {
  return (
    unitsOfMeasure.has(textAt(tokens, index + 1)) &&
    /^(an?|per|each|every)$/.test(textAt(tokens, index + 2))
  );
}

/** "Our two analysts spend": all of them, so anyone can ask them. */
function isOwnGroup(tokens: readonly Token[], index: number): boolean {
  return /^(our|my)$/.test(textAt(tokens, index - 1)) && index === 1;
}

/** Returns true if the line says what happened: "saw", "waited". */
export function hasPastVerb(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }, index) =>
      kind === "word" &&
      (irregularPastVerbs.has(text) || /^\w{2,}[^e]ed$/.test(text)) &&
      !(
        text.endsWith("ed") &&
        /^(is|are|be|gets?|been|the|an?|by|of)$/.test(textAt(tokens, index - 1))
      ),
  );
}

const irregularPastVerbs = wordSet(`
  saw watched had was were told said took went quit lost slept left missed found got came
`);
