import type { Context } from "../../context.ts";
import { isJudging } from "../../domain/library/judging.ts";
import { findAskedQuestion } from "../../domain/library/step.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { UserError } from "../../errors.ts";
import { findAskedOrThrow } from "../step/flags.ts";
import { nameOwnCommand } from "../step/own-command.ts";
import { assertOpen } from "../step/preconditions.ts";

/**
 * Throws in the shell of a coding agent. `command` is what the person can run in a terminal of
 * their own. There is no option that allows it anyway.
 */
export function assertOwnShell({ agent }: Context, command: string): void {
  if (agent === undefined) return;
  throw new UserError("Only the person can do this, in a terminal of their own.", {
    fix: [
      `This shell belongs to ${agent}, and a coding agent can't do this: it has to ask the person.`,
      `To the person: This judgment is yours: run it in your own terminal.\n${command}`,
    ].join("\n"),
  });
}

/**
 * Throws in the shell of a coding agent if what it asks for shows what the person expects or finds
 * while they judge. `command` is what the person can run in a terminal of their own.
 */
export function assertNoneJudged(
  { agent }: Context,
  { isTold, command }: { isTold: boolean; command: string },
): void {
  if (agent === undefined || !isTold) return;
  throw new UserError("A person is judging this round, and what they expect and find is theirs.", {
    fix: `It shows once their review is finished. In the person's own terminal: ${command}`,
  });
}

/**
 * Returns true if a coding agent works alone: in its shell, with answers by flag or from a file, or
 * where nobody types at a terminal.
 */
export function isAgentAlone({ agent, isTyped }: Context, hasAnswers: boolean): boolean {
  return agent !== undefined && (hasAnswers || !isTyped());
}

/** What a call of a step gives: the answers by name, and the question that is asked again. */
interface GivenNames {
  answers: ReadonlyMap<string, unknown> | undefined;
  redo: string | undefined;
}

/**
 * Throws in the shell of a coding agent if answers by flag, from a file or a pipe would judge
 * something, or change what the brief has locked. A person who is asked in a terminal may do both.
 * What nobody can answer is refused for that reason: an unknown question, or a finished project.
 */
export function assertOwnJudgment(
  context: Context,
  session: StepSession,
  { answers, redo }: GivenNames,
): void {
  if (context.agent === undefined || (!answers && context.isTyped())) return;
  const names = [...(answers?.keys() ?? []), ...(redo === undefined ? [] : [redo])];
  for (const name of answers?.keys() ?? []) findAskedOrThrow(session, name);
  assertOpen(session, names);
  const isLocked = session.project.locked.includes(session.step.id) && names.length > 0;
  if (isLocked || judges(session, names)) assertOwnShell(context, nameOwnCommand(session));
}

/** Returns true if the answers hold a judgment, or if one would be asked for or kept after them. */
function judges({ questions, steps, step }: StepSession, names: readonly string[]): boolean {
  const isNamed = names.some((name) => {
    const asked = findAskedQuestion(steps, step, name);
    return asked && isJudging(asked.step, asked.question);
  });
  const open = questions.filter(({ question, isOpen }) => isOpen && isJudging(step, question));
  return isNamed || open.some(({ proposed }) => names.length === 0 || proposed !== undefined);
}
