import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isPerson, isVerb } from "../grammar.ts";
import { baseForms, observableStates } from "../lexicon.ts";
import { type Token, textAt } from "../token.ts";

/** A check joins a few clauses. Only these are compared, so that a line takes linear time. */
export const MAX_JOINTS = 16;

/** Returns true if the clause after the joint at `at` belongs to the same check as the first. */
export function isSameCheck(tokens: readonly Token[], at: number, verb: number): boolean {
  const isPair = textAt(tokens, at) === "and" && isStateAdjective(tokens[at + 1]);
  return (
    isPair ||
    refersToFirstClause(tokens, verb + 1) ||
    repeatsVerb(tokens, at + 1) ||
    (startsWithSamePart(tokens, at + 1) && !isA("modal", tokens[verb])) ||
    [
      follows,
      isSpared,
      isSameThing,
      repeatsSubject,
      addsRule,
      addsLimit,
      leavesOthersOut,
      namesAgain,
      staysSame,
      definesWord,
      isAlternative,
      isOneRun,
    ].some((isSame) => isSame(tokens, at, verb))
  );
}

/** "; users do not need to trigger a second action": what nobody has to do for it. */
function isSpared(tokens: readonly Token[], at: number, verb: number): boolean {
  const words = tokens.slice(at + 1, verb + 4).map(({ text }) => text);
  return /\b(?:(?:do|does) not|don't|doesn't|needn't|not) (?:need|have to)\b|\bno longer\b/.test(
    words.join(" "),
  );
}

/** "the same evaluation with none of them is accepted": the other case of the first. */
function isSameThing(tokens: readonly Token[], at: number, verb: number): boolean {
  const from = textAt(tokens, at + 1) === "the" ? at + 2 : at + 1;
  return textAt(tokens, at) === "and" && textAt(tokens, from) === "same" && verb > from + 1;
}

/** "Confirm button calls back and closes the dialog": what one press does. */
export function isOnePress(clause: readonly Token[], verb: number): boolean {
  return clause.slice(0, verb).some(({ text }) => pressed.test(text));
}

const pressed = /^(?:button|key|click|clicking|tap|tapping|press|pressing|link|shortcut|icon)$/;

/** "; the app then asks for a photo": what follows from the first. */
function follows(tokens: readonly Token[], at: number, verb: number): boolean {
  return tokens.slice(at + 1, verb + 2).some(({ text }) => text === "then");
}

/** "and the invoice lists those days": the second clause refers to what the first one named. */
function refersToFirstClause(tokens: readonly Token[], from: number): boolean {
  const stop = tokens.findIndex(({ text }, at) => at >= from && /^[.;]$/.test(text));
  const rest = tokens.slice(from, stop < 0 ? tokens.length : stop);
  return rest.some(
    ({ text }, at) =>
      /^(those|these|both|ones|same)$/.test(text) ||
      (text === "one" &&
        /^(right|old|new|other|later|earlier|first|second|same)$/.test(textAt(rest, at - 1))) ||
      (text === "it" && /^with/.test(textAt(rest, at - 1))),
  );
}

/** ". Only admins can open this page": names a thing of the first clause again. */
function namesAgain(tokens: readonly Token[], at: number): boolean {
  const first = tokens.slice(0, at);
  if (textAt(tokens, at) !== ".") return false;
  return tokens.some(
    ({ text }, index) =>
      index > at &&
      /^(this|that)$/.test(text) &&
      first.some((token) => token.kind === "word" && token.text === textAt(tokens, index + 1)),
  );
}

/** "; a late entry counts as a miss", "; a second try is a new order": what a word means. */
function definesWord(tokens: readonly Token[], at: number, verb: number): boolean {
  const [text, next] = [textAt(tokens, verb), textAt(tokens, verb + 1)];
  const isDefinition = /^counts?$/.test(text) ? next === "as" : /^an?$/.test(next);
  return textAt(tokens, at) === ";" && /^(counts?|is|are|means?)$/.test(text) && isDefinition;
}

/** "and the base rent is unchanged": what stays the same. */
function staysSame(tokens: readonly Token[], _: number, verb: number): boolean {
  return tokens
    .slice(verb, verb + 4)
    .some(({ text }) => /^(unchanged|untouched|unaffected|intact|remains?|stays?)$/.test(text));
}

/** "no notice is shown and the start goes on": what doesn't happen, and what does. */
function isAlternative(tokens: readonly Token[], at: number): boolean {
  const start = tokens.findLastIndex(({ text }, index) => index < at && text === ",") + 1;
  return [0, start].some((first) => /^(no|nothing|nobody)$/.test(textAt(tokens, first)))
    ? /^(and|;)$/.test(textAt(tokens, at))
    : false;
}

/** "the row is stored and the response holds its id", "`PUT` sets it and `DELETE` removes it". */
function isOneRun(tokens: readonly Token[], at: number, verb: number): boolean {
  const right = tokens.slice(at + 1, verb);
  const isCode = ({ kind }: Token) => kind === "code";
  return (
    right.some(({ text }) => outputs.has(text)) ||
    (right.some(isCode) && tokens.slice(0, at).some(isCode))
  );
}

