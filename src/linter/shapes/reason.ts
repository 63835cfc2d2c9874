import { hasEvidence } from "../evidence.ts";
import { type Line, type Span, wholeOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";

/**
 * Finds a reason that says nothing to disagree with: "meh", "it works". Two words that mean
 * something are enough, and so is a number, a quote or a word for what happened. Lists: `telling`
 * (words for what happened), `filler` (words that mean little).
 */
export function emptyTalk(line: Line, lists: WordLists): Span | undefined {
  const { tokens } = line;
  const filler = getList(lists, "filler");
  const telling = getList(lists, "telling");
  const isFact = ({ kind }: Line["tokens"][number]) =>
    kind === "number" || kind === "quote" || kind === "code";
  const isTelling = tokens.some((_, index) => telling.matchAt(tokens, index) > 0);
  if (isTelling || hasEvidence(line) || tokens.some(isFact)) return undefined;
  let meaningful = 0;
  for (let index = 0; index < tokens.length; ) {
    const length = filler.matchAt(tokens, index);
    const token = tokens[index];
    if (length === 0 && token?.kind === "name") meaningful += 1;
    else if (length === 0 && token?.kind === "word") meaningful += 1;
    index += Math.max(1, length);
  }
  return meaningful >= MIN_MEANINGFUL ? undefined : wholeOf(line);
}

const MIN_MEANINGFUL = 2;
