import { wordSet } from "../domain/text/word-set.ts";
import { hasPastVerb, isSpecificFew } from "./few.ts";
import { dateWords, labelWords, timeSpans, unitsOfMeasure } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { type Token, textAt } from "./token.ts";

/** What a number states: how much, how many, which one, or when. */
export type NumberRole = "measure" | "count" | "label" | "date" | "clock";

const quantityCues = wordSet(`
  under over least most within inside exactly from to below above than by only max maximum minimum
  up fewer less more every ≤ ≥ < > = ~ × + about around nearly almost
`);
const smallNumbers = wordSet(`
  three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen
`);
const otherNumbers = wordSet(`
  twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
  million dozen dozens half third thirds quarter twice
`);
const numberWords: ReadonlySet<string> = new Set([...smallNumbers, ...otherNumbers]);

/** Returns the role of the number at `index`. */
export function classifyNumber(tokens: readonly Token[], index: number): NumberRole {
  const text = textAt(tokens, index);
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  // "3:1" is a ratio, and no time.
  if (/[%$£€]|^[¥]|^\d+(?:\.\d+)?:1$/.test(text)) return "measure";
  if (/:|^\d{1,2}(am|pm)$/.test(text) || isClockMark(tokens, index + 1)) return "clock";
  if (isDate(text, before, after)) return "date";
  const named = labelWords.has(before?.text ?? "") && !after?.joined;
  if (named || /^\d+(st|nd|rd|th)$/.test(text)) return "label";
  if (/^[\d.,]+[a-z]+$/.test(text) || isUnit(after) || isBound(tokens, index)) return "measure";
  return classifyByCue(text, before);
}

/** "5 or fewer". */
function isBound(tokens: readonly Token[], index: number): boolean {
  return (
    textAt(tokens, index + 1) === "or" &&
    /^(fewer|less|more|above|below)$/.test(textAt(tokens, index + 2))
  );
}

/** "at most 3" is a measure, "the 2.0 renderer" a label, and anything else a count. */
function classifyByCue(text: string, before: Token | undefined): NumberRole {
  if (before !== undefined && quantityCues.has(before.text)) return "measure";
  return /^\d+\.\d+(\.\d+)*$/.test(text) ? "label" : "count";
}

function isUnit(token: Token | undefined): boolean {
  return token !== undefined && (token.text === "%" || unitsOfMeasure.has(token.text));
}

function isClockMark(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index);
  if (/^(am|pm|o'clock|et|utc|gmt|cet)$/.test(text)) return true;
  return /^[ap]$/.test(text) && tokens[index + 1]?.text === "." && tokens[index + 2]?.text === "m";
}

function isDate(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (isMonth(before) || isMonth(after)) return true;
  if (/^(19|20)\d{2}$/.test(text))
    return before !== undefined && /^(in|since|of|by|until|during|fy)$/.test(before.text);
  return /^\d{1,4}[/.]\d{1,2}[/.]\d{2,4}$/.test(text);
}

function isMonth(token: Token | undefined): boolean {
  return token !== undefined && dateWords.has(token.text);
}

/** Returns true if the line has a measure, or, outside of checks, any count. */
export function hasMeasure({ tokens, kind }: Line): boolean {
  return isMeasured(tokens) || (kind !== "criterion" && isCounted(tokens));
}

/**
 * Returns true if the line has a measure: a number with a unit, a currency or a percent sign, or
 * after "at most".
 */
export function isMeasured(tokens: readonly Token[]): boolean {
  if (last.tokens !== tokens) last = { tokens, isMeasured: findMeasuredNumber(tokens) };
  return last.isMeasured;
}

/** The line asked for last. Kept, because many rules ask for the same one. */
let last: { tokens: readonly Token[]; isMeasured: boolean } = { tokens: [], isMeasured: false };

function findMeasuredNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind === "number")
      return classifyNumber(tokens, index) === "measure" && !isDeadline(tokens, index);
    return token.kind === "word" && isMeasuringWord(tokens, index) && !isDeadline(tokens, index);
  });
}

/** "after 2 weeks" and "for 30 days" say when, not how much. */
function isDeadline(tokens: readonly Token[], index: number): boolean {
  const unit = textAt(tokens, index + 1);
  return (
    /^(days?|weeks?|months?|years?)$/.test(unit) &&
    /^(after|for|first|last|past|next|every)$/.test(textAt(tokens, index - 1))
  );
}

