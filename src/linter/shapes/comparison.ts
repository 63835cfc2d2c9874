import { wordSet } from "../../domain/text/word-set.ts";
import { endsPhrase, findVerb, isA, isFormOf } from "../grammar.ts";
import { lookalikes, measures, people, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { hasMeasure } from "../number.ts";
import { getList, type WordLists } from "../shape.ts";
import type { Terms } from "../terms.ts";
import { type Token, textAt } from "../token.ts";

const comparisonLeads = wordSet(`
  is are was were be been get gets getting become becomes feel feels felt look looks seem seems
  stay stays run runs go goes load loads work works make makes keep keeps it them much far even
  considerably significantly noticeably way slightly somewhat lot bit visibly measurably
  substantially dramatically markedly little or and faster burning takes take have has need needs
`);

/**
 * Finds a comparison without a number: "loads faster", "fewer clicks than", "is lighter than".
 * List: `comparatives`.
 */
export function comparative(line: Line, lists: WordLists): Span | undefined {
  const { tokens } = line;
  const words = getList(lists, "comparatives");
  for (let index = 0; index < tokens.length; index++) {
    const length = words.matchAt(tokens, index);
    if (
      (length > 0 || isUnknownComparative(tokens, index) || isThanComparative(tokens, index)) &&
      !isOrderComparison(tokens, index) &&
      isVagueComparison(tokens, index, Math.max(1, length))
    )
      return hasMeasure(line) ? undefined : spanOf(tokens, index, Math.max(1, length));
  }
  return undefined;
}

/** After "is" or "gets", any word in -er that is not a person or a thing: "feels snugger". */
function isUnknownComparative(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (
    token?.kind !== "word" ||
    token.joined ||
    !token.text.endsWith("er") ||
    !/[^e]er$/.test(token.text) ||
    token.text.length < 5 ||
    lookalikes.has(token.text)
  )
    return false;
  return (
    /^(is|are|gets?|feels?|becomes?|looks?|seems?|runs?)$/.test(textAt(tokens, index - 1)) &&
    (tokens[index + 1] === undefined ||
      isMark(tokens[index + 1]) ||
      isA("preposition", tokens[index + 1])) &&
    !people.has(token.text)
  );
}

/** "answers come back snappier than last year": a word in -er right before "than". */
function isThanComparative(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (tokens[index + 1]?.text !== "than" || token?.kind !== "word") return false;
  return (
    /[^e]er$/.test(token.text) &&
    !/^(other|rather|either|neither|older|newer|later|earlier)$/.test(token.text)
  );
}

function isMark(token: Token | undefined): boolean {
  return token?.kind === "mark";
}

/** "the larger file", "no later than", "if it is lower than": two known things are compared. */
function isOrderComparison(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (
    tokens[index]?.joined ||
    comparesOrder(tokens) ||
    isPreference(tokens, index) ||
    (before && /^(no|never|not|the|whichever|any|older|one)$/.test(before.text))
  )
    return true;
  for (let at = index - 1; at >= 0 && !/^[,;:.]$/.test(textAt(tokens, at)); at--) {
    if (/^(moment|soon|minute)$/.test(textAt(tokens, at))) return true;
    if (
      isA("subordinator", tokens[at]) &&
      !/^(once|after|since|so|until)$/.test(textAt(tokens, at))
    )
      return true;
  }
  return false;
}

/** "On a tie, prefer higher resolution": which of two things is taken. */
function isPreference(tokens: readonly Token[], index: number): boolean {
  return (
    /^(?:prefers?|picks?|takes?|chooses?)$/.test(textAt(tokens, index - 1)) &&
    tokens.some(({ text }) => /^(?:ties?|two|both|between|several|when|if)$/.test(text))
  );
}

const orderVerbs = wordSet(`
  sort sorts stand stands play plays come comes rank ranks appear appears goes go sit sits list
  lists listed shown sorted run runs printed served processed handled executed emptied sent
`);

/** "Shorter titles sort before longer ones", "the higher bid wins": a sort order. */
function comparesOrder(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, index) =>
      /^wins?$/.test(text) ||
      (/^ones?$/.test(text) && textAt(tokens, index - 1).endsWith("er")) ||
      (/^(before|after|above|below|ahead|atop|first|last)$/.test(text) &&
        orderVerbs.has(textAt(tokens, index - 1))),
  );
}

/** "loads more rows", "More rows are loaded when": some are added. */
function addsMore(tokens: readonly Token[], index: number): boolean {
  if (textAt(tokens, index) !== "more") return false;
  const verb = tokens.findIndex(({ text }) => /^(are|is)$/.test(text));
  const isLoaded = index === 0 && verb < 5 && isFormOf(loadedWords, tokens[verb + 1]);
  return isLoaded || isFormOf(addingVerbs, tokens[index - 1]);
}

const loadedWords = wordSet("loaded shown displayed fetched added listed");

const addingVerbs = wordSet("load show display fetch add list see read find reveal want");

