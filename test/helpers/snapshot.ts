/** Adds a bar to the start of each line, to make margins and blank lines visible. */
export function show(text: string): string {
  return text.replace(/^/gm, "|");
}
