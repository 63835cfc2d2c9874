import { findQuestion, type Picks, type Step } from "../../domain/library/step.ts";
import {
  entriesOf,
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
import type { PageValue } from "./value.ts";

/** Returns only the lines of a list that were picked, or only those that weren't. */
export function findPicked(
  { project, steps }: { project: Project; steps: readonly Step[] },
  reference: string,
  which: PickSide,
): PageValue {
  const value = findAnswer(project, reference);
  const picks = findQuestion(steps, reference)?.picks;
  const lines = picks && value ? listPickedLines(project, picks, value, which) : [];
  return { kind: "list", lines: lines.map((text) => ({ text })), isPlain: true };
}

/** Returns each line of a list, and whether it was picked; not for one that came later. */
export function markPicks(
  project: Project,
  { from, yes, no }: Picks,
  value: SavedValue,
  describeRound: (kept: object) => string[],
): PageValue {
  const picked = entriesOf(value);
  const offered = listOffered(project, from, value);
  const lines = textsOf(findAnswer(project, from)).map((text) => {
    if (!offered.includes(text)) return { text };
    const entry = picked.find((one) => one.text === text);
    const isPicked = entry !== undefined;
    const notes = describeRound(entry && "fromRound" in entry ? entry : value);
    return { text, mark: { words: isPicked ? yes : no, isPicked }, notes };
  });
  return { kind: "picks", lines };
}
