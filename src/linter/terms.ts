import { type Token, textAt, tokenize } from "./token.ts";

/** A compiled list of terms. */
export interface Terms {
  /** Returns the length in tokens of the longest term that starts at `index`, or 0. */
  matchAt(tokens: readonly Token[], index: number): number;
  /** The words of each term. */
  terms: readonly Words[];
}

/** The words of a term. The last letters of a word may be open: `improv*`. */
type Words = readonly string[];

/** The terms of a list by their first word, and by the first three letters of one with a star. */
interface TermIndex {
  exact: Map<string, Words[]>;
  stems: Map<string, Words[]>;
}

/**
 * Compiles terms: whole words, case-insensitive, hyphens as spaces. A word that ends in `*` matches
 * every word with that prefix: `improv*` matches improve, improves and improvement. At least three
 * letters must come before the `*`.
 */
export function compileTerms(terms: readonly string[]): Terms {
  const all = terms.map(wordsOf);
  // Most lists match nothing in most texts.
  let known: TermIndex | undefined;
  return {
    terms: all,
    matchAt(tokens, index) {
      const token = tokens[index];
      if (!token) return 0;
      known ??= indexByFirst(all);
      const whole = longestMatch(known.exact.get(token.text), tokens, index);
      return known.stems.size === 0
        ? whole
        : Math.max(whole, longestMatch(known.stems.get(token.stem), tokens, index));
    },
  };
}

function indexByFirst(terms: readonly Words[]): TermIndex {
  const [exact, stems] = [new Map<string, Words[]>(), new Map<string, Words[]>()];
  for (const words of terms) {
    const [first = ""] = words;
    if (first.endsWith("*")) append(stems, first.slice(0, 3), words);
    else append(exact, first, words);
  }
  return { exact, stems };
}

/** For each list, the tokens where one of its terms could start, in order. */
export type Starts = ReadonlyMap<Terms, readonly number[]>;

/** Indexes many lists, so that one pass over the tokens finds where each could match. */
export function indexTerms(lists: readonly Terms[]): (tokens: readonly Token[]) => Starts {
  const stems = new Map<string, Terms[]>();
  const words = new Map<string, FirstWord>();
  for (const list of new Set(lists)) {
    for (const [first = "", second = ""] of list.terms) {
      if (first.endsWith("*")) addList(stems, first.slice(0, 3), list);
      else addFirstWord(words, first, second, list);
    }
  }
  return (tokens) => {
    const found = new Map<Terms, number[]>();
    for (let index = 0; index < tokens.length; index++) {
      const { text = "", stem = "" } = tokens[index] ?? {};
      const word = words.get(text);
      if (word) {
        addStart(found, word.alone, index);
        addStart(found, word.before?.get(textAt(tokens, index + 1)), index);
      }
      addStart(found, stems.get(stem), index);
    }
    return found;
  };
}

/** The lists with a term that starts with a word: before any word, and before a certain one. */
interface FirstWord {
  alone: Terms[];
  before?: Map<string, Terms[]>;
}

function addFirstWord(
  words: Map<string, FirstWord>,
  first: string,
  second: string,
  list: Terms,
): void {
  const word = words.get(first) ?? { alone: [] };
  words.set(first, word);
  if (second !== "" && !second.endsWith("*")) {
    word.before ??= new Map();
    addList(word.before, second, list);
  } else if (word.alone.at(-1) !== list) word.alone.push(list);
}

/** Adds a list, whose terms come one after the other, only once. */
function addList(index: Map<string, Terms[]>, key: string, list: Terms): void {
  if (index.get(key)?.at(-1) !== list) append(index, key, list);
}

function append<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}

function addStart(
  found: Map<Terms, number[]>,
  lists: readonly Terms[] | undefined,
  index: number,
): void {
  if (!lists) return;
  for (const list of lists) {
    const indexes = found.get(list);
    if (!indexes) found.set(list, [index]);
    else if (indexes.at(-1) !== index) indexes.push(index);
  }
}

function longestMatch(
  candidates: readonly Words[] | undefined,
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

function wordsOf(term: string): Words {
  if (/^[a-z]+\*?(?: [a-z]+\*?)*$/.test(term)) return term.split(" ");
  const words: string[] = [];
  for (const { text } of tokenize(term.toLowerCase())) {
    if (text === "*") words.push(`${words.pop() ?? ""}*`);
    else words.push(text);
  }
  return words;
}

function matches(words: Words, tokens: readonly Token[], index: number): boolean {
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
