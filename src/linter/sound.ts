import { classify } from "../domain/learned/classifier.ts";
import { listLineFeatures, SENT_BACK } from "./learned/line-features.ts";
import { type LearnedLines, readLineWeights } from "./learned/weights.ts";
import type { Line, LineKind } from "./line.ts";

/** How likely a reviewer must be to send a line back, for a question about it to be worth it. */
const minSentBack: Partial<Record<LineKind, number>> = { criterion: 0.5, problem: 0.4 };

/**
 * Returns true if a reviewer likely lets a line pass that these rules ask about, by what was
 * learned from labeled lines.
 */
export function isLikelySound(
  { kind, tokens }: Pick<Line, "kind" | "tokens">,
  rules: readonly string[],
  { kinds }: LearnedLines = readLineWeights(),
): boolean {
  const [least, weights] = [minSentBack[kind], kinds[kind]];
  if (least === undefined || !weights) return false;
  const { likely } = classify(listLineFeatures(tokens, rules), weights);
  return (likely.get(SENT_BACK) ?? 1) < least;
}
