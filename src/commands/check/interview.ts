import type { Context } from "../../context.ts";
import {
  type Answer,
  answerChoices,
  type Checklist,
  type Item,
  takesEvidence,
} from "../../domain/library/checklist.ts";
import type { Progress, Run } from "../../domain/progress/progress.ts";
import {
  currentAnswers,
  findOpenRun,
  type GivenAnswer,
  openRun,
  recordAnswers,
  runForSingleAnswers,
} from "../../domain/progress/run.ts";
import { cleanText } from "../../domain/text/clean.ts";
import { describeSaved, quote } from "../../domain/text/words.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderAnswerFindings } from "../../render/text/lint.ts";
import { renderExample, renderQuestion } from "../../render/text/question.ts";
import { createAnswerLinter, type FindInAnswer } from "../shared/answer-lint.ts";
import type { LoadedState } from "../shared/app-state.ts";
import { confirmClear } from "../step/question.ts";

/** What a person can choose at an item: an answer, an example, or the way back. */
type ItemChoice = Answer | "not-sure" | "back";

/** A walk while it goes on: the run it fills, and how each answer is saved. */
interface Walk {
  context: Context;
  checklist: Checklist;
  prompter: Prompter;
  before: Progress;
  find: FindInAnswer;
  run: () => Run;
  save: (item: Item, given: GivenAnswer) => Promise<void>;
  /** Remembers evidence that isn't saved, in case the person stops or it can't be saved. */
  keepDraft: (item: Item, evidence: string) => void;
}

/**
 * Asks the open items of a checklist one by one, or the one item that is named, saving each answer
 * at once. Returns the progress at the end.
 *
 */
export async function walkChecklist(
  context: Context,
  position: LoadedState,
  only?: Item,
): Promise<Progress> {
  const { checklist, store } = position;
  const stamp = { now: context.now(), id: context.createId() };
  let progress = position.progress;
  let run = only
    ? runForSingleAnswers(progress, checklist, stamp)
    : (findOpenRun(progress, checklist) ?? openRun(checklist, stamp));

  const save = async (item: Item, given: GivenAnswer) => {
    progress = await store.update((saved) => {
      // Another window may have answered, or opened this check, while this one asked.
      const known =
        saved.runs.find(({ id }) => id === run.id) ??
        (only ? undefined : findOpenRun(saved, checklist));
      run = known ?? run;
      return recordAnswers(saved, checklist, run, { [item.id]: given }, context.now());
    });
    run = progress.runs.find(({ id }) => id === run.id) ?? run;
  };
  const items = only ? [only] : checklist.items;
  const find = createAnswerLinter(context);
  let draft: Draft | undefined;
  const keepDraft: Walk["keepDraft"] = (item, evidence) => {
    draft = evidence === "" ? undefined : { item, evidence };
  };
  const walk = {
    context,
    checklist,
    before: position.progress,
    find,
    run: () => run,
    save,
    keepDraft,
  };
  try {
    await context.ask(
      () => describeStop(checklist, run),
      (prompter) => askItems({ ...walk, prompter }, items),
    );
  } catch (error) {
    if (draft) printDraft(context, draft);
    throw error;
  }
  return progress;
}

/** Evidence that was typed and isn't saved. */
interface Draft {
  item: Item;
  evidence: string;
}

/** Gives unsaved evidence back as a command to paste: the answer it belongs to is saved. */
function printDraft({ stderr }: Context, { item, evidence }: Draft): void {
  stderr.line("What you were typing isn't saved yet. To save it:");
  stderr.line(`  builder-pm check --evidence ${item.id}=${quote(evidence)}`);
}

async function askItems(walk: Walk, items: readonly Item[]): Promise<void> {
  let index = items.length === 1 ? 0 : findNextOpen(walk, items, 0);
  while (index < items.length) {
    const item = items[index];
    if (!item) return;
    const moved = await askItem(walk, item, index > 0);
    index = moved === "back" ? index - 1 : findNextOpen(walk, items, index + 1);
  }
}

function findNextOpen({ run }: Walk, items: readonly Item[], from: number): number {
  const next = items.findIndex((item, index) => index >= from && !run().answers[item.id]);
  return next === -1 ? items.length : next;
}

async function askItem(walk: Walk, item: Item, canGoBack: boolean): Promise<"back" | "answered"> {
  const { context, checklist } = walk;
  const before = walk.run().answers[item.id] ?? currentAnswers(walk.before, checklist)[item.id];
  const number = checklist.items.findIndex(({ id }) => id === item.id) + 1;
  context.stderr.show(renderQuestion, { item, number, total: checklist.items.length, before });
  for (;;) {
    const choice = await askChoice(walk, canGoBack, before?.answer);
    if (choice === "back") return "back";
    if (choice === "not-sure") {
      context.stderr.show(renderExample, item);
      continue;
    }
    await walk.save(item, { answer: choice });
    if (!takesEvidence(choice) || (await askEvidence(walk, item))) return "answered";
  }
}

function askChoice(
  { prompter }: Walk,
  canGoBack: boolean,
  initial: Answer | undefined,
): Promise<ItemChoice> {
  return prompter.select<ItemChoice>({
    message: "How true is this for you today?",
    choices: [
      ...answerChoices,
      { value: "not-sure", label: "I'm not sure", hint: "show me what this looks like" },
      ...(canGoBack
        ? [{ value: "back", label: "Go back", hint: "to the question before" } as const]
        : []),
    ],
    initial,
  });
}

/**
 * Asks for evidence, once more if it is vague; false if the person goes back to the answer
 * instead.
 */
async function askEvidence(walk: Walk, item: Item): Promise<boolean> {
  const kept = walk.run().answers[item.id]?.evidence ?? "";
  const enter = kept ? "Press Enter to leave as is" : "Press Enter to skip";
  const typed = await walk.prompter.text({
    message: "What evidence could you show? One sentence is enough.",
    hint: `${enter}, < and Enter to go back`,
    initial: kept,
    keepDraft: (text) => walk.keepDraft(item, text === kept ? "" : text),
  });
  const words = cleanText(typed);
  if (words === "<" || words === `${kept}<`) return false;
  if (words === "" && kept !== "" && !(await confirmClear(walk.prompter)))
    return askEvidence(walk, item);
  if (words === kept) return true;
  walk.keepDraft(item, words);
  await walk.save(item, { evidence: words });
  walk.keepDraft(item, "");
  const again = await askOnceMore(walk, item, words);
  if (again !== words) await walk.save(item, { evidence: again });
  return true;
}

async function askOnceMore(
  { context, prompter, find, keepDraft }: Walk,
  item: Item,
  words: string,
): Promise<string> {
  const findings = await find(item.lint, words);
  if (findings.length === 0) return words;
  context.stderr.show(renderAnswerFindings, findings);
  const again = await prompter.text({
    message: "Want to add that?",
    hint: "Press Enter to leave as is",
    initial: words,
    keepDraft: (text) => keepDraft(item, text === words ? "" : text),
  });
  return cleanText(again) || words;
}

function describeStop(checklist: Checklist, run: Run): string {
  const { length } = checklist.items.filter(({ id }) => run.answers[id]);
  const comeBack = run.finishedAt ? "builder-pm status" : "builder-pm check";
  return `Stopped. ${describeSaved(length, checklist.items.length)}. To continue: ${comeBack}`;
}
