import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isHelpingVerb, isPerson } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";
import { isOccasion } from "./testable.ts";

/**
 * Finds finished work instead of a visible result: "X is configured", "X merged to main", "we have
 * onboarded X". Lists: `done` (states and participles of work), `made` (participles that count only
 * without "is"), `seen` (words that make the state visible).
 */
export function finishedWork({ tokens, inScenario }: Line, lists: WordLists): Span | undefined {
  // In a scenario, "finished" is a state of the system.
  if (inScenario) return undefined;
  const span = findFinishedState(tokens, lists);
  return span && !isObservable(tokens, lists) ? span : undefined;
}

function findFinishedState(tokens: readonly Token[], lists: WordLists): Span | undefined {
  const done = getList(lists, "done");
  const made = getList(lists, "made");
  for (let index = 1; index < tokens.length; index++) {
    const strong = done.matchAt(tokens, index);
    const length = strong || made.matchAt(tokens, index);
    if (length === 0) continue;
    const isOwn = !isDoneByProgram(tokens, index + length) && !isProhibited(tokens, index - 1);
    if (isOwn && isTaskPredicate(tokens, index, length, strong === 0))
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** Returns true if the line says when, what to see, or for how long. */
function isObservable(tokens: readonly Token[], lists: WordLists): boolean {
  const isEvent = tokens.some((_, at) => isOccasion(tokens, at));
  const isState = isEvent || hasDuration(tokens) || isLookedUp(tokens);
  return isState || isConditional(tokens) || hasVisibleOutcome(tokens, lists);
}

/** Finds a task in the imperative: "Implement SSO", "Set up the webhook". List: `orders`. */
export function imperativeTask({ tokens, inScenario }: Line, lists: WordLists): Span | undefined {
  // "Then create a folder" is a step of the system.
  if (inScenario) return undefined;
  const length = getList(lists, "orders").matchAt(tokens, 0);
  if (
    length === 0 ||
    tokens.length <= length ||
    isConditional(tokens) ||
    hasVisibleOutcome(tokens, lists)
  )
    return undefined;
  // "Build succeeds"
  if (/^(?:succeeds|passes|fails|completes|finishes|works)$/.test(textAt(tokens, length)))
    return undefined;
  const verb = findVerb(tokens, length + 1, tokens.length);
  // "Publish benchmark results": the last word is a noun.
  if (verb >= 0 && verb < tokens.length - 1) return undefined;
  // "Create button with a spinner" names a button.
  if (
    /^(?:buttons?|links?|forms?|dialogs?|modals?|options?|icons?|screens?|pages?)$/.test(
      textAt(tokens, length),
    )
  )
    return undefined;
  if (setsValue(tokens)) return undefined;
  const goesOn = tokens.slice(1).some(({ text }) => /^(?:[:;,=]|->|=>|→|and)$/.test(text));
  return goesOn ? undefined : spanOf(tokens, 0, length);
}

/** "Update the status to `CANCELED`": what the system does. */
function setsValue(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind }, index) =>
      /^(quote|code|number)$/.test(kind) && /^(to|as)$/.test(textAt(tokens, index - 1)),
  );
}

/** "supported for at least 1 release", "enabled by default": a state that anyone can look up. */
function isLookedUp(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, index) => {
    const next = tokens[index + 1];
    if (text === "by") return next?.text === "default";
    if (recurring.has(text)) return true;
    return text === "at" && /^(least|most)$/.test(next?.text ?? "") && isAmount(tokens[index + 2]);
  });
}

/** "Monthly extract delivered to": what comes again and again can be watched. */
const recurring = wordSet("hourly daily nightly weekly monthly quarterly yearly every");

function isAmount(token: Token | undefined): boolean {
  return token?.kind === "number" || /^(one|two|three|four|five|six|ten)$/.test(token?.text ?? "");
}

const taskAdverbs = wordSet(`
  been now fully all already successfully being completely also live both not correctly properly
`);

