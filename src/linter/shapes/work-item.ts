import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isFunctionWord } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds a product of the work itself instead of a result: "Unit tests added", "The docs are up to
 * date", "Training materials for clerks". Lists: `artifacts` (what the work leaves behind),
 * `progress` (how far it is), `proving` (verbs for what only tests do).
 */
export function workArtifact({ tokens }: Line, lists: WordLists): Span | undefined {
  const span = findArtifact(tokens, lists);
  return span && !isVisible(tokens) ? span : undefined;
}

function findArtifact(tokens: readonly Token[], lists: WordLists): Span | undefined {
  const artifacts = getList(lists, "artifacts");
  const first = /^at least$/.test(`${textAt(tokens, 0)} ${textAt(tokens, 1)}`) ? 2 : 0;
  for (let index = first; index < Math.min(tokens.length, MAX_LEAD); index++) {
    if (isFunctionWord(tokens[index]) && !isA("determiner", tokens[index])) return undefined;
    const length = artifacts.matchAt(tokens, index);
    const end = index + length;
    if (length > 0 && !tokens[end]?.joined && isStateOfWork(tokens, end, lists))
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** When something happens, or that there is none of it, can be seen. */
function isVisible(tokens: readonly Token[]): boolean {
  const isAbsent = /^(?:no|zero)$/.test(textAt(tokens, 0));
  const isDefault = tokens.some(
    ({ text }, at) => text === "default" && textAt(tokens, at - 1) === "by",
  );
  // "`npm test` passes and CI is green"
  const isRun = tokens[0]?.kind === "code";
  // "Positive feedback (>4.2/5)"
  const isBounded = tokens.some(
    ({ kind }, at) => kind === "number" && /^[<>\u2264\u2265]$/.test(textAt(tokens, at - 1)),
  );
  if (isBounded) return true;
  return isAbsent || isDefault || isRun || (isTriggered(tokens) && !isUpdatedIfNeeded(tokens));
}

/** "Documentation updated if the API changes": the condition is the team's, not a user's. */
function isUpdatedIfNeeded(tokens: readonly Token[]): boolean {
  return tokens
    .slice(1, MAX_LEAD)
    .some(
      ({ text }, at) => /^(updated|added|written)$/.test(text) && textAt(tokens, at + 2) === "if",
    );
}

const MAX_LEAD = 6;
const MAX_PHRASE = 9;

/** "when", "if" and "within 5 min" say when something happens, so a person can watch it. */
function isTriggered(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }, index) =>
      (kind === "word" && triggers.has(text)) ||
      isEachTime(tokens, index) ||
      arrows.has(text) ||
      (kind === "quote" && index > 1),
  );
}

const triggers = wordSet("when whenever if once until unless within");
const arrows = wordSet("-> => →");

/** "every night", "every push", but not "every branch of the code". */
function isEachTime(tokens: readonly Token[], index: number): boolean {
  return (
    textAt(tokens, index) === "every" &&
    (tokens[index + 1]?.kind === "number" || occasions.test(textAt(tokens, index + 1)))
  );
}

const occasions =
  /^(?:time|night|day|hour|minute|second|week|month|morning|push|commit|build|pull|release|merge|\w+day)$/;

/** After the artifact: nothing, a preposition, how far the work is, or what only tests do. */
function isStateOfWork(tokens: readonly Token[], from: number, lists: WordLists): boolean {
  if (isLabelOnly(tokens, from)) return true;
  let at = skipOfPhrase(tokens, from);
  while (linking.has(textAt(tokens, at)) || /^\w+ly$/.test(textAt(tokens, at))) at++;
  if (getList(lists, "proving").matchAt(tokens, at) > 0) return isProof(tokens, at);
  const length = getList(lists, "progress").matchAt(tokens, at);
  const next = tokens[at + length];
  const ends =
    next === undefined || next.kind === "mark" || isA("preposition", next) || next.text === "if";
  return length > 0 && (at > from || ends || next?.text === "and");
}

/** "stories of the next epic are closed": returns where the verb after the phrase starts. */
function skipOfPhrase(tokens: readonly Token[], from: number): number {
  if (!/^(of|in|for|on|from)$/.test(textAt(tokens, from))) return from;
  const verb = tokens.findIndex(({ text }, at) => at > from && /^(is|are|was|were)$/.test(text));
  return verb > 0 && verb < from + MAX_PHRASE ? verb : from;
}

/** "exists" and "pass" say it all; "verify" and "cover" go on to what they test. */
function isProof(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const ends = next === undefined || next.kind === "mark" || /^(and|for|on|in)$/.test(next.text);
  // Who can run the command can see it fail.
  const isRun = /^(pass|passes|exist|exists|run|runs)$/.test(textAt(tokens, at));
  if (next?.text === "without" || (isRun && tokens.some(({ kind }) => kind === "code")))
    return false;
  return ends || !/^(exist|exists|run|runs)$/.test(textAt(tokens, at));
}

const linking = wordSet(`
  is are was were be been being has have must should shall will to get gets got all now not also
  continue continues still
`);

/** "Final report", "Unit tests for the parser": no verb, and nothing to see. */
function isLabelOnly(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from];
  const ends = next === undefined || /^[.(,]$/.test(next.text) || isA("preposition", next);
  return (
    (ends || next?.text === "and") &&
    findVerb(tokens, 1, from - 1) < 0 &&
    findVerb(tokens, from, tokens.length - 1) < 0 &&
    !isValued(tokens)
  );
}

