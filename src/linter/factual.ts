import { wordSet } from "../domain/text/word-set.ts";
import { isA, isFormOf, isFunctionWord, isPerson } from "./grammar.ts";
import { verbs } from "./lexicon.ts";
import type { Line, Span } from "./line.ts";
import { type Token, textAt } from "./token.ts";

/**
 * Returns true if a word that is often vague states a fact here: "accessible by keyboard", "returns
 * 401 as expected", "slow down", "keeping the list up to date takes".
 */
export function isFactual({ tokens, kind }: Line, { start, end }: Span): boolean {
  const at = tokens.findIndex((token) => token.start >= start);
  const last = tokens.findLastIndex((token) => token.end <= end);
  if (isWayOfUse(tokens, last) || isVerbHere(tokens, last) || isUpkeep(tokens, at, last))
    return true;
  return (
    kind === "criterion" &&
    (isInLead(tokens, at) ||
      // "(green=sufficient)": the legend of a color
      textAt(tokens, at - 1) === "=" ||
      followsValue(tokens, at, last) ||
      isKindOfThing(tokens, at, last) ||
      isInvariant(tokens, last))
  );
}

/** Returns true for "usable by the test setup" and "readable offline": anyone can try it. */
export function isWayOfUse(tokens: readonly Token[], last: number): boolean {
  if (!abilities.test(textAt(tokens, last))) return false;
  if (staysPossible(tokens, last)) return true;
  const next = textAt(tokens, last + 1);
  if (/^(offline|online)$/.test(next)) return true;
  if (!/^(by|via|through|using|from|with|without|for)$/.test(next)) return false;
  const what = isA("determiner", tokens[last + 2]) ? last + 3 : last + 2;
  return !isPerson(tokens, what) && !anyone.has(textAt(tokens, what)) && what < tokens.length;
}

/** "old orders stay readable": they can still be read. Of a text, it says how easily. */
function staysPossible(tokens: readonly Token[], last: number): boolean {
  const stays = /^(stays?|remains?|still)$/.test(textAt(tokens, last - 1));
  return stays && !tokens.slice(0, last).some(({ text }) => shown.has(text));
}

const shown = wordSet(`
  text texts label labels font fonts copy content contents page pages layout screen screens menu
  chart charts graph graphs number numbers interface ui app site map
`);

const abilities =
  /^(?:access|us|read|reach|oper|navig|play|view|edit|recover|distinguish|configur|search|discover)[ai]?a?ble$/;

const anyone = wordSet(`
  everyone everybody anyone anybody all most many humans human people person ease difficulty effort
  confidence problems issues trouble training
`);

/** "stable across restarts", "consistent with the table", "proper 404": anyone can compare. */
function isInvariant(tokens: readonly Token[], last: number): boolean {
  const [word, next] = [textAt(tokens, last), tokens[last + 1]];
  if (word === "appropriate" && tokens[last]?.joined) return true;
  if (/^(proper|right|correct|appropriate)$/.test(word))
    return next?.kind === "number" || next?.kind === "code";
  if (word === "stable") {
    const after = tokens.slice(last + 1, last + 4).map(({ text }) => text);
    return /^(?:across|between|over|for) (?:\w+ )?(?:restarts|runs|sessions|reloads|calls|builds|renders|keys|equal)/.test(
      after.join(" "),
    );
  }
  const what = textAt(tokens, last + 3);
  const isCompared = word === "consistent" && next?.text === "with";
  return isCompared && isA("determiner", tokens[last + 2]) && !norms.has(what);
}

/** "On an ambiguous match, the clerk sees both": the case, not what should happen then. */
function isInLead(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:on|upon|when|whenever|if|unless)$/.test(textAt(tokens, 0))) return false;
  const comma = tokens.findIndex(({ text }) => text === ",");
  return at < comma && comma < tokens.length - 3;
}

/** What nobody can compare with: "consistent with the brand". */
const norms = wordSet(`
  rest brand design style look existing other others overall current app application site ui general
  system guidelines conventions platform
`);

/** "to slow down attempts", "must find and clear old locks": the verb. */
function isVerbHere(tokens: readonly Token[], last: number): boolean {
  if (textAt(tokens, last) === "slow") return textAt(tokens, last + 1) === "down";
  const isSecond =
    textAt(tokens, last) === "clear" &&
    textAt(tokens, last - 1) === "and" &&
    isFormOf(verbs, tokens[last - 2]);
  return isSecond && !/^(and|or|,|\.|)$/.test(textAt(tokens, last + 1));
}

/** "keeping the data up to date takes an hour": the work, not how current the data is. */
function isUpkeep(tokens: readonly Token[], at: number, last: number): boolean {
  if (textAt(tokens, last) !== "date") return false;
  const keep = tokens.findLastIndex(
    ({ text }, index) => index < at && index >= at - MAX_KEPT && text === "keeping",
  );
  return keep >= 0;
}

const MAX_KEPT = 7;

/** "returns 401 as expected", "returns `null` correctly": the value says what is expected. */
function followsValue(tokens: readonly Token[], at: number, last: number): boolean {
  const before = tokens[at - 1];
  const isValue = before !== undefined && /^(number|quote|code)$/.test(before.kind);
  const isManner = textAt(tokens, at) === "as" || textAt(tokens, last).endsWith("ly");
  return (
    isValue && isManner && /^(return|respond|show|read|print|give)s?$/.test(verbBefore(tokens, at))
  );
}

function verbBefore(tokens: readonly Token[], at: number): string {
  const verb = textAt(tokens, at - 2);
  return /^(with|a|an)$/.test(verb) ? textAt(tokens, at - 3) : verb;
}

const linking = /^(is|are|be|feels?|seems?|stays?|remains?|more|very)$/;

/** What is only real-time if it comes at once. */
const updating = wordSet(`
  update updates updating feedback response responses notification notifications sync
  synchronization information info data alerts visibility performance and or if when
`);

/** "ad-hoc queries", "a real-time dashboard", "the content flow": before its noun, it only says which kind. */
function isKindOfThing(tokens: readonly Token[], at: number, last: number): boolean {
  if (textAt(tokens, last) === "content") return !linking.test(textAt(tokens, at - 1));
  const next = tokens[last + 1];
  const isKind = /^(?:ad hoc|real time)$/.test(`${textAt(tokens, at)} ${textAt(tokens, last)}`);
  if (next?.kind !== "word" || isFunctionWord(next) || updating.has(next.text)) return false;
  return isKind && !linking.test(textAt(tokens, at - 1));
}

/** Returns true for "proper contrast by WCAG 2.1 AA": the standard says what is proper. */
export function namesStandard(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, index) =>
      /^(wcag|iso|rfc|nist|din|iec|ietf|bs|en|asvs)$/.test(text) &&
      (tokens[index + 1]?.kind === "number" || /^a{1,3}$|^\d/.test(textAt(tokens, index + 1))),
  );
}
