import type { Context } from "../../context.ts";
import { isPredictionOver } from "../../domain/insights/forecast.ts";
import { findProjectStep } from "../../domain/insights/next-step.ts";
import { countOpen } from "../../domain/insights/step-progress.ts";
import { nameInSentence, writeAnswerFlag, writeRedo } from "../../domain/library/question-name.ts";
import { parseAnswerName } from "../../domain/library/reference.ts";
import {
  exampleOf,
  findAskedQuestion,
  findNamedQuestion,
  isGuarded,
  type Step,
} from "../../domain/library/step.ts";
import { describeClosed } from "../../domain/project/answer-problem.ts";
import { countBudget } from "../../domain/project/budget.ts";
import { describeSkipped, describeUnjudgedRound } from "../../domain/project/first-pass.ts";
import { describeReason, type Project } from "../../domain/project/project.ts";
import { nameQuestion } from "../../domain/project/question-instance.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { renderNotice } from "../../render/text/asking.ts";
import { renderPage } from "../../render/text/page.ts";
import { describeChoices } from "../shared/arguments.ts";
import { budgetError } from "../shared/project-state.ts";
import { findFirstUnfinished, nameOwnCommand } from "./own-command.ts";
import { nameRedoable } from "./redone.ts";

/** Throws if a step that comes before isn't finished, with what that one still needs. */
export function assertTurn({ project, step, steps }: StepSession): void {
  const first = findFirstUnfinished({ project, step, steps });
  if (!first) return;
  const missing = describeOpen(project, first);
  throw new UserError(`Finish the ${first.title.toLowerCase()} first.${missing}`, {
    fix: `builder-pm ${first.id}`,
  });
}

function describeOpen(project: Project, step: Step): string {
  const open = countOpen(project, step);
  return open > 0 ? ` ${countOf(open, "question")} ${open === 1 ? "is" : "are"} still open.` : "";
}

/** Throws if a page for an agent isn't finished: the person guesses before anything is built. */
export function assertGuessed(session: StepSession): void {
  const { project, step } = session;
  if (!step.writes || project.finished[step.id]) return;
  const title = step.title.toLowerCase();
  const earlier = findFirstUnfinished(session);
  const because = earlier
    ? `the person finishes the ${earlier.title.toLowerCase()} first`
    : "the person guesses first how many checks will be met";
  throw new UserError(`The ${title} isn't ready: ${because}.`, {
    fix: `In a terminal of their own: ${nameOwnCommand(session)}`,
  });
}

/** Throws if the step can't change: past the budget, or a prediction after the first verdict. */
export function assertChangeable(session: StepSession, isChange: boolean): void {
  const { project, step } = session;
  const isStopped = !project.closed && countBudget(project).stopped;
  if (step.stopsOverBudget && isStopped) throw budgetError(session, project);
  if (isChange && isPredictionOver(project, step)) {
    throw new UserError(
      "You've already judged a check, so the prediction can't be changed anymore.",
      {
        fix: `builder-pm ${step.id} --print`,
      },
    );
  }
}

/** Throws if the project is closed, unless the questions named are ones that come later. */
export function assertOpen({ project, step }: StepSession, names: readonly string[]): void {
  const changed = names.find((name) => !findNamedQuestion(step, name)?.later);
  if (!project.closed || changed === undefined) return;
  const question = findNamedQuestion(step, changed);
  const { message, fix } = describeClosed(project, question ? nameInSentence(question) : changed);
  throw new UserError(message, { fix });
}

/**
 * Throws if a decision is to be corrected that started another round: asking would open a new one.
 */
export function assertDecidedHere({ step, steps, project }: StepSession): void {
  const { rounds, answers, closed } = project;
  if (!isDecision(step) || closed || answers[step.id]) return;
  if (describeUnjudgedRound(steps, project) === undefined) return;
  throw new UserError(
    `Round ${rounds.length + 1} has started, so the decision of round ${rounds.length} stays.`,
    { fix: "To take it back and decide again: builder-pm undo" },
  );
}

/**
 * Asks once more before a decision that comes before the brief or any verdict. Returns false if the
 * person would rather not decide. Throws where nobody can be asked, unless `anyway` is true.
 */
export async function confirmEarly(
  context: Context,
  { project, step, steps }: StepSession,
  anyway = false,
): Promise<boolean> {
  const warning = isDecision(step) && !project.closed && describeEarly(steps, project);
  if (!warning || anyway) return true;
  const next = findProjectStep(steps, project).command;
  const print =
    project.rounds.length > 0 ? [`To print the last page: builder-pm ${step.id} --print`] : [];
  if (!context.canAsk) {
    const fix = [`Go on with: ${next}`, "Or decide anyway: add --anyway", ...print].join("\n");
    throw new UserError(warning, { fix });
  }
  context.stderr.show(renderNotice, warning);
  for (const line of print) context.stderr.line(`  ${line}\n`);
  const choice = await context.ask(
    () => `Stopped. Nothing was changed. To go on: ${next}\nTo decide anyway: ${context.typed}`,
    (prompter) => prompter.select({ message: "Decide anyway?", choices: earlyChoices }),
  );
  return choice === "now";
}

