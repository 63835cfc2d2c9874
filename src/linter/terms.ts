import { type Token, textAt, tokenize } from "./token.ts";

/** A list of terms, ready to be looked for in a line. */
export interface Terms {
  /** How many tokens the longest term that starts at `index` covers; 0 when none does. */
  matchAt(tokens: readonly Token[], index: number): number;
  /** What each of its terms begins with. */
  starts: readonly Start[];
}

/** A word, and the one after it or "" for any; or three letters with a star. */
type Start = readonly [first: string, second: string];

/**
 * Prepares terms: whole words, in any case, hyphens as spaces. A word that ends in `*` stands for
 * every word that starts like it, so `improv*` finds improve, improves and improvement; before the
 * `*` there must be three letters or more.
 *
 */
export function compileTerms(terms: readonly string[]): Terms {
  const exact = new Map<string, string[][]>();
  const stems = new Map<string, string[][]>();
  for (const term of terms) {
    const words = wordsOf(term);
    const first = words[0] ?? "";
    if (first.endsWith("*")) append(stems, first.slice(0, 3), words);
    else append(exact, first, words);
  }
  return {
    starts: [...exact.values(), ...stems.values()].flat().map(startOf),
    matchAt(tokens, index) {
      const token = tokens[index];
      if (!token) return 0;
      const whole = longestMatch(exact.get(token.text), tokens, index);
      return stems.size === 0
        ? whole
        : Math.max(whole, longestMatch(stems.get(token.stem), tokens, index));
    },
  };
}

/** For each list the tokens at which one of its terms could start, in their order. */
export type Starts = ReadonlyMap<Terms, readonly number[]>;

/** Finds, with one look at each token, where which of many lists could match. */
export function indexTerms(lists: readonly Terms[]): (tokens: readonly Token[]) => Starts {
  const stems = new Map<string, Terms[]>();
  const words = new Map<string, Map<string, Terms[]>>();
  for (const list of new Set(lists)) {
    for (const [first, second] of list.starts) {
      if (first.endsWith("*")) append(stems, first.slice(0, -1), list);
      else append(entryOf(words, first), second, list);
    }
  }
  return (tokens) => {
    const found = new Map<Terms, number[]>();
    for (let index = 0; index < tokens.length; index++) {
      const { text = "", stem = "" } = tokens[index] ?? {};
      const byNext = words.get(text);
      note(found, byNext?.get(""), index);
      note(found, byNext?.get(textAt(tokens, index + 1)), index);
      note(found, stems.get(stem), index);
    }
    return found;
  };
}

function entryOf<T>(index: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const entry = index.get(key) ?? new Map<string, T>();
  index.set(key, entry);
  return entry;
}

function append<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}

function note(
  found: Map<Terms, number[]>,
  lists: readonly Terms[] | undefined,
  index: number,
): void {
  if (!lists) return;
  for (const list of lists) {
    const places = found.get(list);
    if (!places) found.set(list, [index]);
    else if (places.at(-1) !== index) places.push(index);
  }
}

function startOf([first = "", second = ""]: readonly string[]): Start {
  if (first.endsWith("*")) return [`${first.slice(0, 3)}*`, ""];
  return [first, second.endsWith("*") ? "" : second];
}

function longestMatch(
  candidates: readonly string[][] | undefined,
  tokens: readonly Token[],
  index: number,
): number {
  if (!candidates) return 0;
  let longest = 0;
  for (const words of candidates) {
    if (words.length > longest && matches(words, tokens, index)) longest = words.length;
  }
  return longest;
}

function wordsOf(term: string): string[] {
  if (/^[a-z]+\*?(?: [a-z]+\*?)*$/.test(term)) return term.split(" ");
  const words: string[] = [];
  for (const { text } of tokenize(term.toLowerCase())) {
    if (text === "*") words.push(`${words.pop() ?? ""}*`);
    else words.push(text);
  }
  return words;
}

function matches(words: readonly string[], tokens: readonly Token[], index: number): boolean {
  for (let offset = 0; offset < words.length; offset++) {
    if (!isWord(tokens[index + offset], words[offset] ?? "")) return false;
  }
  return !tokens[index + words.length]?.joined;
}

function isWord(token: Token | undefined, word: string): boolean {
  if (!token || token.kind === "name" || token.kind === "quote" || token.kind === "code")
    return false;
  return word.endsWith("*") ? token.text.startsWith(word.slice(0, -1)) : token.text === word;
}
