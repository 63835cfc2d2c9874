import type { TextPart } from "../text/amount.ts";
import type { TypedAmount } from "../text/amount-unit.ts";
import { sharesWord } from "../text/shared-unit.ts";
import { wordSet } from "../text/word-set.ts";
import { type Bet, fitBeside, toPercent } from "./bet-pair.ts";

/** Leaves out what stands in parentheses. */
export function withoutAsides(parts: readonly TextPart[]): TextPart[] {
  let depth = 0;
  return parts.filter(({ text }) => {
    if (text === "(") depth += 1;
    const isInside = depth > 0;
    if (text === ")") depth = Math.max(0, depth - 1);
    return !isInside;
  });
}

/** Reads what isn't meant as an amount as words. */
export function withoutAmounts(
  parts: readonly TextPart[],
  isMeant: (amount: TypedAmount) => boolean,
): TextPart[] {
  return parts.map((part) =>
    part.amount && !isMeant(part.amount)
      ? { text: part.amount.typed.toLowerCase(), isName: true }
      : part,
  );
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:tomorrow|yesterday)$/;

/** Reads times of day on named days as words: between "Tuesday 9:00" and Monday lie days. */
export function withoutDayTimes(parts: readonly TextPart[]): TextPart[] {
  const isOnDay = (index: number) =>
    [index - 1, index + 1].some((at) => DAY.test(parts[at]?.text ?? ""));
  const onDays = parts.flatMap(({ amount }, at) => (amount?.clock && isOnDay(at) ? [amount] : []));
  return withoutAmounts(parts, (amount) => !onDays.includes(amount));
}

/** Words that may stand around "no calls", which then says that there are none. */
const AROUND = wordSet(
  "there are were was is have had we now anymore any more today this week month at all left . !",
);

/** Reads "no calls" as 0, where the bet counts calls and nothing else is said. */
export function readNothing(parts: readonly TextPart[], { unit }: Bet): readonly TextPart[] {
  const no = parts.findIndex(({ text }) => text === "no");
  const thing = parts[no + 1]?.text ?? "";
  const isCounted =
    no >= 0 && unit?.kind === "noun" && thing !== "" && sharesWord(thing, unit.name);
  const rest = parts.filter((_, at) => at !== no && at !== no + 1);
  if (!isCounted || !rest.every(({ amount, text }) => !amount && AROUND.has(text))) return parts;
  const typed = `no ${thing}`;
  const zero = { low: 0, high: 0, unit, scale: 1, mayBeYear: false, typed, start: 0, end: 0 };
  return [{ amount: zero, text: "" }];
}

/** Reads the words of an answer as the bet does: "half" as a share, "twice a week" as a count. */
export function fitToBet(parts: readonly TextPart[], bet: Bet): TextPart[] {
  const fitted = parts.map((part) =>
    part.amount ? { ...part, amount: fitAmount(part.amount, bet) } : part,
  );
  return withoutAmounts(fitted, (amount) => isMeant(amount, bet));
}

function fitAmount(amount: TypedAmount, bet: Bet): TypedAmount {
  const isInPercent = bet.unit?.kind === "percent" && isInParts(bet);
  return isInPercent ? toPercent(amount) : fitBeside(amount, bet.unit);
}

function isMeant(amount: TypedAmount, bet: Bet): boolean {
  if (amount.clock) return bet.unit?.kind === "clock";
  // Of a bet in percent, "half" could also be half of what it was.
  if (amount.isFraction) return bet.unit?.kind === "share" || isInParts(bet);
  if (!amount.isLoose) return amount.unit !== undefined || amount.high === 0 || !isOnlyParts(bet);
  const isOfWords = bet.before.isLoose === true || bet.bet.isLoose === true;
  return isOfWords || amount.unit !== undefined || amount.per !== undefined || bet.bet.low === 0;
}

/** "From half of them to none": a bare 5 could be any part. */
function isOnlyParts({ before, bet, unit }: Bet): boolean {
  const isPart = ({ isFraction, high }: TypedAmount) => isFraction === true || high === 0;
  return unit?.kind === "percent" && isPart(before) && isPart(bet);
}

/** Returns true for "from half of them to none". */
function isInParts({ before, bet }: Bet): boolean {
  return before.isFraction === true || bet.isFraction === true;
}
