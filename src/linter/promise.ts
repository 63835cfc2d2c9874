import { lintLine } from "./engine.ts";
import type { Finding } from "./finding.ts";
import type { LineKind } from "./line.ts";
import type { Ruleset } from "./rules.ts";

/** How an answer is read: as a line of a kind, or for the promises in a description. */
export type AnswerKind = LineKind | "promise";

const SENTENCE = /(?<=[.!?;])\s+|\n+/;
/** What makes a sentence of a description a promise, which someone could check. */
const PROMISE = /\b(?:should|shall|must|ought to|needs? to|has to|have to)\b/i;

/**
 * Lints an answer. In a description, only the sentences that promise something are judged, as a
 * check would be, and only by what would make a check impossible to judge.
 */
export function lintAnswer(text: string, kind: AnswerKind, ruleset: Ruleset): Finding[] {
  if (kind !== "promise") return lintLine(text, kind, ruleset);
  return listPromises(text)
    .flatMap((sentence) => lintLine(sentence, "criterion", ruleset))
    .filter(({ severity }) => severity === "block");
}

/**
 * Lists the sentences of a description that promise something. What "it" means stands in the
 * sentence before, so that isn't asked about.
 */
export function listPromises(text: string): string[] {
  return text
    .split(SENTENCE)
    .filter((sentence) => PROMISE.test(sentence))
    .map((sentence) => sentence.replace(/^(?:it|this|that|they|these|those)\b/i, "The result"));
}
