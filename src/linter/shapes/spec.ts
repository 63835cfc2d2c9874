import { isA, isVerb } from "../grammar.ts";
import { type Line, type Span, wholeOf } from "../line.ts";
import { isCounted, isDated } from "../number.ts";
import { type Token, tokenize } from "../token.ts";

/** The parts of a spec that rules about a whole spec read. */
export interface Spec {
  problem: string;
  checks: readonly string[];
  edges: readonly string[];
  notBuilding: readonly string[];
  stop: string;
}

/** The shapes that a rule of kind `spec` can use. */
export const specShapes: Readonly<Record<string, (spec: Spec) => boolean>> = {
  "too-few-checks": ({ checks }) => checks.length < 3,
  "too-many-checks": ({ checks }) => checks.length > 5,
  "no-edge": ({ edges }) => edges.length === 0,
  "nothing-left-out": ({ notBuilding }) => notBuilding.length === 0,
  "open-stop": ({ stop }) => !hasStopLimit(tokenize(stop)),
  "bare-stop": ({ stop }) => isBareStop(tokenize(stop)),
};

/** Finds a stop rule without a date or a number. */
export function openStopRule(line: Line): Span | undefined {
  return hasStopLimit(line.tokens) ? undefined : wholeOf(line);
}

/** Finds a stop rule that says when, and not what must be wrong by then. */
export function bareStopRule(line: Line): Span | undefined {
  return isBareStop(line.tokens) ? wholeOf(line) : undefined;
}

function isBareStop(stop: readonly Token[]): boolean {
  return hasStopLimit(stop) && !hasStopCondition(stop);
}

/** Returns true if the rule has a condition: "if last week's report still differs". */
function hasStopCondition(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (
      /^(if|when|once|unless|fewer|less|more|no|none|nobody|without|still|wrong|missing|broken)$/.test(
        token.text,
      )
    )
      return true;
    return (
      index > 0 && !/^stops?$/.test(token.text) && isVerb(tokens, index) && !isA("modal", token)
    );
  });
}

/** Returns true if the rule has a date, a weekday, an hour or a number. */
function hasStopLimit(tokens: readonly Token[]): boolean {
  return (
    isCounted(tokens) ||
    isDated(tokens) ||
    tokens.some(({ kind, text }) => kind === "number" || weekday.test(text))
  );
}

const weekday = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|two|one)$/;