/** A value in the line, outside of parentheses: "migration (20 files)" is only a name. */
function isValued(tokens: readonly Token[]): boolean {
  const open = tokens.findIndex(({ text }) => text === "(");
  const named = open < 0 ? tokens : tokens.slice(0, open);
  return (
    tokens.some(({ kind }) => kind === "code") ||
    named.some(({ kind }, at) => kind === "number" && at > 0)
  );
}

/** Finds a participle that starts a line without a verb: "Implemented behind a flag". */
export function headlessParticiple({ tokens }: Line, lists: WordLists): Span | undefined {
  const length = getList(lists, "progress").matchAt(tokens, 0);
  const next = tokens[length];
  if (length === 0 || next === undefined || isTriggered(tokens)) return undefined;
  const isPredicate =
    isA("determiner", next) ||
    isA("preposition", next) ||
    getList(lists, "artifacts").matchAt(tokens, length) > 0 ||
    next.text === "and";
  if (/^(where|who|what|how|which|whether)$/.test(next.text)) return spanOf(tokens, 0, length);
  const goesOn = findVerb(tokens, length + 1, tokens.length) >= 0;
  return isPredicate && !goesOn ? spanOf(tokens, 0, length) : undefined;
}

/**
 * Finds an order to the team: "Refactor the service", "Write help text", and in a scenario only an
 * order to judge: "check whether". Lists: `work` (always such an order), `making` (only before
 * something from `artifacts`), `judging`, `handling` (such an order only with another one).
 */
export function workOrder({ tokens, inScenario }: Line, lists: WordLists): Span | undefined {
  const judging = getList(lists, "judging").matchAt(tokens, 0);
  if (judging > 0) return spanOf(tokens, 0, judging);
  const order = inScenario ? 0 : countOrderTokens(tokens, lists);
  return order > 0 && !isTriggered(tokens) ? spanOf(tokens, 0, order) : undefined;
}

/** Returns how many tokens at the start of a line say what to do, or 0. */
function countOrderTokens(tokens: readonly Token[], lists: WordLists): number {
  if (isCodeEdit(tokens)) return 1;
  const check = countCheckTokens(tokens);
  if (check > 0) return check;
  const work = getList(lists, "work").matchAt(tokens, 0);
  if (work > 0 && !isNounAtStart(tokens, work)) return work;
  const making = getList(lists, "making").matchAt(tokens, 0);
  if (isJointOrder(tokens, making, lists)) return 1;
  const makes =
    making > 0 &&
    [0, 1, 2, 3].some((skip) => getList(lists, "artifacts").matchAt(tokens, making + skip) > 0);
  return makes ? making : 0;
}

/** "Fix and/or document", "Review and acknowledge": two orders, the second one always to a team. */
function isJointOrder(tokens: readonly Token[], making: number, lists: WordLists): boolean {
  const handling = getList(lists, "handling");
  const first = making || handling.matchAt(tokens, 0);
  let second = first;
  while (/^(?:and|or|&|\/)$/.test(textAt(tokens, second))) second++;
  if (first === 0 || second === first) return false;
  return handling.matchAt(tokens, second) > 0 || getList(lists, "work").matchAt(tokens, second) > 0;
}

/** "Remove `trim()` from the `parse` method", "Rename `a` in `b.ts`": a change to the code. */
function isCodeEdit(tokens: readonly Token[]): boolean {
  if (!codeEdits.has(textAt(tokens, 0)) || findVerb(tokens, 1, tokens.length) >= 0) return false;
  return tokens.some(
    ({ kind, text }, index) =>
      kind === "code" &&
      (sourceFile.test(text) || codeUnits.has(textAt(tokens, index + 1).replace(/s$/, ""))),
  );
}

const codeEdits = wordSet(`
  remove rename replace move extract delete change add update introduce wrap rewrite convert inline
`);
const codeUnits = wordSet(
  "method function class component module hook constructor import file test",
);
const sourceFile = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|md|ya?ml|toml|css|html|sql|sh)$/;

/** "Design tokens are listed": the order is a noun, because a verb follows soon. */
function isNounAtStart(tokens: readonly Token[], length: number): boolean {
  const next = tokens[length];
  if (next === undefined || isA("auxiliary", next) || isA("modal", next)) return true;
  if (isA("determiner", next) || !nounOrders.has(textAt(tokens, 0))) return false;
  return findVerb(tokens, length, Math.min(length + 3, tokens.length)) >= 0;
}

/** Orders that are nouns, too. */
const nounOrders = wordSet(`
  design document draft research build rebuild hire port finish rework redesign rewrite prototype
  wireframe train ship survey benchmark interview upgrade split
`);

/** "Check text that overlaps images": a check that doesn't say what to see. Returns its length. */
function countCheckTokens(tokens: readonly Token[]): number {
  const length = textAt(tokens, 0) === "double" ? 2 : 1;
  if (!/^(check|inspect|examine)$/.test(textAt(tokens, length - 1)) || tokens.length < 4) return 0;
  const relative = tokens.findIndex(({ text }) => /^(that|which|who)$/.test(text));
  const end = relative > length ? relative : tokens.length;
  const next = tokens[length];
  const saysWhat =
    next?.kind !== "word" ||
    /^(for|against|in|out|off|if|whether|boxe?s?|marks?|lists?)$/.test(next.text) ||
    relative === length ||
    findVerb(tokens, length, end) >= 0 ||
    tokens.some(({ kind, text }) => /^(number|quote|code)$/.test(kind) || closing.has(text));
  return saysWhat ? 0 : length;
}

/** Words after which a check says against what it is made. */
const closing = wordSet("against for before after so matches match is are");
