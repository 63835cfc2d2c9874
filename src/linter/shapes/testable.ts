import { wordSet } from "../../domain/text/word-set.ts";
import { isWayOfUse } from "../factual.ts";
import { findVerb, isA, isFormOf } from "../grammar.ts";
import { verbs } from "../lexicon.ts";
import { type Token, textAt } from "../token.ts";

const testableWords = wordSet(`
  when whenever if once after until unless before while → -> = ; : only nothing no none without
  zero one two three four five twice never not don't
`);

/** Parts of a screen: who names one says what is to see. */
const screenParts = wordSet(`
  button buttons input inputs field fields message toast dialog modal banner icon icons menu dropdown
  checkbox toggle tooltip badge link links form table column columns row rows tab tabs spinner feedback
  redirect notification popup label labels placeholder breadcrumb
`);

/** "the name field", but not "input validation", which is work. */
function isScreenPart(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index);
  if (!screenParts.has(text.endsWith("s") ? text.slice(0, -1) : text)) return false;
  return !/(?:ation|ization|handling|masking|checks?)$/.test(textAt(tokens, index + 1));
}

/** "Admin role required to open it": a rule without its "is". */
const ruleParticiples = wordSet(`
  required allowed forbidden rejected refused blocked hidden shown displayed shown disabled enabled
  sorted logged redirected highlighted marked selected truncated collapsed expanded preserved
  persisted saved restored masked encrypted cached formatted rounded grouped filtered paginated
  focusable configurable sortable selectable editable printable clickable dismissible dismissable
  resizable scrollable zoomable downloadable deletable filterable expandable collapsible draggable
  cleared stored served linked rendered loaded sent returned listed unchanged unaffected
`);

/** A number, a quote, a path or a condition: someone could test it. */
export function isTestable(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }, index) =>
      // "All units work (liter, litre, l)"
      (text === "(" && tokens.slice(index).some((token) => /^[,>]$/.test(token.text))) ||
      isTriable(tokens, index) ||
      kind === "number" ||
      kind === "quote" ||
      kind === "code" ||
      testableWords.has(text) ||
      isScreenPart(tokens, index) ||
      (index > 1 && (ruleParticiples.has(text) || isPlaced(tokens, index))) ||
      (index === 0 && /ing$/.test(text) && findVerb(tokens, 1, tokens.length) > 0),
  );
}

/** "All functions accessible via keyboard", "ability to extend a session": anyone can try it. */
function isTriable(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index);
  if (text === "ability" || text === "option") return textAt(tokens, index + 1) === "to";
  if (isOccasion(tokens, index) || isMoving(tokens, index)) return true;
  if (text === "available")
    return /^(?:via|from|on|at|in|offline|by|through)$/.test(textAt(tokens, index + 1));
  return text.endsWith("ble") && isWayOfUse(tokens, index);
}

/** "created on login": when it happens. */
export function isOccasion(tokens: readonly Token[], index: number): boolean {
  return index > 0 && textAt(tokens, index) === "on" && occasions.has(textAt(tokens, index + 1));
}

const occasions = wordSet(`
  login logout click submit hover save load focus blur startup open close error failure success
  launch boot restart exit install upgrade first every each demand
`);

/** "a blue circle moving around the yellow one": what is to see. */
function isMoving(tokens: readonly Token[], index: number): boolean {
  if (index <= 2 || !isPresentParticiple(tokens[index])) return false;
  const isThing = /^(?:an?|one|two|three)$/.test(textAt(tokens, 0));
  return isThing && isA("preposition", tokens[index + 1]);
}

function isPresentParticiple(token: Token | undefined): boolean {
  if (token?.kind !== "word" || token.text.length < 5) return false;
  return token.text.endsWith("ing") && isFormOf(verbs, token);
}

/** Returns true for "display next to", "appear below": what is shown, whatever its subject. */
export function isPlaced(tokens: readonly Token[], index: number): boolean {
  const where = `${textAt(tokens, index + 1)} ${textAt(tokens, index + 2)}`;
  const isShown = /^(?:display|appear|show)$/.test(textAt(tokens, index));
  return isShown && /^(?:next to|beside|below|above|under)\b/.test(where);
}
