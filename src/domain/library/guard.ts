import type { Library } from "./library.ts";

type Entry = Library[Exclude<keyof Library, "problems">][number];

/**
 * Keeps what protects secrets when a pack replaces an entry: a rule about sensitive data stays and
 * gains only terms, and the page of a step that is shared stays shared.
 */
export function keepGuard<E extends Entry>(entry: E, below: E | undefined): E {
  if (!below) return entry;
  if ("kinds" in below && "kinds" in entry && below.kinds.includes("sensitive"))
    return { ...below, terms: [...below.terms, ...entry.terms] };
  if ("shared" in below && below.shared) return { ...entry, shared: true };
  return entry;
}
