import type { Context } from "../../context.ts";
import { isBeingJudged } from "../../domain/project/judging-now.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { joinWords } from "../../domain/text/words.ts";
import { hideJudging } from "../../render/json/judging.ts";
import { toStepJson } from "../../render/json/state.ts";
import { printSpecFindings } from "../shared/answer-lint.ts";
import { createChange } from "../shared/change.ts";
import { offerTopicAfter } from "../shared/guide-offer.ts";
import { findNextCommand, printNextStep } from "../shared/project-state.ts";
import { assertFreeFolder } from "../shared/work-folder.ts";
import type { StepWords } from "./command-line.ts";
import {
  describeChanges,
  describeFarStop,
  describeOpenReply,
  describeRedo,
  describeSaving,
  describeWayOn,
} from "./describe-changes.ts";
import { offerItemUpdates } from "./item-offer.ts";
import { offerFolder, type WrittenPage, writePage } from "./page-file.ts";
import { assertChangeable, assertNotEarlier, assertSamePage, assertTurn } from "./preconditions.ts";
import { guardState, guardStep, type PrintOptions, printPage } from "./print-page.ts";
import { recheckStep, type StepWork, saveStep, toProjectState } from "./work.ts";

/** What a person allows when a page is printed or written. */
export interface FinishOptions extends PrintOptions, StepWords {
  /** Moves a page that someone changed out of the way. */
  force?: boolean | undefined;
  /** Decides without a review. */
  anyway?: boolean | undefined;
}

/**
 * Finishes a step if nothing is missing, prints or writes its page, and says what comes next.
 * `before` is the session as it was before the answers.
 */
export async function finishWork(
  context: Context,
  before: StepSession,
  work: StepWork,
  options: FinishOptions = {},
): Promise<void> {
  const { project, missing, missingWords } = work.session;
  const isPrinted = missing.length === 0 || project.closed !== undefined;
  if (!isPrinted) {
    if (context.json) {
      await guardState(context, work.session, options);
      return printState(context, work);
    }
    context.stderr.line(`Saved. Still open: ${joinWords(missingWords)}.`);
    return printWayOn(context, before, work, { isFinished: false });
  }
  const { after, page, written } = await savePage(context, before, work, options);
  // The page would look like a part of the last question.
  if (!context.json && context.stdout.isTerminal && work.session !== before)
    context.stderr.line("");
  if (!context.json) await printFinishedPage(context, page, written, options);
  // The error says what to do first.
  if (written?.problem) throw written.problem;
  if (context.json) return printState(context, after);
  const isSaved = options.page !== undefined;
  await printWayOn(context, before, after, { isFinished: !isOver(work.session), isSaved });
}

/** Finishes a step whose questions are all answered, and writes its page into the work folder. */
async function savePage(
  context: Context,
  before: StepSession,
  work: StepWork,
  options: FinishOptions,
) {
  const isFinished = !isOver(work.session);
  // A person was asked about every answer; a script leaves out what stays the same.
  const change = createChange(context, "flag");
  const keep = (session: StepSession) =>
    isOver(session) ? session : session.keepProposals(change, false);
  const page = keep(work.session);
  await guardStep(context, page, options);
  const path = await offerFolder(context, page, options);
  // Another window may have changed anything while this one was asking.
  const finish = (session: StepSession) => {
    assertSamePage(page, keep(session));
    const placed = path === undefined ? session : placePage(session, path);
    if (!isFinished || isOver(session)) return placed;
    assertTurn(session);
    assertChangeable(session, true);
    assertNotEarlier(before, session, options.anyway);
    return keep(placed).finish(change.now);
  };
  const isSaved = isFinished || path !== undefined;
  const finished = await (isSaved ? saveStep(work, finish) : recheckStep(work, finish));
  const placed = path === undefined ? page : placePage(page, path);
  const { force = false } = options;
  const written = writePage(placed, { now: change.now, force, saved: work.app.store.file });
  const shown = placed.keepFolder(written?.folder);
  const isSame = !written || shown === placed;
  const after = isSame ? finished : await saveWritten(finished, written);
  return { after, page: shown, written };
}

/** Returns the session with the folder of its page. Throws if another project has it. */
function placePage(session: StepSession, path: string): StepSession {
  const { progress, project } = session;
  assertFreeFolder(path, progress.projects, project.uid);
  return session.keepFolder({ ...project.folder, path });
}

/** Remembers what was written into the work folder, unless the project has another one by now. */
function saveWritten(finished: StepWork, { folder }: WrittenPage): Promise<StepWork> {
  return saveStep(finished, (session) =>
    session.project.folder?.path === folder.path ? session.keepFolder(folder) : session,
  );
}

/** Prints a page with what it lacks as a whole, or says where it was written. */
async function printFinishedPage(
  context: Context,
  session: StepSession,
  written: WrittenPage | undefined,
  options: PrintOptions,
): Promise<void> {
  const isWanted = !written || written.problem || !context.stdout.isTerminal;
  const isOnScreen = isWanted || options.page !== undefined;
  const text = isOnScreen ? await printPage(context, session, options) : "";
  // In a terminal, what follows would look like a part of the page.
  if (isOnScreen && context.stdout.isTerminal) context.stderr.line("");
  for (const line of written?.lines ?? []) context.stderr.line(line);
  // What a page lacks is no use once the project is finished.
  if (isOnScreen && !session.project.closed)
    await printSpecFindings(context, session.step, session.project, text);
}

/** Says what else changed, and what comes next. */
async function printWayOn(
  context: Context,
  before: StepSession,
  work: StepWork,
  { isFinished, isSaved = false }: { isFinished: boolean; isSaved?: boolean },
): Promise<void> {
  const { session } = work;
  const isOnlyShown = context.canAsk && session === before && isOver(session);
  if (isOnlyShown) for (const line of describeRedo(session)) context.stderr.line(line);
  const [first, last] = describeWayOn(session);
  if (context.stdout.isTerminal)
    for (const line of describeSaving(before, session, isSaved)) context.stderr.line(line);
  const far = describeFarStop(before, session, context);
  for (const line of [...describeChanges(before, session), ...far, ...first])
    context.stderr.line(line);
  if (isFinished)
    await offerTopicAfter(
      context,
      { project: session.project, progress: before.progress },
      session.step,
    );
  const updated = await offerItemUpdates(context, before, work);
  await printNextStep(context, toProjectState(updated));
  for (const line of [...describeOpenReply(session), ...last]) context.stderr.line(line);
}

function isOver({ project, step }: StepSession): boolean {
  return project.finished[step.id] !== undefined || project.closed !== undefined;
}

/** Prints the state of a step as JSON. */
export async function printState(context: Context, work: StepWork): Promise<void> {
  const { steps, step, project } = work.session;
  const isHidden = context.agent !== undefined && isBeingJudged(steps, project);
  const document = toStepJson(steps, project, step);
  context.stdout.json({
    ...(isHidden ? hideJudging(document, step) : document),
    nextStep: await findNextCommand(context, toProjectState(work)),
  });
}
