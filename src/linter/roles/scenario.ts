import { skipBullet } from "../marks.ts";
import { findStepWord, hasResult, isMarkedStep, type Step } from "./form.ts";
import { joinParts, type Part } from "./part.ts";

/**
 * Returns true if a line inside a paragraph is a step of a scenario. In prose, a line may start
 * with "when" or "but" only because the line above it was full.
 */
export function startsStepLine(text: string, above: readonly Part[], next: string): boolean {
  const step = findStepWord(text);
  if (step === undefined) return false;
  if (isMarkedStep(text)) return true;
  const opening = readOpening(above);
  if (isScenario(opening, step))
    return startsHigh(text) || (!startsHigh(opening) && step !== "and");
  const following = next.slice(skipBullet(next));
  return (
    (step === "given" || step === "when") &&
    startsHigh(text) &&
    startsHigh(following) &&
    findStepWord(following) !== undefined
  );
}

const MAX_OPENING = 300;

function readOpening(parts: readonly Part[]): string {
  const first = parts
    .slice(0, 3)
    .map((part) => ({ ...part, text: part.text.slice(0, MAX_OPENING) }));
  const text = joinParts(first);
  return text.slice(skipBullet(text));
}

/** "When the rota changes, nurses ring" is whole, so only a "Then" could still follow it. */
function isScenario(opening: string, step: Step): boolean {
  const first = findStepWord(opening);
  const isWhole = first === "when" && step !== "then" && hasResult(opening);
  return (first !== undefined && !isWhole) || /^scenario\b/i.test(opening);
}

function startsHigh(text: string): boolean {
  return /^[*_]{0,2}\p{Lu}/u.test(text);
}
