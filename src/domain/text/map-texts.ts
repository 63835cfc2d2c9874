type Change = (text: string, key: string) => string;

/**
 * Changes every string in a plain value, and copies only what holds a string that changed. `change`
 * also gets the key of the string, or of the list it is in. Keys and dates stay the same.
 */
export function mapTexts<T>(value: T, change: Change, key = ""): T {
  if (typeof value === "string") return change(value, key) as T;
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return (Array.isArray(value) ? mapList(value, change, key) : mapFields(value, change)) as T;
}

function mapList(list: readonly unknown[], change: Change, key: string): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const mapped = mapTexts(list[index], change, key);
    if (mapped === list[index]) continue;
    copy ??= [...list];
    copy[index] = mapped;
  }
  return copy ?? list;
}

function mapFields(fields: object, change: Change): object {
  const given = fields as Record<string, unknown>;
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(given)) {
    const mapped = mapTexts(given[name], change, name);
    if (mapped === given[name]) continue;
    copy ??= { ...given };
    Object.defineProperty(copy, name, { value: mapped });
  }
  return copy ?? given;
}
