import { cleanLine } from "../text/clean.ts";
import { splitLabel } from "./labels.ts";
import type { ReadText } from "./read-text.ts";

/** A label or a heading without which the words below it would say the opposite: "Must not". */
const NEGATIVE =
  /^(?:(?:it|we|you|this|what (?:it|we|you)) )?(?:(?:must|may|should|can|will|do|does)(?:n['\u2019]?t| ?not| never)(?: (?:do|be|happen))?|never|don['\u2019]?ts|must[- ]?nots|not allowed|forbidden|off[- ]limits|no[- ]gos?)$/i;
/** Words that say so themselves. */
const NEGATED =
  /^(?:never|not?|none|nobody|nothing|(?:do|must|may|should|can)(?:n['\u2019]t| ?not))\b/i;

/** Returns what an answer holds of a text, which keeps the "must not" that stands before it. */
export function keepNegation({ entry, whole, line, headings }: ReadText): string {
  if (NEGATED.test(entry.text)) return entry.text;
  const label = splitLabel(line)?.label ?? "";
  if (isNegative(label)) return whole;
  const heading = headings.at(-1) ?? "";
  return isNegative(heading) ? `${withoutColon(heading)}: ${entry.text}` : entry.text;
}

function isNegative(name: string): boolean {
  return NEGATIVE.test(withoutColon(name));
}

function withoutColon(name: string): string {
  return cleanLine(name).replace(/[\s:*_]+$/, "");
}
