import type { MultiQuestion, Prompter, TextQuestion } from "../../src/prompts/prompter.ts";

/**
 * What a person does at one question: chooses a value, marks several, goes back from such a list,
 * types a text (an empty one keeps the prefilled text), clears it, or presses Ctrl+C after typing
 * the text in `stop`.
 * `startsOn` is the expected prefilled text or choice, and `asked` is a part of the expected question.
 */
export type ScriptedAnswer =
  | { choose: string; startsOn?: string; asked?: string }
  | { mark: string[]; startsOn?: string[]; asked?: string }
  | { leave: true }
  | { type: string; hint?: string; startsOn?: string; asked?: string }
  | { stop: string; startsOn?: string }
  | { clear: true; startsOn?: string }
  | "stop";

/** Creates a prompter that takes its answers from `left` and throws at an unexpected question. */
export function createScriptedPrompter(left: ScriptedAnswer[], stop: () => never): Prompter {
  const next = (message: string) => {
    const answer = left.shift();
    if (answer === undefined) throw new Error(`A question was not foreseen: ${message}`);
    if (answer === "stop") return stop();
    if ("asked" in answer && answer.asked !== undefined && !message.includes(answer.asked))
      throw new Error(`"${answer.asked}" was to be asked, not "${message}"`);
    return answer;
  };
  return {
    select: async ({ message, choices, initial }) => {
      const answer = next(message);
      const values = choices.map(({ value }) => value);
      const chosen =
        "choose" in answer ? choices.find(({ value }) => value === answer.choose) : undefined;
      if (!chosen) throw new Error(`"${message}" offers ${values}, not ${JSON.stringify(answer)}`);
      if ("startsOn" in answer && answer.startsOn !== initial)
        throw new Error(`"${message}" starts on ${initial}, not on ${answer.startsOn}`);
      return chosen.value;
    },
    multi: async (question) => answerMulti(next(question.message), question),
    text: async (question) => answerText(next(question.message), question, stop),
    close: () => {},
  };
}

function answerMulti<T extends string, L extends string>(
  answer: Exclude<ScriptedAnswer, "stop">,
  { message, choices, initial = [], isRequired = false, leave }: MultiQuestion<T, L>,
): T[] | L {
  if ("leave" in answer && leave) return leave.value;
  const marked = "mark" in answer ? answer.mark : undefined;
  const chosen = choices.filter(({ value }) => marked?.includes(value));
  if (isRequired && marked?.length === 0) throw new Error(`"${message}" needs at least one choice`);
  if (!("mark" in answer) || chosen.length !== answer.mark.length)
    throw new Error(
      `"${message}" offers ${choices.map(({ value }) => value)}, not ${JSON.stringify(answer)}`,
    );
  if (answer.startsOn && JSON.stringify(answer.startsOn) !== JSON.stringify(initial))
    throw new Error(`"${message}" starts on ${initial}, not on ${answer.startsOn}`);
  return chosen.map(({ value }) => value);
}

function answerText(
  answer: Exclude<ScriptedAnswer, "stop">,
  question: TextQuestion,
  stop: () => never,
): string {
  const { message, hint, initial, keepDraft } = question;
  assertStart(answer, question);
  if ("clear" in answer) return "";
  if ("stop" in answer) {
    keepDraft?.(answer.stop);
    return stop();
  }
  if (!("type" in answer))
    throw new Error(`"${message}" takes text, not ${JSON.stringify(answer)}`);
  if (answer.hint !== undefined && answer.hint !== hint)
    throw new Error(`The hint of "${message}" is not "${answer.hint}" but "${hint}"`);
  return answer.type || (initial ?? "");
}

/** Throws if a prompt doesn't start with the expected text. */
function assertStart(
  answer: Exclude<ScriptedAnswer, "stop">,
  { message, initial = "" }: TextQuestion,
): void {
  if ("startsOn" in answer && answer.startsOn !== initial)
    throw new Error(`"${message}" starts on ${initial}, not on ${answer.startsOn}`);
}
