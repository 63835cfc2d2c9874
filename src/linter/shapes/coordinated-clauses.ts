import { wordSet } from "../../domain/text/word-set.ts";
import {
  clauseBefore,
  findClauseVerb,
  findMainVerb,
  hasPersonBefore,
  isResult,
  mainClause,
  skipJoiningAdverbs,
} from "../clause.ts";
import { findVerb, isA, isFormOf, isHelpingVerb, isPerson, isPlural, isVerb } from "../grammar.ts";
import { organizations, screenVerbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";
import { isSameCheck, MAX_JOINTS } from "./same-check.ts";

/**
 * Finds a second clause with a subject and a result of its own: "X sends a link and Y gains a row",
 * "A can do this; B can do that".
 */
export function coordinatedClauses({ tokens, inScenario }: Line): Span | undefined {
  const isSecond = inScenario ? isSecondForOthers : isSecondResult;
  let joints = 0;
  for (let at = 1; at < tokens.length - 2 && joints < MAX_JOINTS; at++) {
    if (!isClauseJoint(tokens, at)) continue;
    joints++;
    const right = skipJoiningAdverbs(tokens, at + 1);
    if (isAddition(tokens, at, right)) return spanOf(tokens, at, 2);
    const verb = findClauseVerb(tokens, right);
    if (verb >= 0 && isSecond(tokens, at, right, verb))
      return spanOf(tokens, right, verb - right + 1);
  }
  return undefined;
}

/** In a scenario, what the one trigger does to things is one result; to a person, another. */
function isSecondForOthers(
  tokens: readonly Token[],
  at: number,
  right: number,
  verb: number,
): boolean {
  const subject = tokens.slice(right, verb);
  const isForOthers = subject.some(
    (token, at) => isPerson(subject, at) || isFormOf(organizations, token) || isA("pronoun", token),
  );
  return isForOthers && isSecondResult(tokens, at, right, verb);
}

function isSecondResult(
  tokens: readonly Token[],
  at: number,
  right: number,
  verb: number,
): boolean {
  return (
    !isNounPair(tokens, at, right, verb) &&
    !isAdjectivePair(tokens, right, verb) &&
    !isEffectAfterSemicolon(tokens, at, verb) &&
    isSeparateResult(tokens, at, verb)
  );
}

/**
 * "The card opens; the spinner goes away": between semicolons, people list what one action leads
 * to, unless two groups of people do different things.
 */
function isEffectAfterSemicolon(tokens: readonly Token[], at: number, verb: number): boolean {
  if (textAt(tokens, at) !== ";") return false;
  const left = mainClause(clauseBefore(tokens, at));
  const isForOthers =
    hasPersonBefore(left, findMainVerb(left)) &&
    hasPersonBefore(tokens.slice(at + 1, verb), verb - at - 1);
  const isSaidSo = tokens.slice(at + 1, verb).some(({ text }) => text === "same");
  return !isForOthers && !isSaidSo;
}

/**
 * "API calls and dashboard views scope to", "guidance and criteria shall": right after "and", a
 * noun without "the" goes on with what is named before it, unless both sides have a helping verb.
 */
function isNounPair(tokens: readonly Token[], at: number, right: number, verb: number): boolean {
  const first = tokens[right];
  // "all `a()` and `b()` calls work"
  if (first?.kind === "code" && tokens[at - 1]?.kind === "code") return true;
  const isBare = first?.kind === "word" && !isA("determiner", first) && !first.text.endsWith("'s");
  if (textAt(tokens, at) !== "and" || !isBare || textAt(tokens, at - 1) === ",") return false;
  if (/ing$/.test(first.text)) return false;
  const inner = tokens.findLastIndex((token, index) => index < at && isA("subordinator", token));
  const hasHelp = tokens.slice(inner + 1, at).some(isHelpingVerb);
  return !(hasHelp && isHelpingVerb(tokens[verb])) && !isPerson(tokens, verb - 1);
}

/** "light and dark colors", "API calls and screen changes": the "verb" is a plural noun. */
function isAdjectivePair(tokens: readonly Token[], right: number, verb: number): boolean {
  const next = tokens[verb + 1];
  const isLast = next === undefined || /^[.,;)]$/.test(next.text);
  // "the score and each player's wins"
  if (isLast && tokens.slice(right, verb).some(({ text }) => text.endsWith("'s"))) return true;
  // "the labor rate and the parts list": a verb like "list" needs an object.
  if (isLast && /^(list|log|report|record|count|display|view|filter)s?$/.test(textAt(tokens, verb)))
    return true;
  return (
    verb === right + 1 &&
    textAt(tokens, right - 1) === "and" &&
    tokens[right]?.kind !== "number" &&
    !isPlural(tokens, right) &&
    !isPerson(tokens, right) &&
    isLast
  );
}

/** "plus it writes the plate", "and it also books": the same subject with another result. */
function isAddition(tokens: readonly Token[], at: number, right: number): boolean {
  if (!/^(it|they)$/.test(textAt(tokens, right))) return false;
  const isMore =
    textAt(tokens, at) === "plus" || /^(also|additionally)$/.test(textAt(tokens, right + 1));
  return isMore && isResult(clauseBefore(tokens, at));
}

const jointWords = wordSet("and plus whereas while , ; .");

