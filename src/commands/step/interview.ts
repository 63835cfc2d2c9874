import type { Context } from "../../context.ts";
import { countPredictable } from "../../domain/insights/forecast.ts";
import type { Step } from "../../domain/library/step.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import { draftAnswers } from "../../domain/project/drafts.ts";
import type { Project } from "../../domain/project/project.ts";
import {
  isAnswered,
  listQuestionInstances,
  listRedoable,
  nameInstance,
  needsAsking,
  type QuestionInstance,
  readAnswer,
  readLastRound,
} from "../../domain/project/question-instance.ts";
import { needsReason, saveAnswer } from "../../domain/project/save-answer.ts";
import {
  keepUnfinished,
  readUnfinished,
  type Typed,
  type TypedByName,
} from "../../domain/project/unfinished.ts";
import { cleanOptional, cleanText } from "../../domain/text/clean.ts";
import { describeSaved } from "../../domain/text/words.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import {
  renderAsking,
  renderEntries,
  renderIntro,
  renderNotice,
  renderUnsaved,
} from "../../render/text/asking.ts";
import {
  createAnswerLinter,
  type FindInAnswer,
  lintLines,
  settleLine,
} from "../shared/answer-lint.ts";
import { type ProjectState, updateProject } from "../shared/project-state.ts";
import { askQuestion, type Reply } from "./question.ts";

/**
 * What a walk asks: everything that is open, or the question named `redo`; `because` is the reason
 * for a change.
 */
export interface WalkOptions {
  redo?: string | undefined;
  because?: string | undefined;
}

/** A walk through a step, and where it is. */
interface Walk extends WalkOptions {
  /** What was typed and not answered in this walk, by the name of each asking. */
  typed: Map<string, Typed>;
  find: FindInAnswer;
  context: Context;
  prompter: Prompter;
  step: Step;
  work: ProjectState;
}

/**
 * Asks the open questions of a step one by one, saving each answer at once. Returns the work at
 * the end.
 */
export async function walkStep(
  context: Context,
  start: ProjectState,
  step: Step,
  options: WalkOptions,
): Promise<ProjectState> {
  let work = start;
  const typed = new Map<string, Typed>();
  const find = createAnswerLinter(context);
  const asked = context.ask(
    () => describeStop(work, step, typed),
    async (prompter) => {
      if (step.intro && options.redo === undefined) context.stderr.show(renderIntro, step.intro);
      const done = new Set<string>();
      let asking = findNext(work, step, options, { typed, done });
      while (asking) {
        const walk = { context, prompter, step, work, find, typed, ...options };
        const reply = await askOne(walk, asking);
        if (reply === "back") {
          asking = findBefore(work, step, asking);
          continue;
        }
        work = await save(walk, asking, reply);
        typed.delete(nameInstance(asking));
        done.add(nameInstance(asking));
        asking = findNext(work, step, options, { typed, done });
      }
    },
  );
  await asked.catch(async (error: unknown) => {
    await keepTyped(context, work, step, typed);
    throw error;
  });
  return work;
}

/** Saves what was typed and not answered; prints it if that can't be saved. */
async function keepTyped(
  context: Context,
  work: ProjectState,
  step: Step,
  typed: TypedByName,
): Promise<void> {
  if (typed.size === 0) return;
  try {
    await updateProject(work, (project) => keepUnfinished(project, step.id, typed));
  } catch (failure) {
    const texts = [...typed.values()].flatMap(({ lines = [], draft }) =>
      draft ? [...lines, draft] : lines,
    );
    context.stderr.show(renderUnsaved, texts);
    throw failure;
  }
}

/** What happened in a walk so far: what was typed and not answered, and what was asked again. */
interface Course {
  typed: TypedByName;
  done: ReadonlySet<string>;
}

