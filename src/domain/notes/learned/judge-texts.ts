import { classify, type Features, type Judged, type Weights } from "../../learned/classifier.ts";
import type { ReadText } from "../read-text.ts";
import { describeContexts } from "./context.ts";
import { listFeatures } from "./features.ts";
import type { Learned } from "./weights.ts";

/** What is known of a text, and what the texts around it say about it. */
export interface JudgedInContext extends Judged {
  around: Features;
}

/**
 * Works out which question each text answers: by itself, then by what stands around it, and then
 * once more, because by then more is known of what stands there.
 */
export function judgeTexts(
  texts: readonly ReadText[],
  lineCount: number,
  { answers, context, again }: Pick<Learned, "answers" | "context" | "again">,
): JudgedInContext[] {
  const alone = listFeatures(texts, lineCount).map((features) => classify(features, answers));
  const around = describeSurroundings(texts, alone);
  return describeAgain(texts, around, context).map((features, index) => ({
    ...classify(features, again),
    known: alone[index]?.known ?? 0,
    around: around[index] as Features,
  }));
}

/** Lists what stands around each text. */
export function describeSurroundings(
  texts: readonly ReadText[],
  judged: readonly Judged[],
): Features[] {
  const describe = describeContexts(texts, judged);
  return texts.map((_, index) => describe(index));
}

/** Adds to what stands around each text what it says once it is judged with these weights. */
export function describeAgain(
  texts: readonly ReadText[],
  around: readonly Features[],
  context: Weights,
): Features[] {
  const judged = around.map((features) => classify(features, context));
  return describeSurroundings(texts, judged).map((features, index) => {
    const renamed = [...features].map(([name, value]) => [`again ${name}`, value] as const);
    return new Map([...(around[index] ?? []), ...renamed]);
  });
}
