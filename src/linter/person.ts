import { wordSet } from "../domain/text/word-set.ts";
import { isNamedActor, isWorkingGroup, takesTimeTo } from "./actor.ts";
import { isTriedReport } from "./bug-report.ts";
import { isA, isFormOf, isHelpingVerb, isPerson, isPlural, isVerb } from "./grammar.ts";
import { belongings, hasBase, organizations, people, verbs } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { type Token, textAt } from "./token.ts";

const personalPronouns = /^(?:my|our|her|his|they|(?:i|you|we|they|he|she)'(?:m|ve|d|re|ll|s))$/;

/**
 * Returns true if the line mentions a person or a group: a role, a pronoun, or a name that acts.
 */
export function hasPerson(line: Line): boolean {
  const { tokens } = line;
  return (
    isBugReport(line) ||
    tokens.some((_, index) => !isInCitation(tokens, index) && mentionsPerson(line, index)) ||
    isTriedReport(line) ||
    isDoneBySomebody(line.text)
  );
}

/** In a bug report with its ticket or the steps to see it, the reporter is the person. */
function isBugReport({ text }: Line): boolean {
  return (
    /\breproduced (?:on|in|with)\b/i.test(text) ||
    /\bsteps to reproduce\b|\breported by\b|\bsteps:|(?:^|\s)1[.)] .*\s2[.)] /i.test(text) ||
    /\b(?:crash\w*|freez\w*|broken?|fail\w*)\b.*\b(?:since|after) (?:the |this |my )?(?:\w+ )?(?:updat|upgrad)/i.test(
      text,
    ) ||
    /\b(?:since|after) (?:the |this |my )?(?:\w+ )?(?:updat|upgrad).*\b(?:crash|freez|broke|fail)/i.test(
      text,
    ) ||
    /\b(?:issue|bug|ticket|complaint|case|incident|job)s? #?\d{2,}\b|#\d{3,}\b/i.test(text) ||
    isTried(text)
  );
}

/**
 * "unavailable after upgrading to 4.11.2", "61% of tours report gaps", "opening 4 videos to find
 * one": somebody upgraded, answered or opened them.
 */
function isDoneBySomebody(text: string): boolean {
  return deeds.some((deed) => deed.test(text));
}

const deeds = [
  String.raw`\b(?:after|since|when) (?:\w+ )?(?:upgrad|updat|roll|downgrad|install).*\d+\.\d+`,
  String.raw`\d ?% of (?:\S+ ){1,4}` +
    "(?:report|sa(?:id|y)|surveyed|cited?|rated?|complain|want|told|answer)",
  String.raw`\b(?:since|after) the (?:last|latest|new|newest|recent) ` +
    String.raw`(?:release|version|update|build)\b`,
  String.raw`\d+ (?:support (?:calls|tickets|emails|requests)|complaints)\b`,
  String.raw`^(?:[^:]{0,40}: *)?\W*(?:open|scroll|click|typ|retyp|search|copy|read|call)ing\b.*\d`,
  String.raw`\bfollowing (?:it|them|the (?:steps|guide|page|docs|manual|instructions))\b`,
].map((source) => new RegExp(source, "i"));

