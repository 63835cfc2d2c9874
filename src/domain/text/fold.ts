import { createLatinizer } from "./look-alikes.ts";

/** A text in its folded form, and where each of its characters was before. */
export interface FoldedText {
  text: string;
  /** Returns the part of the original that became the characters from `start` to `end`. */
  originalAt(start: number, end: number): string;
}

const PLAIN = /^[\n -~]*$/;
/**
 * What isn't plain, and the letter before it, which an accent belongs to. One match of millions of
 * characters would be too deep for the engine of regular expressions.
 */
const ODD = /[\n -~]?[^\n -~]{1,1000}/g;

// Strings, because compiling these takes a millisecond that most texts don't need.
/** The blanks of Braille, objects, Brahmi, hieroglyphs, Khitan and music. */
const BLANKS = String.raw`\u2800\ufffc\u{1107f}\u{13441}\u{13442}\u{16fe4}\u{1d159}`;
/** What has no shape: also default ignorable, control, private and unassigned characters. */
const IGNORED = String.raw`(?![\t-\r\u0085])[\p{DI}\p{C}${BLANKS}]`;
const UNIFIED: readonly [form: string, plain: string][] = [
  [String.raw`[\p{Pd}\u2212\u2043\u02d7]`, "-"],
  [String.raw`[\t\p{Zs}]`, " "],
  [String.raw`[\n-\r\u0085\p{Zl}\p{Zp}]`, "\n"],
  [String.raw`[\u2018-\u201b\u2032\u2039\u203a]`, "'"],
  [String.raw`[\u201c-\u201f\u2033\u00ab\u00bb]`, '"'],
  [String.raw`[\u2236\ua789\u02d0]`, ":"],
];

/**
 * Folds a text, so that characters that look alike are alike: compatibility forms (NFKC), dashes,
 * quotes, spaces and letters that look Latin are unified, and invisible characters and loose
 * accents on letters removed.
 */
export function foldText(text: string): FoldedText {
  if (PLAIN.test(text)) return { text, originalAt: (start, end) => text.slice(start, end) };
  const folding = createFolding();
  let end = 0;
  for (const { index, 0: odd } of text.matchAll(ODD)) {
    // A match right after another one may go on with its last letter.
    if (index > end || index === 0) folding.addPlain(text.slice(end, index));
    folding.addOdd(odd);
    end = index + odd.length;
  }
  folding.addPlain(text.slice(end));
  const { folded, findOriginal } = folding.finish();
  return {
    text: folded,
    originalAt: (from, to) => text.slice(findOriginal(from), findOriginal(to)),
  };
}

/** Folds a text part by part: what is plain as it is, and the rest letter by letter. */
function createFolding() {
  const classify = createClassifier();
  const unify = createUnifier();
  const anchors = createAnchors();
  let folded = "";
  let cluster = "";
  let original = 0;
  const flush = (isPlain: boolean) => {
    folded += unify(cluster);
    cluster = "";
    anchors.add({ folded: folded.length, original, isPlain });
  };
  return {
    addPlain(part: string) {
      flush(true);
      folded += part;
      original += part.length;
    },
    addOdd(part: string) {
      for (const character of part) {
        const kind = classify(character);
        if (kind === "other") flush(false);
        if (kind !== "ignored") cluster += character;
        original += character.length;
      }
    },
    finish: () => ({ folded, findOriginal: anchors.findOriginal }),
  };
}

/** Where a part of the folded text begins, and where in the original. */
interface Anchor {
  folded: number;
  original: number;
  /** True if the part is the same in both. */
  isPlain: boolean;
}

function createAnchors() {
  const anchors: Anchor[] = [];
  /** Returns where in the original the character at a place of the folded text was. */
  const findOriginal = (at: number): number => {
    let low = 0;
    let high = anchors.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((anchors[middle]?.folded ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const anchor = anchors[low];
    if (!anchor) return at;
    return anchor.isPlain ? anchor.original + at - anchor.folded : anchor.original;
  };
  return { add: (anchor: Anchor) => anchors.push(anchor), findOriginal };
}

type CharacterKind = "ignored" | "mark" | "other";

/** Looks at each character once: a text of millions of them has few different ones. */
function createClassifier(): (character: string) => CharacterKind {
  const ignored = new RegExp(IGNORED, "u");
  const find = (character: string): CharacterKind => {
    if (ignored.test(character)) return "ignored";
    return /\p{M}/u.test(character) ? "mark" : "other";
  };
  return remember(find);
}

/** Returns the same function, which works out the result for each text only once. */
function remember<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    if (!known.has(text)) known.set(text, found);
    return found;
  };
}

function createUnifier(): (cluster: string) => string {
  const unified = UNIFIED.map(([form, plain]) => [new RegExp(form, "gu"), plain] as const);
  const latinize = createLatinizer();
  const unify = remember((cluster) => {
    const composed = latinize(cluster.normalize("NFKC")).replace(/([ -~])\p{M}+/gu, "$1");
    return unified.reduce((form, [look, plain]) => form.replace(look, plain), composed);
  });
  return (cluster) => (PLAIN.test(cluster) ? cluster : unify(cluster));
}