const outputs = wordSet("exit status code stdout stderr output response body header headers");

/** "lists paid and unpaid invoices": two adjectives before one noun. */
function isStateAdjective(token: Token | undefined): boolean {
  return observableStates.has(token?.text ?? "") && !isA("determiner", token);
}

/** "may cancel; cancelling frees the seat": the second clause is about the first one's verb. */
function repeatsVerb(tokens: readonly Token[], from: number): boolean {
  const token = tokens[from];
  return (
    token?.text.endsWith("ing") === true &&
    tokens.slice(0, from).some(({ text }) => baseForms(token.text).includes(text))
  );
}

/** Words for the other case of the same check: "; a second code is refused". */
const contrastWords = wordSet(`
  other others rest remaining old original previous former first second third further later wrong
  failed failing missing unknown invalid
`);

/**
 * "and its checkbox disappears", "; any other type shows": a part, or the rest, of what the line is
 * about.
 */
function startsWithSamePart(tokens: readonly Token[], from: number): boolean {
  const [first, second] = [textAt(tokens, from), textAt(tokens, from + 1)];
  if (/^(its|their|such|nothing|nobody|no|everything|everyone|otherwise|neither)$/.test(first))
    return true;
  // "; there is no way out", "; a late entry counts as a miss"
  if (first === "there" && tokens.slice(from, from + 4).some(({ text }) => text === "no"))
    return true;
  return (
    /^(an?|any|all|the|every)$/.test(first) &&
    (contrastWords.has(second) || /^un\w+ed$/.test(second))
  );
}

/** "The choice shall apply to all pages": a second sentence that sets a limit to the first. */
function addsRule(tokens: readonly Token[], at: number, verb: number): boolean {
  return (
    textAt(tokens, at) === "." &&
    /^(shall|must|should|will)$/.test(textAt(tokens, verb)) &&
    !tokens.slice(at, verb).some((_, index) => isPerson(tokens, at + index))
  );
}

/** "; only applies when set", "and these can go", ". With one seat left, one of two is refused". */
function addsLimit(tokens: readonly Token[], at: number, verb: number): boolean {
  const [joint, first] = [textAt(tokens, at), textAt(tokens, at + 1)];
  if (/^(these|those)$/.test(first)) return verb === at + 2;
  if (/^[.;]$/.test(joint) && (setsCase(tokens, at + 1) || setsAside(tokens, verb))) return true;
  return (
    (joint === ";" && first === "only" && verb === at + 2) || (joint === "." && first === "with")
  );
}

/** ". In case the mill itself bids, ...", "; otherwise return": the other case of the same rule. */
function setsCase(tokens: readonly Token[], from: number): boolean {
  const [first, second] = [textAt(tokens, from), textAt(tokens, from + 1)];
  return /^(?:if|unless|otherwise)$/.test(first) || (first === "in" && second === "case");
}

/** ". The delay after a restart is excluded": what the first clause isn't about. */
function setsAside(tokens: readonly Token[], verb: number): boolean {
  return tokens
    .slice(verb, verb + 3)
    .some(({ text }) => /^(?:excluded|exempt|exempted)$/.test(text));
}

/** "The phone line serves callers. The line lets them choose": a second sentence on one thing. */
function repeatsSubject(tokens: readonly Token[], at: number, verb: number): boolean {
  const subject = textAt(tokens, verb - 1);
  const first = findVerb(tokens, 1, at);
  return textAt(tokens, at) === "." && tokens.slice(0, first).some(({ text }) => text === subject);
}

/** ". Nobody else can", ". All other roles cannot": says again whom the first one leaves out. */
function leavesOthersOut(tokens: readonly Token[], at: number, verb: number): boolean {
  const words = tokens.slice(at + 1, verb).map(({ text }) => text);
  const subject = words.join(" ");
  if (/^(?:nobody|no one|none|nothing) else$/.test(subject)) return true;
  if (/^(?:nobody|no one|none)$|^(?:only|just) /.test(subject)) return saysVerbAgain(tokens, at);
  const isOthers = /^(?:all |any |every )?(?:the )?(?:others?|rest|everyone else|anyone else)\b/;
  if (/^un\w+ (?:ones?|users?|people)$/.test(subject)) return true;
  return (
    isOthers.test(subject) && tokens.slice(verb, verb + 3).some(({ text }) => denials.has(text))
  );
}

const denials = wordSet(`
  can't cannot not don't no never neither nothing refused denied blocked hidden ignored skipped
`);

/** "can vote once. Nobody can vote twice": the same verb. */
function saysVerbAgain(tokens: readonly Token[], at: number): boolean {
  const first = tokens.slice(0, at).filter((_, index) => isVerb(tokens, index));
  const again = tokens.slice(at + 1).map(({ text }) => text);
  const after = tokens.slice(0, at).filter((_, index) => isA("modal", tokens[index - 1]));
  return [...first, ...after].some(
    (token) => !isA("modal", token) && !isA("auxiliary", token) && again.includes(token.text),
  );
}
