import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isPerson } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/** Where a person can stand: "The guest", "User administrator". */
const MAX_SUBJECT = 4;

/**
 * Finds a step of a person that doesn't say what comes of it: "Guest selects Bed", "Log out of the
 * portal to secure your account". Lists: `steps` (what a person does), `entering` (how a person
 * comes and goes).
 */
export function bareStep({ tokens, inScenario }: Line, lists: WordLists): Span | undefined {
  if (inScenario || saysMore(tokens)) return undefined;
  const entering = getList(lists, "entering").matchAt(tokens, 0);
  if (entering > 0 && isOrderToEnter(tokens, entering)) return spanOf(tokens, 0, entering);
  const steps = getList(lists, "steps");
  const verb = tokens.findIndex(
    (_, at) => at > 0 && at < MAX_SUBJECT && steps.matchAt(tokens, at) > 0,
  );
  const isStep = isPersonOrTitle(tokens, verb - 1) && findVerb(tokens, verb + 1, tokens.length) < 0;
  return isStep ? spanOf(tokens, verb, steps.matchAt(tokens, verb)) : undefined;
}

/** "The guest", "User Administrator" */
function isPersonOrTitle(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "name") return isPerson([{ ...token, kind: "word" }], 0);
  return isPerson(tokens, at);
}

/** "Log out.", "Log in to manage your tours", but not "Log in button". */
function isOrderToEnter(tokens: readonly Token[], length: number): boolean {
  const next = tokens[length];
  if (next === undefined || next.text === ".") return true;
  return isA("preposition", next) && tokens.some(({ text }) => /^(?:your|my)$/.test(text));
}

/** What comes of it, when it may be done, or a value to try. */
function saysMore(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, at) =>
      token.kind === "number" ||
      (isA("subordinator", token) && token.text !== "as") ||
      results.has(token.text) ||
      (token.text === "and" && at > 0),
  );
}

const results = wordSet(", ; : ( -> => → by so without only not never again twice");

/**
 * Finds a rule that people are told to keep, and that nothing in the product shows: "Cashiers must
 * count the drawer". List: `duties` (what only people do).
 */
export function ruleForPeople({ tokens }: Line, lists: WordLists): Span | undefined {
  const duties = getList(lists, "duties");
  const modal = tokens.findIndex(
    ({ text }, at) => at > 0 && at <= MAX_SUBJECT && /^(?:must|shall|should)$/.test(text),
  );
  if (modal < 0 || !isPersonOrTitle(tokens, modal - 1)) return undefined;
  const verb = modal + (/^(?:not|never|always)$/.test(textAt(tokens, modal + 1)) ? 2 : 1);
  const length = duties.matchAt(tokens, verb) || countToolTokens(tokens, verb);
  const isSeen = tokens.some(({ kind }) => /^(?:number|quote|code)$/.test(kind));
  return length > 0 && !isSeen ? spanOf(tokens, verb, length) : undefined;
}

/** "use the booking system": the whole tool, so that nothing shows it. Returns its length. */
function countToolTokens(tokens: readonly Token[], verb: number): number {
  if (textAt(tokens, verb) !== "use" || textAt(tokens, verb + 1) !== "the") return 0;
  const last = textAt(tokens, tokens.length - 1) === "." ? tokens.length - 2 : tokens.length - 1;
  const isTool = /^(?:system|software|portal|application|app|tool|platform|website)$/;
  return last > verb + 1 && last < verb + 6 && isTool.test(textAt(tokens, last))
    ? last - verb + 1
    : 0;
}
