import type { Question, Step } from "../library/step.ts";
import { type AnswerLine, unmarked } from "./answer-line.ts";
import { hasReportOfNothing, listAllDrafts } from "./drafts.ts";
import { listNewInRound } from "./new-drafts.ts";
import type { Project } from "./project.ts";
import { readProposed } from "./proposed.ts";

/** What else a person should know about an answer before they keep it. */
export interface OfferNotes {
  /** The drafts for which the list has no room. */
  leftOut: string[];
  /** True if the lines are of the round before, and the new report says that there are none. */
  saysNone: boolean;
  /** True if the list is empty, and the report says that there is nothing. */
  isReportedEmpty: boolean;
}

/** Returns what a person should know about an answer that is offered. */
export function noteOffer(
  { steps, project, step }: { steps: readonly Step[]; project: Project; step: Step },
  { question, lines }: { question: Question; lines: readonly AnswerLine[] },
): OfferNotes {
  const isFilled = lines.some(({ text }) => text !== "");
  const isNone = hasReportOfNothing(project, question);
  return {
    leftOut: listWithoutRoom(steps, project, step, { question, lines }),
    saysNone: isFilled && isNone,
    isReportedEmpty: !isFilled && isNone,
  };
}

/** Lists the drafts that a full list has no room for. Those of the round before were named then. */
function listWithoutRoom(
  steps: readonly Step[],
  project: Project,
  step: Step,
  { question, lines }: { question: Question; lines: readonly AnswerLine[] },
): string[] {
  const { id, drafts } = question;
  if (!drafts || lines.length < drafts.max) return [];
  const listDrafts = (then: Project) => [
    ...listAllDrafts(steps, then, drafts),
    ...unmarked(readProposed(then, step.id, id)?.lines ?? []),
  ];
  return listNewInRound(project, lines, listDrafts).map(({ text }) => text);
}
