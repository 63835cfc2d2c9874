import type { ReadText } from "../read-text.ts";
import { classify, NONE, type Weights } from "./classifier.ts";
import { type JudgedInContext, judgeTexts } from "./judge-texts.ts";
import { listPossibleAnswers, type PossibleAnswer, RIGHT } from "./trust.ts";
import type { Learned } from "./weights.ts";

/** How likely an answer must be right. A line without a place is still offered at its question. */
const MIN_RIGHT = 0.85;
/** Below the name of its question, a line stays unless others are this likely, and one is right. */
const MIN_DOUBT = 0.8;
/** Below the name of a question that isn't what the rules say, less will do if nothing is right. */
const MIN_BELOW_NAME = 0.5;

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
  return texts.map((text, index) => {
    if (text.isFixed || (text.question !== undefined && !learned.has(text.question))) return text;
    const judged = all[index] as JudgedInContext;
    const named = text.isSure ? text.question : undefined;
    if (named && !isInDoubt(text, judged)) return text;
    const possible = listPossibleAnswers(text, judged).filter(({ question }) =>
      learned.has(question),
    );
    const right = findRight(possible, weights.trust, MIN_RIGHT);
    return answerWith(text, right ?? named ?? findBelowName(text, possible, weights.trust));
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
  possible: readonly PossibleAnswer[],
  trust: Weights,
): string | undefined {
  if (question === undefined || question === named) return undefined;
  const below = possible.filter((answer) => answer.question === named);
  return findRight(below, trust, MIN_BELOW_NAME);
}

function findRight(
  possible: readonly PossibleAnswer[],
  trust: Weights,
  min: number,
): string | undefined {
  const [best] = possible
    .map(({ question, features }) => ({ question, right: trustIn(features, trust) }))
    .toSorted((one, other) => other.right - one.right);
  return best && best.right >= min ? best.question : undefined;
}

function trustIn(features: PossibleAnswer["features"], trust: Weights): number {
  return classify(features, trust).likely.get(RIGHT) ?? 0;
}

/** The words before a colon may say more than that they are a label. */
function answerWith(text: ReadText, question: string | undefined): ReadText {
  if (question === undefined || question === text.question || text.line.kind === "row")
    return { ...text, question };
  return { ...text, question, entry: { ...text.entry, text: text.whole } };
}
