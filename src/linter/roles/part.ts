/** A piece of one physical line. `offset` counts code units from the start of that line. */
export interface Part {
  line: number;
  offset: number;
  text: string;
}

/** Returns the text of a line that may be spread over several physical lines. */
export function joinParts(parts: readonly Part[]): string {
  const [first, ...rest] = parts;
  return rest.reduce((joined, { text }) => `${joined} ${text.trim()}`, first?.text ?? "");
}
