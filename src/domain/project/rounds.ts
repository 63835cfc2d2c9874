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
 * The project as each of its rounds left it, oldest first, and as it is now. A round holds its own
 * answers beside the locked ones, and what was changed after it ended is undone, so that a verdict
 * stands beside the text it was given for.
 *
 */
export function listRounds(project: Project): Project[] {
  return [...project.rounds.map((round, index) => readRound(project, round, index)), project];
}

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
 * The lines of before with their ids; one that was taken out since gets the id under which the
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
