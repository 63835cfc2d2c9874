import type { Context } from "../../context.ts";
import { tellsJudgment } from "../../domain/project/judging-now.ts";
import type { Project } from "../../domain/project/project.ts";
import { showProposed } from "../../domain/project/proposed.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { StepSession } from "../../domain/project/session.ts";
import { printChangedPage } from "../shared/changed-page.ts";
import { assertNoneJudged } from "../shared/own-judgment.ts";
import { nameOwnCommand } from "./own-command.ts";
import { assertGuessed, assertTurn } from "./preconditions.ts";
import { guardStep, type PrintOptions, printPage } from "./print-page.ts";

/**
 * Prints the page of a step and changes nothing. If this round has no answers for it yet, prints
 * the page of the round before. Throws if there is neither, and an earlier step comes first.
 */
export async function printOnly(
  context: Context,
  session: StepSession,
  options: PrintOptions,
): Promise<void> {
  if (context.agent !== undefined) assertGuessed(session);
  assertUntold(context, session);
  const last = findLastPage(session);
  if (!last) assertTurn(session);
  const shown = last?.session ?? showDrafts(session);
  await guardStep(context, shown, options);
  await printPage(context, shown, options);
  if (session.step.writes) {
    const { library, progress, project } = session;
    await printChangedPage(context, { ...library, progress, project }, { isShown: true });
  }
  if (last) context.stderr.line(last.note);
}

/** Throws for a coding agent if a step shows what the person expects or finds while they judge. */
export function assertUntold(context: Context, session: StepSession): void {
  const { steps, project, step } = session;
  assertNoneJudged(context, {
    isTold: tellsJudgment(steps, project, step),
    command: nameOwnCommand(session),
  });
}

/** Returns the session with its drafts, for a page that nobody has finished. */
function showDrafts({ library, progress, project, step }: StepSession): StepSession {
  const isOpen = !project.finished[step.id] && !step.writes;
  return new StepSession(library, progress, isOpen ? showProposed(project, step) : project, step);
}

/** Finds the last page of a step, and says of which round it is, if this round has none yet. */
function findLastPage({ project, step, library, progress }: StepSession) {
  // A page for an agent can be read before anything is answered: it is about what comes.
  const isBegun = hasAnswers(project, step.id) || showProposed(project, step) !== project;
  if (step.writes || isBegun) return undefined;
  const rounds = listRounds(project).slice(0, -1);
  const index = rounds.findLastIndex((then) => hasAnswers(then, step.id));
  const then = rounds[index];
  if (!then) return undefined;
  const title = step.title.toLowerCase();
  return {
    session: new StepSession(library, progress, then, step),
    note:
      `This is the ${title} of round ${index + 1}. ` +
      `Round ${project.rounds.length + 1} has no ${title} yet.`,
  };
}

function hasAnswers({ answers }: Project, stepId: string): boolean {
  return Object.keys(answers[stepId] ?? {}).length > 0;
}
