import { COUNT } from "./fit.ts";
import type { NamedQuestion } from "./names.ts";
import { normalizeName } from "./normal-name.ts";
import type { Topic } from "./topics.ts";

/** A change of a number: "from 42 minutes to 10", "42 -> 10". */
const CHANGE =
  /\bfrom\b[^.;]{0,40}?\d(?:[^.;]|\.\d){0,60}?\bto\b[^.;]{0,30}?\d|\d\S*\s*(?:\u2192|[-=]>)\s*\S{0,3}\d|\d[^.;]{0,40}\b(?:instead of|today|now|down from|up from|rather than|and not)\b[^.;]{0,20}\d/i;
const CONDITION =
  /\b(?:if|unless|fewer than|less than|more than|above|below|under|over|no [^.;]{1,40} by)\b|[<>]/i;
/** A rule to stop counts in days or shares: what ends after seconds is a step of something. */
const SPAN =
  /%|\b(?:percent|half|thirds?|easter|christmas|summer|holidays?|season|days?|weeks?|months?|quarter|sprints?|pilot|trial|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b/i;
const MAX_LENGTH = 600;
const MAX_SENTENCES = 2;

/** What a line must hold besides the words, if these alone don't prove much. */
const proofs: Record<NonNullable<NamedQuestion["proof"]>, readonly RegExp[]> = {
  change: [CHANGE],
  condition: [CONDITION, SPAN],
  count: [COUNT],
};

/**
 * Finds the question that the words of a line answer wherever it stands. What needs no proof counts
 * only where no heading says what the lines are about, and in notes about one thing.
 */
export function findSaid(
  questions: readonly NamedQuestion[],
  text: string,
  { topic, isAboutMuch }: { topic: Topic | undefined; isAboutMuch: boolean },
): Topic | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const sentences = text.split(/[.!?]\s/).length;
  const around = questions.find(({ id }) => typeof topic === "object" && id === topic.question);
  const words = normalizeName(text);
  if (around && keeps(around, words, text)) return undefined;
  const found = questions.filter((question) => {
    const { proof, takesCuts } = question;
    if (!isSaid(question, words, text)) return false;
    if (isProven(proof)) return sentences <= MAX_SENTENCES;
    return topic === undefined ? !isAboutMuch : takesCuts && around?.holds === undefined && around;
  });
  const sure = found.filter(({ proof }) => isProven(proof));
  const [first, other] = sure.length > 0 ? sure : found;
  return first && !other ? { question: first.id } : undefined;
}

/** What stands below the heading of a list or a bet is about that, whatever else it says. */
function keeps(around: NamedQuestion, words: string, text: string): boolean {
  const { type, proof } = around;
  if (type === "list" || (proof === "change" && CHANGE.test(text))) return true;
  return isProven(proof) && isSaid(around, words, text);
}

function isSaid({ says, proof }: NamedQuestion, words: string, text: string): boolean {
  if (!says?.test(words)) return false;
  if (proof && !proofs[proof].every((pattern) => pattern.test(text))) return false;
  return isProven(proof) || !isCase(words, says);
}

/** What holds only in a case is no rule for all of them: "if it is empty, it must not crash". */
function isCase(words: string, says: RegExp): boolean {
  return /\b(?:if|when|then|unless)\b/.test(words.slice(0, words.search(says)));
}

/** What counts even below a heading that says otherwise. */
function isProven(proof: NamedQuestion["proof"]): boolean {
  return proof === "change" || proof === "condition";
}
