import {
  clauseBefore,
  findClauseVerb,
  findMainVerb,
  hasPersonBefore,
  isResult,
  mainClause,
} from "../clause.ts";
import { isA, isFormOf, isPerson, isPlural, isVerb } from "../grammar.ts";
import {
  baseForms,
  choiceVerbs,
  openingVerbs,
  outputVerbs,
  plainStates,
  screenVerbs,
  verbs,
} from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Two clauses, each with a result of its own: "X sends a link and Y gains a row", "A can do this;
 * B can do that".
 */
export function twoResults({ tokens }: Line): Span | undefined {
  for (let at = 1; at < tokens.length - 2; at++) {
    if (!joinsClauses(tokens, at)) continue;
    const right = skipAdverbs(tokens, at + 1);
    if (isAddition(tokens, at, right)) return spanOf(tokens, at, 2);
    const verb = findClauseVerb(tokens, right);
    if (verb >= 0 && isOwnResult(tokens, at, verb)) return spanOf(tokens, right, verb - right + 1);
  }
  return undefined;
}

/** "plus it writes the plate", "and it also books": the same thing, and more of it. */
function isAddition(tokens: readonly Token[], at: number, right: number): boolean {
  if (!/^(it|they)$/.test(textAt(tokens, right))) return false;
  const isMore =
    textAt(tokens, at) === "plus" || /^(also|additionally)$/.test(textAt(tokens, right + 1));
  return isMore && isResult(clauseBefore(tokens, at));
}

/**
 * One subject with two results: "shows the total and emails the owner", "can filter by date and
 * export".
 */
export function twoActions({ tokens }: Line): Span | undefined {
  for (let at = 2; at < tokens.length - 1; at++) {
    const extra = joinsGerund(tokens, at);
    if (extra > 0 && findMainVerb(clauseBefore(tokens, at)) >= 0) return spanOf(tokens, at, extra);
    if (!/^(and|then|plus)$/.test(textAt(tokens, at)) || tokens[at]?.joined) continue;
    const right = skipAdverbs(tokens, at + 1);
    if (isSecondAction(tokens, right, clauseBefore(tokens, at))) return spanOf(tokens, right);
  }
  return undefined;
}

/**
 * "besides switching", "as well as sending": how many tokens join a second result in -ing; 0 for
 * none.
 */
function joinsGerund(tokens: readonly Token[], at: number): number {
  const length = phraseLength(tokens, at);
  const verb = tokens[at + length];
  if (length === 0 || !isFormOf(verbs, verb)) return 0;
  const isAction =
    verb?.text.endsWith("ing") ||
    (isA("determiner", tokens[at + length + 1]) && !verb?.text.endsWith("s"));
  return isAction ? length + 1 : 0;
}

const phraseStarts = new Set(["besides", "as", "on", "in", "along", "together", "apart"]);

function phraseLength(tokens: readonly Token[], at: number): number {
  if (!phraseStarts.has(textAt(tokens, at))) return 0;
  const phrase = tokens.slice(at, at + 3).map(({ text }) => text);
  if (phrase[0] === "besides") return 1;
  if (/^(as well as|on top of|in addition to)$/.test(phrase.join(" "))) return 3;
  return /^(along with|together with|apart from)$/.test(phrase.slice(0, 2).join(" ")) ? 2 : 0;
}

function joinsClauses(tokens: readonly Token[], at: number): boolean {
  const text = textAt(tokens, at);
  if (tokens[at]?.joined) return false;
  if (text === ",") return isSplice(tokens, at);
  if (text !== "while") return /^([;.]|and|plus|whereas)$/.test(text);
  return (
    textAt(tokens, at - 1) === "," ||
    tokens.slice(at, at + 7).some((token) => /^(begin|start)s?$/.test(token.text))
  );
}

/**
 * "Students see their grade, tutors get no mail": two crowds, each with a verb, and only a comma
 * between them.
 */
