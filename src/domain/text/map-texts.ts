/**
 * Copies a plain value, changing every string in it. `change` also gets the key of the string, or
 * of the list it is in. Keys and dates stay the same.
 */
export function mapTexts<T>(value: T, change: (text: string, key: string) => string, key = ""): T {
  if (typeof value === "string") return change(value, key) as T;
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change, key)) as T;
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  const entries = Object.entries(value).map(([name, entry]) => [
    name,
    mapTexts(entry, change, name),
  ]);
  return Object.fromEntries(entries) as T;
}
