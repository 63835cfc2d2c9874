import { createLatinizer } from "./look-alikes.ts";

/** A text in its folded form, and where each of its characters was before. */
export interface FoldedText {
  text: string;
  /** Returns the part of the original that became the characters from `start` to `end`. */
  originalAt(start: number, end: number): string;
}

const PLAIN = /^[\n -~]*$/;

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
  const ignored = new RegExp(IGNORED, "u");
  const unify = createUnifier();
  const folded: string[] = [];
  const starts: number[] = [];
  let cluster = "";
  let clusterStart = 0;
  const flush = () => {
    const form = unify(cluster);
    folded.push(form);
    for (let index = 0; index < form.length; index++) starts.push(clusterStart);
    cluster = "";
  };
  let at = 0;
  for (const character of text) {
    if (!ignored.test(character)) {
      if (!/\p{M}/u.test(character)) {
        flush();
        clusterStart = at;
      }
      cluster += character;
    }
    at += character.length;
  }
  flush();
  starts.push(text.length);
  return {
    text: folded.join(""),
    originalAt: (start, end) => text.slice(starts[start], starts[end]),
  };
}

function createUnifier(): (cluster: string) => string {
  const unified = UNIFIED.map(([form, plain]) => [new RegExp(form, "gu"), plain] as const);
  const latinize = createLatinizer();
  return (cluster) => {
    if (PLAIN.test(cluster)) return cluster;
    const composed = latinize(cluster.normalize("NFKC")).replace(/([ -~])\p{M}+/gu, "$1");
    return unified.reduce((form, [look, plain]) => form.replace(look, plain), composed);
  };
}
