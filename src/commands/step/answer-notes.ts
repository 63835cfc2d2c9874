import type { Context } from "../../context.ts";
import { describeUncompared, readBetScore } from "../../domain/insights/bet-score.ts";
import { writeAnswerFlag } from "../../domain/library/question-name.ts";
import { parseAnswerName } from "../../domain/library/reference.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { listKeptPicks } from "../../domain/project/picks.ts";
import { listRedoable } from "../../domain/project/question-instance.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { joinWords } from "../../domain/text/words.ts";

type Lines = ReadonlyMap<string, readonly AnswerLine[]>;

/** Says what was kept beside the answers that were given, and which of them no page shows. */
export function printAnswerNotes(
  { stderr, json }: Context,
  before: StepSession,
  saved: StepSession,
  given: Lines,
): void {
  const lines = [
    ...describeKeptPicks(before, given),
    ...describeUnasked(saved, given),
    ...(json ? [] : describeNewScore(before, saved)),
  ];
  for (const line of lines) stderr.line(line);
}

/** Says why a new answer isn't compared with the bet; returns nothing if it is. */
export function describeNewScore(
  { project: old }: StepSession,
  { project, step, steps }: StepSession,
): string[] {
  const score = readBetScore(steps, project);
  const isNew = score && score.text !== readBetScore(steps, old)?.text;
  if (!isNew || !step.questions.includes(score.question)) return [];
  const why = describeUncompared(score);
  return why ? [`${score.question.label ?? score.question.ask}: "${score.text}". ${why}`] : [];
}

/** Says which picks of the round before still count, and how to take them back. */
function describeKeptPicks({ project, progress, step }: StepSession, given: Lines): string[] {
  return step.questions.flatMap((question) => {
    const kept = listKeptPicks(project, step, question, given.get(question.id) ?? []);
    if (!question.picks || !given.has(question.id) || kept.length === 0) return [];
    const named = given
      .get(question.id)
      ?.map(({ text }) => ` ${writeAnswerFlag(step, question.id, text)}`);
    return [
      `Kept from before, because the text is the same (${question.picks.yes}): ` +
        `${kept.map((text) => `"${text}"`).join(", ")}. If that isn't so anymore, run it again: ` +
        `builder-pm ${step.id}${named?.join("")}${describeNamed(progress, project)}`,
    ];
  });
}

/** Says which answers are to questions that aren't asked after the other answers. */
function describeUnasked({ project, step }: StepSession, given: Lines): string[] {
  const asked = new Set(listRedoable(project, step).map(({ question }) => question.id));
  return step.questions.flatMap(({ id, when }) => {
    const isGiven = [...given].some(
      ([name, lines]) =>
        parseAnswerName(name).question === id && lines.some(({ text }) => text !== ""),
    );
    if (!isGiven || !when || asked.has(id)) return [];
    return [
      `"${id}" is saved, but the page doesn't show it: ` +
        `it belongs to ${when.question}=${joinWords(when.is, "or")}.`,
    ];
  });
}
