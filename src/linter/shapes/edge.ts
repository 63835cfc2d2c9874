import { type Line, type Span, wholeOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds an edge case that doesn't say what a person sees: "Empty file", "bad data is handled
 * gracefully". Lists: `visible` (words for what a person sees), `vague` (words that only sound like
 * it).
 */
export function noVisibleResult(line: Line, lists: WordLists): Span | undefined {
  const { tokens } = line;
  const rest = withoutVague(tokens, lists);
  const answer = rest.slice(findSeparator(rest) + 1);
  const isAsked = tokens.at(-1)?.text === "?";
  const isVisible = rest.some(
    (token, index) => token.kind === "quote" || getList(lists, "visible").matchAt(rest, index) > 0,
  );
  if (isAsked) return wholeOf(line);
  if (isVisible) return undefined;
  const isSaid = findSeparator(rest) > 0 && countWords(answer) >= MIN_RESULT_WORDS;
  return isSaid && countWords(rest) === countWords(tokens) ? undefined : wholeOf(line);
}

/** So many words after a colon or an arrow say what happens. */
const MIN_RESULT_WORDS = 3;

/** Finds a result without a case: "Shows an error". List: `cases` (words that name a case). */
export function noCase(line: Line, lists: WordLists): Span | undefined {
  const { tokens } = line;
  const separator = findSeparator(tokens);
  if (separator > 0) return undefined;
  const isNamed = tokens.some((_, index) => getList(lists, "cases").matchAt(tokens, index) > 0);
  return isNamed ? undefined : wholeOf(line);
}

/** Finds what separates a case from its result: ":", "->", a dash with spaces around it. */
function findSeparator(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ kind, text, start }, index) =>
      kind === "mark" &&
      index < tokens.length - 1 &&
      (/^(?::|;|[-=]>|\u2192|=)$/.test(text) ||
        (/^[-\u2013\u2014]$/.test(text) && start > (tokens[index - 1]?.end ?? start))),
  );
}

function withoutVague(tokens: readonly Token[], lists: WordLists): Token[] {
  const vague = getList(lists, "vague");
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const length = vague.matchAt(tokens, index);
    const token = tokens[index];
    if (length === 0 && token) kept.push(token);
    index += Math.max(1, length);
  }
  return kept;
}

function countWords(tokens: readonly Token[]): number {
  return tokens.filter((_, index) => /[\p{L}\p{N}]/u.test(textAt(tokens, index))).length;
}
