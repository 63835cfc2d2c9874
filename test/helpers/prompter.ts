import type { Prompter } from "../../src/prompts/prompter.ts";

/** What a person does at one question: chooses a value, types a text, or presses Ctrl+C. */
export type ScriptedAnswer = { choose: string; startsOn?: string } | { type: string; hint?: string } | "stop";

/** A prompter that takes its answers from `left` and throws when a question was not foreseen. */
export function createScriptedPrompter(left: ScriptedAnswer[], stop: () => never): Prompter {
  const next = (message: string) => {
    const answer = left.shift();
    if (answer === undefined) throw new Error(`A question was not foreseen: ${message}`);
    return answer === "stop" ? stop() : answer;
  };
  return {
    select: async ({ message, choices, initial }) => {
      const answer = next(message);
      const values = choices.map(({ value }) => value);
      const chosen = "choose" in answer ? choices.find(({ value }) => value === answer.choose) : undefined;
      if (!chosen) throw new Error(`"${message}" offers ${values}, not ${JSON.stringify(answer)}`);
      if ("startsOn" in answer && answer.startsOn !== initial)
        throw new Error(`"${message}" starts on ${initial}, not on ${answer.startsOn}`);
      return chosen.value;
    },
    text: async ({ message, hint }) => {
      const answer = next(message);
      if (!("type" in answer)) throw new Error(`"${message}" takes text, not ${JSON.stringify(answer)}`);
      if (answer.hint !== undefined && answer.hint !== hint)
        throw new Error(`The hint of "${message}" is not "${answer.hint}" but "${hint}"`);
      return answer.type;
    },
    close: () => {},
  };
}
