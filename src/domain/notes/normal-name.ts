/** Writes a heading without case, numbers, symbols and remarks in brackets, for comparison. */
export function normalizeName(text: string): string {
  return removeRemarks(text)
    .replace(SECTION, "")
    .toLowerCase()
    .replace(/['\u2019]/g, "")
    .replace(/behaviour/g, "behavior")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^\s*(?:\d+\s+)+(?=\p{L})/u, "")
    .trim();
}

/** "D.1 " or "G. " before a heading. */
const SECTION = /^\W*[A-Z](?:\.\d+)*[.)]?(?:(?<=[.)\d])\s+)/;

/** Removes what stands in brackets. */
export function removeRemarks(text: string): string {
  return text.replace(/\([^)]*\)|\[[^\]]*\]/g, " ");
}

/** Writes a phrase as a pattern for normalized text: `*` stands for up to four words. */
export function writePattern(phrase: string): string {
  return phrase
    .split(/\s*\*\s*/)
    .map(normalizeName)
    .join("(?: \\S+){1,4} ")
    .trim();
}

/** Prepares the words of a question, which may have to stand at the start of a line. */
export function createSays(says: readonly string[], isStart: boolean): RegExp | undefined {
  if (says.length === 0) return undefined;
  const phrases = says.map(writePattern);
  return new RegExp(`${isStart ? "^" : "(?:^|\\s)"}(?:${phrases.join("|")})(?=\\s|$)`);
}

/** Prepares a pattern for text that holds any of these words. */
export function anyWordOf(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join("|")})\\b`, "i");
}
