import type { Step } from "../library/step.ts";
import type { InvalidAnswer } from "../text/answer-size.ts";
import type { Project } from "./project.ts";

/** Why an answer can't be saved: `kind` says whether another answer, or a reason, would help. */
export interface AnswerProblem extends InvalidAnswer {
  kind: "invalid" | "needs-reason" | "closed" | "gone";
}

/** Says that an entry is gone which a question was asked for. */
export function describeGoneEntry(name: string): AnswerProblem {
  return {
    kind: "gone",
    message: `"${name}" isn't asked anymore, because the list it belongs to has changed.`,
    fix: "builder-pm status",
  };
}

/** Says that a closed project can't be changed. */
export function describeClosed({ id, title }: Project, name: string): AnswerProblem {
  return {
    kind: "closed",
    message: `"${title}" (${id}) is finished, so "${name}" can't be changed anymore.`,
    fix: "If the decision was your last change, you can take it back: builder-pm undo",
  };
}

interface LockedStep {
  steps: readonly Step[];
  project: Project;
  step: Step;
}

/** Says that a locked answer can't change without a reason. */
export function describeMissingReason(at: LockedStep, name: string): AnswerProblem {
  return {
    kind: "needs-reason",
    message: `${describeWrittenPage(at)}, so a change to "${name}" needs a reason.`,
    fix: 'Add: --because "..."',
  };
}

/** Says what has locked a step: "The brief is written", with its round once there are several. */
export function describeWrittenPage({ steps, project, step }: LockedStep): string {
  const locking = steps.find(({ locks }) => locks?.includes(step.id));
  const { length: past } = project.rounds;
  const title = locking?.title.toLowerCase() ?? "page";
  if (past === 0) return `The ${title} is written`;
  const round = locking && project.finished[locking.id] ? past + 1 : past;
  return `The ${title} of round ${round} is written`;
}
