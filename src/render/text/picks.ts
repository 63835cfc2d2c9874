import { findQuestion, type Picks, type Step } from "../../domain/library/step.ts";
import {
  findAnswer,
  type Project,
  type SavedValue,
  textsOf,
} from "../../domain/project/project.ts";
import {
  listOffered,
  listPickedLines,
  type PickSide,
} from "../../domain/project/question-instance.ts";
import { capitalize } from "../../domain/text/words.ts";
import { listEntry } from "./markdown.ts";
import { quoteEntries } from "./quoted.ts";

interface PicksPage {
  project: Project;
  step: Step;
  safe: (text: string) => string;
}

/** Renders only the lines of a list that were picked, or only those that weren't. */
export function renderPicked(
  { project, steps, safe }: Pick<PicksPage, "project" | "safe"> & { steps: readonly Step[] },
  reference: string,
  which: PickSide,
): string {
  const value = findAnswer(project, reference);
  const picks = findQuestion(steps, reference)?.picks;
  const lines = picks && value ? listPickedLines(project, picks, value, which) : [];
  return lines.map((text) => listEntry(safe(text))).join("\n");
}

/**
 * Renders each line of a list, and whether it was picked; not for one that came later. On a page
 * for an agent, each line is quoted.
 */
export function renderPicks(
  { project, step, safe }: PicksPage,
  { from, yes, no }: Picks,
  value: SavedValue,
): string {
  const picked = textsOf(value);
  const offered = listOffered(project, from, value);
  const lines = textsOf(findAnswer(project, from)).map((text) => {
    const mark = picked.includes(text) ? yes : no;
    if (step.writes) {
      const title = capitalize(offered.includes(text) ? mark : "not tried");
      return listEntry(`${title}:\n${quoteEntries([text])}`);
    }
    return listEntry(offered.includes(text) ? `${safe(text)} (${safe(mark)})` : safe(text));
  });
  return lines.join("\n");
}
