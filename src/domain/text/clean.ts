/** Cleans entered text: normalizes line breaks and spaces, and removes invisible characters. */
export function cleanText(text: string): string {
  const lines = splitLines(text).map((line) => line.replace(SPACES, " ").trimEnd());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Cleans text for a one-line field: like {@link cleanText}, with spaces for line breaks. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}

/** Cleans text that may be missing. Returns undefined if nothing is left. */
export function cleanOptional(text: string | undefined): string | undefined {
  return cleanText(text ?? "") || undefined;
}

/** Cleans a reason. Returns undefined for "...", which suggested commands have in its place. */
export function cleanReason(text: string | undefined): string | undefined {
  const reason = cleanOptional(text);
  return reason && /^[.\u2026\s]*$/.test(reason) ? undefined : reason;
}

/** Returns true for "...", which suggested commands have in place of a person's own words. */
export function isPlaceholder(text: string): boolean {
  return /^\s*(["']?)(?:\.{3}|\u2026)\1\s*$/.test(text);
}

const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const PLAIN = /^[\t\n\r -~]*$/;

/**
 * Invisible characters: soft hyphens, zero-width spaces, word joiners, byte order marks. Joiners,
 * variation selectors and tags aren't included because they shape emoji and letters. Control
 * characters and bidi overrides aren't either, because screens show them as symbols.
 */
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]/g;
/** Half of a surrogate pair: it can't be shown, and can't be saved as UTF-8. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/;
/** Text of nothing but joiners, variation selectors and spaces. */
const SHAPERS_ALONE = /^(?:[\s\u200c-\u200f\u061c]|[\ufe00-\ufe0f]|\u034f)*$/;

/** Splits text into lines without invisible characters. Keeps tabs and indentation. */
export function splitLines(text: string): string[] {
  return removeInvisible(text).replace(LINE_BREAKS, "\n").split("\n");
}

function removeInvisible(text: string): string {
  if (PLAIN.test(text)) return text;
  const visible = text.replace(INVISIBLE, "").replace(LONE_SURROGATE, "\ufffd");
  if (SHAPERS_ALONE.test(visible)) return "";
  return DIRECTION_MARKS.test(visible) ? keepBesideRightToLeft(visible) : visible;
}

/** Keeps direction marks only next to right-to-left letters, where they change how text reads. */
function keepBesideRightToLeft(text: string): string {
  const letter = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
  return text.replace(/[\u061c\u200e\u200f]+/g, (marks, at: number) => {
    const after = at + marks.length;
    const beside = text.charAt(at - 1) + text.charAt(after);
    return letter.test(beside) ? marks : "";
  });
}
