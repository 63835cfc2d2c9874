/** Joins words into a list: "spec", "spec and review", "problem, spec and review". */
export function joinWords(words: readonly string[], conjunction = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** Adds a count to a noun: "1 hour", "4 hours", "3 passes", "2 entries", "5 days". */
export function countOf(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  if (/[^aeiou]y$/.test(noun)) return `${count} ${noun.slice(0, -1)}ies`;
  return `${count} ${noun}${noun.endsWith("s") ? "es" : "s"}`;
}

/**
 * Says how many answers are saved: "no answer is saved yet", "2 answers are saved", "2 of 5 ...".
 */
export function describeSaved(saved: number, total?: number): string {
  if (saved === 0) return "no answer is saved yet";
  const answers = total === undefined ? countOf(saved, "answer") : `${saved} of ${total} answers`;
  return `${answers} ${saved === 1 ? "is" : "are"} saved`;
}

/** Makes the first letter a capital. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns the text for the middle of a sentence; "PDF export" and "I" keep their capitals. */
export function lowerFirst(text: string): string {
  return text.replace(/^(?!I\b)\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}

/** Puts text on one line, cutting it at a word after at most `limit` characters. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text.replaceAll(/\s+/g, " ").trim());
  if (characters.length <= limit) return characters.join("");
  const cut = characters.slice(0, limit).join("");
  return `${characters[limit] === " " ? cut : cut.replace(/\s+\S{0,30}$/, "")}...`;
}

/** Says how often: "once", "twice", "3 times". */
export function countTimes(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** Says how long a text takes to read: "612 words, about 3 minutes to read". */
export function describeLength(text: string): string {
  const words = text.split(/\s+/).filter(Boolean).length;
  if (words === 0) return "nothing";
  const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE));
  return `${countOf(words, "word")}, about ${countOf(minutes, "minute")} to read`;
}

const WORDS_PER_MINUTE = 220;

/** Says that things stay: "left as it is", "left as they are". */
export function sayLeft(count: number): string {
  return count === 1 ? "left as it is" : "left as they are";
}

/** Says a duration given in minutes: "40 minutes", "3 hours", "2 days", "3 weeks". */
export function describeDuration(minutes: number): string {
  const hours = Math.round(minutes / 60);
  const days = Math.round(minutes / (24 * 60));
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return countOf(minutes, "minute");
  if (hours < 24) return countOf(hours, "hour");
  if (days < 14) return countOf(days, "day");
  if (days < 60) return countOf(Math.round(days / 7), "week");
  return countOf(Math.round(days / 30), "month");
}

/** How many milliseconds a day has. */
export const DAY = 24 * 60 * 60 * 1000;

/** Says how long ago: "just now", "5 minutes ago", "3 hours ago", then as {@link describeAge}. */
export function describeMoment(from: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - from.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${countOf(minutes, "minute")} ago`;
  if (minutes < 24 * 60) return `${countOf(Math.floor(minutes / 60), "hour")} ago`;
  return describeAge(from, now);
}

/** Counts calendar days between two times, in the computer's time zone. */
function countCalendarDays(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

/** Says how many calendar days ago: "today", "3 weeks ago". A future time counts as today. */
export function describeAge(from: Date, now: Date): string {
  const days = countCalendarDays(from, now);
  if (days < 1) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  if (days < 730) return `${Math.floor(days / 30)} months ago`;
  return `${Math.floor(days / 365)} years ago`;
}

/**
 * Quotes a word for a command line to paste. In double quotes, shells replace an exclamation mark
 * and what follows by an earlier command.
 */
export function quote(word: string): string {
  if (/![^\s"]/.test(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  return `"${word.replace(/["\\$`]/g, "\\$&")}"`;
}

/** Quotes words for a command. A space before a hyphen keeps them from being read as an option. */
export function quoteWords(words: string): string {
  return quote(words.startsWith("-") ? ` ${words}` : words);
}

// No \p{...} here: compiling one takes Node a millisecond at every start.
const SHELL_CHARACTERS = /[\s"'`$&|;<>()*?#~!{}[\]%^=,+]|^$/;

/** Quotes a folder or file for a command line to paste, if it needs quotes. */
export function quotePath(path: string): string {
  // A Windows path holds no quote, and a backslash in it is no escape.
  if (/^[a-z]:\\/i.test(path)) return SHELL_CHARACTERS.test(path) ? `"${path}"` : path;
  return SHELL_CHARACTERS.test(path) ? quote(path) : path;
}

/** Joins two texts with the sign that a list would have between them, if no sentence ends there. */
export function joinSentence(text: string, next: string): string {
  const isEnd = /[.!?:;,\u2026]["'\u201d)]?$/.test(text);
  return `${text}${isEnd ? "" : ";"} ${next}`;
}
