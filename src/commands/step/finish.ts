import type { Context } from "../../context.ts";
import { findCurrentProject } from "../../domain/progress/progress.ts";
import { listWritten } from "../../domain/progress/user-text.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { joinWords } from "../../domain/text/words.ts";
import { toStepJson } from "../../render/json/state.ts";
import { describeLength, renderPage } from "../../render/text/page.ts";
import { describeEnding } from "../../render/text/project.ts";
import { printSpecFindings } from "../shared/answer-lint.ts";
import { offerTopicAfter } from "../shared/guide-offer.ts";
import { loadKeptRules } from "../shared/kept-rules.ts";
import { findNextCommand, printNextStep } from "../shared/project-state.ts";
import { guardPage } from "../shared/sensitive.ts";
import { offerItemUpdates } from "./item-offer.ts";
import { assertTurn } from "./preconditions.ts";
import { type StepWork, saveStep, toProjectState } from "./work.ts";

/**
 * Finishes a step if nothing is missing, prints its page, and says what comes next. `before` is the
 * session as it was before the answers.
 */
export async function finishWork(
  context: Context,
  before: StepSession,
  work: StepWork,
  allowSensitive?: boolean,
): Promise<void> {
  const { step, project, missing } = work.session;
  const change = { now: context.now(), createId: context.createId };
  const isFinished = missing.length === 0 && !isOver(work.session);
  const page = isFinished ? work.session.keepProposals(change) : work.session;
  const isPrinted = missing.length === 0 || project.closed !== undefined;
  if (isPrinted) await guardStep(context, page, allowSensitive);
  const after = isFinished
    ? await saveStep(work, (session) => {
        // Another window may have finished it meanwhile.
        if (isOver(session)) return session;
        assertTurn(session);
        return session.keepProposals(change).finish(change.now);
      })
    : work;
  if (context.json) return printState(context, after);
  if (isPrinted) await printLintedPage(context, page);
  else context.stderr.line(`Saved. Still open: ${joinWords(missing)}.`);
  for (const line of describeChanges(before, after.session)) context.stderr.line(line);
  if (isFinished)
    await offerTopicAfter(context, { project: page.project, progress: before.progress }, step);
  printNextStep(context, toProjectState(await offerItemUpdates(context, before, after)));
}

/** Prints a page with what it lacks as a whole, which is no use once the project is finished. */
async function printLintedPage(context: Context, session: StepSession): Promise<void> {
  const text = await printPage(context, session);
  if (!session.project.closed) await printSpecFindings(context, session.step, text);
}

function isOver({ project, step }: StepSession): boolean {
  return project.finished[step.id] !== undefined || project.closed !== undefined;
}

/**
 * Checks the page of a step that goes to someone else for secrets and personal data, before it is
 * printed or anything is locked.
 */
export async function guardStep(
  context: Context,
  session: StepSession,
  allowed?: boolean,
): Promise<void> {
  if (!session.step.shared || context.json) return;
  const written = listWritten(session.steps, session.progress, session.project);
  await guardPage(context, await renderCurrentPage(context, session), written, allowed);
}

/** Prints the page of a step as it is now, and returns it. */
export async function printPage(context: Context, session: StepSession): Promise<string> {
  const { project, step } = session;
  const page = await renderCurrentPage(context, session);
  if (step.format === "text") context.stdout.write(page);
  else context.stdout.page(page);
  if (step.format === "text") context.stderr.line(describeLength(page));
  if (project.closed) context.stderr.line(`"${project.title}" (${project.id}) is finished.`);
  return page;
}

async function renderCurrentPage(context: Context, session: StepSession): Promise<string> {
  const { project, slice, step, steps } = session;
  const rules = await loadKeptRules(context, steps, [project]);
  return renderPage({ step, steps, project, slice, rules });
}

/** Prints the state of a step as JSON. */
export function printState(context: Context, work: StepWork): void {
  const { steps, step, project } = work.session;
  context.stdout.json({
    ...toStepJson(steps, project, step),
    nextStep: findNextCommand(toProjectState(work)),
  });
}

/** Describes what else changed: a cut, text the agent hasn't seen, the end, or another round. */
function describeChanges({ project: old }: StepSession, after: StepSession): string[] {
  const { project, step, steps } = after;
  const lines: string[] = [];
  if (project.grants.length > old.grants.length)
    lines.push("You cut scope, so you get one more pass.");
  const brief = steps.find(({ locks }) => locks?.includes(step.id));
  if (project.amendments.length > old.amendments.length && brief && project.finished[brief.id])
    lines.push(`Give your agent the new text: builder-pm ${brief.id} --print`);
  if (project.closed && !old.closed)
    lines.push(`"${project.title}" (${project.id}) is finished: ${describeEnding(project)}.`);
  const current = findCurrentProject(after.progress);
  if (project.closed && !old.closed && current)
    lines.push(`Your current project is now "${current.title}" (${current.id}).`);
  if (step.locks && project.finished[step.id] && !old.finished[step.id])
    lines.push(
      "Give this page to your coding agent. After its pass: " +
        'builder-pm log "what happened" --minutes 30',
    );
  if (project.rounds.length > old.rounds.length) lines.push(describeRound(after));
  return lines;
}

/** Says which round starts, and how to go into it with a better spec. */
function describeRound({ project, steps }: StepSession): string {
  const round = project.rounds.length + 1;
  if (round > 2)
    return (
      `This is round ${round}. A sharper brief often helps more than another pass, and so does ` +
      "stopping for a good reason."
    );
  const locked = steps.find(({ id }) => project.locked.includes(id));
  const checks = locked?.questions.find(({ lint }) => lint === "criterion");
  const sharpen = checks
    ? ` To sharpen your checks first: builder-pm ${locked?.id} --redo ${checks.id} --because "..."`
    : "";
  return `Round 2 of this project starts here.${sharpen}`;
}
