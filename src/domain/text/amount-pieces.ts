/** A part of a text: a word, a mark, a number, or something with digits that is no amount. */
export interface Piece {
  kind: "word" | "mark" | "number" | "other";
  /** Lowercase. */
  text: string;
  /** True if no space stands before it. */
  isJoined: boolean;
  /** Where it stands in the text. */
  start: number;
  end: number;
  /** Only in a number: the sign, the currency before it, and letters right after it. */
  number?: { value: number; currency: string; suffix: string; isBare: boolean };
}

/** Returns the text of a piece, or an empty string. */
export function textOf(pieces: readonly Piece[], index: number): string {
  return pieces[index]?.text ?? "";
}

/** Longer texts are read up to here, so that any text is fast. */
const MAX_CHARACTERS = 2000;

// Every part is bounded or consumes what it matches, so a long text takes linear time. Letters are
// listed instead of \p{L}, which takes Node a millisecond to compile.
const LETTER = "A-Za-z\\u00c0-\\u024f";
const DIGITS = [
  String.raw`\d{1,3}(?:[,'\u2019]\d{3})+(?:\.\d+)?`,
  String.raw`\d{1,3}(?:\.\d{3})+,\d+`,
  String.raw`\d+(?:[.,]\d+)?`,
].join("|");
const HALF_DAY = String.raw`(?:[ap]m\b|[ap]\.m\b\.?)`;
const OTHERS = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`, // 2026-06-12
  String.raw`\d{1,2}/\d{1,2}/\d{2,4}`, // 6/12/2026
  String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?${HALF_DAY})?`, // 9:30
  String.raw`\d{1,2}(?:\.\d{2})?\s?${HALF_DAY}`, // 9 am, 9.30 a.m.
  String.raw`\d+(?:\.\d+){2,}`, // 2.0.1
  String.raw`#\d+`,
  String.raw`\d+(?:st|nd|rd|th)\b`,
  `[${LETTER}_][${LETTER}_]*-?\\d[\\w-]*`, // Q3, v2, PROJ-123
];
/** Letters right behind a number: "2k", "35min". */
const SUFFIX = `([${LETTER}]{1,8}(?![${LETTER}]))?`;
const PIECES = new RegExp(
  [
    `(${OTHERS.join("|")})`,
    String.raw`((?<![\w).%])[-\u2212])?(?:([$\u20ac\u00a3\u00a5])\s?)?(${DIGITS})${SUFFIX}`,
    `([${LETTER}][${LETTER}'\u2019]*)`,
    String.raw`[-=\u2013\u2014]{1,2}>|\u2192|\u21d2|[<>]=|\S`,
  ].join("|"),
  "gi",
);

/** Splits a text into words, marks and numbers. Dates, times of day and names are no numbers. */
export function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = -1;
  for (const match of text.slice(0, MAX_CHARACTERS).matchAll(PIECES)) {
    const { index: start } = match;
    const isJoined = start === end;
    end = start + match[0].length;
    pieces.push({ ...readPiece(match), isJoined, start, end });
  }
  return pieces;
}

function readPiece(match: RegExpExecArray): Omit<Piece, "isJoined" | "start" | "end"> {
  const [whole, other, sign = "", currency = "", digits, suffix = "", word] = match;
  const text = whole.toLowerCase().replaceAll("\u2019", "'");
  if (other !== undefined) return { kind: "other", text };
  if (digits !== undefined) {
    const value = (sign ? -1 : 1) * parseDigits(digits);
    // "5M" is five million, "5m" five minutes.
    const number = { value, currency, suffix: suffix === "M" ? suffix : suffix.toLowerCase() };
    return { kind: "number", text, number: { ...number, isBare: /^\d+$/.test(whole.trim()) } };
  }
  if (word !== undefined) return { kind: "word", text };
  return { kind: "mark", text: /^(?:\S{1,2}>|[\u2192\u21d2])$/.test(text) ? "->" : text };
}

/** Reads digits: "1,200" has a thousands separator, "1,5" and "1.5" a decimal one. */
function parseDigits(digits: string): number {
  if (/^\d{1,3}(?:\.\d{3})+,/.test(digits))
    return Number(digits.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(?:[,'\u2019]\d{3})+(?:\.|$)/.test(digits))
    return Number(digits.replace(/[,'\u2019]/g, ""));
  return Number(digits.replace(",", "."));
}
