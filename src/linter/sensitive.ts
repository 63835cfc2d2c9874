import { compilePattern, type Rule, type SensitivePattern } from "../domain/library/rule.ts";

/**
 * Something in a text that is secret, or that belongs to one person: what it is, and the words
 * themselves.
 */
export interface SensitiveFinding {
  finds: string;
  value: string;
}

/** The forms to look for, ready to use. */
export type SensitivePatterns = readonly (Omit<SensitivePattern, "pattern"> & {
  expression: RegExp;
})[];

/** Prepares the patterns of all rules about what is sensitive. */
export function compileSensitive(rules: readonly Rule[]): SensitivePatterns {
  return rules
    .filter(({ kinds }) => kinds.includes("sensitive"))
    .flatMap(({ patterns }) => patterns)
    .flatMap((form) => {
      const expression = typeof form === "string" ? undefined : compilePattern(form.pattern, "gu");
      return typeof form !== "string" && expression ? [{ ...form, expression }] : [];
    });
}

/**
 * Everything sensitive in a text, in the order of the patterns; what one has found, no later one
 * finds again.
 */
export function findSensitive(text: string, patterns: SensitivePatterns): SensitiveFinding[] {
  const taken: { start: number; end: number }[] = [];
  return patterns.flatMap(({ finds, expression, check }) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const [value] = match;
      const span = { start: match.index, end: match.index + value.length };
      const isKnown = taken.some(({ start, end }) => span.start < end && start < span.end);
      if (isKnown || (check === "card" && !addsUp(value))) return [];
      taken.push(span);
      return [{ finds, value }];
    }),
  );
}

/** The value with most of it hidden, enough to find it again: "p...@acme.com", "4111...". */
export function hideValue(value: string): string {
  const [local = "", domain] = value.split("@");
  if (domain !== undefined && !value.includes("://"))
    return `${local.length > 2 ? local.charAt(0) : ""}...@${domain}`;
  return `${[...value].slice(0, Math.min(4, Math.floor(value.length / 4))).join("")}...`;
}

/** Numbers of cards end in a digit that is worked out from the others (Luhn, ISO/IEC 7812-1). */
function addsUp(value: string): boolean {
  const digits = value.replace(/\D/g, "").split("").reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
