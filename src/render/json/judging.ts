import { findStepClaims } from "../../domain/insights/claims.ts";
import {
  findStepJudgment,
  type JudgmentChange,
  listJudgmentChanges,
} from "../../domain/insights/judgment-changes.ts";
import { isJudging } from "../../domain/library/judging.ts";
import type { Question, Step } from "../../domain/library/step.ts";
import {
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
} from "../../domain/project/project.ts";

/**
 * Returns how a step judged, for its JSON: each check with its verdict and what the agent claimed
 * about it, or how its one prediction or decision was given, each with its changes. Returns nothing
 * for a step that judges nothing.
 */
export function toJudgingJson(steps: readonly Step[], project: Project, step: Step) {
  const verdicts = step.questions.find(({ verdicts }) => verdicts);
  if (verdicts) {
    const checks = listChecks(steps, project, step, verdicts);
    return { checks, overclaims: checks.filter(({ overclaimed }) => overclaimed).length };
  }
  if (!step.questions.some((question) => isJudging(step, question))) return {};
  const given = findStepJudgment(steps, project, step);
  const changes = listChangesNow(steps, project).filter(({ question }) =>
    question.startsWith(`${step.id}.`),
  );
  return { via: given?.via ?? null, changes: changes.map(toChangeJson) };
}

/** What is hidden in the JSON of a step. */
interface Hidable {
  questions: readonly { id: string }[];
}

/** Returns the JSON of a step without what its judging questions were answered. */
export function hideJudging(document: Hidable, step: Step): object {
  const judging = step.questions.filter((question) => isJudging(step, question));
  const isHidden = (id: string) => judging.some((question) => question.id === id.split(".")[0]);
  const questions = document.questions.map((question) =>
    isHidden(question.id) ? { ...question, answer: [], proposed: [] } : question,
  );
  return { ...document, questions, ...("changes" in document ? { changes: [] } : {}) };
}

function listChecks(
  steps: readonly Step[],
  project: Project,
  step: Step,
  { id, each = "" }: Question,
) {
  const changes = listChangesNow(steps, project);
  const claims = findStepClaims(steps, project, step.id)?.checks ?? [];
  return entriesOf(findAnswer(project, each)).map((entry, index) => {
    const saved = findEntryAnswer(findAnswer(project, `${step.id}.${id}`), entry.id);
    const said = claims.find((claim) => claim.id === entry.id);
    return {
      id: `C${index + 1}`,
      text: entry.text,
      verdict: saved?.text ?? null,
      via: saved ? (saved.via ?? "before") : null,
      changes: changes.filter(({ of }) => of === entry.id).map(toChangeJson),
      claim: said?.claim ?? null,
      basis: said?.basis ?? null,
      overclaimed: said?.isOverclaim ?? false,
    };
  });
}

/** Lists the changes of the round that the project is in. */
function listChangesNow(steps: readonly Step[], project: Project): JudgmentChange[] {
  const last = project.rounds.length + 1;
  return listJudgmentChanges(steps, project).filter(({ round }) => round === last);
}

function toChangeJson({ from, to, at, via }: JudgmentChange) {
  return { from, to, at, via };
}
