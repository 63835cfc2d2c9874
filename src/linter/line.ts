import { type Token, tokenize } from "./token.ts";

/** What a line is: a check, a statement of the problem, or what someone could point to. */
export type LineKind = "criterion" | "problem" | "evidence";

/** A line that is cut into tokens, ready for the rules. */
export interface Line {
  kind: LineKind;
  text: string;
  tokens: readonly Token[];
  /**
   * The text as patterns see it: in lower case, with spaces where no word, number or mark stands.
   * Positions stay.
   */
  masked: string;
}

/** A stretch of a line, in code units from its start. */
export interface Span {
  start: number;
  end: number;
}

/** Prepares a line for the rules. */
export function prepareLine(text: string, kind: LineKind): Line {
  const tokens = tokenize(text);
  return { kind, text, tokens, masked: mask(text, tokens) };
}

function mask(text: string, tokens: readonly Token[]): string {
  let masked = text.toLowerCase();
  for (const { kind, start, end } of tokens) {
    if (kind === "quote" || kind === "code" || kind === "name")
      masked = masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end);
  }
  return masked;
}

/** The stretch that `length` tokens cover. */
export function spanOf(tokens: readonly Token[], index: number, length = 1): Span {
  return {
    start: tokens[index]?.start ?? 0,
    end: tokens[index + length - 1]?.end ?? tokens.at(-1)?.end ?? 0,
  };
}
