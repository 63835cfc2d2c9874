import type { Checklist } from "./checklist.ts";
import type { Progress } from "./progress.ts";
import { countCompletion, currentAnswers, findOpenRun } from "./run.ts";
import type { Slice } from "./slice.ts";
import { suggestSlice } from "./suggest.ts";
import { countOf, joinWords } from "./words.ts";

/** The one thing to do now: a command that can be pasted, and why. */
export interface NextStep {
  command: string;
  reason: string;
}

/** Where a person is, as far as the next step depends on it. */
export interface Position {
  checklist: Checklist;
  slices: readonly Slice[];
  progress: Progress;
}

/** The one next step. Every screen, and every program that asks, gets it from here. */
export function findNextStep({ checklist, slices, progress }: Position): NextStep {
  const answers = currentAnswers(progress, checklist);
  const { total, answered } = countCompletion(checklist, answers);
  if (answered === 0) {
    return {
      command: "builder-pm check",
      reason: `${countOf(total, "honest question")}, about ${countOf(total, "minute")}`,
    };
  }
  const open = findOpenRun(progress, checklist);
  if (open) {
    const given = countCompletion(checklist, open.answers).answered;
    return {
      command: "builder-pm check",
      reason: `${given} of ${total} answers are saved, it goes on where you stopped`,
    };
  }
  const suggestion = suggestSlice(slices, checklist, answers);
  if (!suggestion) return { command: "builder-pm check", reason: "look again after your next project" };
  return { command: `builder-pm slices show ${suggestion.slice.id}`, reason: describeSuggestion(suggestion) };
}

/** Why a slice is suggested: "suggested: trains spec and review, 4 hours". */
export function describeSuggestion({ slice, trains }: { slice: Slice; trains: readonly string[] }): string {
  const why = trains.length > 0 ? `trains ${joinWords(trains)}` : "the first one on the list";
  return `suggested: ${why}, ${countOf(slice.hours, "hour")}`;
}
