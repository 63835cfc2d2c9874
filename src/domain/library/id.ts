/** What an id looks like: safe in a path, a flag and a sentence. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Words that JavaScript keeps for itself, so that no id may be one. */
export const keptWords = ["constructor", "prototype"];

/** True when the word can be the id of a thing in content. */
export function isId(word: string): boolean {
  return idPattern.test(word) && !keptWords.includes(word);
}
