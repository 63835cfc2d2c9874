import type { Context } from "../../context.ts";
import { type ItemUpdate, listItemUpdates } from "../../domain/insights/item-updates.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import {
  findOpenRun,
  finishOpenRun,
  recordAnswers,
  runForSingleAnswers,
} from "../../domain/progress/run.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { UserError } from "../../errors.ts";
import { type LintedUpdate, renderItemUpdates } from "../../render/text/item-updates.ts";
import { createAnswerLinter } from "../shared/answer-lint.ts";
import { goneProjectError } from "../shared/project-state.ts";
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
  const linted = await lintUpdates(context, updates);
  context.stderr.show(renderItemUpdates, linted);
  const fitting = linted.filter(isFitting).map(({ item }) => item.id);
  const ticked = await context.ask(
    () => "The project is finished. To update your reality check yourself: builder-pm check",
    (prompter) =>
      prompter.multi({
        message: `Update your reality check? ${fitting.length > 0 ? SOME_CHOSEN : NONE_CHOSEN}`,
        choices: updates.map(({ item }) => ({ value: item.id, label: item.title })),
        initial: fitting,
        none: "leave it as it is",
      }),
  );
  return ticked.length > 0 ? saveUpdates(context, work, ticked) : work;
}

const SOME_CHOSEN = "Choose what you'd say yes to. Press Enter to save what is chosen:";
const NONE_CHOSEN = "Choose what you'd say yes to, or press Enter to leave it as it is:";

/** Adds what the linter asks about the evidence for each item, by the rules that the item names. */
function lintUpdates(context: Context, updates: readonly ItemUpdate[]): Promise<LintedUpdate[]> {
  const find = createAnswerLinter(context);
  const lint = async (update: ItemUpdate) => {
    const texts = update.shown.texts.join(" ");
    return { ...update, asks: await find(update.item.lint, texts) };
  };
  return Promise.all(updates.map(lint));
}

/** Only a person's own words that leave nothing to ask are ticked before they look. */
function isFitting({ shown, asks }: LintedUpdate): boolean {
  return shown.texts.length > 0 && asks.length === 0;
}

async function saveUpdates(
  context: Context,
  work: StepWork,
  ticked: readonly string[],
): Promise<StepWork> {
  const { checklist, store } = work.app;
  const progress = await store.update((saved) => {
    // Another window may have undone the decision, or answered an item.
    const updates = listStillOffered(work, saved).filter(({ item }) => ticked.includes(item.id));
    if (updates.length === 0) return saved;
    const given = Object.fromEntries(
      updates.map(({ item, evidence }) => [item.id, { answer: "yes" as const, evidence }]),
    );
    const stamp = { now: context.now(), id: context.createId() };
    const run = runForSingleAnswers(saved, checklist, stamp);
    const answered = recordAnswers(saved, checklist, run, given, stamp.now);
    // A check that was begun before would ask for what was just answered.
    return finishOpenRun(answered, checklist, stamp.now);
  });
  context.stderr.line(
    findOpenRun(progress, checklist) ? SAVED_IN_OPEN : "Your reality check is up to date.",
  );
  return { app: work.app, session: work.session.reopen(progress) ?? work.session };
}

const SAVED_IN_OPEN = "Saved in your reality check, which still has open questions.";

/** Lists what can still be updated. Throws if the project is gone, or isn't finished anymore. */
function listStillOffered({ app, session }: StepWork, saved: Progress): ItemUpdate[] {
  const current = session.reopen(saved);
  if (!current) throw goneProjectError(session.project);
  if (current.project.closed) return listItemUpdates({ ...app, progress: saved }, current.project);
  const { id, title } = current.project;
  throw new UserError(
    `The decision about "${title}" (${id}) was undone in another window. Nothing was updated.`,
    { fix: "builder-pm status" },
  );
}
