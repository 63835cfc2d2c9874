/** What an id looks like: safe in a path, a flag and a sentence. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Words that JavaScript keeps for itself, so that no id may be one. */
export const keptWords = ["constructor", "prototype"];

/** Something with an id, and the ids it had before it was renamed. */
export interface WithIds {
  id: string;
  was?: readonly string[] | undefined;
}

/** Returns the entry with this id; without one, the entry that used to have it. */
export function findByAnyId<T extends WithIds>(entries: Iterable<T>, id: string): T | undefined {
  const all = [...entries];
  return all.find((entry) => entry.id === id) ?? all.find(({ was }) => was?.includes(id));
}

/** True when the word can be the id of a thing in content. */
export function isId(word: string): boolean {
  return idPattern.test(word) && !keptWords.includes(word);
}
