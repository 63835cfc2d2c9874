import { type Features, NONE } from "../../learned/classifier.ts";
import type { ReadText } from "../read-text.ts";
import type { JudgedInContext } from "./judge-texts.ts";

/** The class of an answer that can be trusted; the other one is `NONE`. */
export const RIGHT = "right";
/** Of other languages, and of most tables of data, too few words are known. */
const MIN_KNOWN = 0.5;
/** Keeps the odds of what is all but certain from growing without end. */
const LEAST = 0.001;
/** More sentences or lines say no more about a text. */
const MANY = 5;
/** The length of a short text, in characters, and how often it fits into a long one. */
const SHORT = 60;
const LONG = 4;

/** An answer that a text may give, with what speaks for trusting it. */
export interface PossibleAnswer {
  question: string;
  features: Features;
}

/** Lists what the rules and the words of a text say that it answers: none, one, or two. */
export function listPossibleAnswers(text: ReadText, judged: JudgedInContext): PossibleAnswer[] {
  const likeliest = judged.known < MIN_KNOWN ? NONE : findLikeliest(judged.likely);
  const found = new Set([text.question ?? NONE, likeliest]);
  found.delete(NONE);
  return [...found].map((question) => ({
    question,
    features: describe(question, text, { ...judged, likeliest }),
  }));
}

function findLikeliest(likely: JudgedInContext["likely"]): string {
  return [...likely].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? NONE;
}

function describe(
  question: string,
  text: ReadText,
  { likely, likeliest, known, around }: JudgedInContext & { likeliest: string },
): Features {
  const isByRule = text.question === question;
  const others = [...likely].filter(([id]) => id !== question && id !== NONE);
  const odds = {
    likely: toOdds(likely.get(question)),
    "likely by rule": isByRule ? toOdds(likely.get(question)) : 0,
    none: toOdds(likely.get(NONE)),
    other: toOdds(Math.max(...others.map(([, share]) => share))),
    known,
    ...describeAround(question, around),
    sentences: Math.min(MANY, text.whole.match(/[.!?]\s/g)?.length ?? 0),
    lines: Math.min(MANY, text.entry.lines.length),
  };
  const marks = {
    [`rule ${question}`]: isByRule,
    [`words ${question}`]: likeliest === question,
    "by rule": isByRule,
    "by both": isByRule && likeliest === question,
    "no rule": text.question === undefined,
    sure: isByRule && text.isSure,
    apart: text.isApart,
    joined: text.entry.lines.length > 1,
    [text.line.kind]: true,
    [`length ${Math.min(LONG, Math.floor(text.whole.length / SHORT))}`]: true,
  };
  const named = Object.entries(marks).filter(([, is]) => is);
  return new Map([...Object.entries(odds), ...named.map(([name]) => [name, 1] as const)]);
}

/** What the text says by itself about a question, and what the texts around it say. */
function describeAround(question: string, around: Features): Record<string, number> {
  const read = (name: string) => around.get(name) ?? 0;
  return {
    own: read(`own ${question}`),
    "own none": read(`own ${NONE}`),
    section: read(`section ${question}`),
    near: read(`near ${question}`),
  };
}

function toOdds(share = 0): number {
  return Math.log((share + LEAST) / (1 - share + LEAST));
}
