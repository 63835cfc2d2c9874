import { plainDigits } from "./digits.ts";

/** Reads a number of hours: "4", "1.5", "4h", "4 hours". Returns undefined for other text. */
export function parseHours(text: string): number | undefined {
  const [, hours] =
    /^(\d{1,4}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?)?$/i.exec(plainDigits(text)) ?? [];
  return hours === undefined ? undefined : Number(hours.replace(",", "."));
}
