/** The short names of the months. */
export const SHORT_MONTHS: readonly string[] =
  "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Returns the number of a month from its name or the start of it; 0 for other words. */
export function monthOf(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return SHORT_MONTHS.findIndex((month) => month.toLowerCase() === start) + 1;
}
