import type { ReadText } from "../read-text.ts";
import { classify, type Judged, NONE, type Weights } from "./classifier.ts";
import { listFeatures } from "./features.ts";

/** How likely the rules' answer must be at least. */
const MIN_KEPT = 0.05;
/** How likely another answer must be to put the rules' answer in doubt. */
const MIN_DOUBT = 0.5;
/** How likely an answer must be where the rules say nothing. */
const MIN_FOUND = 0.8;
/** The same for lines that were only joined, and below a heading that no question asks for. */
const MIN_FOUND_LOOSE = 0.95;
/** Of other languages, and of most tables of data, too few words are known. */
const MIN_KNOWN = 0.5;

/** What texts are placed with. */
interface Given {
  /** The number of all lines of the notes. */
  lineCount: number;
  /** The ids of the questions that are asked. */
  asked: ReadonlySet<string>;
  weights: Weights;
}

/**
 * Says of each text which question it answers, by the rules together with what was learned from
 * documents. Where these contradict each other, nobody knows. Questions that weren't learned are
 * left to the rules.
 */
export function placeTexts(
  texts: readonly ReadText[],
  { lineCount, asked, weights }: Given,
): ReadText[] {
  const learned = new Set(weights.classes.split(" ").filter((id) => asked.has(id)));
  if (learned.size === 0) return [...texts];
  const features = listFeatures(texts, lineCount);
  return texts.map((text, index) => {
    const { question, isFixed } = text;
    if (isFixed || (question !== undefined && !learned.has(question))) return text;
    const judged = classify(features[index] ?? new Map(), weights);
    if (question === undefined) return answerWith(text, findLikely(text, judged, learned));
    return isInDoubt(text, judged) ? { ...text, question: undefined } : text;
  });
}

function findLikely(
  { isApart, entry }: ReadText,
  { likely, known }: Judged,
  learned: ReadonlySet<string>,
): string | undefined {
  const min = isApart || entry.lines.length > 1 ? MIN_FOUND_LOOSE : MIN_FOUND;
  const [found = NONE] = [...likely].find(([, share]) => share >= min) ?? [];
  return learned.has(found) && known >= MIN_KNOWN ? found : undefined;
}

/** The words before a colon may say more than that they are a label. */
function answerWith(text: ReadText, question: string | undefined): ReadText {
  if (question === undefined || text.line.kind === "row") return { ...text, question };
  return { ...text, question, entry: { ...text.entry, text: text.whole } };
}

/** Below the name of its question, only what likely answers another one is in doubt. */
function isInDoubt({ question = NONE, isSure }: ReadText, { likely }: Judged): boolean {
  const [other] = [...likely].find(([id, share]) => id !== question && share >= MIN_DOUBT) ?? [];
  if (isSure) return other !== undefined && other !== NONE;
  return (likely.get(question) ?? 0) < MIN_KEPT || other !== undefined;
}
