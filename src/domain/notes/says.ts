import { COUNT } from "./fit.ts";
import { isErrand } from "./forms/errand.ts";
import type { NamedQuestion } from "./named-question.ts";
import { normalizeName } from "./normal-name.ts";
import type { Topic } from "./topics.ts";

/** A change of a number: "from 42 minutes to 10", "42 -> 10". */
const CHANGE =
  /\bfrom\b[^.;]{0,40}?\d(?:[^.;]|\.\d){0,60}?\bto\b[^.;]{0,30}?\d|\d\S*\s*(?:\u2192|[-=]>)\s*\S{0,3}\d|\d[^.;]{0,40}\b(?:instead of|today|now|down from|up from|rather than|and not)\b[^.;]{0,20}\d/i;
const CONDITION =
  /\b(?:if|unless|fewer than|less than|more than|above|below|under|over|no [^.;]{1,40} by)\b|[<>]/i;
/** A rule to stop counts in days or shares: what ends after seconds is a step of something. */
const SPAN =
  /%|\b(?:percent|half|thirds?|easter|christmas|summer|holidays?|season|evenings?|mornings?|nights?|days?|weeks?|months?|quarter|sprints?|pilot|trial|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b/i;
/** A case, then what happens: "Scanned twice: counts once", "no rows -> says so". */
const CASE_SIGN = /:\s+|\s*(?:[-=]>|\u2192)\s*|\s[=\u2013\u2014]\s|\s-\s/;
const MAX_CASE_WORDS = 10;
/** "We'll stop if" says enough; other rules to stop need a span of time. */
const STOPS_IF =
  /^(?:(?:and|but|so) )?(?:we|i)(?:'ll|\u2019ll|'d|\u2019d| will| would)? (?:stop|quit|give up|kill it|drop it|pull the plug|call it off|abandon it|scrap it|walk away)\b[^.;]{0,20}\b(?:if|when|unless|once|after)\b/i;
const MAX_LENGTH = 600;
const MAX_SENTENCES = 2;

/** What a line must hold besides the words, if these alone don't prove much. */
const proofs: Record<NonNullable<NamedQuestion["proof"]>, readonly RegExp[]> = {
  change: [CHANGE],
  condition: [CONDITION, SPAN],
  count: [COUNT],
  case: [],
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
  if (text.length > MAX_LENGTH || isErrand(text)) return undefined;
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
  const cases = questions.find(({ proof }) => proof === "case")?.says;
  const sure = found.filter(({ proof }) => isProven(proof));
  // What must not happen in a case may be a limit or a case.
  const [first, other] = sure.length > 0 || cases?.test(words) ? sure : found;
  return first && !other ? { question: first.id } : undefined;
}

/** What stands below the heading of a list or a bet is about that, whatever else it says. */
function keeps(around: NamedQuestion, words: string, text: string): boolean {
  const { type, proof } = around;
  if (type === "list" || (proof === "change" && CHANGE.test(text))) return true;
  return isProven(proof) && isSaid(around, words, text);
}

function isSaid({ says, proof }: NamedQuestion, words: string, text: string): boolean {
  if (proof === "case") return says !== undefined && isCaseWithEnd(says, text);
  if (!says?.test(words)) return false;
  if (proof === "condition" && STOPS_IF.test(text)) return true;
  if (proof && !proofs[proof].every((pattern) => pattern.test(text))) return false;
  return isProven(proof) || !isCase(words, says);
}

/** What holds only in a case is no rule for all of them: "if it is empty, it must not crash". */
function isCase(words: string, says: RegExp): boolean {
  return /\b(?:if|when|then|unless)\b/.test(words.slice(0, words.search(says)));
}

/** Returns true for a short case with one of these words, and what happens then. */
function isCaseWithEnd(says: RegExp, text: string): boolean {
  const [first = "", end = "", other] = text.split(CASE_SIGN);
  // More arrows are steps, numbers are a change, and "no" is what someone decided.
  if (/^["\u201c]/.test(text)) return false;
  if (other !== undefined || CHANGE.test(text) || /^(?:no|not)\b/i.test(end)) return false;
  const words = normalizeName(first);
  if (!/\p{L}{2}/u.test(end) || words.split(" ").length > MAX_CASE_WORDS) return false;
  return says.test(words);
}

/** What counts even below a heading that says otherwise. */
function isProven(proof: NamedQuestion["proof"]): boolean {
  return proof === "change" || proof === "condition" || proof === "case";
}
