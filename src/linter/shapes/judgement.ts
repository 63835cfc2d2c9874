import { findVerb, isA, isVerb } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { listOf, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

const linking =
  /^(is|are|be|been|being|look|looks|looked|feel|feels|felt|seem|seems|sound|sounds|stay|stays|remain|remains|was|were|isn't|aren't|it's|get|gets|becomes?|keeps? it|keeps?)$/;
const degree =
  /^(very|so|too|all|always|both|really|quite|still|also|more|most|and|equally|generally|usually|kept|\w+ly)$/;

/** An everyday adjective used as a verdict: "The wording is clear". List: `judgements`. */
export function judgedSo({ tokens }: Line, lists: WordLists): Span | undefined {
  const judgements = listOf(lists, "judgements");
  for (let index = 0; index < tokens.length; index++) {
    const length = judgements.matchAt(tokens, index);
    if (
      length > 0 &&
      !tokens[index]?.joined &&
      (isVerdict(tokens, index, length) ||
        isTitle(tokens, index, length) ||
        isAttribute(tokens, index, length, lists))
    )
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** After "is", "looks" or "feels", and not before a noun or a measure. */
function isVerdict(tokens: readonly Token[], index: number, length: number): boolean {
  let before = index - 1;
  while (before > 0 && degree.test(textAt(tokens, before))) before--;
  if (!linking.test(textAt(tokens, before)) || hasCondition(tokens, before)) return false;
  const next = tokens[index + length];
  return (
    next === undefined ||
    next.kind === "mark" ||
    isA("preposition", next) ||
    isA("subordinator", next) ||
    /^(and|but|enough|or|even)$/.test(next.text)
  );
}

/** "a clean layout", "smart suggestions": before a word of the list `looks`. */
function isAttribute(
  tokens: readonly Token[],
  index: number,
  length: number,
  lists: WordLists,
): boolean {
  const before = textAt(tokens, index - 1);
  if (isA("preposition", tokens[index - 2]) && findVerb(tokens, index + length, tokens.length) > 0)
    return false;
  return (
    listOf(lists, "looks").matchAt(tokens, index + length) > 0 &&
    !/^(the|each|every|this|that)$/.test(before) &&
    !/^(low|high|small|short|long|large|big|light|slow|heavy|fine|fair|personal|current|normal|free)$/.test(
      textAt(tokens, index),
    )
  );
}

function hasCondition(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(0, index)
    .some((token) =>
      /^(if|when|once|after|whenever|whether|who|that|which|while|until|unless)$/.test(token.text),
    );
}

/** "Clear error messages." The adjective opens a line that has no verb. */
function isTitle(tokens: readonly Token[], index: number, length: number): boolean {
  return (
    index === 0 &&
    tokens[length]?.kind === "word" &&
    tokens.length < 10 &&
    findVerb(tokens, 1, tokens.length) === -1 &&
    !tokens.some(({ kind, text }) => kind === "number" || kind === "quote" || /^[:;→]$/.test(text))
  );
}

/** Nothing but "works": "Works on mobile", "The export works in both modes". */
export function onlyWorks({ tokens }: Line): Span | undefined {
  const index = tokens.findIndex(
    (token, at) =>
      /^(works|work|functions|performs|behaves)$/.test(token.text) &&
      token.kind === "word" &&
      !token.joined &&
      (at === 0 || isVerb(tokens, at) || isA("modal", tokens[at - 1])),
  );
  if (index < 0 || index > 8) return undefined;
  const rest = tokens.slice(index + 1);
  if (
    rest.some(
      ({ kind, text }) =>
        kind === "quote" ||
        kind === "number" ||
        /^(only|once|twice|until|without|for|by|as|[;:]|→|->)$/.test(text),
    )
  )
    return undefined;
  const other = findVerb(tokens, index + 1, tokens.length);
  return other < 0 && !tokens.slice(0, index).some((token) => isA("subordinator", token))
    ? spanOf(tokens, index)
    : undefined;
}
