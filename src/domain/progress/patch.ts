/**
 * The old value of one location in a JSON value. `at` is a JSON pointer (RFC 6901). Without `was`,
 * the location did not exist.
 */
export interface Edit {
  at: string;
  was?: unknown;
}

type Json = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * Returns the edits that turn `after` back into `before`, with the same JSON to the last byte.
 * Returns none if the two are the same.
 */
export function findEdits(before: unknown, after: unknown, at = ""): Edit[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return findListEdits(before, after, at);
  if (isJsonObject(before) && isJsonObject(after) && keepsOrder(before, after))
    return findFieldEdits(before, after, at);
  return [{ at, was: before }];
}

/** Returns a copy of the value with the edits applied. Throws if a location doesn't exist. */
export function applyEdits(value: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((edited, edit) => applyOneEdit(edited, parsePointer(edit.at), edit), value);
}

function findListEdits(before: readonly unknown[], after: readonly unknown[], at: string): Edit[] {
  const edits = before.flatMap((value, index) => {
    const pointer = `${at}/${index}`;
    return index < after.length
      ? findEdits(value, after[index], pointer)
      : [{ at: pointer, was: value }];
  });
  // From the end, so that each removal leaves the indexes before it valid.
  for (let index = after.length - 1; index >= before.length; index--)
    edits.push({ at: `${at}/${index}` });
  return edits;
}

function findFieldEdits(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  at: string,
): Edit[] {
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  const edits = Object.entries(before).flatMap(([key, value]) => {
    const pointer = `${at}/${escapeKey(key)}`;
    return Object.hasOwn(after, key)
      ? findEdits(value, after[key], pointer)
      : [{ at: pointer, was: value }];
  });
  return [...added.map((key) => ({ at: `${at}/${escapeKey(key)}` })), ...edits];
}

/**
 * Returns true if removing the new fields and appending the missing ones restores the old order of
 * the fields.
 */
function keepsOrder(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const old = Object.keys(before);
  const kept = Object.keys(after).filter((key) => Object.hasOwn(before, key));
  const missing = old.filter((key) => !Object.hasOwn(after, key));
  return [...kept, ...missing].every((key, index) => key === old[index]);
}

function applyOneEdit(value: unknown, [key, ...rest]: readonly string[], edit: Edit): unknown {
  if (key === undefined) return edit.was;
  if (!isJsonObject(value) && !Array.isArray(value))
    throw new TypeError(`"${edit.at}" does not exist.`);
  const inner: unknown = Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
  const isRemoved = rest.length === 0 && !("was" in edit);
  return setAt(value, key, isRemoved, () => applyOneEdit(inner, rest, edit));
}

function setAt(value: Json, key: string, isRemoved: boolean, create: () => unknown): unknown {
  if (!Array.isArray(value)) {
    const fields = Object.entries(value);
    if (isRemoved) return Object.fromEntries(fields.filter(([name]) => name !== key));
    return Object.fromEntries([...fields, [key, create()]]);
  }
  const index = Number(key);
  if (!(index <= value.length))
    throw new TypeError(`A list of ${value.length} has no index "${key}".`);
  return isRemoved ? value.toSpliced(index, 1) : value.toSpliced(index, 1, create());
}

function parsePointer(pointer: string): string[] {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
