import { findQuestion, type Step } from "../../domain/library/step.ts";
import { type Project, type SavedValue, textsOf } from "../../domain/project/project.ts";

type AnswersByStep = Readonly<Record<string, Readonly<Record<string, SavedValue>>>>;

/** Lists the answers of all rounds to questions that were removed from the content. */
export function listRemovedTexts(steps: readonly Step[], project: Project): string[] {
  return [project, ...project.rounds].flatMap(({ answers }) =>
    listAnswers(findRemovedAnswers(answers, steps)),
  );
}

function listAnswers(answers: AnswersByStep): string[] {
  return Object.entries(answers).flatMap(([step, questions]) =>
    Object.entries(questions).map(([id, value]) => {
      const words = textsOf(value).filter(Boolean).join("; ") || "nothing";
      return `${step}, ${id}: ${words}`;
    }),
  );
}

/** Finds answers to questions that were removed from the content. They only have ids. */
function findRemovedAnswers(answers: AnswersByStep, steps: readonly Step[]): AnswersByStep {
  const gone = Object.entries(answers).map(([step, questions]) => {
    const left = Object.entries(questions).filter(([id]) => !findQuestion(steps, `${step}.${id}`));
    return [step, Object.fromEntries(left)] as const;
  });
  return Object.fromEntries(gone);
}
