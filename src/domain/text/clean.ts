/** Cleans a text on entry: odd line breaks become line feeds, and what nobody can see goes. */
export function cleanText(text: string): string {
  const lines = splitLines(text).map((line) => line.replace(SPACES, " ").trimEnd());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Cleans a text for a one-line field: like {@link cleanText}, with a space for each line break. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}

/** Cleans a text that may be missing. Returns undefined if nothing is left of it. */
export function cleanOptional(text: string | undefined): string | undefined {
  return cleanText(text ?? "") || undefined;
}

const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const PLAIN = /^[\t\n\r -~]*$/;

/**
 * Characters that show nothing: soft hyphens, zero-width spaces, word joiners, byte order marks.
 * Joiners, variation selectors and tags are not among them: they shape emoji and letters. Neither
 * are control characters and bidi overrides: the screen shows them as symbols.
 *
 */
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]/g;
/** Half of a character that takes two: nothing can show it, and no file can hold it. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/;
/** Joiners, variation selectors and the grapheme joiner with nothing to shape. */
const SHAPERS_ALONE = /^(?:[\s\u200c-\u200f\u061c]|[\ufe00-\ufe0f]|\u034f)*$/;

/** Splits a text into its lines, each without invisible characters; tabs and margins stay. */
export function splitLines(text: string): string[] {
  return removeInvisible(text).replace(LINE_BREAKS, "\n").split("\n");
}

function removeInvisible(text: string): string {
  if (PLAIN.test(text)) return text;
  const visible = text.replace(INVISIBLE, "").replace(LONE_SURROGATE, "\ufffd");
  if (SHAPERS_ALONE.test(visible)) return "";
  return DIRECTION_MARKS.test(visible) ? keepBesideRightToLeft(visible) : visible;
}

/** Keeps direction marks beside a right-to-left letter, where they change how a line reads. */
function keepBesideRightToLeft(text: string): string {
  const letter = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
  return text.replace(/[\u061c\u200e\u200f]+/g, (marks, at: number) => {
    const after = at + marks.length;
    const beside = text.charAt(at - 1) + text.charAt(after);
    return letter.test(beside) ? marks : "";
  });
}
