import type { Context } from "../../context.ts";
import { isPredictionOver } from "../../domain/insights/forecast.ts";
import { exampleOf, type Step } from "../../domain/library/step.ts";
import { countBudget } from "../../domain/project/budget.ts";
import {
  listMissing,
  listRedoable,
  nameInstance,
  needsAnotherLook,
} from "../../domain/project/question-instance.ts";
import { joinWords } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { describeChoices } from "../shared/arguments.ts";
import { budgetError, type ProjectState } from "../shared/project-state.ts";
import { describeEnded } from "./flags.ts";

/**
 * Refuses a step whose turn has not come, naming the first one in the way and what it still needs.
 */
export function requireSteps({ project, steps }: ProjectState, step: Step): void {
  const wanted = new Set([step.id]);
  for (const candidate of steps.toReversed()) {
    if (wanted.has(candidate.id)) for (const id of candidate.needs ?? []) wanted.add(id);
  }
  const first = steps.find(({ id }) => id !== step.id && wanted.has(id) && !project.finished[id]);
  if (!first) return;
  const open = listMissing(first, project).map(nameInstance);
  const missing = open.length > 0 ? ` It still needs: ${joinWords(open)}.` : "";
  throw new UserError(
    `The step "${step.id}" comes after "${first.id}", which is not finished.${missing}`,
    {
      fix: `builder-pm ${first.id}`,
    },
  );
}

/**
 * Refuses what would change a step that must stand: past the budget, or a prediction once a
 * verdict is given.
 */
export function requireChangeable(work: ProjectState, step: Step, isChange: boolean): void {
  if (step.stopsOverBudget && countBudget(work.project).stopped)
    throw budgetError(work, work.project);
  if (isChange && isPredictionOver(step, work.project)) {
    throw new UserError("The first verdict is given, so the prediction can no longer be changed.", {
      fix: `builder-pm ${step.id} --print`,
    });
  }
}

/**
 * Before a decision: says which step has verdicts that need another look. The decision is the
 * person's all the same.
 */
export function printOpenLooks(
  context: Context,
  { project, steps }: ProjectState,
  step: Step,
): void {
  const isDecision = step.questions.some(({ choices }) => choices?.some(({ closes }) => closes));
  const open = steps.find((candidate) => needsAnotherLook(candidate, project));
  if (!isDecision || !open || project.closed || context.json) return;
  context.stderr.line(
    `Something changed, so parts of "${open.id}" need another look: builder-pm ${open.id}`,
  );
  context.stderr.line("You can decide anyway.");
}

/** Refuses to ask a question again that the step does not ask, or on a project that has ended. */
export function requireRedo({ project }: ProjectState, step: Step, name: string): void {
  const askings = listRedoable(step, project);
  const names = [
    ...new Set(askings.flatMap((asking) => [asking.question.id, nameInstance(asking)])),
  ];
  if (!names.includes(name)) {
    throw new UserError(`The step "${step.id}" does not ask a question "${name}" here.`, {
      exitCode: ExitCode.usage,
      fix: describeChoices(name, names),
    });
  }
  const isLate = askings.some(({ question }) => question.later && question.id === name);
  if (project.closed && !isLate) throw describeEnded(project, name);
}

/** What is told where no question can be asked: what is open, and the flag that answers it. */
export function requireTerminal(
  { askingNeeds }: Context,
  { project }: ProjectState,
  step: Step,
  redo: string | undefined,
): UserError {
  const open = listMissing(step, project).map(nameInstance);
  const [first = step.questions[0]?.id] = redo === undefined ? open : [redo];
  const asked = step.questions.find(({ id }) => id === first?.split(".")[0]);
  const example = asked ? exampleOf(asked) : '"..."';
  const reason = redo !== undefined && project.locked.includes(step.id) ? ' --because "..."' : "";
  const told = open.length > 0 ? ` Open: ${joinWords(open)}.` : "";
  return new UserError(`Nothing was asked: ${askingNeeds}.${told}`, {
    exitCode: ExitCode.usage,
    fix: `Answer with flags instead: builder-pm ${step.id} --answer ${first}=${example}${reason}`,
  });
}
