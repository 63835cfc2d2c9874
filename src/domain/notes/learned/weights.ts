import type { Weights } from "../../learned/classifier.ts";
import weights from "./weights.json" with { type: "json" };

/** What was learned from documents. */
export interface Learned {
  /** Identifies the documents and the features. */
  from: string;
  /** Says which question a text answers, by itself. */
  answers: Weights;
  /** Says the same by what stands around it. */
  context: Weights;
  /** Says the same by what the first judgment says of the texts around it. */
  again: Weights;
  /** Says whether an answer is right. */
  trust: Weights;
}

/** Returns what was learned from the documents of the tests. */
export function readWeights(): Learned {
  return weights;
}
