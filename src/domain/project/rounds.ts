import { deriveOnce } from "../library/derived.ts";
import { matchEntries } from "./entries.ts";
import {
  type Amendment,
  type Entry,
  eachOf,
  isSavedList,
  type Project,
  type SavedValue,
} from "./project.ts";

type Round = Project["rounds"][number];

/**
 * Returns the project as it was at the end of each round, oldest first, and as it is now. Later
 * changes are reverted, so that each verdict is next to the text it was given for.
 */
export const listRounds = deriveOnce((project: Project): readonly Project[] => [
  ...project.rounds.map((round, index) => readRound(project, round, index)),
  project,
]);

function readRound(project: Project, round: Round, index: number): Project {
  const isLater = ({ at }: Amendment) => Date.parse(at) > Date.parse(round.endedAt);
  const kept = Object.entries(project.answers).filter(([step]) => project.locked.includes(step));
  const then: Project = {
    ...project,
    answers: { ...Object.fromEntries(kept), ...round.answers },
    amendments: project.amendments.filter((amendment) => !isLater(amendment)),
    rounds: project.rounds.slice(0, index),
  };
  return project.amendments
    .filter(isLater)
    .reduceRight((reverted, change) => revertAmendment(reverted, change, round), then);
}

function revertAmendment(
  project: Project,
  { step, question, before }: Amendment,
  round: Round,
): Project {
  const value = project.answers[step]?.[question];
  if (!value) return project;
  const restored: SavedValue = isSavedList(value)
    ? { ...value, entries: restoreEntries(value.entries, before, round) }
    : { ...value, text: before[0] ?? "" };
  return {
    ...project,
    answers: { ...project.answers, [step]: { ...project.answers[step], [question]: restored } },
  };
}

/**
 * Restores the lines of a list with their ids. A line that was removed gets the id under which the
 * round judged it.
 */
function restoreEntries(
  entries: readonly Entry[],
  before: readonly string[],
  round: Round,
): Entry[] {
  const judged = Object.values(round.answers)
    .flatMap((answers) => Object.values(answers))
    .flatMap((value) => Object.entries(eachOf(value)));
  const idOf = (text: string) => judged.find(([, { of }]) => of === text)?.[0] ?? `was: ${text}`;
  return matchEntries(entries, before, () => "").map(({ id, text }) => ({
    id: id || idOf(text),
    text,
  }));
}
