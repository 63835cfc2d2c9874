const MAX_WORDS = 3;

/** Returns true for a text that is quicker to type again than to edit, such as a name. */
export function isRetyped(text = ""): boolean {
  return text.trim().split(/\s+/).length <= MAX_WORDS;
}
