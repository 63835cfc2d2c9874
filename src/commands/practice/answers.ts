import type { Context } from "../../context.ts";
import { choicesOf, type Question } from "../../domain/library/step.ts";
import { findDrillQuestion } from "../../domain/practice/drill-questions.ts";
import type { DrillSession } from "../../domain/practice/drill-session.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { cleanLine, cleanText } from "../../domain/text/clean.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { Store } from "../../store/contract.ts";
import { parseAssignments, usageError } from "../shared/arguments.ts";
import { createChange } from "../shared/change.ts";
import { assertOwnWords } from "../shared/own-words.ts";
import { saveSession } from "./save.ts";

/** Saves answers that were given as flags, in the order in which they would be asked. */
export async function answerDrillByFlags(
  context: Context,
  store: Store,
  session: DrillSession,
  words: readonly string[],
): Promise<DrillSession> {
  const given = parseAssignments("--answer", words);
  assertOwnWords(...given.values());
  const { now, inAgentShell = false } = createChange(context);
  const stamp = { now, via: "flag" as const, inAgentShell };
  return saveSession(store, session, (current) => {
    assertDrillAnswers(current, given);
    const left = new Map(given);
    const answered = applyDrillAnswers(current, left, stamp).finish(now, { asksAll: false });
    const [early] = left.keys();
    if (early !== undefined && !answered.isFinished) throw tooEarlyError(early);
    // A name that the drill turns out not to have is passed over: a refusal would save nothing, and
    // tell what isn't planted to someone who can still change their verdicts.
    return answered.isFinished ? applyDrillAnswers(answered, left, stamp) : answered;
  });
}

/** Throws for a name or an answer that can't be. Nothing here depends on what is planted. */
function assertDrillAnswers(session: DrillSession, given: ReadonlyMap<string, string>): void {
  for (const [name, typed] of given) {
    const question = session.isFinished
      ? session.questions.find((each) => each.name === name)?.question
      : findDrillQuestion(session.attempt, name);
    if (!question) throw unknownNameError(session, name);
    readDrillAnswer(question, name, typed);
  }
}

function tooEarlyError(name: string) {
  return usageError(
    `"${name}" is asked once every check has a verdict and "else" an answer. Nothing was saved.`,
    'Answer them first, or in the same command. If nothing else is wrong: --answer "else="',
  );
}

type Stamp = Parameters<DrillSession["answer"]>[2];

/** Saves the answers that fit now, and takes them off the list. */
function applyDrillAnswers(
  start: DrillSession,
  left: Map<string, string>,
  stamp: Stamp,
): DrillSession {
  let session = start;
  for (const { name, question } of start.questions) {
    const typed = left.get(name);
    if (typed === undefined) continue;
    session = session.answer(name, readDrillAnswer(question, name, typed), stamp);
    left.delete(name);
  }
  return session;
}

/** Returns an answer as it is saved. Throws if it doesn't fit the question. */
function readDrillAnswer(question: Question, name: string, typed: string): string {
  const text = question.type === "text" ? cleanText(typed) : cleanLine(typed);
  const word = question.type === "text" ? text : readDrillChoice(choicesOf(question), text);
  const problem = validateAnswer(question, [word], { subject: `"${name}"` });
  if (problem) throw usageError(`${problem.message} Nothing was saved.`, problem.fix);
  return word;
}

/** Returns the value of a choice that was typed as it is shown: "Not met" is `not-met`. */
function readDrillChoice(choices: ReturnType<typeof choicesOf>, typed: string): string {
  const normal = (text: string) => text.toLowerCase().replace(/[\s_]+/g, "-");
  return choices.find(({ value }) => value === normal(typed))?.value ?? typed;
}

function unknownNameError({ drill, isFinished, questions }: DrillSession, name: string) {
  const names = questions.map((question) => question.name);
  if (isFinished && !name.startsWith("named."))
    return usageError(
      `You've seen what was planted in this drill, so "${name}" can't be answered anymore.`,
      `To see it again: builder-pm practice ${drill.id}\nTo try again, add --again.`,
    );
  const all =
    names.length > 0
      ? `Use ${joinWords(names, "or")}.`
      : "The answers are verdict.1, sure.1 (1 is a guess, 3 is sure), saw.1 and so on, and else.";
  return usageError(
    `This drill has no question "${name}". Nothing was saved.`,
    suggestWord(name, names, all),
  );
}
