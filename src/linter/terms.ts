import { type Token, textAt, tokenize } from "./token.ts";

/** A list of terms, ready to be looked for in a line. */
export interface Terms {
  /** How many tokens the longest term that starts at `index` covers; 0 when none does. */
  matchAt(tokens: readonly Token[], index: number): number;
  /** What its terms begin with: a word, two words, or the first three letters of a word with a star. */
  starts: readonly string[];
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
    starts: [...new Set([...exact.values(), ...stems.values()].flat().map(startOf))],
    matchAt(tokens, index) {
      const text = tokens[index]?.text ?? "";
      const candidates = exact.get(text);
      if (candidates === undefined && stems.size === 0) return 0;
      const whole = longestMatch(candidates, tokens, index);
      return stems.size === 0 ? whole : Math.max(whole, longestMatch(stems.get(text.slice(0, 3)), tokens, index));
    },
  };
}

/** For each list the tokens at which one of its terms could start, in their order. */
export type Starts = ReadonlyMap<Terms, readonly number[]>;

/** Finds, with one look at each token, where which of many lists could match. */
export function indexTerms(lists: readonly Terms[]): (tokens: readonly Token[]) => Starts {
  const byStart = new Map<string, Terms[]>();
  for (const list of lists) {
    for (const start of list.starts) byStart.set(start, [...(byStart.get(start) ?? []), list]);
  }
  return (tokens) => {
    const found = new Map<Terms, number[]>();
    for (const [index, { text }] of tokens.entries()) {
      for (const start of [text, `${text} ${textAt(tokens, index + 1)}`, `${text.slice(0, 3)}*`]) {
        for (const list of byStart.get(start) ?? []) note(found, list, index);
      }
    }
    return found;
  };
}

function note(found: Map<Terms, number[]>, list: Terms, index: number): void {
  const places = found.get(list);
  if (!places) found.set(list, [index]);
  else if (places.at(-1) !== index) places.push(index);
}

function startOf([first = "", second]: readonly string[]): string {
  if (first.endsWith("*")) return `${first.slice(0, 3)}*`;
  return second === undefined || second.endsWith("*") ? first : `${first} ${second}`;
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
