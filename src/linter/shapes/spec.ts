import { isA, isVerb } from "../grammar.ts";
import { isCounted, isDated } from "../number.ts";
import { type Token, tokenize } from "../token.ts";

/** A spec, as far as the rules over a whole spec look at it. */
export interface Spec {
  problem: string;
  checks: readonly string[];
  edges: readonly string[];
  notBuilding: readonly string[];
  stop: string;
}

/** The shapes of a whole spec that a rule of the kind `spec` can name. */
export const specShapes: Readonly<Record<string, (spec: Spec) => boolean>> = {
  "too-few-checks": ({ checks }) => checks.length < 3,
  "too-many-checks": ({ checks }) => checks.length > 5,
  "no-edge": ({ edges }) => edges.length === 0,
  "nothing-left-out": ({ notBuilding }) => notBuilding.length === 0,
  "open-stop": ({ stop }) => isOpen(tokenize(stop)),
};

function isOpen(stop: readonly Token[]): boolean {
  return !hasState(stop) || !hasLimit(stop);
}

/** Something that can be so or not: "if last week's report still differs". */
function hasState(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (/^(if|when|once|unless|fewer|less|more|no|none|nobody|without)$/.test(token.text))
      return true;
    return (
      index > 0 && !/^stops?$/.test(token.text) && isVerb(tokens, index) && !isA("modal", token)
    );
  });
}

/** A date, a weekday, an hour or a number. */
function hasLimit(tokens: readonly Token[]): boolean {
  return (
    isCounted(tokens) ||
    isDated(tokens) ||
    tokens.some(({ kind, text }) => kind === "number" || weekday.test(text))
  );
}

const weekday = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|two|one)$/;