/** Returns true if the token can join two clauses. */
function isClauseJoint(tokens: readonly Token[], at: number): boolean {
  return jointWords.has(textAt(tokens, at)) && !tokens[at]?.joined && joinsClauses(tokens, at);
}

function joinsClauses(tokens: readonly Token[], at: number): boolean {
  const text = textAt(tokens, at);
  // "before and after this change"
  if (text === "and" && isA("preposition", tokens[at - 1])) return false;
  if (endsWordList(tokens, at) || isOfBoth(tokens, at) || isSum(tokens, at)) return false;
  // "undoing and redoing changes"
  if (text === "and" && isGerund(tokens[at - 1]) && isGerund(tokens[at + 1])) return false;
  if (text === ",") return isCommaSplice(tokens, at);
  if (text !== "while") return /^([;.]|and|plus|whereas)$/.test(text);
  return (
    textAt(tokens, at - 1) === "," ||
    tokens.slice(at, at + 7).some((token) => /^(begin|start)s?$/.test(token.text))
  );
}

/** "when the price plus the discount exceeds": two amounts in one clause. */
function isSum(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at) !== "plus") return false;
  // "a plus sign"
  if (isA("determiner", tokens[at - 1])) return true;
  const inner = tokens.findLastIndex((token, index) => index < at && isA("subordinator", token));
  return inner >= 0 && findVerb(tokens, inner + 1, at) < 0;
}

/** "that both the name and the price are given" */
function isOfBoth(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at);
  return textAt(tokens, at) === "and" && before.some(({ text }) => text === "both");
}

/** "Server names, URLs, and addresses": the last of a list of names of one or two words. */
function endsWordList(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at) !== "and" || textAt(tokens, at - 1) !== ",") return false;
  const item = tokens.slice(Math.max(0, at - 4), at - 1);
  const comma = item.findLastIndex(({ text }) => text === ",");
  const words = item.slice(comma + 1);
  return comma >= 0 && !words.some((token) => isHelpingVerb(token) || isA("determiner", token));
}

function isGerund(token: Token | undefined): boolean {
  return token?.kind === "word" && /\w{3}ing$/.test(token.text);
}

/**
 * "Students see their grade, tutors get no mail": two groups of people, each with a verb, joined by
 * only a comma.
 */
function isCommaSplice(tokens: readonly Token[], at: number): boolean {
  if (!isPlural(tokens, at + 1) || !isPerson(tokens, at + 1) || !isVerb(tokens, at + 2))
    return false;
  const left = clauseBefore(tokens, at);
  return isPlural(left, 0) && isVerb(left, 1);
}

/** Returns true if both the clause before `at` and the clause around `verb` state a result. */
function isSeparateResult(tokens: readonly Token[], at: number, verb: number): boolean {
  const left = leftClause(tokens, at);
  const first = findMainVerb(left);
  if (isSameCheck(tokens, at, verb)) return false;
  const isOnScreen = isFormOf(screenVerbs, left[first]) || /^sees?$/.test(textAt(left, first));
  if (isOnScreen && isBriefScreenChange(tokens, at, verb)) return false;
  if (statesOutcome(tokens, at, left)) return true;
  if (first < 0) return false;
  const isAbility = isA("modal", left[first]);
  const isOtherGroup =
    isPerson(tokens, at + 1) && isPlural(tokens, at + 1) && hasPersonBefore(left, first);
  return (
    (isAbility && (isA("modal", tokens[verb]) || isOtherGroup)) ||
    tokens.slice(at + 1, verb + 2).some(({ text }) => /^(also|same)$/.test(text))
  );
}

function statesOutcome(tokens: readonly Token[], at: number, left: readonly Token[]): boolean {
  return (
    isResult(left) || isOutcomeAfterCondition(tokens, at, left) || textAt(tokens, at) === "while"
  );
}

/** The clause before a joint. A period or semicolon also ends its "when ..." part. */
function leftClause(tokens: readonly Token[], at: number): readonly Token[] {
  const clause = clauseBefore(tokens, at);
  return /^[.;]$/.test(textAt(tokens, at)) ? mainClause(clause) : clause;
}

const MAX_BRIEF_TOKENS = 4;

/** "and the button reads Paid": a few words at the end of the line about the same screen. */
function isBriefScreenChange(tokens: readonly Token[], at: number, verb: number): boolean {
  const end = tokens.length - (tokens.at(-1)?.kind === "mark" ? 1 : 0);
  return (
    textAt(tokens, at) === "and" &&
    isFormOf(screenVerbs, tokens[verb]) &&
    end - at - 1 <= MAX_BRIEF_TOKENS
  );
}

/**
 * "When the visit ends, the invoice goes to the payer": after a condition, what a thing does is a
 * result.
 */
function isOutcomeAfterCondition(
  tokens: readonly Token[],
  at: number,
  left: readonly Token[],
): boolean {
  const verb = findMainVerb(left);
  const hasCondition =
    textAt(tokens, at - left.length - 1) === "," && isA("subordinator", tokens[0]);
  return (
    hasCondition &&
    isA("determiner", left[0]) &&
    left[verb + 1] !== undefined &&
    !isHelpingVerb(left[verb]) &&
    !hasPersonBefore(left, verb)
  );
}
