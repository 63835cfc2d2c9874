import { classify, NONE, type Weights } from "../../learned/classifier.ts";
import type { ReadText } from "../read-text.ts";
import { MIN_LINES } from "./features.ts";
import { type JudgedInContext, judgeTexts } from "./judge-texts.ts";
import { listPossibleAnswers, type PossibleAnswer, RIGHT } from "./trust.ts";
import type { Learned } from "./weights.ts";

/** How likely an answer must be right. A line without a place is still offered at its question. */
const MIN_RIGHT = 0.85;
/** Below the name of its question, a line of longer notes stays if it is this likely right, */
const MIN_KEPT = 0.3;
/** and unless others are this likely, and one of them is right. */
const MIN_DOUBT = 0.8;
/** Below the name of a question that isn't what the rules say, less will do if nothing is right. */
const MIN_BELOW_NAME = 0.5;

/** A possible answer, and how likely it is right. */
interface WeighedAnswer {
  question: string;
  right: number;
}

/** What texts are placed with. */
interface Given {
  /** The number of all lines of the notes. */
  lineCount: number;
  /** The ids of the questions that are asked. */
  asked: ReadonlySet<string>;
  learned: Learned;
}

/**
 * Says of each text which question it answers, by the rules together with what was learned from
 * documents. Questions that weren't learned are left to the rules.
 */
export function placeTexts(
  texts: readonly ReadText[],
  { lineCount, asked, learned: weights }: Given,
): ReadText[] {
  const learned = new Set(weights.answers.classes.split(" ").filter((id) => asked.has(id)));
  if (learned.size === 0) return [...texts];
  const all = judgeTexts(texts, lineCount, weights);
  const minKept = lineCount < MIN_LINES ? 0 : MIN_KEPT;
  return texts.map((text, index) => {
    if (text.isFixed || (text.question !== undefined && !learned.has(text.question))) return text;
    const judged = all[index] as JudgedInContext;
    const possible = listPossibleAnswers(text, judged)
      .filter(({ question }) => learned.has(question))
      .map((answer) => weighAnswer(answer, weights.trust))
      .toSorted((one, other) => other.right - one.right);
    const kept = text.isSure ? findIfLikely(text.question, possible, minKept) : undefined;
    if (kept && !isInDoubt(text, judged)) return text;
    const right = possible.find(({ right }) => right >= MIN_RIGHT)?.question;
    return answerWith(text, right ?? kept ?? findBelowName(text, possible));
  });
}

/** Only another answer is a doubt: what stands below a name need not look like an answer. */
function isInDoubt({ question }: ReadText, { likely }: JudgedInContext): boolean {
  const others = [...likely].filter(([id]) => id !== question && id !== NONE);
  return others.reduce((total, [, share]) => total + share, 0) >= MIN_DOUBT;
}

/** What the rules move away from below a name stays there rather than getting lost. */
function findBelowName(
  { question, named }: ReadText,
  possible: readonly WeighedAnswer[],
): string | undefined {
  if (question === undefined || question === named) return undefined;
  return findIfLikely(named, possible, MIN_BELOW_NAME);
}

/** Returns the question if it is among the possible answers and this likely right. */
function findIfLikely(
  question: string | undefined,
  possible: readonly WeighedAnswer[],
  min: number,
): string | undefined {
  return possible.find((answer) => answer.question === question && answer.right >= min)?.question;
}

function weighAnswer({ question, features }: PossibleAnswer, trust: Weights): WeighedAnswer {
  return { question, right: classify(features, trust).likely.get(RIGHT) ?? 0 };
}

/** The words before a colon may say more than that they are a label. */
function answerWith(text: ReadText, question: string | undefined): ReadText {
  if (question === undefined || question === text.question || text.line.kind === "row")
    return { ...text, question };
  return { ...text, question, entry: { ...text.entry, text: text.whole } };
}
