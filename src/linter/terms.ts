import { type Token, textAt, tokenize } from "./token.ts";

/** A compiled list of terms. */
export interface Terms {
  /** Returns the length in tokens of the longest term that starts at `index`, or 0. */
  matchAt(tokens: readonly Token[], index: number): number;
  /** How each of its terms starts. */
  starts: readonly Start[];
}

/** The first word of a term and the second ("" for any), or three letters with a star. */
type Start = readonly [first: string, second: string];

/**
 * Compiles terms: whole words, case-insensitive, hyphens as spaces. A word that ends in `*` matches
 * every word with that prefix: `improv*` matches improve, improves and improvement. At least three
 * letters must come before the `*`.
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

/** For each list, the tokens where one of its terms could start, in order. */
export type Starts = ReadonlyMap<Terms, readonly number[]>;

/** Indexes many lists, so that one pass over the tokens finds where each could match. */
export function indexTerms(lists: readonly Terms[]): (tokens: readonly Token[]) => Starts {
  const stems = new Map<string, Set<Terms>>();
  const words = new Map<string, FirstWord>();
  for (const list of new Set(lists)) {
    for (const [first, second] of list.starts) {
      if (first.endsWith("*")) entryOf(stems, first.slice(0, -1), createSet).add(list);
      else if (second === "") entryOf(words, first, createFirstWord).alone.add(list);
      else entryOf(entryOf(words, first, createFirstWord).before, second, createSet).add(list);
    }
  }
  return (tokens) => {
    const found = new Map<Terms, number[]>();
    for (let index = 0; index < tokens.length; index++) {
      const { text = "", stem = "" } = tokens[index] ?? {};
      const word = words.get(text);
      if (word) {
        addStart(found, word.alone, index);
        addStart(found, word.before.get(textAt(tokens, index + 1)), index);
      }
      addStart(found, stems.get(stem), index);
    }
    return found;
  };
}

/** The lists with a term that starts with a word: before any word, and before a certain one. */
interface FirstWord {
  alone: Set<Terms>;
  before: Map<string, Set<Terms>>;
}

function createFirstWord(): FirstWord {
  return { alone: new Set(), before: new Map() };
}

function createSet(): Set<Terms> {
  return new Set();
}

function entryOf<T>(index: Map<string, T>, key: string, create: () => T): T {
  const entry = index.get(key) ?? create();
  index.set(key, entry);
  return entry;
}

function append<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}

function addStart(
  found: Map<Terms, number[]>,
  lists: ReadonlySet<Terms> | undefined,
  index: number,
): void {
  if (!lists) return;
  for (const list of lists) {
    const indexes = found.get(list);
    if (!indexes) found.set(list, [index]);
    else if (indexes.at(-1) !== index) indexes.push(index);
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
