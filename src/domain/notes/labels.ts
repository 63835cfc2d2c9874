import type { NoteLine } from "./note-line.ts";

const LABEL = /^([^:.!?|]{1,60}?)\s*(?::|\s=|\s[\u2013\u2014-](?=\s))\s*(?=\s|$)(.*)$/;
const MAX_LABEL_WORDS = 8;
/** Above a list, a label may be half a sentence. */
const MAX_LEAD_IN_WORDS = 12;

/** A line that starts with a label. */
export interface Labeled {
  label: string;
  /** What follows on the same line. */
  rest: string;
}

/** Splits a line into its label and the rest. */
export function splitLabel({ isCode, text }: NoteLine): Labeled | undefined {
  const [, label = "", rest = ""] = (!isCode && LABEL.exec(text)) || [];
  const max = rest === "" ? MAX_LEAD_IN_WORDS : MAX_LABEL_WORDS;
  return label === "" || label.split(" ").length > max ? undefined : { label, rest };
}