function isVagueComparison(tokens: readonly Token[], index: number, length: number): boolean {
  const before = tokens[index - 1];
  if (addsMore(tokens, index)) return false;
  if (/^an?$/.test(before?.text ?? "")) return measurableNouns.has(textAt(tokens, index + length));
  const than = tokens.findIndex(({ text }, at) => at >= index + length && text === "than");
  if (than > 0 && than - index < 7) return !tokens.some(({ text }) => rejectionWords.has(text));
  if (before === undefined || /^(more|less|fewer)$/.test(textAt(tokens, index))) return true;
  if (
    /^(numbers?|amounts?|detail|depth|comfort|confidence|ease|frequency)$/.test(
      textAt(tokens, index + length),
    )
  )
    return true;
  return (
    comparisonLeads.has(before.text) ||
    isFormOf(verbs, before) ||
    endsPhrase(tokens[index + length])
  );
}

/** "A bid lower than the current one is refused" compares two known things. */
const rejectionWords = wordSet(`
  reject rejects rejected refuse refuses refused block blocks blocked error warning invalid hidden
  excluded skipped
`);

const measurableNouns = wordSet(`
  time wait queue rate cost number share chance risk experience response relationship start view
  picture job way life day result results feel flow process grip handle idea understanding deal
  fit sense degree extent level amount volume proportion percentage
`);

/**
 * Finds a change without a number: "Quote turnaround improves", "Reduce the time", "returns go
 * down". Lists: `change`, `fall`, `orders`.
 */
export function changeWithoutMeasure(line: Line, lists: WordLists): Span | undefined {
  const span = findVagueChange(line.tokens, lists);
  return span && !hasMeasure(line) ? span : undefined;
}

function findVagueChange(tokens: readonly Token[], lists: WordLists): Span | undefined {
  const ordered = getList(lists, "orders").matchAt(tokens, 0);
  const isNoun = textAt(tokens, ordered) === "of" && findVerb(tokens, ordered, tokens.length) > 0;
  if (ordered > 0 && tokens.length > ordered && !isNoun) return spanOf(tokens, 0, ordered);
  const words = { change: getList(lists, "change"), fall: getList(lists, "fall") };
  for (let index = 1; index < tokens.length; index++) {
    const length = matchChange(tokens, index, words);
    if (length > 0 && isMainVerb(tokens, index) && !saysByWhat(tokens, index + length))
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** "increases by the reserved amount": how much, without a number. */
function saysByWhat(tokens: readonly Token[], index: number): boolean {
  const isAmount = tokens
    .slice(index + 1, index + 5)
    .some(({ text }) => /^(amount|quantity|value|price|sum|total|number|count|size)$/.test(text));
  return textAt(tokens, index) === "by" && isAmount;
}

function matchChange(
  tokens: readonly Token[],
  index: number,
  words: { change: Terms; fall: Terms },
): number {
  const length = words.change.matchAt(tokens, index);
  if (length > 0 || isPassiveChange(tokens, index)) return Math.max(length, 1);
  const fall = words.fall.matchAt(tokens, index);
  return fall > 0 && endsClause(tokens, index) && !isThrownAway(tokens, index) ? fall : 0;
}

/** "and isn't dropped", "no ticket is silently dropped": what is left out is no number. */
function isThrownAway(tokens: readonly Token[], index: number): boolean {
  if (textAt(tokens, index) !== "dropped") return false;
  const before = tokens.slice(Math.max(0, index - 3), index).map(({ text }) => text);
  const verb = before.findLast((text) => !/^(?:not|never|ever|also|just|\w+ly)$/.test(text)) ?? "";
  return /^(?:is|are|was|were|be|been|being|gets?)(?:n't)?$/.test(verb);
}

const changeParticiples = wordSet(`
  reduced lowered increased improved shortened cut boosted decreased enhanced minimised minimized
  maximised maximized lessened eased
`);

/** "waste is reduced", at the end of its clause. */
function isPassiveChange(tokens: readonly Token[], index: number): boolean {
  return (
    changeParticiples.has(textAt(tokens, index)) &&
    /^(is|are|gets?|be|been)$/.test(textAt(tokens, index - 1)) &&
    endsPhrase(tokens[index + 1]) &&
    textAt(tokens, index + 1) !== "to"
  );
}

/** Not in a subordinate clause, not a trigger, and not a noun. */
function isMainVerb(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (isOrderComparison(tokens, index) || /ing$/.test(textAt(tokens, 0))) return false;
  return !isA("determiner", before) && (!isA("preposition", before) || before?.joined === true);
}

const countedNouns = wordSet(`
  time times number returns tickets complaints errors calls orders requests mistakes queries
  bookings no-shows shows sales
`);

const clauseEnds = wordSet(`
  after when once over within across among for by with because since noticeably significantly
  sharply substantially a steadily in during . , ;
`);

/** "drops" or "go down" without an object: at the end, or before when, after, over, among. */
function endsClause(tokens: readonly Token[], index: number): boolean {
  const skip = /^(down|up)$/.test(textAt(tokens, index + 1)) ? 2 : 1;
  const next = tokens[index + skip];
  const named = tokens
    .slice(0, index)
    .some(({ text }) => measures.has(text) || countedNouns.has(text));
  const ends = next === undefined || clauseEnds.has(next.text);
  return ends && (named || skip === 2);
}
