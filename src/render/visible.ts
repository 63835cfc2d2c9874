import { mapTexts } from "../domain/text/map-texts.ts";

// Control characters, line separators, lone surrogates, and invisible characters that reorder or
// hide text (Unicode's "default ignorable"), except those that emoji and many scripts need: the two
// joiners, variation selectors, the grapheme joiner, and Korean and Khmer fillers.
const KEPT = String.raw`[\p{Join_C}\p{VS}]|\u034f|[\u115f\u1160\u17b4\u17b5]`;
const HIDDEN = String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufff9-\ufffb]|(?!${KEPT})\p{DI}`;

// Nearly all text matches this. Compiling the pattern above takes a millisecond, even as an unused
// literal, so it's a string until it's needed.
const PLAIN = /^[\n -~]*$/;

/**
 * Makes text safe for a terminal: keeps line breaks, replaces tabs with spaces, and shows control
 * and invisible characters as symbols.
 */
export function makeVisible(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replaceAll("\r\n", "\n").replace(new RegExp(HIDDEN, "gu"), showCharacter);
}

/** Copies a plain value, making every string in it safe for a terminal. */
export function makeAllVisible<T>(value: T): T {
  return mapTexts(value, makeVisible);
}

function showCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === "\n") return character;
  if (character === "\t") return " ";
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
