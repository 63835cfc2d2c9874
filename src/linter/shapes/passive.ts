import { findVerb, isA, isPerson } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { listOf, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Judgement or hand work in the passive with nobody named: "is reviewed", "get signed off". Lists:
 * `judged` (always someone's judgement), `owed` (only after "has to be"), `handled` (only with a
 * word of `byHand`: "merged once spotted").
 *
 */
export function judgedByNobody({ tokens }: Line, lists: WordLists): Span | undefined {
  for (let index = 1; index < tokens.length; index++) {
    const length = workAt(tokens, index, lists) || spottedAt(tokens, index, lists);
    if (length > 0 && isPassive(tokens, index) && !isNamed(tokens, index + length))
      return spanOf(tokens, index, length);
  }
  return undefined;
}

function workAt(tokens: readonly Token[], index: number, lists: WordLists): number {
  const judged = listOf(lists, "judged").matchAt(tokens, index);
  if (judged > 0 || isByHand(tokens, index)) return Math.max(1, judged);
  return isOwed(tokens, index) ? listOf(lists, "owed").matchAt(tokens, index) : 0;
}

/** "merged once spotted": work, and further on in its clause a word of doing it by hand. */
function spottedAt(tokens: readonly Token[], index: number, lists: WordLists): number {
  const handled = listOf(lists, "handled").matchAt(tokens, index);
  const byHand = listOf(lists, "byHand");
  if (handled === 0) return 0;
  const stop = tokens.findIndex(({ text }, at) => at > index && /^[,;.]$/.test(text));
  const end = stop < 0 ? tokens.length : stop;
  return tokens.some((_, at) => at > index && at < end && byHand.matchAt(tokens, at) > 0)
    ? handled
    : 0;
}

/** "are re-addressed by hand": whatever is done so, a person does. */
function isByHand(tokens: readonly Token[], index: number): boolean {
  if (!/(ed|[eow]n|pt|lt)$/.test(textAt(tokens, index))) return false;
  const rest = tokens.slice(index + 1, index + 4).map(({ text }) => text);
  return rest.includes("manually") || /\bby hand\b/.test(rest.join(" "));
}

/** "has to be cleared", "must be verified". */
function isOwed(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.text === "be" && /^(to|must|should)$/.test(textAt(tokens, index - 2));
}

/** After a form of be or get, in the main clause. */
function isPassive(tokens: readonly Token[], index: number): boolean {
  let before = index - (tokens[index]?.joined ? 2 : 1);
  while (
    /^(first|then|always|also|manually|regularly|carefully|properly|never|all|both|not|fully|thoroughly|individually|personally|daily|weekly|routinely|duly|formally|again|still|only|just|each|and|or|\w+ed|\w+ly)$/.test(
      textAt(tokens, before),
    ) &&
    before > 0
  )
    before--;
  const verb = tokens[before];
  if (!verb || !/^(is|are|be|been|get|gets|was|were|being|got|getting)$/.test(verb.text))
    return bareParticiple(tokens, index);
  return !inSubordinate(tokens, before);
}

/** "All codes reviewed before the send": no verb in the line at all. */
function bareParticiple(tokens: readonly Token[], index: number): boolean {
  return (
    index > 0 &&
    findVerb(tokens, 1, tokens.length) === -1 &&
    tokens[index - 1]?.kind === "word" &&
    !isA("determiner", tokens[index - 1]) &&
    !isA("preposition", tokens[index - 1]) &&
    !isPersonBefore(tokens, index)
  );
}

function isPersonBefore(tokens: readonly Token[], index: number): boolean {
  return (
    isPerson(tokens, index - 1) ||
    tokens.slice(index + 1).some((_, offset) => isPerson(tokens, index + 1 + offset))
  );
}

function inSubordinate(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    if (/^[,;:.]$|^(->|→)$/.test(textAt(tokens, at))) return false;
    if (isA("subordinator", tokens[at]) && tokens[at + 1]?.kind === "word") return true;
  }
  return false;
}

const calendar = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/;

/** "by the shift lead", "by Dana": within the clause, and neither a date nor "by hand". */
function isNamed(tokens: readonly Token[], from: number): boolean {
  const stop = tokens.findIndex(({ text }, index) => index >= from && /^[;.]$/.test(text));
  const clause = tokens.slice(0, stop < 0 ? tokens.length : stop);
  return clause.some(
    ({ text }, index) =>
      text === "by" && index >= from && namesDoer(clause, index + 1, index - from),
  );
}

/**
 * A person or a name soon after "by"; right after the verb also a thing: "checked by the nightly
 * job".
 */
function namesDoer(clause: readonly Token[], from: number, distance: number): boolean {
  const isDoer = clause.slice(from, from + 6).some(({ kind, text }, offset) => {
    if (kind === "name") return !calendar.test(text);
    return isPerson(clause, from + offset) && !text.endsWith("'s");
  });
  const isThing =
    isA("determiner", clause[from]) &&
    !/^(end|time|start|close|next)$/.test(textAt(clause, from + 1));
  return isDoer || (distance < 3 && isThing);
}
