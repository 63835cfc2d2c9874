const PREFIX = "sealed:";
const CHUNK = 0x2000;

/**
 * Encodes a plain value so that no glance or search finds its words. Nothing about it is secret:
 * {@link unseal} reads it back.
 */
export function seal(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  let letters = "";
  for (let start = 0; start < bytes.length; start += CHUNK)
    letters += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return PREFIX + btoa(letters);
}

/** Returns true for a text that {@link seal} wrote, or that looks like one. */
export function isSealed(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** Reads a sealed value back. Returns undefined if the text isn't one, or is damaged. */
export function unseal(text: string): unknown {
  if (!isSealed(text)) return undefined;
  try {
    const letters = atob(text.slice(PREFIX.length));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Changes a sealed value and seals it again. Returns a damaged one as it is. */
export function changeSealed(text: string, change: (value: unknown) => unknown): string {
  const value = unseal(text);
  if (value === undefined) return text;
  const changed = change(value);
  return JSON.stringify(changed) === JSON.stringify(value) ? text : seal(changed);
}