function isSplice(tokens: readonly Token[], at: number): boolean {
  if (!isPlural(tokens, at + 1) || !isPerson(tokens, at + 1) || !isVerb(tokens, at + 2))
    return false;
  const left = clauseBefore(tokens, at);
  return isPlural(left, 0) && isVerb(left, 1);
}

const adverbs =
  /^(also|then|meanwhile|separately|additionally|automatically|immediately|instantly|afterwards|,|and)$/;

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let index = from;
  while (adverbs.test(textAt(tokens, index))) index++;
  const phrase = tokens.slice(index, index + 4).map(({ text }) => text);
  if (/^(on top of that|at the same time)$/.test(phrase.join(" "))) return index + 4;
  return phrase[0] === "in" && phrase[1] === "addition" ? index + 2 : index;
}

/** The clause before a joint; a stop or a semicolon ends it with its "when ...". */
function leftOf(tokens: readonly Token[], at: number): readonly Token[] {
  const clause = clauseBefore(tokens, at);
  return /^[.;]$/.test(textAt(tokens, at)) ? mainClause(clause) : clause;
}

/** What stands before `at` is a result too, so that the clause around `verb` is a second one. */
function isOwnResult(tokens: readonly Token[], at: number, verb: number): boolean {
  const left = leftOf(tokens, at);
  const first = findMainVerb(left);
  if (isSameCheck(tokens, at, verb) || (isOnScreen(left[first]) && isGlance(tokens, at, verb)))
    return false;
  if (isResult(left) || isOutcome(tokens, at, left) || textAt(tokens, at) === "while") return true;
  if (first < 0) return false;
  const isAble = isA("modal", left[first]);
  const isOtherCrowd =
    isPerson(tokens, at + 1) && isPlural(tokens, at + 1) && hasPersonBefore(left, first);
  return (
    (isAble && (isA("modal", tokens[verb]) || isOtherCrowd)) ||
    tokens.slice(at + 1, verb + 2).some(({ text }) => /^(also|same)$/.test(text))
  );
}

function isSameCheck(tokens: readonly Token[], at: number, verb: number): boolean {
  if (refersBack(tokens, verb + 1) || isAdjective(tokens[at + 1]) || isRepeated(tokens, at + 1))
    return true;
  return isSamePart(tokens, at + 1) && !isA("modal", tokens[verb]);
}

const GLANCE = 4;

/** "and the button reads Paid": a few words that end the line, on what the same look shows. */
function isGlance(tokens: readonly Token[], at: number, verb: number): boolean {
  const end = tokens.length - (tokens.at(-1)?.kind === "mark" ? 1 : 0);
  return textAt(tokens, at) === "and" && isOnScreen(tokens[verb]) && end - at - 1 <= GLANCE;
}

/**
 * "When the visit ends, the invoice goes to the payer": after its "when ..." what a thing does is
 * a result.
 */
function isOutcome(tokens: readonly Token[], at: number, left: readonly Token[]): boolean {
  const verb = findMainVerb(left);
  const isLed = textAt(tokens, at - left.length - 1) === "," && isA("subordinator", tokens[0]);
  return (
    isLed &&
    isA("determiner", left[0]) &&
    left[verb + 1] !== undefined &&
    !isHelper(left[verb]) &&
    !hasPersonBefore(left, verb)
  );
}

function isHelper(token: Token | undefined): boolean {
  return isA("auxiliary", token) || isA("modal", token);
}

/** "and the invoice lists those days": the second clause tells more of what the first one named. */
function refersBack(tokens: readonly Token[], from: number): boolean {
  const stop = tokens.findIndex(({ text }, at) => at >= from && /^[.;]$/.test(text));
  const rest = tokens.slice(from, stop < 0 ? tokens.length : stop);
  return rest.some(
    ({ text }, at) =>
      /^(those|these|both|ones|same)$/.test(text) ||
      (text === "one" &&
        /^(right|old|new|other|later|earlier|first|second|same)$/.test(textAt(rest, at - 1))) ||
      (text === "it" && /^with/.test(textAt(rest, at - 1))),
  );
}

