import { hasEvidence } from "./evidence.ts";
import type { Line } from "./line.ts";
import { hasPerson } from "./person.ts";

/** In a short line, a vague word is most of what it says. */
const MIN_TOKENS = 25;

/**
 * Returns true for a long problem with a person and evidence: what it says can be checked, whatever
 * else is vague in it.
 */
export function isProvenProblem(line: Line): boolean {
  return line.tokens.length >= MIN_TOKENS && hasEvidence(line) && hasPerson(line);
}