function findNext(
  { project }: ProjectState,
  step: Step,
  { redo }: WalkOptions,
  { typed, done }: Course,
): QuestionInstance | undefined {
  if (redo === undefined)
    return listQuestionInstances(step, project).find((asking) =>
      isOpen(step, project, asking, typed),
    );
  return listRedoable(step, project).find(
    (asking) =>
      [asking.question.id, nameInstance(asking)].includes(redo) && !done.has(nameInstance(asking)),
  );
}

/** True if an asking has no answer, or the person left it while they were changing its answer. */
function isOpen(
  step: Step,
  project: Project,
  asking: QuestionInstance,
  typed: TypedByName,
): boolean {
  return typed.has(nameInstance(asking)) || needsAsking(step, project, asking);
}

function findBefore(
  { project }: ProjectState,
  step: Step,
  asking: QuestionInstance,
): QuestionInstance | undefined {
  const askings = listQuestionInstances(step, project);
  const index = askings.findIndex((candidate) => nameInstance(candidate) === nameInstance(asking));
  return askings[Math.max(0, index - 1)];
}

function askOne(
  { context, prompter, step, work, redo, find, typed }: Walk,
  asking: QuestionInstance,
): Promise<Reply> {
  const { project, steps, slice } = work;
  const { question, entry } = asking;
  const askings =
    redo === undefined ? listQuestionInstances(step, project) : listRedoable(step, project);
  const index = askings.findIndex((candidate) => nameInstance(candidate) === nameInstance(asking));
  const name = nameInstance(asking);
  const { lines, draft } = typed.get(name) ?? readUnfinished(project, step.id, name) ?? {};
  const saved = readAnswer(step, project, asking);
  context.stderr.show(renderAsking, {
    question,
    entry,
    number: index + 1,
    total: askings.length,
    hints: readHints(slice, question.hint),
    before: readLastRound(step, project, asking),
  });
  return askQuestion(question, {
    prompter,
    say: (text) => context.stderr.show(renderNotice, text),
    showEntries: (entries) => context.stderr.show(renderEntries, entries),
    settle: (text, keepDraft) =>
      settleLine(context, prompter, text, (line) => find(question.lint, line), keepDraft),
    keep: (now) => void typed.set(name, now),
    initial: lines ?? (saved.length > 0 ? saved : draftAnswers(steps, project, question)),
    draft,
    most: question.type === "number" ? countPredictable(steps, step, project) : undefined,
    canGoBack: redo === undefined && index > 0,
  });
}

function readHints(slice: ProjectState["slice"], hint: string | undefined): string[] {
  const value =
    slice && hint
      ? (slice as unknown as Record<string, string | string[] | undefined>)[
          hint.split(".")[1] ?? ""
        ]
      : [];
  return [value ?? []].flat();
}

async function save(
  walk: Walk,
  asking: QuestionInstance,
  reply: Exclude<Reply, "back">,
): Promise<ProjectState> {
  const { context, step, work, find } = walk;
  const given = { asking, ...reply };
  const because = needsReason(work.project, step, given)
    ? cleanOptional(walk.because) || (await askReason(walk))
    : undefined;
  const { marks } = await lintLines(find, asking.question, reply.texts);
  const change = { now: context.now(), createId: context.createId, because, marks };
  return updateProject(work, (project) => saveAnswer(project, step, given, change));
}

async function askReason({ context, prompter }: Walk): Promise<string> {
  for (;;) {
    const words = await prompter.text({
      message: "The brief is written. Why does this change now?",
      hint: "One sentence; the old text and your reason are kept",
      keepDraft: (text) => text !== "" && context.stderr.show(renderUnsaved, [text]),
    });
    const reason = cleanText(words);
    if (reason !== "") return reason;
  }
}

function describeStop({ project, progress }: ProjectState, step: Step, typed: TypedByName): string {
  const askings = listQuestionInstances(step, project);
  const { length } = askings.filter((asking) => isAnswered(step, project, asking));
  const saved =
    typed.size > 0
      ? "Everything is saved, including the answer you were typing."
      : `${describeSaved(length, askings.length)}.`;
  return `Stopped. ${saved} To continue: builder-pm ${step.id}${describeNamed(progress, project)}`;
}
