import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isPlural, isVerb } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { classifyNumber } from "../number.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";
import { findMeasureName, hasVisibleResult } from "./threshold.ts";

/**
 * Finds a percentage without a base: "Accuracy: 97%", "Match rate of at least 92%". Lists: `heads`,
 * `crowds`.
 */
export function percentWithoutBase({ tokens }: Line, lists: WordLists): Span | undefined {
  const percent = tokens.findIndex(
    ({ kind, text }) => kind === "number" && text.endsWith("%") && !/^(?:100|0)%$/.test(text),
  );
  if (percent < 0 || hasPercentBase(tokens, percent)) return undefined;
  if (isSetting(tokens, percent) || isRateOf(tokens, percent) || isResource(tokens, percent))
    return undefined;
  if (isShareThatPasses(tokens, percent) || isAfterSign(tokens, percent)) return undefined;
  const isOpen = isShareOfGroup(tokens, percent, lists)
    ? !isScope(tokens, percent)
    : isNamedPercent(tokens, percent, lists) ||
      (!hasVisibleResult(tokens) && isBarePercent(tokens));
  return isOpen ? spanOf(tokens, percent) : undefined;
}

/** "at 200% zoom", "text size to 200%": what is set, not what is measured. */
function isSetting(tokens: readonly Token[], percent: number): boolean {
  const set = /^(zoom|scale|width|height|size|opacity|brightness)$/;
  const before = textAt(tokens, percent - (textAt(tokens, percent - 2) === "up" ? 3 : 2));
  const isSet = set.test(before) || /^(?:resized|scaled|zoomed|enlarged|magnified)$/.test(before);
  const isTarget = textAt(tokens, percent - 1) === "to" && isSet;
  return isTarget || isPrice(tokens, percent) || set.test(textAt(tokens, percent + 1));
}

/** "a discount rate of 3%", "a discount of 15%", "a 15% fee": a rule gives the amount. */
function isPrice(tokens: readonly Token[], percent: number): boolean {
  const priced = /^(interest|discount|fee|tax|vat|tip|surcharge|commission|royalty|markup)$/;
  const hasRate = tokens.some(
    ({ text }, at) => at < percent && text === "rate" && priced.test(textAt(tokens, at - 1)),
  );
  const isOf = textAt(tokens, percent - 1) === "of" && priced.test(textAt(tokens, percent - 2));
  return hasRate || isOf || priced.test(textAt(tokens, percent + 1));
}

/** "60% CPU", "CPU stays below 60%": of what the computer has. "80% seal coverage": of the seals. */
function isResource(tokens: readonly Token[], percent: number): boolean {
  return tokens
    .slice(Math.max(0, percent - 6), percent + 4)
    .some(
      ({ text }, at, near) =>
        /^(?:cpu|memory|ram|disk|battery|gpu|swap)$/.test(text) ||
        (text === "coverage" && near[at - 1]?.kind === "word"),
    );
}

/** "Upload success rate > 95%": the share of the uploads. */
function isRateOf(tokens: readonly Token[], percent: number): boolean {
  const isOutcome = /^(success|error|failure|crash|completion|delivery)$/;
  // In a table, the border of the cell.
  const rate = percent - (textAt(tokens, percent - 2) === "|" ? 3 : 2);
  return (
    /^[<>\u2264\u2265]$/.test(textAt(tokens, percent - 1)) &&
    textAt(tokens, rate) === "rate" &&
    isOutcome.test(textAt(tokens, rate - 1)) &&
    tokens[rate - 2]?.kind === "word"
  );
}

/** "Churn rate >40%": the sign says where it passes. */
function isAfterSign(tokens: readonly Token[], percent: number): boolean {
  return /^[<>=\u2264\u2265]$/.test(textAt(tokens, percent - 1));
}

/** "works for 95% of the requests": for whom something is true that is said before. */
function isScope(tokens: readonly Token[], percent: number): boolean {
  return /^(for|in|across)$/.test(textAt(tokens, percent - 1));
}

/** "90% of readers can open it", "90% of clerks safely lock their desk": what the share does. */
function isShareThatPasses(tokens: readonly Token[], percent: number): boolean {
  if (textAt(tokens, percent + 1) !== "of") return false;
  const manner = tokens.findIndex(({ text }, at) => at > percent + 2 && /^\w+ly$/.test(text));
  const isDone = isPlural(tokens, manner - 1) && isA("determiner", tokens[manner + 2]);
  return isDone || findVerb(tokens, percent + 3, tokens.length) > 0;
}

