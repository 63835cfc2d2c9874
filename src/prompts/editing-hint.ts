import type { TextQuestion } from "./prompter.ts";

/** Says what typing does to a text that is in the line already; nothing if none is. */
export function describeEditing({ initial }: TextQuestion): string {
  return initial ? ". Typing adds to the text; Ctrl+U clears the line" : "";
}
