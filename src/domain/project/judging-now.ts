import { findClaimedQuestion } from "../library/claimed-question.ts";
import { findPrediction } from "../library/judging.ts";
import { resolveReference, type Step } from "../library/step.ts";
import { listPlaceholders } from "../text/template.ts";
import type { Project } from "./project.ts";

/**
 * Returns true from the first answer of the step that predicts until the step that judges is
 * finished: what the person expects and finds in between is nothing for a coding agent to see.
 */
export function isBeingJudged(steps: readonly Step[], project: Project): boolean {
  const judging = findClaimedQuestion(steps)?.step;
  if (!judging || project.closed || project.finished[judging.id]) return false;
  const predicting = steps.find(({ predicts }) => predicts?.step === judging.id);
  return [predicting, judging].some(
    (step) => step && Object.keys(project.answers[step.id] ?? {}).length > 0,
  );
}

/**
 * Returns a project as a coding agent may see it: without what the person expects and finds while
 * it is being judged.
 */
export function hideJudged(steps: readonly Step[], project: Project): Project {
  if (!isBeingJudged(steps, project)) return project;
  const judging = findClaimedQuestion(steps)?.step.id;
  const isTold = ({ id, predicts }: Step) => id === judging || predicts?.step === judging;
  const told = steps.filter(isTold).map(({ id }) => id);
  const answers = Object.entries(project.answers).filter(([id]) => !told.includes(id));
  const { reports = [], judgments: _, ...rest } = project;
  const sealed = reports.map(({ opened: _, ...report }) => report);
  return { ...rest, reports: sealed, answers: Object.fromEntries(answers) };
}

/** Returns true if the pages of a step tell what the person expects, or finds, meanwhile. */
export function tellsJudgment(steps: readonly Step[], project: Project, step: Step): boolean {
  const judging = findClaimedQuestion(steps)?.step;
  if (!judging || !isBeingJudged(steps, project)) return false;
  return step.order >= judging.order || showsJudgment(steps, step, judging);
}

/** Returns true if the page of an earlier step, such as a pack's brief, names what is judged. */
function showsJudgment(steps: readonly Step[], { body }: Step, judging: Step): boolean {
  return listPlaceholders(body).some((name) => {
    const reference = resolveReference(steps, name);
    if (["prediction", "score"].includes(reference)) return true;
    // What the round before found is known.
    if (reference.endsWith(".last")) return false;
    const named = steps.find(({ id }) => reference.startsWith(`${id}.`));
    if (!named || named.order >= judging.order) return named !== undefined;
    const prediction = findPrediction(named);
    return prediction !== undefined && reference === `${named.id}.${prediction.id}`;
  });
}
