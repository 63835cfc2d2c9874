import { findStopDay } from "../../domain/text/stop-day.ts";
import { readStopMinutes } from "../../domain/text/stop-minutes.ts";
import { readStopPasses } from "../../domain/text/stop-passes.ts";
import { wordSet } from "../../domain/text/word-set.ts";
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
  "open-stop": ({ stop }) => !hasStopLimit(stop, tokenize(stop)),
  "bare-stop": ({ stop }) => isBareStop(stop, tokenize(stop)),
};

/** Finds a stop rule without a date or a number. */
export function openStopRule(line: Line): Span | undefined {
  return hasStopLimit(line.text, line.tokens) ? undefined : wholeOf(line);
}

/** Finds a stop rule that says when, and not what must be wrong by then. */
export function bareStopRule(line: Line): Span | undefined {
  return isBareStop(line.text, line.tokens) ? wholeOf(line) : undefined;
}

function isBareStop(stop: string, tokens: readonly Token[]): boolean {
  return !hasStopCondition(tokens) && hasStopLimit(stop, tokens);
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

/** Returns true if the rule has a day, a time, a number of passes, or a number of something. */
function hasStopLimit(stop: string, tokens: readonly Token[]): boolean {
  const isNumber = ({ kind, text }: Token) => kind === "number" || /^(two|one)$/.test(text);
  if ((isCounted(tokens) || tokens.some(isNumber)) && !isOnlyNumber(tokens)) return true;
  if (isDated(tokens) || tokens.some(({ text }) => time.test(text))) return true;
  // Last, because it takes longest.
  return Boolean(readStopMinutes(stop) || readStopPasses(stop) || findStopDay(stop, ANY_DAY));
}

/** Only whether a day is named counts, not which one it is. */
const ANY_DAY = new Date(2026, 0, 1);
const time =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon|midnight|lunch)$/;

/** "500", "after 500": nothing says of what. */
function isOnlyNumber(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ kind, text }) => kind === "mark" || /^[\d.,]+$/.test(text) || aroundNumber.has(text),
  );
}

const aroundNumber = wordSet(`
  two one after at by in or on about around over under max maximum most least than more less then
  stop stops i we will it's the limit until till up to when
`);
