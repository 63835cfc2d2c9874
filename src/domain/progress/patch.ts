/**
 * One place of a JSON value and what stood there before: `at` is a JSON pointer (RFC 6901), and
 * without `was` the place did not exist.
 *
 */
export interface Edit {
  at: string;
  was?: unknown;
}

type Json = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * The edits that make `before` out of `after` again, to the last byte of its JSON. Empty when the
 * two are the same.
 */
export function findEdits(before: unknown, after: unknown, at = ""): Edit[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return findListEdits(before, after, at);
  if (isObject(before) && isObject(after) && keepsOrder(before, after))
    return findFieldEdits(before, after, at);
  return [{ at, was: before }];
}

/**
 * The value with the edits made; the value itself stays as it is. Throws when an edit names a
 * place that cannot be.
 */
export function applyEdits(value: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((edited, edit) => applyEdit(edited, parsePointer(edit.at), edit), value);
}

function findListEdits(before: readonly unknown[], after: readonly unknown[], at: string): Edit[] {
  const edits = before.flatMap((value, index) => {
    const setAt = `${at}/${index}`;
    return index < after.length
      ? findEdits(value, after[index], setAt)
      : [{ at: setAt, was: value }];
  });
  // From the end, so that each is the last one when its turn comes.
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
    const setAt = `${at}/${writeKey(key)}`;
    return Object.hasOwn(after, key)
      ? findEdits(value, after[key], setAt)
      : [{ at: setAt, was: value }];
  });
  return [...added.map((key) => ({ at: `${at}/${writeKey(key)}` })), ...edits];
}

/**
 * True when the fields stand in their old order again once the new ones are gone and the missing
 * ones are added.
 */
function keepsOrder(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const kept = Object.keys(after).filter((key) => Object.hasOwn(before, key));
  const missing = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [...kept, ...missing].every((key, index) => key === Object.keys(before)[index]);
}

function applyEdit(value: unknown, [key, ...rest]: readonly string[], edit: Edit): unknown {
  if (key === undefined) return edit.was;
  if (!isObject(value) && !Array.isArray(value))
    throw new TypeError(`There is no "${edit.at}" to change.`);
  const inner: unknown = Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
  const isGone = rest.length === 0 && !("was" in edit);
  return setAt(value, key, isGone, () => applyEdit(inner, rest, edit));
}

function setAt(value: Json, key: string, isGone: boolean, create: () => unknown): unknown {
  if (!Array.isArray(value)) {
    const fields = Object.entries(value);
    if (isGone) return Object.fromEntries(fields.filter(([name]) => name !== key));
    return Object.fromEntries([...fields, [key, create()]]);
  }
  const index = Number(key);
  if (!(index <= value.length))
    throw new TypeError(`There is no place "${key}" in a list of ${value.length}.`);
  return isGone ? value.toSpliced(index, 1) : value.toSpliced(index, 1, create());
}

function parsePointer(pointer: string): string[] {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function writeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
