import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isFormOf, isPerson, isVerb } from "../grammar.ts";
import { observableStates, vagueVerbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { hasMeasure } from "../number.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds an adverb that states an opinion: "behaves predictably", "oddly spaced". List: `factual`
 * (adverbs that don't).
 */
export function evaluativeAdverb({ tokens }: Line, lists: WordLists): Span | undefined {
  const factual = getList(lists, "factual");
  if (tokens.some(({ kind, text }) => /^(quote|code|number)$/.test(kind) || text === ":"))
    return undefined;
  const index = tokens.findIndex(
    ({ kind, text }, at) =>
      at > 0 &&
      kind === "word" &&
      /...ly$/.test(text) &&
      factual.matchAt(tokens, at) === 0 &&
      !isA("determiner", tokens[at - 1]) &&
      !isA("preposition", tokens[at - 1]),
  );
  return index < 0 ? undefined : spanOf(tokens, index);
}

/** Finds "enough" after an adjective, without a measure: "clear enough for a child". */
export function enoughWithoutMeasure(line: Line): Span | undefined {
  const { tokens } = line;
  const index = tokens.findIndex(
    ({ text, kind }, at) => kind === "word" && text === "enough" && isLinkingWord(tokens[at - 2]),
  );
  return index < 0 || hasMeasure(line) ? undefined : spanOf(tokens, index - 1, 2);
}

/** Finds an impression: "feels roomy", "sounds human", "comes out sharp". */
export function perceptionVerb({ tokens }: Line): Span | undefined {
  const index = tokens.findIndex(
    (_, at) => at > 0 && isPerceptionVerb(tokens, at) && isSubjectiveComplement(tokens, at + 1),
  );
  return index < 0 ? undefined : spanOf(tokens, index, 2);
}

function isPerceptionVerb(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index);
  if (/^(feels?|sounds?)$/.test(text) && !/^(and|or|,)$/.test(textAt(tokens, index - 1)))
    return isVerb(tokens, index) || isA("modal", tokens[index - 1]);
  return /^(across|over|out)$/.test(text) && /^comes?$/.test(textAt(tokens, index - 1));
}

function isSubjectiveComplement(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token?.kind !== "word") return false;
  if (/^(off|flat|dead|right|wrong|old|dated)$/.test(token.text))
    return /^feels?$/.test(textAt(tokens, index - 1));
  if (observableStates.has(token.text) || isA("preposition", token)) return false;
  if (/^(like|more|as)$/.test(token.text)) return true;
  return (
    next === undefined ||
    next.kind === "mark" ||
    isA("preposition", next) ||
    /^(and|or|to|even|when|enough)$/.test(next.text)
  );
}

const linkingWords = wordSet(`
  is are be stay stays remain remains look looks feel feels seem seems sound sounds get gets
  become becomes keep keeps run runs load loads a an
`);

function isLinkingWord(token: Token | undefined): boolean {
  return linkingWords.has(token?.text ?? "");
}

/**
 * Finds the absence of something nobody can count: "without any fuss", "no nasty surprises". Lists:
 * `without` (words for the absence), `snags` (what is absent).
 */
export function freeOfTrouble({ tokens }: Line, lists: WordLists): Span | undefined {
  const snags = getList(lists, "snags");
  const without = getList(lists, "without");
  for (let index = 0; index < tokens.length; index++) {
    const length = without.matchAt(tokens, index);
    // "reports no issues" is what a tool says, "continues without interruption" what it does.
    if (length === 0 || isReportedAbsence(tokens, index)) continue;
    const end = [0, 1, 2].find((skip) => snags.matchAt(tokens, index + length + skip) > 0);
    // "without stale-cache issues" names the kind.
    if (end === 2 && tokens[index + length + 1]?.joined) continue;
    if (end !== undefined && !isVisibleCondition(tokens, index + length + end))
      return spanOf(tokens, index, length + end + snags.matchAt(tokens, index + length + end));
  }
  return undefined;
}

/** "reports no issues", "`lint` shows no new issues". */
function isReportedAbsence(tokens: readonly Token[], index: number): boolean {
  return tokens[0]?.kind === "code" || isFormOf(reportVerbs, tokens[index - 1]);
}

const reportVerbs = wordSet("report find list detect return print proceed continue");

/** "A board with no issues shows a line": the words describe something visible. */
function isVisibleCondition(tokens: readonly Token[], index: number): boolean {
  const verb = findVerb(tokens, index + 1, tokens.length);
  return (verb > 0 && !isFormOf(vagueVerbs, tokens[verb])) || isPerson(tokens, index);
}
