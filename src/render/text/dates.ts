import { SHORT_MONTHS } from "../../domain/text/months.ts";

/** Formats a date for a person, in the computer's time zone: "Nov 22, 2026". */
export function formatDay(date: Date): string {
  return `${SHORT_MONTHS[date.getMonth()]} ${date.getDate()}, ${date.getFullYear()}`;
}

/** Formats a saved day such as "2026-11-22" for a person. Returns other text unchanged. */
export function formatSavedDay(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return text;
  return formatDay(new Date(Number(year), Number(month) - 1, Number(day)));
}
