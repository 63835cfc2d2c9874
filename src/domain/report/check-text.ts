import { normalizeWords } from "./status.ts";

/** How well a text fits the words of the checks. */
export interface TextFit {
  /** The check that the text speaks of without doubt. */
  index: number | undefined;
  /** How much of each check's words the text has, from 0 to 1. */
  scores: readonly number[];
}

/** Finds the check that a text speaks of. */
export type CheckFinder = (text: string) => TextFit;

const MAX_TEXT = 400;
const SURE = 0.6;
const STOP: ReadonlySet<string> = new Set(
  `the a an and or of to in on for with is are was were be it its this that as at by from i you they
  each every all when if then than into out up no not does do has have can will should must shows
  show one`.split(/\s+/),
);
const DIGITS: Record<string, string> = {
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
};

/**
 * Returns true if texts in English about several checks have no word of any check. Those with fewer
 * words than `least` don't count.
 */
export function isAboutOthers(
  checks: readonly string[],
  said: readonly string[],
  least = LEAST_TERMS,
): boolean {
  const own = new Set(checks.flatMap((check) => [...listTerms(check)]));
  const terms = said.map((text) => [...listTerms(text)]).filter(({ length }) => length >= least);
  if (terms.length < MIN_SAID || !isEnglish(checks) || !isEnglish(said)) return false;
  return terms.every((list) => list.every((term) => !own.has(term)));
}

const MIN_SAID = 3;
const LEAST_TERMS = 3;

/** A text about a check, and the check's place. */
export interface PlacedText {
  index: number;
  text: string;
}

/**
 * Returns true if texts stand at the places of their checks: half of them share a word with their
 * own check, and none fits another one better.
 */
export function isInOrder(checks: readonly string[], said: readonly PlacedText[]): boolean {
  const share = createTermSharer(checks);
  const fits = said.map(({ index, text }) => {
    const shares = share(listTerms(text));
    return { own: shares[index] ?? 0, best: Math.max(...shares) };
  });
  const fitting = fits.filter(({ own }) => own > 0).length;
  return fits.every(({ own, best }) => own >= best) && fitting * 2 >= said.length;
}

/** Counts the words that a text shares with each check; one that several have counts less. */
function createTermSharer(checks: readonly string[]) {
  const terms = checks.map(listTerms);
  const weigh = (term: string) => 1 / terms.filter((set) => set.has(term)).length;
  return (given: ReadonlySet<string>) =>
    terms.map((set) =>
      [...given].reduce((sum, term) => sum + (set.has(term) ? weigh(term) : 0), 0),
    );
}

function isEnglish(texts: readonly string[]): boolean {
  return texts.filter((text) => /\b(?:the|and|is|with|from|are|was)\b/i.test(text)).length > 1;
}

function listTerms(text: string): Set<string> {
  const words = normalizeWords(text.slice(0, MAX_TEXT)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const terms = words
    .filter((word) => !STOP.has(word))
    .map((word) => DIGITS[word] ?? stemTerm(word));
  return new Set(terms);
}

function stemTerm(word: string): string {
  if (word.length < 4) return word;
  return word.replace(/(?:ies|y)$/, "i").replace(/(?:ing|ed|es|s|e|ly)$/, "");
}

/** Prepares the words of the checks; a word that several checks have says less. */
export function createCheckFinder(checks: readonly string[]): CheckFinder {
  const terms = checks.map(listTerms);
  const counts = new Map<string, number>();
  for (const term of terms.flatMap((set) => [...set]))
    counts.set(term, (counts.get(term) ?? 0) + 1);
  const weigh = (term: string) => 1 / (counts.get(term) ?? 1);
  const sum = (list: Iterable<string>) => [...list].reduce((all, term) => all + weigh(term), 0);
  const totals = terms.map(sum);
  return (text) => {
    const given = listTerms(text);
    const known = sum(given);
    const scores = terms.map((set, index) => {
      const shared = [...given].filter((term) => set.has(term));
      const least = Math.min(totals[index] ?? 0, known);
      const isEnough = shared.length >= Math.min(2, set.size);
      return isEnough && least > 0 ? sum(shared) / least : 0;
    });
    return { index: findClearBest(scores), scores };
  };
}

/** Returns the best score's place if it is high, and no other comes near. */
function findClearBest(scores: readonly number[]): number | undefined {
  const best = scores.indexOf(Math.max(...scores));
  const others = scores.filter((_, index) => index !== best);
  const isClear = others.every((score) => score <= (scores[best] ?? 0) / 2);
  return (scores[best] ?? 0) >= SURE && isClear ? best : undefined;
}
