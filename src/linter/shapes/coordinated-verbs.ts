import { wordSet } from "../../domain/text/word-set.ts";
import {
  clauseBefore,
  findMainVerb,
  hasPersonBefore,
  hasTimeLimit,
  isResult,
  skipJoiningAdverbs,
} from "../clause.ts";
import { isA, isFormOf, isPlural } from "../grammar.ts";
import { choiceVerbs, navigationVerbs, outputVerbs, screenVerbs, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";
import { isOnePress, MAX_JOINTS } from "./same-check.ts";

const jointWords = wordSet("and then plus");

/**
 * Finds a second verb for one subject, with a result of its own: "shows the total and emails the
 * owner", "can filter by date and export".
 */
export function coordinatedVerbs({ tokens, inScenario }: Line): Span | undefined {
  const isSecond = inScenario ? isSecondInScenario : isSecondAction;
  let joints = 0;
  for (let at = 2; at < tokens.length - 1 && joints < MAX_JOINTS; at++) {
    const extra = countGerundTokens(tokens, at);
    if (extra > 0) return spanOf(tokens, at, extra);
    if (!jointWords.has(textAt(tokens, at)) || tokens[at]?.joined) continue;
    joints++;
    const right = skipJoiningAdverbs(tokens, at + 1);
    if (isSecond(tokens, right, clauseBefore(tokens, at))) return spanOf(tokens, right);
  }
  return undefined;
}

/** In a scenario, what one thing does at once when the one trigger comes is one result. */
function isSecondInScenario(
  tokens: readonly Token[],
  right: number,
  left: readonly Token[],
): boolean {
  const verb = findMainVerb(left);
  const isEffect = !isA("modal", left[verb]) && !hasPersonBefore(left, verb);
  return !isEffect && isSecondAction(tokens, right, left);
}

/**
 * "besides switching", "as well as sending": returns how many tokens join a second result in -ing,
 * or 0.
 */
function countGerundTokens(tokens: readonly Token[], at: number): number {
  const length = matchJoiningPhrase(tokens, at);
  const verb = tokens[at + length];
  if (length === 0 || !isFormOf(verbs, verb) || findMainVerb(clauseBefore(tokens, at)) < 0)
    return 0;
  const isAction =
    verb?.text.endsWith("ing") ||
    (isA("determiner", tokens[at + length + 1]) && !verb?.text.endsWith("s"));
  return isAction ? length + 1 : 0;
}

const joiningPhraseStarts = new Set(["besides", "as", "on", "in", "along", "together", "apart"]);

/** The length in tokens of a phrase such as "as well as" at `at`, or 0. */
function matchJoiningPhrase(tokens: readonly Token[], at: number): number {
  if (!joiningPhraseStarts.has(textAt(tokens, at))) return 0;
  const phrase = tokens.slice(at, at + 3).map(({ text }) => text);
  if (phrase[0] === "besides") return 1;
  if (/^(as well as|on top of|in addition to)$/.test(phrase.join(" "))) return 3;
  return /^(along with|together with|apart from)$/.test(phrase.slice(0, 2).join(" ")) ? 2 : 0;
}

function isSecondAction(tokens: readonly Token[], right: number, left: readonly Token[]): boolean {
  const token = tokens[right];
  const verb = findMainVerb(left);
  if (token?.kind !== "word" || token.joined || tokens[right + 1] === undefined || verb < 0)
    return false;
  if (isA("modal", left[verb])) return isAddedAct(tokens, right, left, verb);
  if (!isOutputVerb(tokens, right, left) || isRemainder(tokens, right)) return false;
  // "accepts and refuses the same codes": one object for both.
  if (verb === left.length - 1) return false;
  if (isVerbSeries(left, verb)) return true;
  if (isOneMessage(token, left, verb)) return false;
  return isResult(left) && !isOneLook(token, left, verb) && !isOneTry(left, verb);
}

/** One look at one screen: "closes the dialog and leaves the photo as it was". */
function isOneLook(token: Token, left: readonly Token[], verb: number): boolean {
  return (
    isFormOf(screenVerbs, token) &&
    (isFormOf(screenVerbs, left[verb]) ||
      /^(?:groups?|sorts?|filters?|ranks?|exposes?|contains?|includes?|names?|holds?)$/.test(
        textAt(left, verb),
      ) ||
      textAt(left, 0).endsWith("ing"))
  );
}

/** "a message names the file and states the reason": what one text says. */
function isOneMessage(token: Token, left: readonly Token[], verb: number): boolean {
  return (
    messages.has(textAt(left, verb - 1)) &&
    isFormOf(sayingVerbs, token) &&
    isFormOf(sayingVerbs, left[verb])
  );
}

const messages = wordSet("message error warning notice toast banner alert hint text reason line");
const sayingVerbs = wordSet(`
  name state say list quote give explain tell suggest ask link identify mention repeat show include
`);

/** One try: "still works and prints a note", or what one command or one press does. */
function isOneTry(left: readonly Token[], verb: number): boolean {
  const isCommand = left[0]?.kind === "code";
  return isCommand || /^works?$/.test(textAt(left, verb)) || isOnePress(left, verb);
}

function isAddedAct(
  tokens: readonly Token[],
  right: number,
  left: readonly Token[],
  verb: number,
): boolean {
  return isSecondDuty(tokens, right, left) || isAddedAbility(tokens, right, left.slice(verb));
}

/** "can filter by date and export": more than what one task or one screen needs. */
function isAddedAbility(
  tokens: readonly Token[],
  right: number,
  [modal, ...first]: readonly Token[],
): boolean {
  return (
    !isDuty(modal) &&
    // "can sign up, add a pet and print its tag in under 5 minutes": one task, one stopwatch.
    !hasTimeLimit(tokens.slice(right)) &&
    !/^(see|view)$/.test(textAt(tokens, right)) &&
    isSecondAbility(tokens, right, first)
  );
}

/**
 * "MUST keep a log and MUST mail the owner", each with its own "must". What one act has to do
 * ("Saving SHALL ...") is one result, and so is what else must not happen.
 */
function isSecondDuty(tokens: readonly Token[], right: number, left: readonly Token[]): boolean {
  const modal = tokens[right];
  const verb = tokens[right + 1];
  return (
    isDuty(modal) &&
    left.some(({ text }) => text === modal?.text) &&
    !textAt(left, 0).endsWith("ing") &&
    !/^(not|never|only|then|be|succeed|fail|pass)$/.test(verb?.text ?? "not")
  );
}

/** "The system shall log it and tell the owner": two effects of one trigger. */
function isDuty(modal: Token | undefined): boolean {
  return /^(shall|must|should|will)$/.test(modal?.text ?? "");
}

/** "can filter by date and export", but not "can see and end their sessions". */
function isSecondAbility(
  tokens: readonly Token[],
  right: number,
  first: readonly Token[],
): boolean {
  return (
    isA("modal", tokens[right]) || (hasOwnObject(first) && isSecondChoice(tokens, right, first[0]))
  );
}

/** In "add, rename and delete labels" all the verbs have the same object. */
function hasOwnObject(verbPhrase: readonly Token[]): boolean {
  return verbPhrase.slice(1).some(({ text }) => text !== "," && !verbs.has(text));
}

/**
 * "accepts PDF and refuses all else": the opposite case of the same check. "and keeps its date":
 * what stays the same.
 */
function isRemainder(tokens: readonly Token[], verb: number): boolean {
  const [first, second] = [textAt(tokens, verb + 1), textAt(tokens, verb + 2)];
  return (
    /^(keeps|preserves|retains|leaves)$/.test(textAt(tokens, verb)) ||
    second === "else" ||
    /^(others|everything|none|nothing|no)$/.test(first) ||
    /^(the rest|all others?|any others?|every other)$/.test(`${first} ${second}`)
  );
}

/**
 * "emails" is a verb in "shows the total and emails the owner", and a noun in "lists calls and
 * emails".
 */
function isOutputVerb(tokens: readonly Token[], at: number, left: readonly Token[]): boolean {
  const next = tokens[at + 1];
  if (
    !textAt(tokens, at).endsWith("s") ||
    !isFormOf(outputVerbs, tokens[at]) ||
    isA("preposition", next)
  )
    return false;
  return isA("determiner", next) || !isPlural(left, left.length - 1);
}

/** After "can filter by date and": "export", or any verb with an object. */
function isSecondChoice(
  tokens: readonly Token[],
  right: number,
  first: Token | undefined,
): boolean {
  const word = textAt(tokens, right);
  // "rename a board and persist the change": the same act.
  if (/^(changes?|result|choice|selection|update)$/.test(textAt(tokens, right + 2))) return false;
  const isChoice =
    choiceVerbs.has(word) ||
    (verbs.has(word) && (isA("determiner", tokens[right + 1]) || isPlacedPlural(tokens, right)));
  const isAct = isFormOf(verbs, first) || isFormOf(choiceVerbs, first);
  return isChoice && isAct && !navigationVerbs.has(first?.text ?? "");
}

/** "move tasks between columns": an act with things and a place of its own. */
function isPlacedPlural(tokens: readonly Token[], verb: number): boolean {
  return (
    isPlural(tokens, verb + 1) &&
    /^(between|within|across|into|onto)$/.test(textAt(tokens, verb + 2))
  );
}

/** "closes the dialog, refreshes the table": a verb right after a comma, and no person acts. */
function isVerbSeries(clause: readonly Token[], verb: number): boolean {
  const isNext = (token: Token | undefined) =>
    token?.text.endsWith("s") === true && isFormOf(outputVerbs, token);
  return (
    clause.some(({ text }, at) => text === "," && isNext(clause[at + 1])) &&
    !hasPersonBefore(clause, verb)
  );
}
