import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isPerson } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { isProvenProblem } from "../proven.ts";
import { getList, type WordLists } from "../shape.ts";
import type { Terms } from "../terms.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds a passive for human judgment or manual work without an agent: "is reviewed", "get signed
 * off". Lists: `judged` (always a judgment), `owed` (only after "has to be"), `handled` (only with
 * a word from `byHand`: "merged once spotted").
 */
export function agentlessPassive(line: Line, lists: WordLists): Span | undefined {
  const span = showsState(line) ? undefined : findPassive(line, lists);
  return span && !isProvenProblem(line) ? span : undefined;
}

function findPassive({ tokens }: Line, lists: WordLists): Span | undefined {
  const words = {
    judged: getList(lists, "judged"),
    owed: getList(lists, "owed"),
    handled: getList(lists, "handled"),
    byHand: getList(lists, "byHand"),
  };
  for (let index = 1; index < tokens.length; index++) {
    if (tokens[index]?.kind !== "word") continue;
    const length = matchJudgment(tokens, index, words) || matchManualWork(tokens, index, words);
    if (length > 0 && isPassive(tokens, index) && !namesAgent(tokens, index + length))
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** In a scenario, "approved" is a state that the system shows, and so is a box that is checked. */
function showsState({ tokens, inScenario }: Line): boolean {
  return inScenario || tokens.some(({ text }) => widgets.has(text));
}

const widgets = wordSet(`
  checkbox checkboxes box boxes radio toggle switch slider dropdown menu option options tab button
  buttons icon link
`);

type PassiveWords = Readonly<Record<"judged" | "owed" | "handled" | "byHand", Terms>>;

function matchJudgment(tokens: readonly Token[], index: number, words: PassiveWords): number {
  const judged = words.judged.matchAt(tokens, index);
  if (judged > 0 || isByHand(tokens, index)) return Math.max(1, judged);
  return isRequired(tokens, index) ? words.owed.matchAt(tokens, index) : 0;
}

/** "merged once spotted": work, then a word for manual work in the same clause. */
function matchManualWork(tokens: readonly Token[], index: number, words: PassiveWords): number {
  const { byHand } = words;
  const handled = words.handled.matchAt(tokens, index);
  if (handled === 0) return 0;
  const stop = tokens.findIndex(({ text }, at) => at > index && /^[,;.]$/.test(text));
  const end = stop < 0 ? tokens.length : stop;
  return tokens.some((_, at) => at > index && at < end && byHand.matchAt(tokens, at) > 0)
    ? handled
    : 0;
}

/** "are re-addressed by hand": a person does it. */
function isByHand(tokens: readonly Token[], index: number): boolean {
  const word = textAt(tokens, index);
  if (!/(ed|[eow]n|pt|lt)$/.test(word) || word.endsWith("ion")) return false;
  return [1, 2, 3].some((offset) => {
    const text = textAt(tokens, index + offset);
    return text === "manually" || (text === "hand" && textAt(tokens, index + offset - 1) === "by");
  });
}

/** "has to be cleared", "must be verified". */
function isRequired(tokens: readonly Token[], index: number): boolean {
  const isDuty =
    tokens[index - 1]?.text === "be" && /^(to|must|should)$/.test(textAt(tokens, index - 2));
  return isDuty && !isMessage(tokens, index);
}

/** "I should be told that": the system tells the person. */
function isMessage(tokens: readonly Token[], index: number): boolean {
  return (
    /^(told|informed|given)$/.test(textAt(tokens, index)) &&
    (isA("pronoun", tokens[index - 3]) || isPerson(tokens, index - 3))
  );
}

const participleModifiers = wordSet(`
  first then always also never all both not again still just each and or
`);

/** "first", "then", "manually", or another participle as in "checked and signed". */
function isBeforeParticiple(word: string): boolean {
  return participleModifiers.has(word) || /^\w+(ed|ly)$/.test(word);
}

/** After a form of "be" or "get" in the main clause. */
function isPassive(tokens: readonly Token[], index: number): boolean {
  let before = index - (tokens[index]?.joined ? 2 : 1);
  while (isBeforeParticiple(textAt(tokens, before)) && before > 0) before--;
  const verb = tokens[before];
  // "have achieved and maintained a badge"
  if (before < index - 1 && /^(has|have|had)$/.test(verb?.text ?? "")) return false;
  if (!verb || !/^(is|are|be|been|get|gets|was|were|being|got|getting)$/.test(verb.text))
    return isBareParticiple(tokens, index);
  return !isInSubordinateClause(tokens, before);
}

/** "All codes reviewed before the send": a line without a verb. */
function isBareParticiple(tokens: readonly Token[], index: number): boolean {
  return (
    index > 0 &&
    findVerb(tokens, 1, tokens.length) === -1 &&
    tokens[index - 1]?.kind === "word" &&
    !isA("determiner", tokens[index - 1]) &&
    !isA("preposition", tokens[index - 1]) &&
    !hasPersonNearby(tokens, index)
  );
}

function hasPersonNearby(tokens: readonly Token[], index: number): boolean {
  return (
    isPerson(tokens, index - 1) ||
    tokens.slice(index + 1).some((_, offset) => isPerson(tokens, index + 1 + offset))
  );
}

function isInSubordinateClause(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    if (/^[,;:.]$|^(->|→)$/.test(textAt(tokens, at))) return false;
    // "documenting what events are being audited"
    if (at > 0 && /^(what|how|why)$/.test(textAt(tokens, at))) return true;
    if (isA("subordinator", tokens[at]) && tokens[at + 1]?.kind === "word") return true;
  }
  return false;
}

const calendarWord =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/;

/** "by the shift lead", "by Dana": in the same clause, and not a date or "by hand". */
function namesAgent(tokens: readonly Token[], from: number): boolean {
  const stop = tokens.findIndex(({ text }, index) => index >= from && /^[;.]$/.test(text));
  const clause = tokens.slice(0, stop < 0 ? tokens.length : stop);
  return clause.some(
    ({ text }, index) =>
      text === "by" && index >= from && isAgentPhrase(clause, index + 1, index - from),
  );
}

/**
 * A person or a name soon after "by". Right after the verb, also a thing: "checked by the nightly
 * job".
 */
function isAgentPhrase(clause: readonly Token[], from: number, distance: number): boolean {
  const isDoer = clause.slice(from, from + 6).some(({ kind, text }, offset) => {
    if (kind === "name") return !calendarWord.test(text);
    return isPerson(clause, from + offset) && !text.endsWith("'s");
  });
  const isThing =
    isA("determiner", clause[from]) &&
    !/^(end|time|start|close|next)$/.test(textAt(clause, from + 1));
  return isDoer || (distance < 3 && isThing);
}
