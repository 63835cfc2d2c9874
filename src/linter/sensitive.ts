import { compilePattern, type Rule, type SensitivePattern } from "../domain/library/rule.ts";

/** A secret or personal data in a text: what it is, and the text itself. */
export interface SensitiveFinding {
  finds: string;
  value: string;
}

/** The compiled patterns. */
export type SensitivePatterns = readonly (Omit<SensitivePattern, "pattern"> & {
  expression: RegExp;
})[];

/** Compiles the patterns of all rules about sensitive data. */
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
 * Finds everything sensitive in a text, in the order of the patterns. Later patterns skip text that
 * an earlier one found.
 */
export function findSensitive(text: string, patterns: SensitivePatterns): SensitiveFinding[] {
  const taken: { start: number; end: number }[] = [];
  return patterns.flatMap(({ finds, expression, check }) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const [value] = match;
      const span = { start: match.index, end: match.index + value.length };
      const isKnown = taken.some(({ start, end }) => span.start < end && start < span.end);
      if (isKnown || (check === "card" && !passesLuhnCheck(value))) return [];
      taken.push(span);
      return [{ finds, value }];
    }),
  );
}

/** Masks a value but keeps enough to recognize it: "p...@acme.com", "4111...". */
export function hideValue(value: string): string {
  const [local = "", domain] = value.split("@");
  if (domain !== undefined && !value.includes("://"))
    return `${local.length > 2 ? local.charAt(0) : ""}...@${domain}`;
  return `${[...value].slice(0, Math.min(4, Math.floor(value.length / 4))).join("")}...`;
}

/** Card numbers end in a check digit (Luhn, ISO/IEC 7812-1). */
function passesLuhnCheck(value: string): boolean {
  const digits = value.replace(/\D/g, "").split("").reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
