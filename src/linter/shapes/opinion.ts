import { findVerb, isA, isFormOf, isPerson, isVerb } from "../grammar.ts";
import { faintVerbs, plainStates } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { holdsMeasure } from "../number.ts";
import { listOf, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * An adverb that praises or blames: "behaves predictably", "oddly spaced". List: `factual`, the
 * adverbs that do not.
 */
export function judgingAdverb({ tokens }: Line, lists: WordLists): Span | undefined {
  const factual = listOf(lists, "factual");
  if (tokens.some(({ kind, text }) => /^(quote|code|number)$/.test(kind) || text === ":"))
    return undefined;
  const index = tokens.findIndex(
    ({ kind, text }, at) =>
      at > 0 &&
      kind === "word" &&
      /...ly$/.test(text) &&
      factual.matchAt(tokens, at) === 0 &&
      !isA("determiner", tokens[at - 1]) &&
      !isA("preposition", tokens[at - 1]),
  );
  return index < 0 ? undefined : spanOf(tokens, index);
}

/** "big enough", "clear enough for a child": an adjective with "enough" and no measure. */
export function enoughOfIt(line: Line): Span | undefined {
  const { tokens } = line;
  const index = tokens.findIndex(
    ({ text, kind }, at) => kind === "word" && text === "enough" && isLinking(tokens[at - 2]),
  );
  return index < 0 || holdsMeasure(line) ? undefined : spanOf(tokens, index - 1, 2);
}

/** How it comes across: "feels roomy", "sounds human", "comes out sharp". */
export function howItFeels({ tokens }: Line): Span | undefined {
  const index = tokens.findIndex(
    (_, at) => at > 0 && isImpression(tokens, at) && isFeeling(tokens, at + 1),
  );
  return index < 0 ? undefined : spanOf(tokens, index, 2);
}

function isImpression(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index);
  if (/^(feels?|sounds?)$/.test(text))
    return isVerb(tokens, index) || isA("modal", tokens[index - 1]);
  return /^(across|over|out)$/.test(text) && /^comes?$/.test(textAt(tokens, index - 1));
}

function isFeeling(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token?.kind !== "word") return false;
  if (/^(off|flat|dead|right|wrong|old|dated)$/.test(token.text))
    return /^feels?$/.test(textAt(tokens, index - 1));
  if (plainStates.has(token.text) || isA("preposition", token)) return false;
  if (/^(like|more|as)$/.test(token.text)) return true;
  return (
    next === undefined ||
    next.kind === "mark" ||
    isA("preposition", next) ||
    /^(and|or|to|even|when|enough)$/.test(next.text)
  );
}

function isLinking(token: Token | undefined): boolean {
  return /^(is|are|be|stays?|remains?|looks?|feels?|seems?|sounds?|gets?|becomes?|keeps?|runs?|loads?|a|an)$/.test(
    token?.text ?? "",
  );
}

/**
 * Freedom from something nobody can count: "without any fuss", "no nasty surprises". Lists:
 * `without` (words for being free of it), `snags` (what one is free of).
 *
 */
export function freeOfSnags({ tokens }: Line, lists: WordLists): Span | undefined {
  const snags = listOf(lists, "snags");
  const without = listOf(lists, "without");
  for (let index = 0; index < tokens.length; index++) {
    const length = without.matchAt(tokens, index);
    if (length === 0) continue;
    const end = [0, 1, 2].find((skip) => snags.matchAt(tokens, index + length + skip) > 0);
    if (end !== undefined && !isShown(tokens, index + length + end))
      return spanOf(tokens, index, length + end + snags.matchAt(tokens, index + length + end));
  }
  return undefined;
}

/** "A board with no issues shows a line": the snag is a thing on the screen. */
function isShown(tokens: readonly Token[], index: number): boolean {
  const verb = findVerb(tokens, index + 1, tokens.length);
  return (verb > 0 && !isFormOf(faintVerbs, tokens[verb])) || isPerson(tokens, index);
}
