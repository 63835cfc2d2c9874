/** The screen with a bar at the start of each line, so that margins and blank lines can be seen. */
export function show(text: string): string {
  return text.replace(/^/gm, "|");
}
