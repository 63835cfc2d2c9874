import type { Context } from "../../context.ts";
import type { Step } from "../../domain/library/step.ts";
import { listWritten } from "../../domain/progress/user-text.ts";
import { finishStep, keepDrafts } from "../../domain/project/finish-step.ts";
import type { Project } from "../../domain/project/project.ts";
import { listMissing, nameInstance } from "../../domain/project/question-instance.ts";
import { joinWords } from "../../domain/text/words.ts";
import { describeStepForPrograms } from "../../render/json/state.ts";
import { describeLength, renderPage } from "../../render/text/page.ts";
import { describeEnding } from "../../render/text/project.ts";
import { printSpecFindings } from "../shared/answer-lint.ts";
import { offerTopicAfter } from "../shared/guide-offer.ts";
import {
  findNextCommand,
  type ProjectState,
  printNextStep,
  updateProject,
} from "../shared/project-state.ts";
import { guardPage } from "../shared/sensitive.ts";

/**
 * Finishes a step when nothing is missing, prints its page, and says what comes next. `before` is
 * the work as it was loaded.
 */
export async function finish(
  context: Context,
  before: ProjectState,
  work: ProjectState,
  step: Step,
  allowSensitive?: boolean,
): Promise<void> {
  const missing = listMissing(step, work.project).map(nameInstance);
  const { closed, finished } = work.project;
  const isPrinted = missing.length === 0 || closed !== undefined;
  const isFinished = missing.length === 0 && !closed && !finished[step.id];
  const change = { now: context.now(), createId: context.createId };
  const keep = (project: Project) => keepDrafts(project, step, work.steps, change);
  const page = isFinished ? { ...work, project: keep(work.project) } : work;
  if (isPrinted) await guardStep(context, page, step, allowSensitive);
  // Another window may have finished it meanwhile.
  const isOver = (project: Project) =>
    project.finished[step.id] !== undefined || project.closed !== undefined;
  const end = (project: Project) =>
    isOver(project) ? project : finishStep(keep(project), step, work.steps, change.now);
  const after = isFinished ? await updateProject(work, end) : page;
  if (context.json) return printState(context, after, step);
  if (isPrinted) await printSpecFindings(context, step, printPage(context, page, step));
  else
    context.stderr.line(
      `Saved with the project "${work.project.id}". Still open: ${joinWords(missing)}.`,
    );
  for (const line of describeChanges(before, after, step)) context.stderr.line(line);
  if (isFinished) await offerTopicAfter(context, { ...page, progress: before.progress }, step);
  printNextStep(context, after);
}

/**
 * Looks through the page of a step that goes to someone else, before it is printed or anything is
 * locked.
 */
export async function guardStep(
  context: Context,
  work: ProjectState,
  step: Step,
  allowed?: boolean,
): Promise<void> {
  if (!step.shared || context.json) return;
  await guardPage(
    context,
    renderPage({ ...work, step }),
    listWritten(work.progress, work.project),
    allowed,
  );
}

/** Prints the page of a step as it is now, and returns it. */
export function printPage(
  context: Context,
  { project, steps, slice }: ProjectState,
  step: Step,
): string {
  const page = renderPage({ step, steps, project, slice });
  if (step.format === "text") context.stdout.write(page);
  else context.stdout.page(page);
  if (step.format === "text") context.stderr.line(describeLength(page));
  if (project.closed) context.stderr.line(`This is the project "${project.id}", which has ended.`);
  return page;
}

/** Prints the state of a step for programs. */
export function printState(context: Context, work: ProjectState, step: Step): void {
  context.stdout.json({
    ...describeStepForPrograms(step, work.project),
    nextStep: findNextCommand(work),
  });
}

/**
 * What happened besides: the project ended, another round began, a cut allows one more pass, the
 * agent has old text.
 */
function describeChanges(before: ProjectState, after: ProjectState, step: Step): string[] {
  const { project, steps } = after;
  const old = before.project;
  const lines: string[] = [];
  if (project.grants.length > old.grants.length)
    lines.push("That is a cut: one more pass is allowed.");
  const brief = steps.find(({ locks }) => locks?.includes(step.id));
  if (project.amendments.length > old.amendments.length && brief)
    lines.push(`Give your agent the new text: builder-pm ${brief.id} --print`);
  if (project.closed && !old.closed)
    lines.push(`The project "${project.id}" has ended: ${describeEnding(project)}.`);
  if (project.rounds.length > old.rounds.length && project.rounds.length > 1)
    lines.push(
      `This is round ${project.rounds.length + 1}. A sharper brief often helps more than another pass, and so does a kill with a reason.`,
    );
  return lines;
}
