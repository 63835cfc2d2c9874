import type { Step } from "../library/step.ts";
import { findAnswer, type Project } from "../project/project.ts";
import { readProposed } from "../project/proposed.ts";
import { isAnswered, listMissing } from "../project/question-instance.ts";
import { listNumbered } from "../project/question-place.ts";
import { countOf, joinWords } from "../text/words.ts";

/** Says how far a step is, and what waits there for the person; "" if it isn't begun. */
export function describeStepProgress(project: Project, step: Step): string {
  const words = [describeAnswered(project, step), describeDrafted(project, step)];
  return words.filter((part) => part !== undefined).join("; ");
}

/** Says how far a step is; undefined if nothing is answered. */
function describeAnswered(project: Project, step: Step): string | undefined {
  const numbered = listNumbered(project, step);
  const answered = numbered.filter((instance) => isAnswered(project, step, instance)).length;
  if (answered === 0) return undefined;
  if (answered === numbered.length) return "every question is answered; run it to finish";
  const open = countOpen(project, step);
  return open > 0
    ? `${countOf(open, "question")} still open`
    : `${answered} of ${countOf(numbered.length, "question")} answered`;
}

/** Says how many answers were drafted and aren't confirmed; undefined if there are none. */
function describeDrafted(project: Project, step: Step): string | undefined {
  const from = step.questions.flatMap(({ id }) =>
    findAnswer(project, `${step.id}.${id}`) ? [] : (readProposed(project, step.id, id) ?? []),
  );
  const drafted = from.filter(({ from }) => from === "agent").length;
  const noted = from.length - drafted;
  const parts = [
    ...(noted > 0 ? [`${countOf(noted, "answer")} from your notes`] : []),
    ...(drafted > 0 ? [`${countOf(drafted, "draft")} by your agent`] : []),
  ];
  if (parts.length === 0) return undefined;
  return `${joinWords(parts)} ${from.length === 1 ? "waits" : "wait"} for you`;
}

/**
 * Counts the questions that keep a step from being finished, as screens name and count them. Always
 * 0 in a step with verdicts, where the number would tell an agent how the judging goes.
 */
export function countOpen(project: Project, step: Step): number {
  return step.questions.some(({ verdicts }) => verdicts) ? 0 : listMissing(project, step).length;
}
