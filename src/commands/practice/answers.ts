import type { Context } from "../../context.ts";
import { choicesOf } from "../../domain/library/step.ts";
import type { DrillSession } from "../../domain/practice/drill-session.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { cleanLine, cleanText } from "../../domain/text/clean.ts";
import { suggestWord } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { Store } from "../../store/contract.ts";
import { parseAssignments } from "../shared/arguments.ts";
import { createChange } from "../shared/change.ts";
import { usageError } from "../step/named-answers.ts";
import { saveSession } from "./save.ts";

/** Saves answers that were given as flags, in the order in which they would be asked. */
export async function answerDrillByFlags(
  context: Context,
  store: Store,
  session: DrillSession,
  words: readonly string[],
): Promise<DrillSession> {
  const given = parseAssignments("--answer", words);
  const { now, inAgentShell = false } = createChange(context);
  const stamp = { now, via: "flag" as const, inAgentShell };
  return saveSession(store, session, (current) => {
    const left = new Map(given);
    const answered = applyDrillAnswers(current, left, stamp).finish(now, { asksAll: false });
    // What is planted beyond the checks is known only then.
    const named = answered.isFinished ? applyDrillAnswers(answered, left, stamp) : answered;
    const [unknown] = left.keys();
    if (unknown !== undefined) throw unknownNameError(named, unknown);
    return named;
  });
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
    const text = question.type === "text" ? cleanText(typed) : cleanLine(typed);
    const word = question.type === "text" ? text : readDrillChoice(choicesOf(question), text);
    const problem = validateAnswer(question, [word], { subject: `"${name}"` });
    if (problem) throw usageError(`${problem.message} Nothing was saved.`, problem.fix);
    session = session.answer(name, word, stamp);
    left.delete(name);
  }
  return session;
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
      `To try again: builder-pm practice ${drill.id} --again`,
    );
  const all =
    names.length > 0
      ? `Use ${joinWords(names, "or")}.`
      : "The answers are verdict.1, sure.1, saw.1 and so on, and else.";
  return usageError(
    `This drill has no question "${name}". Nothing was saved.`,
    suggestWord(name, names, all),
  );
}
