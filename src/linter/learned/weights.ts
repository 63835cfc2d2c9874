import type { Weights } from "../../domain/learned/classifier.ts";
import type { LineKind } from "../line.ts";
import weights from "./weights.json" with { type: "json" };

/** What was learned from labeled lines. */
export interface LearnedLines {
  /** Identifies the lines. */
  from: string;
  kinds: Partial<Record<LineKind, Weights>>;
}

/** Returns what was learned from the labeled lines of the tests. */
export function readLineWeights(): LearnedLines {
  return weights;
}
