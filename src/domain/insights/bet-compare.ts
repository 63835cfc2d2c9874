import { placeNow } from "../text/amount-clock.ts";
import type { TypedAmount } from "../text/amount-unit.ts";
import { namePeriod, toPeriod } from "../text/periods.ts";
import { quoteAmount } from "../text/quote-amount.ts";
import { findCommonUnit, isBareBesideSum } from "../text/shared-unit.ts";
import { convertTime, type Unit } from "../text/units.ts";
import { describeBet, numbersOf } from "./bet.ts";
import { type Bet, hasTwoPeriods } from "./bet-pair.ts";

/** What became of a bet. */
export type BetOutcome = "reached" | "part-way" | "unchanged" | "other-way";

/** A bet with the number now. */
export interface BetResult {
  before: number;
  bet: number;
  after: number;
  /** What the numbers count: "minutes", "%", "$", "of 40"; undefined if the bet doesn't say. */
  unit: string | undefined;
  outcome: BetOutcome;
  /** The bet in numbers, and the number now as typed: "42 to 10 minutes", "under 12 min". */
  words: { bet: string; now: string };
}

/** The side of a number that the true one is on. */
export type Bound = "under" | "over";

/** The number now, as it was said. */
export interface Now {
  amount: TypedAmount;
  bound: Bound | undefined;
}

type Numbers = Pick<BetResult, "before" | "bet" | "after">;

/** Scores a bet, unless the number now is too loose for it. */
export function scoreBet(bet: Bet, { amount, bound }: Now, text: string): BetResult | undefined {
  const unit = findCommonUnit(amount.unit ?? bet.unit, bet.unit);
  if (unit === null || [bet.before, bet.bet].some((end) => isBareBesideSum(amount, end)))
    return undefined;
  // A day of work has fewer hours than a day: such a bet is scored if both say the same.
  const scores = [false, true].map((isAtWork) => {
    const numbers = amount.clock ? readTimes(bet, amount) : convertAll(bet, amount, isAtWork);
    return numbers && { ...numbers, outcome: judge(numbers) };
  });
  const [score, other] = scores;
  if (!score || score.outcome !== other?.outcome) return undefined;
  if (bound && !isCertain(score.outcome, bound, bet.goesDown)) return undefined;
  const now = quoteAmount(text, amount, bet.unit);
  return { ...score, unit: nameUnitOf(bet, unit), words: { bet: describeBet(bet), now } };
}

function readTimes(bet: Bet, now: TypedAmount): Numbers | undefined {
  const ends = [bet.before, bet.bet];
  const after = placeNow(now, bet.goesDown ? now.high : now.low, ends);
  return after === undefined ? undefined : { before: bet.before.low, bet: bet.bet.low, after };
}

/** Gives the three numbers the same unit and period; undefined if it isn't clear which one. */
function convertAll(bet: Bet, now: TypedAmount, isAtWork: boolean): Numbers | undefined {
  const own = now.unit ?? bet.unit;
  const unit = findCommonUnit(own, bet.unit) ?? undefined;
  const per = bet.before.per ?? bet.bet.per ?? now.per;
  const end = bet.goesDown ? now.high : now.low;
  if (hasTwoPeriods(bet) && !now.per && end !== 0) return undefined;
  const convert = (value: number, from: Unit | undefined, period: TypedAmount["per"]) => {
    const isTime = from?.kind === "time" && unit?.kind === "time";
    const length = isTime ? convertTime(value, from, unit, isAtWork) : value;
    return toPeriod(length, period, per, isAtWork);
  };
  const { before, bet: goal } = numbersOf(bet);
  return {
    before: convert(before, bet.unit, bet.before.per),
    bet: convert(goal, bet.unit, bet.bet.per),
    after: convert(end, own, now.per),
  };
}

function nameUnitOf({ before, bet, unit: own }: Bet, unit: Unit | undefined): string | undefined {
  const name = (unit ?? own)?.name;
  const per = before.per ?? bet.per;
  return before.isLoose && name && per ? `${name} ${namePeriod(per)}` : name;
}

function judge({ before, bet, after }: Numbers): BetOutcome {
  const direction = Math.sign(bet - before);
  if ((after - bet) * direction >= 0) return "reached";
  if (after === before) return "unchanged";
  return (after - before) * direction > 0 ? "part-way" : "other-way";
}

/** "Under 10" is enough to say that a bet on 10 is reached, but not how far another one moved. */
function isCertain(outcome: BetOutcome, bound: Bound, goesDown: boolean): boolean {
  const isFarther = (bound === "under") === goesDown;
  return isFarther ? outcome === "reached" : outcome === "other-way";
}