/** "roughly an hour" is one hour. */
const estimates = wordSet("about around roughly nearly almost over under");

const measuringWords = new Set(["zero", "halves", "halved", "doubles", "doubled"]);

function isMeasuringWord(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index);
  const before = textAt(tokens, index - 1);
  if (measuringWords.has(text)) return true;
  if (text === "an" || text === "a") return estimates.has(before) && isUnit(tokens[index + 1]);
  return (
    (text === "one" || text === "two" || numberWords.has(text)) &&
    (quantityCues.has(before) || isUnit(tokens[index + 1]))
  );
}

/** Returns true if the line has a count, a share or an amount of money, in digits or words. */
export function isCounted(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (isShiftLength(tokens, index)) return false;
    if (token.kind === "number")
      return ["measure", "count"].includes(classifyNumber(tokens, index));
    return token.kind === "word" && isCountWord(tokens, index);
  });
}

/** "12-hour nights": the length of a shift, not how often something was seen. */
function isShiftLength(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  return (
    after?.joined === true &&
    /^(shifts?|nights?|days?|weeks?|weekends?|contracts?|rounds?)$/.test(textAt(tokens, index + 2))
  );
}

function isCountWord(tokens: readonly Token[], index: number): boolean {
  const { text = "" } = tokens[index] ?? {};
  if (/^(two|both|one)$/.test(text)) return isSpecificFew(tokens, index);
  // "hundreds of boats", which nobody counted, but not "hundreds of tickets a day"
  if (/^(dozens|hundreds|thousands)$/.test(text))
    return /^(an?|per|each|every)$/.test(textAt(tokens, index + 3));
  if (text === "twice" && textAt(tokens, index - 1) === "or") return false;
  if (
    !numberWords.has(text) ||
    ((smallNumbers.has(text) || text === "twice") && isHabit(tokens, index))
  )
    return false;
  return (
    !/^(half|thirds?|quarters?)$/.test(text) || /^(of|the|our|my)$/.test(textAt(tokens, index + 1))
  );
}

/** "search in three places": what people always do, not how often it was seen. */
function isHabit(tokens: readonly Token[], index: number): boolean {
  const isManner =
    textAt(tokens, index) === "twice" ||
    /^(in|through|between|across|at|with)$/.test(textAt(tokens, index - 1));
  return (
    isManner &&
    !/^(of|times|a|an|each|every|per|last|this)$/.test(textAt(tokens, index + 1)) &&
    !hasPastVerb(tokens)
  );
}

/** Returns true if the line says when: a date, a month, a year, or "last week". */
export function isDated(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind === "number")
      return classifyNumber(tokens, index) === "date" || isPeriod(token.text);
    if (token.kind !== "word" && token.kind !== "name") return false;
    return isPeriod(token.text) || isNamedDate(tokens, index) || isRecentPeriod(tokens, index);
  });
}

/** "October"; "may" and "march" only as a name or before a number. */
function isNamedDate(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !dateWords.has(token.text)) return false;
  if (token.text !== "may" && token.text !== "march") return true;
  return token.kind === "name" || tokens[index + 1]?.kind === "number";
}

function isRecentPeriod(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index).replace(/'s$/, "");
  if (weekdays.test(text) && (text !== textAt(tokens, index) || isSpecificDay(tokens, index)))
    return true;
  if (/^(spring|summer|autumn|winter|holidays?|weekend)$/.test(text))
    return /^(over|during|all|last|this|past|since)$/.test(
      textAt(tokens, index - (textAt(tokens, index - 1) === "the" ? 2 : 1)),
    );
  return (
    timeSpans.has(text) && /^(last|this|since|past|previous|half)$/.test(textAt(tokens, index - 1))
  );
}

/** "on Monday", "(her mail, Monday morning)"; "every Monday morning" is a habit. */
function isSpecificDay(tokens: readonly Token[], index: number): boolean {
  const before = textAt(tokens, index - 1);
  if (before === "on") return true;
  return (
    /^[,(]$/.test(before) &&
    /^(morning|noon|afternoon|evening|night)$/.test(textAt(tokens, index + 1))
  );
}

const weekdays = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** Q3, 2024, H1, FY24. */
function isPeriod(text: string): boolean {
  return /^(q[1-4]|h[12]|fy\d{2,4}|(19|20)\d\d)$/.test(text);
}
