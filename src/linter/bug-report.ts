import { isA, isFormOf, isHelpingVerb, isPerson } from "./grammar.ts";
import { verbs } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { type Token, textAt } from "./token.ts";

/**
 * Returns true for a bug report that anyone can try again: what was done, or where in the code, and
 * what went wrong; or what is to see, and what was to be seen. Its reporter is the person who has
 * the problem.
 */
export function isTriedReport(line: Line): boolean {
  const { tokens } = line;
  const text = coveredText(line);
  return (
    (failures.test(text) && (deeds.test(text) || isDoneByPerson(tokens))) ||
    (codeFailures.test(text) && tokens.some(({ kind }) => kind === "code")) ||
    contrasts.some((contrast) => contrast.test(text))
  );
}

/** Returns the text that the tokens of a line cover, which can be a part of it. */
export function coveredText({ tokens, text }: Line): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/** What people do on a screen, before "ing". */
const action = [
  "click|tapp?|press|select|pick|choos|open|enter|typ|upload|import|export|duplicat|past|copy",
  "scroll|dragg?|dropp?|swip|sav|delet|remov|add|edit|chang|switch|toggl|filter|print|scann?",
  "load|refresh|resiz|rotat|submitt?|sort|attach|download|zoom|install|upgrad|updat|mark|creat",
  "attempt|try|renam|reply|sign|clos|record|play",
].join("|");

const onPlatform =
  "\\b(?:on|in) (?:safari|firefox|chrome|edge|ios|android|windows|macos|linux|iphones?|ipads?)\\b";

const deeds = new RegExp(
  [
    // "Clicking a tide", "after entering a number"
    "(?:^|[,.;:(]\\s|\\b(?:when|after|while|if|upon|on|once|but)\\s)" +
      `(?:\\w+ly )?(?:re-?)?(?:${action})ing\\b`,
    // "Open the map, tap a berth": steps
    `^(?:${action})e? .{3,80}?(?:, | then |\\u2192|->)`,
    "\\b(?:v|version |build |release |firmware )\\d+\\.\\d+",
    onPlatform,
  ].join("|"),
  "i",
);

/** What people do, and not what a screen does: "they don't understand". */
const ownVerbs = [
  "understand|see|find|get|always|realize|notice|remember|feel|like|trust|read|use|think|believe",
  "support|allow|let|offer|provide|have|need|want|know|care|bother|follow|check|ask|exist|meet",
  "scale|help|matter|fit|enjoy|pay",
].join("|");

/** "crashes", "is always empty", "does not update", "isn't saved". */
const failures = new RegExp(
  [
    "\\b(?:crash\\w*|fr[eo]+z\\w*|hangs|hung|breaks(?! down)|broke|fails?|failed|quits?)\\b",
    "\\b(?:vanish\\w*|disappear\\w*|wrong|incorrect|empty|blank|twice|instead|stuck|ignored)\\b",
    "\\b(?:does nothing|drops|loses|lost|gone|jumps|stops|stalls|resets?|no longer|overwrites)\\b",
    "\\b(?:keeps \\w+ing|overlaps?|swallows|forever|cut off|off by|by itself)\\b",
    "\\b(?:even though|garbled|stays (?:open|shut|locked|on)|nothing happens)\\b",
    `\\b(?:do|does|did|will|wo)(?:n['\\u2019]?t| not) (?!(?:${ownVerbs})\\b)\\w+`,
    "\\b(?:is|are|was|were)(?:n['\\u2019]?t| not) (?!supported|allowed|provided|offered|needed)" +
      "(?:\\w+ed|shown|sent|set|kept|\\w+ing)\\b",
  ].join("|"),
  "i",
);

const codeFailures = new RegExp(
  [
    "\\b(?:crash\\w*|fails?|failed|errors? with|disappear\\w*|vanish\\w*|overwrites?)\\b",
    "\\b(?:instead|silently|swallows?|throws?|stalls?|leaks?|deadlocks?|empty)\\b",
    "\\breturns? (?:[345]\\d\\d|(?:the |a |an )?(?:wrong|incorrect|stale|old))\\b",
    "\\bnever (?:cleared|closed|called|released|reset|updated|read|freed)\\b",
  ].join("|"),
  "i",
);

const shows = "\\b(?:shows?|showed|displays?|returns?|returned|prints?|printed|gives|reads)\\b";

/** What is to see, and what was to be seen. */
const contrasts = [
  // "shows 3 boxes instead of 4", "shows today as the birth date"
  `${shows}.{0,200}\\binstead\\b`,
  `${shows} (?:the|an?) .{1,40}? as (?:the|an?) (?!table|list|chart|map|card|grid|link)`,
  "\\b(?:shown|listed|marked|displayed) as .{1,60}" +
    "\\b(?:when|although|though|but) (?:it|they) (?:is|was|are|were)\\b",
  '\\b(?:app|page|screen|form|site|button|message) (?:still )?says ["\\u201c]',
  // "showed that 4 are missing when it was 6", "is due on 1.1.; the print shows 31.12."
  `${shows}.{0,80}\\d.{0,80}\\b(?:when|but|although)\\b.{0,40}` +
    "\\b(?:is|was|are|were|has|had)\\b.{0,40}\\d",
  `\\d.{0,80}[;,] .{0,80}${shows}.{0,80}\\d`,
  // "Paper forms never see this. Ours do.", "visible for beds but not for oxygen"
  "\\b(?:never|n['\\u2019]t|not) (?:sees? this|happens?)\\b",
  "\\b(?:visible|shown|saved|applied|works?|appears?) (?:\\w+ )?(?:for|on|in|with|when)\\b" +
    ".{1,80}\\bbut (?:not|fails|crashes|breaks|freezes)\\b",
  // "On Safari the list opens behind the form, so guests cannot choose"
  `${onPlatform}.{0,200}` +
    "\\b(?:(?:cannot|can['\\u2019]?t) (?!enjoy|benefit|rely)|(?:behind|missing|nothing)\\b)",
  // "Selecting "All" only selects ten"
  `^(?:${action})ing ["\\u201c]`,
  "\\b(?:passed|failed|crashed|froze) \\w+ times\\b",
  // "Dana uploaded two files -> gone"
  "^[A-Z]\\w+ (?:and [A-Z]\\w+ )?\\w+ed\\b.{0,200}(?:\\u2192|->|=>)" +
    ".{0,80}\\b(?:vanish|gone|lost|disappear|error|fail|blank|empty)",
].map((source) => new RegExp(source, "i"));

/** "when the ranger logs a sighting": a person does what anyone can repeat. */
function isDoneByPerson(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, index) => {
    const isTime = text === "time" && /^(?:each|every|any)$/.test(textAt(tokens, index - 1));
    if (!isTime && !/^(?:when|whenever|if|after|once)$/.test(text)) return false;
    return [1, 2, 3, 4].some((skip) => isActing(tokens, index + skip));
  });
}

function isActing(tokens: readonly Token[], index: number): boolean {
  const isSomebody = isPerson(tokens, index) || isA("pronoun", tokens[index]);
  const verb = tokens[index + 1];
  return isSomebody && isFormOf(verbs, verb) && !isHelpingVerb(verb);
}
