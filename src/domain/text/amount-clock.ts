import { type Piece, textOf } from "./amount-pieces.ts";
import { type Amount, type Read, readUnit } from "./amount-unit.ts";
import type { Unit } from "./units.ts";

const CLOCK: Unit = { kind: "clock", name: "minutes after midnight" };
const TIME = /^(\d{1,2})(?:[:.](\d\d))?(?:\s?([ap])\.?m\.?)?$/;
const WORDS: Readonly<Record<string, number>> = { noon: 12, midnight: 0 };

/** Reads a time of day: "17:40", "5 pm", "5.30 p.m.", "5 o'clock", "noon". */
export function readClock(pieces: readonly Piece[], index: number): Read | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  const skip = piece.number?.value === 12 ? 1 : 0;
  const hour = WORDS[textOf(pieces, index + skip)];
  if (hour !== undefined) return { amount: createClock(hour * 60, "day"), length: 1 + skip };
  const isHour = textOf(pieces, index + 1) === "o'clock" && piece.number?.isBare === true;
  if (isHour) return withLength(readWrittenTime(piece.text), 2);
  if (piece.kind !== "other") return undefined;
  // "2:50 minutes" is a length.
  if (readUnit(pieces, index + 1)?.unit.kind === "time") return undefined;
  return withLength(readWrittenTime(piece.text), 1);
}

function withLength(amount: Amount | undefined, length: number): Read | undefined {
  return amount && { amount, length };
}

function readWrittenTime(text: string): Amount | undefined {
  const [, hours = "", minutes = "0", half] = TIME.exec(text) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  const isValid = hours !== "" && minute < 60 && hour < 24 && (!half || (hour > 0 && hour < 13));
  if (!isValid) return undefined;
  if (half) return createClock(((hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute, "half-day");
  const isDay = hour === 0 || hour > 12 || hours.startsWith("0");
  return createClock(hour * 60 + minute, isDay ? "day" : "open");
}

function createClock(minutes: number, clock: Amount["clock"] & string): Amount {
  return { low: minutes, high: minutes, unit: CLOCK, scale: 1, mayBeYear: false, clock };
}

/** Reads a bare hour beside a time of day: the 5 of "from 5 to 3 pm". */
export function readBareHour<T extends Amount>(amount: T): T | undefined {
  const isHour = amount.unit === undefined && amount.low === amount.high && amount.scale === 1;
  if (!isHour || !Number.isInteger(amount.low) || amount.low < 1 || amount.low > 12)
    return undefined;
  const minutes = amount.low * 60;
  return { ...amount, low: minutes, high: minutes, unit: CLOCK, clock: "open" };
}

const DAY = 1440;
/** Two times without am and pm are only clear if they are near each other. */
const NEAR = 360;

/**
 * Places the second of two times of day: 4:30 beside 5:40 pm is in the afternoon, and 0:30 beside
 * 23:30 is after midnight. Returns both in minutes; undefined if it isn't clear.
 */
export function placeTimes(first: Amount, second: Amount): [number, number] | undefined {
  const [one, other] = [first.low, second.low];
  const forms = [first.clock, second.clock];
  if (!forms.includes("open")) return [one, moveNear(other, one, DAY)];
  if (forms.includes("half-day"))
    return first.clock === "open"
      ? [moveNear(one, other, DAY / 2), other]
      : [one, moveNear(other, one, DAY / 2)];
  const farthest = forms.includes("day") ? DAY / 2 : NEAR;
  return Math.abs(one - other) <= farthest ? [one, other] : undefined;
}

/** The farthest that a time is from a bet if nothing says whether it is in the morning. */
const REACH = 240;

/** Places the time now beside the two of a bet. Returns undefined if it isn't clear. */
export function placeNow(now: Amount, time: number, bet: readonly Amount[]): number | undefined {
  const middle = bet.reduce((sum, { low }) => sum + low, 0) / bet.length;
  const isHalf = bet.some(({ clock }) => clock === "half-day");
  const isLate = bet.every(({ clock, low }) => clock === "day" && low >= DAY / 2);
  const isOpenBet = bet.every(({ clock }) => clock === "open");
  const isOpen = now.clock === "open";
  if (isOpen && !isHalf && !isLate) return time;
  const placed = moveNear(time, middle, isOpen || isOpenBet ? DAY / 2 : DAY);
  return isOpen && Math.abs(placed - middle) > REACH ? undefined : placed;
}

/** Moves a time by whole turns, so that it is as near as possible to another one. */
function moveNear(time: number, to: number, turn: number): number {
  return time + turn * Math.round((to - time) / turn);
}
