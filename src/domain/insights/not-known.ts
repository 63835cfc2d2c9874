/** What people write instead of a number that they don't have: "not timed yet", "n/a", "-". */
const NOT_KNOWN = new RegExp(
  "^(?:(?:it's|it is|it) )?(?:" +
    "(?:still )?(?:not|never|hasn't been|wasn't|isn't)(?: been)? " +
    "(?:timed|measured|known|counted|checked|tested|available|sure|clear)(?: so far)?" +
    "|(?:i |we )?(?:still )?(?:don't|do not|can't|cannot) (?:know|say|tell)(?: it)?" +
    "|(?:i |we )?(?:haven't|have not) (?:timed|measured|counted|checked)(?: it)?" +
    "|unknown|n/?a|n\\.a\\.?|tbd|too early(?: to (?:say|tell|know))?" +
    "|no (?:idea|number|data)|not|[-–—?]+)(?: yet)?$",
);

/** Returns true if a text only says that a number isn't known, such as "Not timed yet". */
export function isNotKnown(text: string): boolean {
  const words = text.trim().toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ");
  return NOT_KNOWN.test(words.replace(/[.!]+$/, "")) || NOT_KNOWN.test(words);
}
