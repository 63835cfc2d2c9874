import { readBet } from "../../domain/insights/bet.ts";
import { readAmounts } from "../../domain/text/amount.ts";
import { type Line, type Span, wholeOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";

/**
 * Finds a bet that doesn't say from which number to which: "Reports get faster". List: `numberless`
 * (words that stand for a number: nobody, twice, halve).
 */
export function noBetNumbers(line: Line, lists: WordLists): Span | undefined {
  const numbers = readAmounts(line.text).filter(
    ({ amount }) => amount && !amount.mayBeYear && !amount.isLoose && !amount.clock,
  );
  if (numbers.length > 1 || readBet(line.text)) return undefined;
  const isPaired = numbers.length === 1 && hasAny(line, lists, "numberless");
  return isPaired ? undefined : wholeOf(line);
}

/** Finds a bet that doesn't say what it decides. List: `decisions` (words for a decision). */
export function noDecision(line: Line, lists: WordLists): Span | undefined {
  return hasAny(line, lists, "decisions") ? undefined : wholeOf(line);
}

function hasAny({ tokens }: Line, lists: WordLists, name: string): boolean {
  const list = getList(lists, name);
  return tokens.some((_, index) => list.matchAt(tokens, index) > 0);
}
