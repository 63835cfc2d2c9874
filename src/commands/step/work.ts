import type { Context } from "../../context.ts";
import { readQuestionName } from "../../domain/library/question-name.ts";
import type { Step } from "../../domain/library/step.ts";
import { findLastClosed, type Progress } from "../../domain/progress/progress.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { Project } from "../../domain/project/project.ts";
import type { QuestionInstance } from "../../domain/project/question-instance.ts";
import type { Change } from "../../domain/project/save-answer.ts";
import { StepSession } from "../../domain/project/session.ts";
import { compareTimes } from "../../domain/time.ts";
import { ExitCode, UserError } from "../../errors.ts";
import type { LoadedState } from "../shared/app-state.ts";
import { goneProjectError, loadProjectState } from "../shared/project-state.ts";

/** The step that a command works on, with everything that was loaded for it. */
export interface StepWork {
  app: LoadedState;
  session: StepSession;
}

/**
 * Opens a step for the project that is named, else for the current one. Answers that come later go
 * to the project that finished the step last. If no project is open, opens the one that was closed
 * last.
 */
export async function openStep(
  context: Context,
  stepId: string,
  named: { project?: string | undefined; answers: readonly string[] },
): Promise<StepWork> {
  const app = await loadProjectState(context, named.project, findLastClosed);
  const step = findStep(app.steps, stepId);
  const later = step.questions.filter(({ later }) => later).map(({ id }) => id);
  const names = named.answers.map((name) => readQuestionName(app.steps, step, name));
  const isLate = names.length > 0 && names.every((name) => later.includes(name));
  const project =
    (named.project === undefined && isLate && findLastFinished(app.progress, app.project, step)) ||
    app.project;
  return { app, session: new StepSession(app, app.progress, project, step) };
}

function findStep(steps: readonly Step[], id: string): Step {
  const step = steps.find((candidate) => candidate.id === id);
  if (step) return step;
  throw new UserError(`The step "${id}" can't be used.`, {
    exitCode: ExitCode.content,
    fix: "builder-pm status",
  });
}

function findLastFinished({ projects }: Progress, current: Project, { id }: Step) {
  if (current.finished[id]) return current;
  return projects
    .filter(({ finished }) => finished[id])
    .toSorted((a, b) => compareTimes(a.finished[id] ?? "", b.finished[id] ?? ""))
    .at(-1);
}

/**
 * Saves a change to a step. `change` gets the session as it is saved by then, which another window
 * may have changed, and throws if it can't be made anymore. Throws if the project is gone.
 */
export async function saveStep(
  { app, session: before }: StepWork,
  change: (session: StepSession) => StepSession,
): Promise<StepWork> {
  let session = before;
  const progress = await app.store.update((saved) => {
    const current = before.reopen(saved);
    if (!current) throw goneProjectError(before.project);
    assertSameRound(before, current);
    session = change(current);
    return session.progress;
  });
  return { app, session: session.reopen(progress) ?? session };
}

/** Throws if another window started a round, or took one back: the question was about this one. */
function assertSameRound({ project: before, step }: StepSession, { project }: StepSession): void {
  if (project.rounds.length === before.rounds.length) return;
  throw new UserError(
    `"${project.title}" (${project.id}) is in round ${project.rounds.length + 1} now, ` +
      "because of another window. Nothing was saved.",
    { fix: `builder-pm ${step.id}` },
  );
}

/**
 * Checks the step as it is saved now, which another window may have changed, and returns the work.
 * Throws if the project is gone.
 */
export async function recheckStep(
  work: StepWork,
  check: (session: StepSession) => unknown,
): Promise<StepWork> {
  const current = work.session.reopen(await work.app.store.load());
  if (!current) throw goneProjectError(work.session.project);
  check(current);
  return work;
}

/** A change to a locked step came without a reason. Someone who can be asked gives one. */
export class MissingReasonError extends UserError {}

/** Returns the session with an answer saved. Throws a UserError if it can't be saved. */
export function answerOrThrow(
  session: StepSession,
  instance: QuestionInstance,
  lines: readonly AnswerLine[],
  change: Change,
): StepSession {
  const result = session.answer(instance, lines, change);
  if (result instanceof StepSession) return result;
  const message = `${result.message} Nothing was saved.`;
  const { kind, fix } = result;
  if (kind === "needs-reason")
    throw new MissingReasonError(message, { exitCode: ExitCode.usage, fix });
  throw new UserError(message, kind === "invalid" ? { exitCode: ExitCode.usage, fix } : { fix });
}

/** Returns the state of the app with the project as the session has it. */
export function toProjectState({ app, session }: StepWork): LoadedState & { project: Project } {
  return { ...app, progress: session.progress, project: session.project };
}
