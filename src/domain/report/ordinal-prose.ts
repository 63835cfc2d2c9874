import { readBasis } from "./basis.ts";
import type { CheckClaim, Claim } from "./claim.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { BUT, normalizeWords } from "./status.ts";
import { compileForm } from "./wide-form.ts";

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const ORDINAL = `(?:${ORDINALS.join("|")})`;
/** "the third check", "the second one", "the first works". "The second booking" is none. */
const REF = compileForm(
  String.raw`
    \bthe (${ORDINAL})\b(?:\s(?:one|check|criterion|acceptance check)\b|
    (?=\s*(?:[.,:;]|$)|\s(?:is|was|works|worked|fails|failed|passes|passed|holds|does)\b))
  `,
  "g",
);
const SUBJECT = `(?:it|(?:that|this|the) (?:one|check|criterion)|the ${ORDINAL}(?: (?:one|check|criterion))?)`;

/** What a sentence says about the check that it is about; the first form that fits counts. */
const forms: readonly (readonly [Claim, RegExp])[] = [
  [
    "not-tried",
    compileForm(String.raw`
      \b(?:not|never) (?:been )?(?:try|tried|test|tested|attempt|attempted|get to|got to)\b|
      \b(?:i|was|were|is) skipped\b
    `),
  ],
  [
    "cannot-tell",
    /\b(?:cannot|could not|unable to|not able to) (?:say|tell|judge|determine|be judged)\b/,
  ],
  [
    "partly",
    compileForm(String.raw`\b${SUBJECT} (?:is|was) (?:only )?(?:partly|partially|half)\b`),
  ],
  [
    "not-met",
    compileForm(String.raw`
      \b${SUBJECT} (?:(?:is|was) (?:not (?:met|satisfied|fulfilled|working)|unmet)|fails|failed|
      (?:does|did) not (?:work|pass|hold))\b
    `),
  ],
  [
    "met",
    compileForm(String.raw`
      \b${SUBJECT} (?:(?:is|was) (?:also |fully |now )?(?:met|satisfied|fulfilled)|works|worked|
      passes|passed|holds)\b|\b(?:i|we) (?:also )?confirmed the ${ORDINAL}\b
    `),
  ],
];

/** What makes a sentence no claim: a condition, a plan, or something else that is counted. */
const OPEN =
  /\b(?:if|whether|should|would|will|until|once|unless|expected|supposed|needs?|hope|maybe|may|might)\b/;
const FAULT = /\b(?:wrong|missing|broken|fails?|failed|differs?|crash\w*|error)\b/;
const COUNTED =
  /\b(?:two|three|four|five|six|several|both|some|few|many)\s(?:\w+\s)?(?!checks\b|criteria\b)\p{L}+s\b/u;
const ABOUT_CHECKS = /\b(?:checks|criteria)\b/;

type Said = Claim | "unclear";

/** What prose says about one check. */
interface Passage {
  said: Set<Said>;
  text: string;
}

/**
 * Reads prose that calls the checks the first, the second and so on. Returns nothing unless it
 * speaks of every check that way, in words about checks: other things are counted too.
 */
export function readOrdinalProse(
  lines: readonly PlacedLine[],
  count: number,
): CheckClaim[] | undefined {
  const sentences = listSentences(lines);
  const passages = listPassages(sentences);
  const isWhole = passages.size === count && [...passages.keys()].every((index) => index < count);
  const before = sentences.slice(
    0,
    sentences.findIndex(({ named }) => named.length > 0),
  );
  if (!isWhole || count < 2 || before.some(({ text }) => COUNTED.test(text))) return undefined;
  return Array.from({ length: count }, (_, index) => settlePassage(passages.get(index)));
}

/** A sentence of prose, and whether the words up to it are about checks. */
interface Sentence {
  text: string;
  isOfChecks: boolean;
  /** The checks that it names, counted from 0. */
  named: readonly number[];
  /** True for the first one of a paragraph. */
  isFirst: boolean;
}

function listSentences(lines: readonly PlacedLine[]): Sentence[] {
  const sentences: Sentence[] = [];
  let isOfChecks = false;
  let isFirst = true;
  for (const line of lines) {
    const words = readProseLine(line);
    isOfChecks ||= line.topic === "per-check" || ABOUT_CHECKS.test(words);
    for (const sentence of words.split(/(?<=[.!?;])\s+/).filter(Boolean)) {
      const named = [...sentence.matchAll(REF)].map(([, word = ""]) => ORDINALS.indexOf(word));
      sentences.push({ text: sentence, isOfChecks, named: [...new Set(named)], isFirst });
      isFirst = false;
    }
    isFirst ||= words === "";
  }
  return sentences;
}

/** Returns the words of a line of prose that may hold claims; "" for any other line. */
function readProseLine({ kind, topic, text }: PlacedLine): string {
  const isProse = (kind === "text" || kind === "entry") && isPlace(topic);
  return isProse ? normalizeWords(text.slice(0, MAX_TEXT)) : "";
}

/**
 * Puts together what is said about each check, from where it is named to the end of a paragraph.
 */
function listPassages(sentences: readonly Sentence[]): Map<number, Passage> {
  const passages = new Map<number, Passage>();
  let current: Passage | undefined;
  for (const { text, isOfChecks, named, isFirst } of sentences) {
    if (isFirst) current = undefined;
    if (named.length > 0) current = isOfChecks ? openPassage(passages, named) : undefined;
    if (current) addSentence(current, text);
  }
  return passages;
}

const MAX_TEXT = 4000;

function isPlace(topic: PlacedLine["topic"]): boolean {
  return topic === undefined || topic === "per-check" || topic === "results";
}

/**
 * Opens the passage about a check. A sentence about several says nothing clear about each, nor does
 * one that comes back to a check, which may count something else.
 */
function openPassage(passages: Map<number, Passage>, named: readonly number[]) {
  for (const index of named) {
    const isLast = [...passages.keys()].at(-1) === index;
    const known = passages.get(index) ?? { said: new Set(), text: "" };
    if (named.length > 1 || (passages.has(index) && !isLast)) known.said.add("unclear");
    passages.set(index, known);
  }
  return named.length > 1 ? undefined : passages.get(named[0] ?? -1);
}

function addSentence(passage: Passage, sentence: string): void {
  passage.text += ` ${sentence}`;
  const claim = forms.find(([, form]) => form.test(sentence))?.[0];
  const isOpen = OPEN.test(sentence) || BUT.test(sentence);
  if (claim === "met" || claim === "not-met") passage.said.add(isOpen ? "unclear" : claim);
  else if (claim) passage.said.add(claim);
}

function settlePassage({ said, text }: Passage = { said: new Set(), text: "" }): CheckClaim {
  const [claim] = said;
  const isDoubted = claim === "met" && (BUT.test(text) || FAULT.test(text));
  if (said.size !== 1 || claim === undefined || claim === "unclear" || isDoubted)
    return { claim: undefined, basis: undefined };
  return { claim, basis: claim === "not-tried" ? undefined : readBasis(text) };
}