/** After "be", "have" or "get", or a bare participle at the end or before a preposition. */
function isTaskPredicate(
  tokens: readonly Token[],
  index: number,
  length: number,
  weak: boolean,
): boolean {
  if (tokens[index]?.joined || hasEarlierClause(tokens, index)) return false;
  let before = index - 1;
  while (taskAdverbs.has(textAt(tokens, before))) before--;
  const verb = tokens[before];
  if (verb && weak && /^(is|are|be|get|gets|was|were)$/.test(verb.text)) return false;
  if (
    verb &&
    /^(is|are|has|have|get|gets|'ve|be|was|were|goes|go|we've|i've|they've|it's)$/.test(verb.text)
  )
    return hasNoVerbBefore(tokens, before) || isLast(tokens, index + length, weak);
  return (
    endsPredicate(tokens, index + length) &&
    isVerbless(tokens, index) &&
    !isA("determiner", tokens[index - 1]) &&
    !isA("preposition", tokens[index - 1])
  );
}

/** Nothing, a preposition, a mark, or a second participle: "configured and tested". */
function endsPredicate(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.text === "and") return /[^e]ed$/.test(textAt(tokens, at + 1));
  return next === undefined || isA("preposition", next) || endsState.test(next.text);
}

/** A comma outside of parentheses, unless it only joins names: "Export, import registered in". */
function hasEarlierClause(tokens: readonly Token[], index: number): boolean {
  let depth = 0;
  return tokens.slice(0, index).some(({ text }, at) => {
    if (text === "(") depth++;
    if (text === ")") depth--;
    return depth === 0 && (text === ";" || (text === "," && tokens[at + 1]?.kind !== "name"));
  });
}

/** After a bare participle: a mark, or how it was done: "endpoint added calling the service". */
const endsState = /^[.!(,]$|^(?:calling|using|returning|with)$/;

/** "merged by the importer": what a program does. */
function isDoneByProgram(tokens: readonly Token[], index: number): boolean {
  return (
    textAt(tokens, index) === "by" &&
    textAt(tokens, index + 1) === "the" &&
    !isPerson(tokens, index + 2) &&
    !isPerson(tokens, index + 3)
  );
}

/** "shall not be ported", "no row is written": what must not happen. */
function isProhibited(tokens: readonly Token[], verb: number): boolean {
  if (/^(?:is|are|gets?)$/.test(textAt(tokens, verb)) && isNone(tokens, verb)) return true;
  return textAt(tokens, verb) === "be" && textAt(tokens, verb - 1) === "not";
}

/** "no row", "nothing", "none of the rows": the subject of what doesn't happen. */
function isNone(tokens: readonly Token[], verb: number): boolean {
  const first =
    tokens.findLastIndex(({ text }, at) => at < verb && /^[,;:.]$|^and$/.test(text)) + 1;
  return /^(?:no|nothing|none|never|neither)$/.test(textAt(tokens, first));
}

/** "Checks listed in the sheet are implemented": the line ends in the state of the work. */
function isLast(tokens: readonly Token[], index: number, weak: boolean): boolean {
  if (weak) return false;
  return (
    tokens[index] === undefined || (textAt(tokens, index) === "." && index + 1 === tokens.length)
  );
}

/** No verb in the line. In "GA4 tags deployed", "tags" is a noun. */
function isVerbless(tokens: readonly Token[], index: number): boolean {
  const end = tokens.length - (tokens.at(-1)?.kind === "mark" ? 2 : 1);
  const verb = findVerb(tokens, 1, end);
  const isState = textAt(tokens, index).endsWith("ing");
  return verb === -1 || (verb === index - 1 && !isState && findVerb(tokens, index, end) === -1);
}

function hasNoVerbBefore(tokens: readonly Token[], index: number): boolean {
  return findVerb(tokens, 1, index) === -1 || /^(has|have)$/.test(textAt(tokens, index));
}

/** With "when", "if" or "a plan that ...", the line says what happens, not what was done. */
const conditions = wordSet(`
  when whenever whether if once after before as until unless who which whose
`);

function isConditional(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      (conditions.has(token.text) ||
        (index === 0 && /^(?:where|while)$/.test(token.text)) ||
        (token.text === "that" &&
          (isHelpingVerb(tokens[index + 1]) || isA("determiner", tokens[index - 2])))) &&
      token.kind === "word" &&
      index < tokens.length - 1,
  );
}

/** "is ready in 20 s": a state with a duration. */
function hasDuration(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }, at) =>
      kind === "number" &&
      (/\d(s|ms)$/.test(text) ||
        /^(s|ms|secs?|seconds?|mins?|minutes?)$/.test(textAt(tokens, at + 1))),
  );
}

function hasVisibleOutcome(tokens: readonly Token[], lists: WordLists): boolean {
  const seen = getList(lists, "seen");
  return tokens.some(
    (token, index) =>
      seen.matchAt(tokens, index) > 0 ||
      /^(->|=>|→)$/.test(token.text) ||
      (index > 0 && token.kind === "quote" && isPerson(tokens, 0)),
  );
}
