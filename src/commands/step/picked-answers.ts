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

/** Names the questions that notes fill in and that aren't on the screen, which looks complete. */
export function listAskedLater(
  { open }: StepSession,
  offers: readonly SessionQuestion[],
): string[] {
  const shown = new Set(offers.map(({ name }) => name));
  return open
    .filter(({ name, proposed }) => proposed === "notes" && !shown.has(name))
    .map(({ question }) => question.label ?? question.ask);
}
