import { parseAnswerName } from "../../domain/library/reference.ts";
import { findNamedQuestion } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import type { Typed, TypedByName } from "../../domain/project/unfinished.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { describeChoices } from "../shared/arguments.ts";
import type { StepWords } from "./command-line.ts";

/** A line of a list that is asked for alone. */
type RedoneLine = NonNullable<StepWords["redoneLine"]>;

/** What `--redo` names. */
export interface Redone {
  redo?: string;
  redoneCheck?: string;
  redoneLine?: RedoneLine;
}

/**
 * Reads the name of one line of a list, such as `edges.2`: only that line is asked for again.
 * Returns undefined for any other name. Throws if the list has no such line.
 */
export function readRedoneLine(session: StepSession, redo: string): Redone | undefined {
  const { question: id, entry } = parseAnswerName(redo);
  const question = findNamedQuestion(session.step, id);
  if (entry === undefined || question?.type !== "list" || question.each) return undefined;
  const count = session.linesOf({ question }).length;
  if (count === 0) return { redo: id };
  const number = Number(entry);
  const names = Array.from({ length: count }, (_, index) => nameLine(session, id, index + 1));
  const name = names[number - 1];
  if (name !== undefined) return { redo: id, redoneLine: { number, name } };
  const what = isListOfChecks(session, id) ? `check C${entry}` : `line ${entry}`;
  throw new UserError(`There is no ${what}.`, {
    exitCode: ExitCode.usage,
    fix: describeChoices("", names),
  });
}

function nameLine(session: StepSession, id: string, number: number): string {
  return isListOfChecks(session, id) ? `C${number}` : `${id}.${number}`;
}

/** Returns true for the list of checks, whose lines are known by their number. */
function isListOfChecks({ steps, step }: StepSession, id: string): boolean {
  return steps.some(({ questions }) =>
    questions.some(({ verdicts, each }) => verdicts && each === `${step.id}.${id}`),
  );
}

/** Returns a list as a question about one of its lines. */
export function askLineOf(
  asking: SessionQuestion,
  { number, name }: RedoneLine,
): SessionQuestion & { prompt: string } {
  const { id, lint } = asking.asked;
  const what = name.includes(".") ? `line ${number}` : name;
  return {
    ...asking,
    ...{ hints: [], candidates: [], leftover: [], before: [], proposed: undefined },
    asked: { id, lint, type: "text", ask: `What should ${what} say?` },
    lines: asking.lines.slice(number - 1, number),
    typed: readTypedLine(asking.typed, number),
    prompt: "New wording:",
  };
}

/** Returns the whole list with another text for one of its lines. */
export function replaceLine(
  session: StepSession,
  asking: SessionQuestion,
  { number }: RedoneLine,
  [line]: readonly AnswerLine[],
): AnswerLine[] {
  const lines = session.linesOf(asking);
  return line ? lines.with(number - 1, line) : lines;
}

/** What was typed for one line, as the list itself takes it: `2: new text`. */
export function keepTypedLine(
  session: StepSession,
  typed: TypedByName,
  { number }: RedoneLine,
): TypedByName {
  const kept = [...typed].map(([name, { draft }]): [string, Typed] => {
    const asking = session.redoable.find((question) => question.name === name);
    const lines = asking ? session.linesOf(asking).map(({ text }) => text) : [];
    return [name, { lines, draft: draft && `${number}: ${draft}` }];
  });
  return new Map(kept);
}

function readTypedLine(typed: Typed | undefined, number: number): Typed | undefined {
  const lead = `${number}: `;
  return typed?.draft?.startsWith(lead) ? { draft: typed.draft.slice(lead.length) } : undefined;
}
