import type { ReadText } from "../read-text.ts";
import { classify, type Judged, type Weights } from "./classifier.ts";
import { describeContexts } from "./context.ts";
import { listFeatures } from "./features.ts";

/** Works out which question each text answers: by itself, and then by what stands around it. */
export function judgeTexts(
  texts: readonly ReadText[],
  lineCount: number,
  { answers, context }: { answers: Weights; context: Weights },
): Judged[] {
  const alone = listFeatures(texts, lineCount).map((features) => classify(features, answers));
  const describe = describeContexts(texts, alone);
  return alone.map(({ known }, index) => ({ ...classify(describe(index), context), known }));
}