function describeEarly(steps: readonly Step[], project: Project): string | undefined {
  const skipped = describeSkipped(steps, project);
  if (skipped) return `${skipped} A decision now ends the project without a review.`;
  const unjudged = describeUnjudgedRound(steps, project);
  return unjudged && `${unjudged} A decision now is still about round ${project.rounds.length}.`;
}

/**
 * Throws if a decision would be early now, and wasn't when the person was asked: another window
 * took back the brief or the verdicts.
 */
export function assertNotEarlier(before: StepSession, now: StepSession, anyway = false): void {
  const { project, step, steps } = now;
  const skipped = isDecision(step) && !anyway && describeSkipped(steps, project);
  if (!skipped || describeSkipped(steps, before.project)) return;
  throw new UserError(`${skipped} It was taken back in another window, so nothing was decided.`, {
    fix: `Your answers are saved. To decide anyway: builder-pm ${step.id}`,
  });
}

/**
 * Throws if the page of a step isn't the one anymore that was looked at before it goes to someone
 * else, or that a folder was chosen for: another window changed an answer, or the folder.
 */
export function assertSamePage(before: StepSession, now: StepSession): void {
  const { step } = now;
  const isSame = [before, now].map(describePage).every((page, _, [first]) => page === first);
  if (!isGuarded(step) || isSame) return;
  throw new UserError(
    `The ${step.title.toLowerCase()} was changed in another window, so nothing was printed.`,
    { fix: `Look at it again: builder-pm ${step.id}` },
  );
}

function describePage({ project, slice, step, steps }: StepSession): string {
  const { folder, closed } = project;
  return JSON.stringify([renderPage({ project, slice, step, steps }), folder, closed]);
}

const earlyChoices = [
  { value: "wait", label: "No, not yet" },
  { value: "now", label: "Yes, decide now" },
] as const;

/** Returns true if a step can end the project. */
export function isDecision({ questions }: Step): boolean {
  return questions.some(({ choices }) => choices?.some(({ closes }) => closes));
}

/** Throws if the step doesn't ask this question, or the project is closed. */
export function assertRedo(session: StepSession, name: string): void {
  const { redoable, step, steps } = session;
  const names = [...new Set(redoable.flatMap(({ question, name }) => [question.id, name]))];
  if (!names.includes(name)) {
    throw (
      noCheckError(name, names) ??
      new UserError(`The step "${step.id}" has no question "${name}".`, {
        exitCode: ExitCode.usage,
        fix: describeMoved(steps, step, name) ?? describeChoices(name, nameRedoable(redoable)),
      })
    );
  }
  assertOpen(session, [name]);
}

/** Returns the error for a check that isn't there; undefined if the name is that of no check. */
function noCheckError(name: string, names: readonly string[]): UserError | undefined {
  const { question, entry } = parseAnswerName(name);
  const checks = names.flatMap((other) => {
    const parsed = parseAnswerName(other);
    return parsed.question === question && parsed.entry ? [`C${parsed.entry}`] : [];
  });
  if (entry === undefined || checks.length === 0) return undefined;
  const message = `There is no check C${entry}.`;
  return new UserError(message, { exitCode: ExitCode.usage, fix: describeChoices("", checks) });
}

/** Says where a question is asked that moved to another step. */
function describeMoved(steps: readonly Step[], step: Step, name: string): string | undefined {
  const moved = findAskedQuestion(steps, step, name);
  return moved && `It is asked later: ${writeRedo(moved.step, moved.question)}`;
}

/** Says which questions of a step have a draft that waits; "" if none has. */
export function describeWaitingDrafts({ open }: StepSession, whom = "you"): string {
  const sources: readonly unknown[] = ["agent", "notes"];
  const drafted = open.flatMap(({ question, name, proposed }) =>
    sources.includes(proposed) ? (whom === "you" ? nameInSentence(question) : name) : [],
  );
  return drafted.length > 0 ? ` Drafts wait for ${whom}: ${joinWords(drafted)}.` : "";
}

/** Returns the error where no question can be asked: what is open, and the flag that answers it. */
export function needsTerminalError(
  { askingNeeds }: Context,
  session: StepSession,
  redo: string | undefined,
): UserError {
  const isOpen = session.missing.length > 0;
  const drafts = isOpen ? describeWaitingDrafts(session).trim() : "";
  const open = isOpen ? `Open: ${joinWords(session.missingWords)}.` : "";
  const why = `Can't ask questions: ${askingNeeds}.`;
  const flags = writeFlagInstead(session, redo);
  return new UserError([drafts, why, open].filter(Boolean).join(" "), {
    exitCode: ExitCode.usage,
    fix: drafts
      ? `Go on with them in a terminal: ${nameOwnCommand(session)}\nOr answer with flags: ${flags}`
      : `Answer with flags instead: ${flags}`,
  });
}

/** Writes the command that answers the first open question, or one again, by flag. */
function writeFlagInstead(session: StepSession, redo: string | undefined): string {
  const { missing, project, step } = session;
  const [named = step.questions[0]?.id ?? ""] = redo === undefined ? missing : [redo];
  const asked = findNamedQuestion(step, named);
  const first = asked && named === asked.id ? nameQuestion(asked) : named;
  const example = asked ? exampleOf(asked) : '"..."';
  const reason = redo === undefined ? "" : describeReason(project, step.id);
  return `builder-pm ${step.id} ${writeAnswerFlag(step, first, example)}${reason}`;
}
