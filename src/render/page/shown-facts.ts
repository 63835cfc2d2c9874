import { deriveOnce } from "../../domain/library/derived.ts";
import { resolveReference, type Step } from "../../domain/library/step.ts";
import { isNothingShown, NOTHING, type PageValue } from "./value.ts";

/**
 * What a page already says about a project: the values of each placeholder, by its name, and by the
 * round of what a review found. What was found in one round says nothing about another.
 */
export type ShownFacts = Map<string, PageValue[]>;

/** Returns the value of a placeholder, or none if the page shows it already. Notes it as shown. */
export function showOnce(
  shown: ShownFacts | undefined,
  steps: readonly Step[],
  name: string,
  value: PageValue,
  round: number,
): PageValue {
  if (!shown || isNothingShown(value) || name === "project.title") return value;
  const fact = nameFact(steps, name, round);
  const known = shown.get(fact) ?? [];
  if (known.some((one) => one === value || toText(one) === toText(value))) return NOTHING;
  shown.set(fact, [...known, value]);
  return value;
}

const toText = deriveOnce((value: PageValue) => JSON.stringify(value));

function nameFact(steps: readonly Step[], name: string, round: number): string {
  const known = factsOf(steps);
  const fact = known.get(name) ?? findFactOf(steps, name);
  known.set(name, fact);
  return `${fact.isFinding ? round : "any"} ${fact.reference}`;
}

/** The answer that a placeholder is about, and whether a review found it. */
interface NamedFact {
  reference: string;
  isFinding: boolean;
}

/** What is known of the placeholders, which the projects of a page share. */
const factsOf = deriveOnce((_steps: readonly Step[]) => new Map<string, NamedFact>());

function findFactOf(steps: readonly Step[], name: string): NamedFact {
  const reference = resolveReference(steps, name);
  return { reference, isFinding: reference.split(".")[0] === findJudgingStep(steps)?.id };
}

/** Finds the step with verdicts. What it found is the answers, their sum, and what failed. */
const findJudgingStep = deriveOnce((steps: readonly Step[]) =>
  steps.find(({ questions }) => questions.some(({ verdicts }) => verdicts)),
);
