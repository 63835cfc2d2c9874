import { exactCase } from "./words.ts";

/** What people do about the plan says nothing of the thing. */
const ERRAND = exactCase`
  \b(?:[Cc]all|[Aa]sk|[Pp]ing|[Mm]ail|[Tt]ell|[Rr]emind) me\b|\b[Aa]sk(?:ed)? (?:again\b|\p{Lu})|
  \b(?:our|next|last|before the|in the) (?:meeting|call)\b|\b[Tt]alk(?:ed)? to \p{Lu}|
  ^I (?:must|have to|need to|should) not forget\b|\bI keep forgetting\b|^[Ll]ooking for a\b
`;

/** Returns true for what someone has to do about the plan: "ask Kim", "call me". */
export function isErrand(text: string): boolean {
  return ERRAND.test(text);
}
