/** The form of an id, which is safe in a path, an option and a sentence. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Words with a meaning in JavaScript, which can't be ids. */
export const keptWords = ["constructor", "prototype"];

/** Something with an id, and with the ids it had before it was renamed. */
export interface WithIds {
  id: string;
  was?: readonly string[] | undefined;
}

/** Finds an entry by its id, else by an id it used to have. */
export function findByAnyId<T extends WithIds>(entries: Iterable<T>, id: string): T | undefined {
  const all = [...entries];
  return all.find((entry) => entry.id === id) ?? all.find(({ was }) => was?.includes(id));
}

/** Makes an id of a title: "This week's churn themes" is `this-weeks-churn-themes`. */
export function idFromTitle(title: string, fallback: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}|(?<=\p{L})['\u2019](?=\p{L})/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const id = cutAtWord((words ?? []).join("-"));
  return isId(id) ? id : fallback;
}

function cutAtWord(id: string): string {
  if (id.length <= MAX_TITLE_ID) return id;
  const cut = id.slice(0, MAX_TITLE_ID + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : id.slice(0, MAX_TITLE_ID);
}

/** Leaves room for a number behind an id that is taken. */
const MAX_TITLE_ID = 40;

/** Returns true if the word can be an id. */
export function isId(word: string): boolean {
  return idPattern.test(word) && !keptWords.includes(word);
}
