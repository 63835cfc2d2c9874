import type { Amendment, Project, SavedValue } from "../project/project.ts";
import { applyEdits, findEdits } from "./patch.ts";
import type { Progress } from "./progress.ts";
import type { History } from "./undo.ts";

/** The question that moved to another step with the second version of the saved file. */
const moved = { question: "engineer", from: "spec", to: "handoff" };

type Answers = Project["answers"];
/** The parts of a project, or of a copy of it that an import didn't use, that a move touches. */
type Movable = Pick<Project, "answers" | "amendments" | "rounds" | "unfinished" | "drafts">;

/**
 * Returns progress of the first version as the current version saves it: each answer is at the
 * question that asks for it now.
 */
export function migrateProgress(old: Progress): Progress {
  return { ...old, projects: old.projects.map(migrateProject) };
}

/**
 * Returns the undo steps of progress of the first version, so that each leads to what
 * {@link migrateProgress} makes of the state it led to before.
 */
export function migrateHistory(old: Progress, { past, undone }: History): History {
  return { past: migrateSteps(old, past), undone: migrateSteps(old, undone) };
}

/** Applies the steps from the last to the first, and records each again between migrated states. */
function migrateSteps(from: Progress, steps: History["past"]): History["past"] {
  const migrated: History["past"] = [];
  let state = from;
  for (const { at, edits } of steps.toReversed()) {
    const target = applyEdits(state, edits) as Progress;
    migrated.unshift({ at, edits: findEdits(migrateProgress(target), migrateProgress(state)) });
    state = target;
  }
  return migrated;
}

function migrateProject(project: Project): Project {
  const { versions } = project;
  const migrated = moveAnswers(project);
  return versions ? { ...migrated, versions: versions.map(moveAnswers) } : migrated;
}

function moveAnswers<T extends Movable>(project: T): T {
  const { unfinished, drafts } = project;
  const answers = moveSaved(project.answers);
  return {
    ...project,
    answers,
    amendments: project.amendments.map(moveAmendment),
    rounds: project.rounds.map((round) => ({
      ...round,
      answers: addToHandoff(moveSaved(round.answers), answers[moved.to]?.[moved.question]),
    })),
    ...(unfinished ? { unfinished: moveKey(unfinished) } : {}),
    ...(drafts ? { drafts: moveKey(drafts) } : {}),
  };
}

function moveSaved(answers: Answers): Answers {
  const { [moved.question]: value, ...rest } = answers[moved.from] ?? {};
  if (!value) return answers;
  const there = { [moved.question]: value, ...answers[moved.to] };
  return { ...answers, [moved.from]: rest, [moved.to]: there };
}

/** The spec's answer held for every round, so each round that came to its handoff gets it. */
function addToHandoff(round: Answers, value: SavedValue | undefined): Answers {
  const there = round[moved.to];
  return value && there ? { ...round, [moved.to]: { [moved.question]: value, ...there } } : round;
}

function moveAmendment(amendment: Amendment): Amendment {
  const isMoved = amendment.step === moved.from && amendment.question === moved.question;
  return isMoved ? { ...amendment, step: moved.to } : amendment;
}

function moveKey<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  const key = `${moved.from}.${moved.question}`;
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name === key ? `${moved.to}.${moved.question}` : name,
      value,
    ]),
  );
}
