import { readBasis } from "./basis.ts";
import type { Claim } from "./claim.ts";
import { MARK, marks } from "./claim-words.ts";
import { BUT } from "./status.ts";
import { compileForm } from "./wide-form.ts";

/** How much of what a report says about a check is read. */
export const MAX_TEXT = 800;
const HEDGE = compileForm(String.raw`
    \b(?:not (?:yet )?(?:run|tested|tried|verified|checked|confirmed)|untested|unverified|
    partly|partially|mostly|in theory)\b
  `);
const COLORS: ReadonlySet<string> = new Set(
  "\u{1f7e2} \u{1f534} \u{1f7e1} \u{1f7e9} \u{1f7e5} \u{1f7e8}".split(" "),
);

/** Reads the marks of a text, or of the line below it. */
export function readMarks(text: string, below: string): Claim | "unclear" | undefined {
  const found = listClaimMarks(text);
  const claims = found.length > 0 ? found : listClaimMarks(below.slice(0, 40));
  return new Set(claims).size > 1 ? "unclear" : claims[0];
}

function listClaimMarks(text: string): Claim[] {
  // Colors next to words may mean anything: "low risk", "high confidence".
  const isAlone = !/\p{L}/u.test(text);
  return [...text.slice(0, MAX_TEXT).matchAll(MARK)].flatMap(([mark]) => {
    const claim = marks.get(mark.replace("\ufe0f", ""));
    return claim && (isAlone || !COLORS.has(mark)) ? claim : [];
  });
}

const NEGATED = /\b(?:not|no|never|cannot|without|nothing|unable|fails?|failed)\b/;

/** Reads a warning sign next to something that holds and something that doesn't. */
export function readWarning(text: string): Claim | undefined {
  const [sentence = ""] = text.split(/[.!](?:\s|$)/, 1);
  const [holds = "", fails] = sentence.split(/,? but\b/, 2);
  const isWarned = /\u26a0\ufe0f?[\s*_]*$/.test(text);
  const isSplit = fails !== undefined && NEGATED.test(fails) && !NEGATED.test(holds);
  return isWarned && isSplit && !HEDGE.test(text) ? "partly" : undefined;
}

/** A mark alone says nothing if words next to it doubt it. */
export function hedgeMark(marked: Claim | "unclear" | undefined, text: string) {
  const isDoubted = marked === "met" && isHedged(text);
  return isDoubted ? "unclear" : marked;
}

function isHedged(text: string): boolean {
  const [sentence = ""] = text.split(/(?<=[.!?])\s/, 1);
  return BUT.test(sentence) || HEDGE.test(text) ? readBasis(text) !== "read" : false;
}
