import type { TextQuestion } from "./prompter.ts";

/** Says what typing does to a text that is in the line already; nothing if none is. */
export function describeEditing({ initial, isReplaced }: TextQuestion): string {
  if (!initial) return "";
  return isReplaced ? ". Typing replaces the text; arrow keys edit it" : ". Ctrl+U clears the line";
}