/** "lists paid and unpaid invoices": two kinds of one thing. */
function isAdjective(token: Token | undefined): boolean {
  return plainStates.has(token?.text ?? "") && !isA("determiner", token);
}

/**
 * "and its checkbox disappears", "; any other type shows": a part, or the rest, of what the line
 * is about.
 */
function isSamePart(tokens: readonly Token[], from: number): boolean {
  if (
    /^(its|their|such|nothing|nobody|no|everything|everyone|otherwise|neither)$/.test(
      textAt(tokens, from),
    )
  )
    return true;
  return (
    /^(an?|any|all|the|every)$/.test(textAt(tokens, from)) &&
    contrary.test(textAt(tokens, from + 1))
  );
}

/** "may cancel; cancelling frees the seat": what the first clause allows, and what follows. */
function isRepeated(tokens: readonly Token[], from: number): boolean {
  const token = tokens[from];
  return (
    token?.text.endsWith("ing") === true &&
    tokens.slice(0, from).some(({ text }) => baseForms(token.text).includes(text))
  );
}

/** What marks the other case of the same check: "; a second code is refused". */
const contrary =
  /^(others?|rest|remaining|old|original|previous|former|first|second|third|further|later|wrong|failed|failing|missing|unknown|invalid|un\w+ed)$/;

function isSecondAction(tokens: readonly Token[], right: number, left: readonly Token[]): boolean {
  const token = tokens[right];
  const verb = findMainVerb(left);
  if (token?.kind !== "word" || token.joined || tokens[right + 1] === undefined || verb < 0)
    return false;
  if (isA("modal", left[verb]))
    return isA("modal", token) || isSecondChoice(tokens, right, left[verb + 1]);
  if (!isSecondVerb(tokens, right, left) || isRest(tokens, right + 1)) return false;
  if (isSeries(left, verb)) return true;
  const isFeedback =
    isOnScreen(token) && (isOnScreen(left[verb]) || textAt(left, 0).endsWith("ing"));
  return isResult(left) && !isFeedback;
}

/** "accepts PDF and refuses all else": the other side of the same check. */
function isRest(tokens: readonly Token[], from: number): boolean {
  const [first, second] = [textAt(tokens, from), textAt(tokens, from + 1)];
  return (
    second === "else" ||
    /^(others|everything)$/.test(first) ||
    /^(the rest|all others?|any others?|every other)$/.test(`${first} ${second}`)
  );
}

/**
 * "emails" is a verb in "shows the total and emails the owner", and a noun in "lists calls and
 * emails".
 */
function isSecondVerb(tokens: readonly Token[], at: number, left: readonly Token[]): boolean {
  const next = tokens[at + 1];
  if (
    !textAt(tokens, at).endsWith("s") ||
    !isFormOf(outputVerbs, tokens[at]) ||
    isA("preposition", next)
  )
    return false;
  return isA("determiner", next) || !isPlural(left, left.length - 1);
}

/** What one look at one screen settles: "closes the dialog and leaves the photo as it was". */
function isOnScreen(token: Token | undefined): boolean {
  return isFormOf(screenVerbs, token);
}

/** After "can filter by date and": "export", or any verb with an object. */
function isSecondChoice(
  tokens: readonly Token[],
  right: number,
  first: Token | undefined,
): boolean {
  const word = textAt(tokens, right);
  const isChoice =
    choiceVerbs.has(word) || (verbs.has(word) && isA("determiner", tokens[right + 1]));
  return isChoice && isFormOf(verbs, first) && !openingVerbs.has(first?.text ?? "");
}

/**
 * "closes the dialog, refreshes the table": a verb right after a comma, and nobody but the program
 * acts.
 */
function isSeries(clause: readonly Token[], verb: number): boolean {
  const isNext = (token: Token | undefined) =>
    token?.text.endsWith("s") === true && isFormOf(outputVerbs, token);
  return (
    clause.some(({ text }, at) => text === "," && isNext(clause[at + 1])) &&
    !hasPersonBefore(clause, verb)
  );
}
