import { compilePattern, type Rule, type SensitivePattern } from "../domain/library/rule.ts";
import { foldText } from "../domain/text/fold.ts";
import { type PickedLines, pickLines } from "./needed-lines.ts";
import { measures } from "./sensitive-checks.ts";

/** A secret or personal data in a text: what it is, the text itself, and its folded form. */
export interface SensitiveFinding {
  finds: string;
  value: string;
  folded: string;
}

/** The compiled patterns. One with `needs` is only looked for in lines that have that. */
export type SensitivePatterns = readonly (Pick<SensitivePattern, "finds" | "check"> & {
  expression: RegExp;
  needs?: RegExp | undefined;
})[];

/** Compiles the patterns and terms of all rules about sensitive data. */
export function compileSensitive(rules: readonly Rule[]): SensitivePatterns {
  const sensitive = rules.filter(({ kinds }) => kinds.includes("sensitive"));
  // Terms come last in any order of the rules, so that none hides a part of a secret.
  return [
    ...sensitive.flatMap(({ patterns }) => patterns),
    ...sensitive.flatMap(({ terms }) => terms.map(toPattern)),
  ].flatMap((form) => {
    if (typeof form === "string") return [];
    const expression = compilePattern(form.pattern, form.ignoreCase ? "giu" : "gu");
    return expression ? [{ ...form, expression, needs: compileNeeds(form.needs) }] : [];
  });
}

/** Compiles what a line needs. V8 finds it ten times as fast if every character is spelled out. */
function compileNeeds(needs: string | undefined): RegExp | undefined {
  const spelled = needs?.replace(/^(\\\w)\{(\d{1,2})\}$/, (_all, form: string, times: string) =>
    form.repeat(Number(times)),
  );
  return spelled === undefined ? undefined : compilePattern(spelled, "g");
}

/** Turns a term, such as the code name of a client, into a pattern for whole words. */
function toPattern(term: string): SensitivePattern {
  const spaced = Array.from(term.normalize("NFKC"), (character) =>
    /^[ \n-]$/.test(foldText(character).text) ? " " : character,
  );
  const words = spaced.join("").trim().split(/ +/);
  const escaped = words.map((word) =>
    Array.from(word, toForms).join("").replace(/\\\*$/, String.raw`[\p{L}\p{N}]{0,40}`),
  );
  return {
    finds: "a term that your team keeps to itself",
    pattern: String.raw`(?<![\p{L}\p{N}])${escaped.join("[ -]")}(?![\p{L}\p{N}])`,
    ignoreCase: true,
  };
}

/** Lists how a folded text can have a character: "\u041d" looks like an H, and "\u043d" doesn't. */
function toForms(character: string): string {
  const cases = [character, character.toLowerCase(), character.toUpperCase()];
  const forms = cases.map((form) =>
    foldText(form).text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
  );
  const isPlain = /[ -~]/.test(character);
  return isPlain ? (forms[0] ?? "") : `(?:${[...new Set(forms)].join("|")})`;
}

/**
 * Finds everything sensitive in a text, in the order of the patterns. Later patterns skip text that
 * an earlier one found. Characters that can't be seen, or look like others, make no difference.
 */
export function findSensitive(text: string, patterns: SensitivePatterns): SensitiveFinding[] {
  const folded = foldText(text);
  let rest = openText(folded.text);
  return patterns.flatMap((pattern) => {
    const spans = findSpans(rest.linesFor(pattern), pattern);
    if (spans.length > 0) rest = openText(blank(rest.text, spans));
    return spans.map(({ start, end }) => ({
      finds: pattern.finds,
      value: folded.originalAt(start, end),
      folded: folded.text.slice(start, end),
    }));
  });
}

/**
 * Returns the patterns that match anywhere in a text, so that its parts needn't be searched for the
 * others: most match nowhere, and many short searches take longer than a long one.
 */
export function selectPatterns(text: string, patterns: SensitivePatterns): SensitivePatterns {
  const { linesFor } = openText(foldText(text).text);
  return patterns.filter((pattern) => {
    const { text: lines } = linesFor(pattern);
    pattern.expression.lastIndex = 0;
    return lines !== "" && pattern.expression.test(lines);
  });
}

/** Opens a text for searches. Few of its lines have what most patterns need. */
function openText(text: string) {
  const whole: PickedLines = { text, placeOf: (at) => at };
  const known = new Map<string, PickedLines>();
  const linesFor = ({ needs }: SensitivePatterns[number]): PickedLines => {
    if (!needs) return whole;
    const lines = known.get(needs.source) ?? pickLines(text, needs);
    known.set(needs.source, lines);
    return lines;
  };
  return { text, linesFor };
}

interface Span {
  start: number;
  end: number;
}

function findSpans(
  { text, placeOf }: PickedLines,
  { expression, check }: SensitivePatterns[number],
): Span[] {
  const spans: Span[] = [];
  if (text === "") return spans;
  // matchAll copies the expression, which takes longer than most texts do.
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const length = check ? measures[check](match, text) : match[0].length;
    if (length > 0) {
      const start = findValueStart(match);
      // A match with needs is in one line, and the whole text is where it is.
      const end = match.index + length;
      spans.push({ start: placeOf(start), end: placeOf(start) + end - start });
    }
    if (match[0] === "") expression.lastIndex++;
  }
  return spans;
}

/** Leaves out the word of a value in another line, which may be in a text of its own. */
function findValueStart({ index = 0, 0: match, groups }: RegExpMatchArray): number {
  const { gap = "", value = "" } = groups ?? {};
  return gap.includes("\n") ? index + match.length - value.length : index;
}

/** Puts line breaks, which no pattern matches, in place of what was found. */
function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let at = 0;
  const parts = spans.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, "\n".repeat(end - start)];
  });
  return [...parts, text.slice(at)].join("");
}

/** Masks a value but keeps enough to recognize it: "p...@acme.com", "4111...". */
export function hideValue(value: string): string {
  const [local = "", domain] = value.split("@");
  if (domain !== undefined && !value.includes("://"))
    return `${local.length > 2 ? local.charAt(0) : ""}...@${domain}`;
  return `${[...value].slice(0, Math.min(4, Math.floor(value.length / 4))).join("")}...`;
}
