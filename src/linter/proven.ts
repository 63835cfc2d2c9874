import { hasEvidence } from "./evidence.ts";
import { isOwnReport } from "./first-person.ts";
import type { Line, LineKind } from "./line.ts";
import { hasPerson } from "./person.ts";

/** In a short line, a vague word is most of what it says. */
const MIN_TOKENS = 25;

/**
 * Returns true for a long problem with a person and evidence, or for what happened to the writer:
 * what it says can be checked, whatever else is vague in it.
 */
export function isProvenProblem(line: Line): boolean {
  if (!needsProof[line.kind]) return false;
  return (
    (line.tokens.length >= MIN_TOKENS || isOwnReport(line)) && hasEvidence(line) && hasPerson(line)
  );
}

const needsProof: Partial<Record<LineKind, true>> = { problem: true };

/**
 * Returns true if a line goes on to what a lack costs, with a number, or counts who was asked:
 * "This causes 180 calls a month", "(n=188)".
 */
export function hasCountedCost({ text }: Line): boolean {
  return costs.test(text) || /\(n ?= ?\d+\)/i.test(text);
}

const costs = new RegExp(
  String.raw`(?:[.;,:\u2013\u2014-] ?|\b)(?:this|that|which) ` +
    String.raw`(?:causes?|caused|costs?|led to|leads to|results? in|resulted in)\b[^.]*\d`,
  "i",
);
