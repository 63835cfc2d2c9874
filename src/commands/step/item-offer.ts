import type { Context } from "../../context.ts";
import { type ItemUpdate, listItemUpdates } from "../../domain/insights/item-updates.ts";
import { recordAnswers, runForSingleAnswers } from "../../domain/progress/run.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { renderItemUpdates } from "../../render/text/item-updates.ts";
import type { StepWork } from "./work.ts";

/**
 * Offers to update the answers to the items that a project just showed, to a person who can be
 * asked. Returns the work with the new answers.
 */
export async function offerItemUpdates(
  context: Context,
  before: StepSession,
  work: StepWork,
): Promise<StepWork> {
  const { app, session } = work;
  const { project, progress, step } = session;
  const hasEnded = project.closed !== undefined && before.project.closed === undefined;
  if (!step.asksAgain || !hasEnded || !context.canAsk) return work;
  const updates = listItemUpdates({ ...app, progress }, project);
  if (updates.length === 0) return work;
  context.stderr.show(renderItemUpdates, updates);
  const ids = updates.map(({ item }) => item.id);
  const ticked = await context.ask(
    () => "The project is finished. To update your reality check yourself: builder-pm check",
    (prompter) =>
      prompter.multi({
        message: "Update your reality check? Press Enter to answer the ticked ones with yes:",
        choices: updates.map(({ item }) => ({ value: item.id, label: item.title })),
        initial: ids,
      }),
  );
  const chosen = updates.filter(({ item }) => ticked.includes(item.id));
  return chosen.length > 0 ? saveUpdates(context, work, chosen) : work;
}

async function saveUpdates(
  context: Context,
  work: StepWork,
  updates: readonly ItemUpdate[],
): Promise<StepWork> {
  const { checklist, store } = work.app;
  const given = Object.fromEntries(
    updates.map(({ item, evidence }) => [item.id, { answer: "yes" as const, evidence }]),
  );
  const progress = await store.update((saved) => {
    const stamp = { now: context.now(), id: context.createId() };
    const run = runForSingleAnswers(saved, checklist, stamp);
    return recordAnswers(saved, checklist, run, given, stamp.now);
  });
  context.stderr.line("Your reality check is up to date.");
  return { app: work.app, session: work.session.reopen(progress) ?? work.session };
}
