import { findPrediction, isJudging } from "../library/judging.ts";
import { findQuestion, type Step } from "../library/step.ts";
import type { Judgment } from "../project/judgment.ts";
import { entriesOf, findAnswer, type Project } from "../project/project.ts";
import { listRounds } from "../project/rounds.ts";
import { type GivenJudgment, listGivenJudgments, nameJudgment } from "../project/trace.ts";
import { compareTimes } from "../time.ts";

interface Traced {
  round: number;
  question: string;
  of?: string | undefined;
  at: string;
  via: Judgment["via"];
}

/** A judgment that changed after its step was finished once. `to` is null if it was undone. */
export interface JudgmentChange extends Traced {
  from: string | null;
  to: string | null;
}

/** Lists the changes of all judgments of a project, by time. */
export function listJudgmentChanges(steps: readonly Step[], project: Project): JudgmentChange[] {
  const sequences = new Map<string, (Traced & { value: string | null })[]>();
  // What differs from its last trace came in by another way, such as an import.
  for (const judgment of [...(project.judgments ?? []), ...listGivenJudgments(steps, project)]) {
    const name = nameJudgment(judgment);
    sequences.set(name, [...(sequences.get(name) ?? []), judgment]);
  }
  return [...sequences.values()]
    .flatMap((sequence) =>
      sequence.slice(1).map(({ round, question, of, value, at, via }, index) => ({
        ...{ round, question, of, at, via },
        from: sequence[index]?.value ?? null,
        to: value,
      })),
    )
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => compareTimes(a.at, b.at));
}

/** Lists the judgments of the last round of a project. */
export function listLastJudgments(steps: readonly Step[], project: Project): GivenJudgment[] {
  const last = project.rounds.length + 1;
  return listGivenJudgments(steps, project).filter(({ round }) => round === last);
}

/** Returns true if a judgment was given to a question in a terminal, or before that was noted. */
function wasAsked({ via }: Pick<GivenJudgment, "via">): boolean {
  return via === "asked" || via === "before";
}

/** Returns true if every verdict of the last round was asked for. */
export function wereVerdictsAsked(steps: readonly Step[], project: Project): boolean {
  return listVerdicts(steps, listLastJudgments(steps, project)).every(wasAsked);
}

const A_MINUTE = 60_000;

/** Returns true if nobody can have looked at the result between a prediction and the verdicts. */
export function wasJudgedAtOnce(steps: readonly Step[], project: Project): boolean {
  const given = listLastJudgments(steps, project);
  const predicting = steps.find(({ predicts }) => predicts);
  const predicted = predicting && `${predicting.id}.${findPrediction(predicting)?.id}`;
  const prediction = given.find(({ question }) => question === predicted);
  const verdicts = listVerdicts(steps, given);
  if (!prediction || verdicts.length === 0) return false;
  if ([prediction, ...verdicts].some(wasAsked)) return false;
  const last = Math.max(...verdicts.map(({ at }) => Date.parse(at)));
  return last - Date.parse(prediction.at) < A_MINUTE;
}

function listVerdicts(steps: readonly Step[], given: readonly GivenJudgment[]): GivenJudgment[] {
  return given.filter(({ question }) => findQuestion(steps, question)?.verdicts);
}

/** Returns the number that a judged entry had in its round; undefined if it isn't in its list. */
export function findJudgedNumber(
  steps: readonly Step[],
  project: Project,
  { round, question, of }: Pick<JudgmentChange, "round" | "question" | "of">,
): number | undefined {
  const then = listRounds(project)[round - 1];
  const list = findQuestion(steps, question)?.each;
  if (!then || !list) return undefined;
  const index = entriesOf(findAnswer(then, list)).findIndex(({ id }) => id === of);
  return index < 0 ? undefined : index + 1;
}

/** Finds the one judgment of a step that is asked once, such as its prediction or decision. */
export function findStepJudgment(
  steps: readonly Step[],
  project: Project,
  step: Step,
): GivenJudgment | undefined {
  const asked = step.questions.find((question) => isJudging(step, question) && !question.each);
  const name = `${step.id}.${asked?.id}`;
  return listLastJudgments(steps, project).find(({ question }) => question === name);
}
