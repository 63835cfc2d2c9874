import { mapTexts } from "../domain/text/map-texts.ts";

// Control characters, separators that break lines, halves of surrogate pairs, and the invisible
// ones that reorder or hide text (Unicode calls them default ignorable), except those that emoji
// and many scripts need: the two joiners, variation selectors, the grapheme joiner, and the fillers
// of Korean and Khmer.
const HIDDEN = String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufff9-\ufffb]|(?![\p{Join_C}\p{VS}]|\u034f|[\u115f\u1160\u17b4\u17b5])\p{DI}`;

// Nearly every text is of this kind. The search above takes a millisecond to get ready, even as a
// literal that is never reached: so it stays text until then.
const PLAIN = /^[\n -~]*$/;

/**
 * The text as a terminal may show it: line breaks stay, a tab becomes a space, anything that could
 * act on the terminal becomes a symbol.
 */
export function makeVisible(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replaceAll("\r\n", "\n").replace(new RegExp(HIDDEN, "gu"), showCharacter);
}

/** A copy of a plain value in which every text is visible. Keys stay as they are. */
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