/** "Clicking "Save" creates two rows", "`make` fails with "x"", "tested in Firefox and Chrome". */
function isTried(text: string): boolean {
  return (
    /^(?:click|tapp?|press|select|open|enter|submitt?|run|us|call|typ|past|import|upload|sav)ing\b.*["`\u201c]/i.test(
      text,
    ) ||
    /\bfail(?:s|ed)? with ["`\u201c]/i.test(text) ||
    /\((?:firefox|chrome|safari|edge|brave|opera|android|ios|windows|macos)\b[^()]{0,40}\)/i.test(
      text,
    ) ||
    /\b(?:tested|tried|seen) (?:with|in|on) (?:\w+, ){0,3}(?:firefox|chrome|safari|edge|brave|opera|android|ios|windows|linux|macos)\b/i.test(
      text,
    )
  );
}

function mentionsPerson(line: Line, index: number): boolean {
  const { tokens } = line;
  const { kind, text = "" } = tokens[index] ?? {};
  if (kind === "quote") return quotesPerson(text);
  if (personalPronouns.test(text) || isPersonalPronoun(tokens, index)) return true;
  if (
    /^(threads|posts|questions|letters|comments|emails|tickets|reviews|calls|messages)$/.test(
      text,
    ) &&
    asks(tokens, index)
  )
    return true;
  if (isPerson(tokens, index) && !isPersonModifier(tokens, index)) return true;
  return (
    isActingOrganization(tokens, index) ||
    isNamedActor(line, index) ||
    isWorkingGroup(tokens, index) ||
    takesTimeTo(tokens, index) ||
    isActingDepartment(line, index)
  );
}

/** What someone says of "me" or "us", or in a sentence of groups of people. */
function quotesPerson(text: string): boolean {
  if (/\b(?:i|we|my|our|us|me)\b/.test(text)) return true;
  const words = text.match(/[\p{L}'-]+/gu) ?? [];
  return words.length > MAX_LABEL_WORDS && words.some((word) => people.has(word.replace(/s$/, "")));
}

/** Longer quotes are no names of buttons. */
const MAX_LABEL_WORDS = 4;

function isPersonalPronoun(tokens: readonly Token[], index: number): boolean {
  return (
    isA("pronoun", tokens[index]) &&
    (textAt(tokens, index) !== "who" || isRelativePronoun(tokens, index))
  );
}

/** "Marguerite, who runs payroll", "temps who pick": the noun before "who" is a person. */
function isRelativePronoun(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - (textAt(tokens, index - 1) === "," ? 2 : 1)];
  return before?.kind === "name" || (before?.kind === "word" && !isFormOf(verbs, before));
}

/**
 * "per the porter's sheet", "(ops report p. 4)": who wrote it down, not who has the problem. Who acts
 * in "(when a guest turns up)" has it.
 */
function isInCitation(tokens: readonly Token[], index: number): boolean {
  const open = tokens.findLastIndex(({ text }, at) => at < index && /^[()]$/.test(text));
  if (textAt(tokens, open) === "(")
    return (
      !tokens.slice(open, index).some(({ kind }) => kind === "number") &&
      !isA("subordinator", tokens[open + 1]) &&
      !isRoleOfName(tokens, open)
    );
  const per = tokens.findLastIndex(
    ({ text }, at) => at < index && at > index - 5 && /^(per|[,;.])$/.test(text),
  );
  return textAt(tokens, per) === "per" && !isA("subordinator", tokens[index]);
}

/** "Priya (support lead)": a name, and what the person is. */
function isRoleOfName(tokens: readonly Token[], open: number): boolean {
  const close = tokens.findIndex(({ text }, at) => at > open && text === ")");
  const isName = open === 1 || tokens[open - 1]?.kind === "name";
  return isName && close - open <= MAX_ROLE_WORDS + 1 && isPerson(tokens, close - 1);
}

const MAX_ROLE_WORDS = 4;

/** "the clinic rings", "schools": an organization counts as people if it acts or is plural. */
function isActingOrganization(tokens: readonly Token[], index: number): boolean {
  // "31 of 54 branches asked for a delay"
  if (isPlural(tokens, index) && /^(asked|complained|refused)$/.test(textAt(tokens, index + 1)))
    return true;
  const isPlace = isFormOf(places, tokens[index]);
  if (!isPlace && !isFormOf(organizations, tokens[index])) return false;
  return isPaying(tokens, index) || (isPlace ? isEachPlace(tokens, index) : acts(tokens, index));
}

/** "the shop lost 40 cakes", "each missed lesson costs a school 40 euros". */
function isPaying(tokens: readonly Token[], index: number): boolean {
  const isSubject = !followsPreposition(tokens, index);
  if (isSubject && wordsOfLoss.has(textAt(tokens, index + 1))) return true;
  return /^costs?$/.test(textAt(tokens, index - (isA("determiner", tokens[index - 1]) ? 2 : 1)));
}

function isEachPlace(tokens: readonly Token[], index: number): boolean {
  return isPlural(tokens, index) && textAt(tokens, index + 1) === "each";
}

function acts(tokens: readonly Token[], index: number): boolean {
  return (
    isPlural(tokens, index) || (isVerb(tokens, index + 1) && !followsPreposition(tokens, index))
  );
}

/** "at the shop", "for schools" */
function followsPreposition(tokens: readonly Token[], index: number): boolean {
  return isA("preposition", tokens[index - (isA("determiner", tokens[index - 1]) ? 2 : 1)]);
}

/** Where people work: who "the shop lost 40 cakes" is about. */
const places = wordSet("shop museum library branch cooperative op association");

/** "Last year the school paid 3,100 euros": what only people do. */
const wordsOfLoss = wordSet(`
  lost paid spent missed wrote threw turned bought hired canceled cancelled refunded reordered
  overpaid gave waited borrowed repaid owed wasted closed took
`);

/** "customer emails", "the roaster API": the person only modifies a thing. */
function isPersonModifier(tokens: readonly Token[], index: number): boolean {
  const next = textAt(tokens, index + 1);
  if (isPlural(tokens, index)) return false;
  if (textAt(tokens, index + 2) === ":" && isPlural(tokens, index + 1)) return true;
  return hasBase(belongings, next) && !isFormOf(verbs, tokens[index + 1]);
}

/** "63 threads since January ask why": somebody wrote each of them. */
function asks(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(index + 1, index + 5)
    .some(({ text }) => /^(ask|asked|complain|complained|say|said|beg|begged)$/.test(text));
}

const departments = wordSet(`
  it finance ops legal hr sales marketing support cs qa security procurement dispatch admissions
  accounting payroll engineering compliance billing
`);

/** "IT takes two weeks", "and legal waits": a department that acts. */
function isActingDepartment({ text, tokens }: Line, index: number): boolean {
  const token = tokens[index];
  if (
    !token ||
    !departments.has(token.text) ||
    token.joined ||
    text.slice(token.start, token.end) === "It"
  )
    return false;
  const before = tokens[index - 1]?.text ?? ".";
  if (/^(with|by|between|our|and)$/.test(before)) return true;
  return /^[.;,:]$/.test(before) && isVerbLike(tokens[index + 1]);
}

function isVerbLike(token: Token | undefined): boolean {
  return token?.kind === "word" && (isHelpingVerb(token) || hasBase(verbs, token.text));
}
