import { type Token, tokenize } from "./token.ts";

/** A list of terms, ready to be looked for in a line. */
export interface Terms {
  /** How many tokens the longest term that starts at `index` covers; 0 when none does. */
  matchAt(tokens: readonly Token[], index: number): number;
  /** True when there is nothing to look for. */
  isEmpty: boolean;
}

/**
 * Prepares terms: whole words, in any case, hyphens as spaces. A word that ends in `*` stands for every word that starts
 * like it, so `improv*` finds improve, improves and improvement; before the `*` there must be three letters or more.
 */
export function compileTerms(terms: readonly string[]): Terms {
  const exact = new Map<string, string[][]>();
  const stems = new Map<string, string[][]>();
  for (const term of terms) {
    const words = wordsOf(term);
    const first = words[0] ?? "";
    const [index, key] = first.endsWith("*") ? [stems, first.slice(0, 3)] : [exact, first];
    index.set(key, [...(index.get(key) ?? []), words]);
  }
  return {
    isEmpty: terms.length === 0,
    matchAt(tokens, index) {
      const text = tokens[index]?.text ?? "";
      const candidates = exact.get(text);
      if (candidates === undefined && stems.size === 0) return 0;
      const whole = longestMatch(candidates, tokens, index);
      return stems.size === 0 ? whole : Math.max(whole, longestMatch(stems.get(text.slice(0, 3)), tokens, index));
    },
  };
}

function longestMatch(candidates: readonly string[][] | undefined, tokens: readonly Token[], index: number): number {
  let longest = 0;
  for (const words of candidates ?? []) {
    if (words.length > longest && matches(words, tokens, index)) longest = words.length;
  }
  return longest;
}

function wordsOf(term: string): string[] {
  const words: string[] = [];
  for (const { text } of tokenize(term.toLowerCase())) {
    if (text === "*") words.push(`${words.pop() ?? ""}*`);
    else words.push(text);
  }
  return words;
}

function matches(words: readonly string[], tokens: readonly Token[], index: number): boolean {
  if (tokens[index + words.length]?.joined) return false;
  return words.every((word, offset) => {
    const token = tokens[index + offset];
    if (!token || token.kind === "name" || token.kind === "quote" || token.kind === "code") return false;
    return word.endsWith("*") ? token.text.startsWith(word.slice(0, -1)) : token.text === word;
  });
}
