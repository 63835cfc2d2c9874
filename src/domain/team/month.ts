import * as v from "valibot";
import { SHORT_MONTHS } from "../text/months.ts";

const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/;

/** A month: `2026-11`. */
export const Month = v.pipe(v.string(), v.regex(MONTH, "must be a month such as 2026-11"));

/** Returns true for a month such as `2026-11`. */
export function isMonthName(text: string): boolean {
  return MONTH.test(text);
}

/** Returns the month of a moment, in the computer's time zone. */
export function findMonth(moment: Date): string {
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, "0")}`;
}

const FARTHEST_ZONE = 14 * 60 * 60 * 1000;

/** Returns the last month that has begun somewhere. */
export function findLastMonth(now: Date): string {
  return new Date(now.getTime() + FARTHEST_ZONE).toISOString().slice(0, 7);
}

/** Says a month for a person: "Nov 2026". */
export function nameMonth(month: string): string {
  return `${SHORT_MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}
