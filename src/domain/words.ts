/** "spec", "spec and review", "problem, spec and review". */
export function joinWords(words: readonly string[], conjunction = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** "1 hour", "4 hours", "3 passes", "2 entries". */
export function countOf(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  if (noun.endsWith("y")) return `${count} ${noun.slice(0, -1)}ies`;
  return `${count} ${noun}${noun.endsWith("s") ? "es" : "s"}`;
}

const DAY = 24 * 60 * 60 * 1000;

/** How long ago in words a person uses: "today", "3 weeks ago". A time in the future counts as today. */
export function describeAge(from: Date, now: Date): string {
  const days = Math.floor((now.getTime() - from.getTime()) / DAY);
  if (days < 1) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  if (days < 730) return `${Math.floor(days / 30)} months ago`;
  return `${Math.floor(days / 365)} years ago`;
}
