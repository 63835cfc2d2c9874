import { findVerb, isA } from "../grammar.ts";
import { skipMarks } from "../marks.ts";
import { tokenize } from "../token.ts";
import { hasResult, isRequirement } from "./form.ts";

const arrow = /\s(?:\u2192|[-=]>)\s+\S/;
/** Words about how it is tried, and by whom. */
const about = new RegExp(
  [
    String.raw`\b(?:tests?|test(?:ing|ed|ers?)|coverage|rounds?|lint|ci|jest|vitest|pytest)\b`,
    String.raw`\b(?:playwright|cypress|selenium|fixtures?|mocks?|stubs?|staging|nightly)\b`,
    String.raw`\b(?:covered by|signs? off|sign-off)\b|^(?:we|you|i|they)\b`,
  ].join("|"),
  "i",
);

/** Returns true for an entry of a test plan that says what happens, and not what to run. */
export function saysOutcome(text: string): boolean {
  const words = text.slice(skipMarks(text));
  if (words.endsWith("?") || reportsRun(words)) return false;
  if (arrow.test(words) || isRequirement(words) || /\bshould\b/i.test(words)) return true;
  if (about.test(words)) return false;
  const named = words.replace(/^[A-Z][\w ]{1,20}:\s+/, "");
  return hasSubjectWithVerb(named) || /\b(?:unchanged|works)\.?$/.test(named);
}

/** "The bell rings", but not "Ring the bell". */
function hasSubjectWithVerb(text: string): boolean {
  const tokens = tokenize(text);
  const verb = findVerb(tokens, 1, tokens.length);
  return verb > 0 && !tokens.slice(0, verb).some((token) => isA("subordinator", token));
}

/** Returns true for an edge case that goes on to what happens then. */
export function answersCase(text: string): boolean {
  const words = text.slice(skipMarks(text));
  if (words.endsWith("?")) return false;
  if (arrow.test(words)) return true;
  if (/^(?:if|when|once)\b/i.test(words) && hasResult(words)) return true;
  const answer = /^[^:\u2013\u2014]{3,80}?(?::\s| [-\u2013\u2014] )(.+)$/.exec(words)?.[1] ?? "";
  return hasSubjectWithVerb(answer);
}

/** Returns true for what was run and how it went: "Passed: `npm test`". */
export function reportsRun(text: string): boolean {
  const report =
    /^(?:(?:all )?(?:tests|checks|runs) )?(?:passed|failed|skipped|blocked|ran|verified|executed|tested)\b/i;
  const isRun = /`[^`]{1,200}`|\d+\s?\/\s?\d+|\b\d+ (?:tests?|files?|passed|failed)\b/;
  return (
    report.test(text) && isRun.test(text) && (/:\s/.test(text) || /^(?:ran|verified)/i.test(text))
  );
}
