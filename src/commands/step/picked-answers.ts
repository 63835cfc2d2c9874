import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import type { Typed, TypedByName } from "../../domain/project/unfinished.ts";
import type { Past } from "./interview.ts";

/** What a screen offered, and the names of the questions that were picked to be changed. */
interface Picked {
  answers: readonly { question: SessionQuestion }[];
  picked: ReadonlySet<string>;
}

/** Lists the answers that were picked to be changed and weren't yet, with what was offered. */
export function listStillPicked(
  { open }: StepSession,
  { ahead }: Pick<Past, "ahead">,
  { answers, picked }: Picked,
): TypedByName {
  const isWaiting = (name: string) =>
    ahead.has(name) || open.some((one) => one.name === name && !one.typed);
  return new Map(
    answers
      .filter(({ question: { name } }) => picked.has(name) && isWaiting(name))
      .map(({ question }) => [question.name, toTyped(question)]),
  );
}

/** Returns an offered answer as something to go on with. */
function toTyped({ question, lines }: SessionQuestion): Typed {
  const texts = lines.map(({ text }) => text).filter(Boolean);
  return question.type === "list" ? { lines: texts } : { draft: texts[0] };
}