/** "Match rate of 92%": next to the name of a measure. */
function isNamedPercent(tokens: readonly Token[], percent: number, lists: WordLists): boolean {
  const earlier = findMeasureName(tokens.slice(0, percent), lists);
  return (
    (earlier >= 0 && !isMeasureModifier(tokens, earlier)) ||
    findMeasureName(tokens.slice(percent, percent + 4), lists) >= 0
  );
}

/** "the level bar turns red": the measure only modifies another noun. */
function isMeasureModifier(tokens: readonly Token[], index: number): boolean {
  return (
    !isVerb(tokens, index + 1) &&
    isVerb(tokens, index + 2) &&
    tokens[index + 1]?.kind === "word" &&
    hasVisibleResult(tokens)
  );
}

/** Returns true if the percentage is the whole check: no condition, quote or colon. */
function isBarePercent(tokens: readonly Token[]): boolean {
  return !tokens.some(
    (token) =>
      isA("subordinator", token) ||
      token.kind === "quote" ||
      /^(off|charge|battery|:|→|;)$/.test(token.text),
  );
}

/** "of new participants", "of all users" */
function isNewcomer(token: Token | undefined): boolean {
  return /^(new|active|first-time|returning|registered|paying|eligible)$/.test(token?.text ?? "");
}

/** "90% of users": a share of a group of unknown size. List: `crowds`. */
function isShareOfGroup(tokens: readonly Token[], percent: number, lists: WordLists): boolean {
  if (tokens[percent + 1]?.text !== "of") return false;
  return [2, 3, 4].some(
    (offset) =>
      getList(lists, "crowds").matchAt(tokens, percent + offset) > 0 &&
      (isA("determiner", tokens[percent + 2]) || isNewcomer(tokens[percent + 2])) === offset > 2,
  );
}

/** Another number, or a file name, says what the percentage is of. */
function hasPercentBase(tokens: readonly Token[], percent: number): boolean {
  // "within 5% of the current version"
  const rest = tokens.slice(percent + 1, percent + 5).map(({ text }) => text);
  if (
    rest[0] === "of" &&
    /\b(?:current|present|previous|baseline|today's|original|last)\b/.test(rest.join(" "))
  )
    return true;
  if (isPartOfAmount(tokens, percent)) return true;
  if (isTargetOfShare(tokens, percent)) return true;
  if (isShareOfTime(tokens) && textAt(tokens, percent - 1) !== "by") return true;
  return tokens.some((token, index) => {
    // "85-95%" is one share.
    if (index === percent || (index === percent - 1 && tokens[percent]?.joined)) return false;
    if (token.kind === "code") return true;
    return (
      token.kind === "number" &&
      !token.text.endsWith("%") &&
      ["count", "measure"].includes(classifyNumber(tokens, index))
    );
  });
}

/** "120% of the advertised value", "25% of its price": the amount is the base. */
function isPartOfAmount(tokens: readonly Token[], percent: number): boolean {
  if (
    textAt(tokens, percent + 1) !== "of" ||
    !/^(?:the|its|their)$/.test(textAt(tokens, percent + 2))
  )
    return false;
  return tokens.slice(percent + 3, percent + 6).some(({ text }) => amounts.has(text));
}

const amounts = wordSet(`
  value price amount total sum cost fee rent income turnover budget volume weight length width height
  size capacity area balance limit
`);

/** "% of swaps made by phone > 40%": the share says what the pass line is of. */
function isTargetOfShare(tokens: readonly Token[], percent: number): boolean {
  return (
    /^(%|percent|percentage|share|proportion)$/.test(textAt(tokens, 0)) &&
    textAt(tokens, 1) === "of" &&
    /^[<>=\u2264\u2265]$/.test(textAt(tokens, percent - 1))
  );
}

/** "99.5% uptime per month": the share of the hours in a period. */
function isShareOfTime(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ text }) => text).join(" ");
  return (
    /\b(?:uptime|downtime|availability|available)\b/.test(words) &&
    /\b(?:(?:per|a|each|every|any) (?:calendar )?(?:day|week|month|quarter|year)|monthly|yearly)\b/.test(
      words,
    )
  );
}
