import type { Item } from "../library/checklist.ts";
import { sayShownBy } from "../progress/rename.ts";
import { currentAnswers } from "../progress/run.ts";
import type { Project } from "../project/project.ts";
import { findProjectEvidence, type ProjectEvidence } from "./level.ts";
import type { AppState } from "./next-step.ts";

/** An answer to an item that a finished project calls for, with the evidence. */
export interface ItemUpdate {
  item: Item;
  evidence: string;
  /**
   * The answers that are the evidence, and the question; none if the project shows it by itself.
   */
  shown: ProjectEvidence;
}

/**
 * Lists the items that a project shows and the person hasn't answered with yes. Returns none if the
 * person has never taken the checklist.
 */
export function listItemUpdates(
  { checklist, steps, progress }: Omit<AppState, "slices">,
  project: Project,
): ItemUpdate[] {
  const answers = currentAnswers(progress, checklist);
  if (Object.keys(answers).length === 0) return [];
  return checklist.items.flatMap((item) => {
    const [evidence] = findProjectEvidence(item.shownBy, steps, [project]);
    if (!evidence || answers[item.id]?.answer === "yes") return [];
    return [{ item, evidence: describeShownEvidence(evidence), shown: evidence }];
  });
}

/** Says what a project shows, as the evidence for an item: "12 of 12 cases (Shown by ...)". */
export function describeShownEvidence({ project, texts }: ProjectEvidence): string {
  const source = sayShownBy(project.title);
  return texts.length > 0 ? `${texts.join("; ")} (${source})` : `${source}.`;
}
