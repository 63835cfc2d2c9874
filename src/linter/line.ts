import type { lineKinds } from "../domain/library/rule.ts";
import { type Token, tokenize } from "./token.ts";

/** What a line is: a check, a problem statement, a piece of evidence, and so on. */
export type LineKind = (typeof lineKinds)[number];

/** A tokenized line, ready for the rules. */
export interface Line {
  kind: LineKind;
  text: string;
  tokens: readonly Token[];
  /**
   * The text that patterns are matched against: lowercase, with straight apostrophes, and with names,
   * quotes and code replaced by spaces, so that offsets stay the same.
   */
  masked: string;
  /** Where the judged part starts: after "Given ..., when ..., then". */
  from: number;
  /** True for the result of a scenario: "it" may be what the scenario names. */
  inScenario: boolean;
  around: Surroundings;
}

/** What the lines around a problem say about it. */
export interface Surroundings {
  /** True if they name the people who have it. */
  person: boolean;
  /** True if they show that it happened. */
  evidence: boolean;
}

/** For a line alone. */
export const nothingAround: Surroundings = { person: false, evidence: false };

/** A range of a line, in code units from its start. */
export interface Span {
  start: number;
  end: number;
  /** True if a rule asks about this very word, though alone it says nothing: "it". */
  exact?: boolean;
}

/** Tokenizes a line for the rules. */
export function prepareLine(
  text: string,
  kind: LineKind,
  inScenario = false,
  around: Surroundings = nothingAround,
): Line {
  const tokens = tokenize(text);
  const from = kind === "criterion" ? (/^given\b.*\bthen\b/i.exec(text)?.[0].length ?? 0) : 0;
  return {
    kind,
    text,
    tokens,
    masked: mask(text, tokens, from),
    from,
    inScenario: inScenario || from > 0,
    around,
  };
}

function mask(text: string, tokens: readonly Token[], from: number): string {
  let masked = " ".repeat(from) + text.slice(from).toLowerCase().replaceAll("\u2019", "'");
  for (const { kind, start, end } of tokens) {
    if (kind === "quote" || kind === "code" || kind === "name")
      masked = masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end);
  }
  return masked;
}

/** Returns the span that `length` tokens cover. */
export function spanOf(tokens: readonly Token[], index: number, length = 1): Span {
  return {
    start: tokens[index]?.start ?? 0,
    end: tokens[index + length - 1]?.end ?? tokens.at(-1)?.end ?? 0,
  };
}

/** Returns the span of a whole line; undefined if it is empty. */
export function wholeOf({ tokens }: Line): Span | undefined {
  return tokens.length > 0 ? spanOf(tokens, 0, tokens.length) : undefined;
}
