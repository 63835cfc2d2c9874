import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runStep, type StepOptions } from "../../src/commands/step/command.ts";
import { applyAnswers } from "../../src/commands/step/flags.ts";
import { parseAnswersFile } from "../../src/commands/step/named-answers.ts";
import { loadLibrary } from "../../src/content/load.ts";
import type { Step } from "../../src/domain/library/step.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { unmarked } from "../../src/domain/project/answer-line.ts";
import {
  createProject,
  type Entry,
  entriesOf,
  findAnswer,
  type Project,
  type SavedText,
} from "../../src/domain/project/project.ts";
import { StepSession } from "../../src/domain/project/session.ts";
import { createTestContext, root, type TestSettings } from "./context.ts";
import { noon } from "./samples.ts";
import { readProgress } from "./store.ts";

/** The shipped content. */
export const library = await loadLibrary({ folder: join(root, "content") }, [
  "checklists",
  "slices",
  "steps",
]);
export const { steps, slices } = library;

/** A step of the shipped content. */
export function stepOf(id: string): Step {
  const step = steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`There is no step ${id}`);
  return step;
}

/** Returns the id of the step after another one. */
export function findStepAfter(id: string): string {
  return steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? "";
}

/** Good answers to each step, in the format of an answers file. */
export const sampleAnswers: Record<string, Record<string, unknown>> = {
  spec: {
    problem:
      "Every Monday Priya joins two exports by hand, and last month two refunds landed in " +
      "the wrong row.",
    evidence:
      "42 minutes by stopwatch on 2 November, and two corrections in the report history, 5 " +
      "and 19 October.",
    bet:
      "Report time goes from 42 to 10 minutes, so that we can decide whether the Monday report " +
      "stays.",
    path:
      "I put orders.csv and refunds.csv in a folder and run one command. I get report.csv, one " +
      "row per shop.",
    "not-building": ["Sending the report", "A screen with buttons", "A database"],
    constraints: [
      "Reads only orders.csv and refunds.csv, with names taken out",
      "Never changes either of the two files",
    ],
    checks: [
      "For each of the last 3 weeks, every value equals the hand-made report.",
      "With one column renamed, the run stops with a line naming that column.",
      "Making the report takes 10 minutes or less, down from 42, by stopwatch.",
    ],
    edges: [
      "Empty: the line 'No rows in orders.csv' appears",
      "Run twice: the same report, not a second copy",
    ],
    stop: "If last week's report still differs at hour 4, I stop and ask the data owner.",
  },
  brief: { prediction: 3 },
  review: {
    verdict: ["met", "not-met", "cannot-tell"],
    saw: [
      "Ran it on 2, 9 and 16 November: 18 of 18 values equal my own reports.",
      "Renamed shop to store: the report came out with empty shop names and no warning.",
      "One run took 3 minutes, but I had the files ready. I would need a real Monday.",
    ],
    cause: [null, "spec-gap", null],
    held: [2],
    tried:
      "An export with last year's dates. The report came out with 0 in every row and no warning.",
    unasked: ["A settings file for other currencies"],
    "red-flags": ["own-login"],
  },
  handoff: {
    engineer: "Mira from the billing team, Thursday 26 November",
    faked: ["The exchange rate is fixed at 1.08"],
    status: "throwaway",
  },
  decide: {
    result: "12 minutes, by stopwatch on November 16",
    verdict: "keep",
    because:
      "The values were right in all three weeks and a run takes 3 minutes. No column was " +
      "ever renamed in two years.",
    learned: "I never wrote down which columns must be there. The agent guessed, and so did I.",
  },
};

/** Creates a project from the script slice with four hours and three passes. */
export function newProject(more: Partial<Project> = {}): Project {
  const wanted = { slice: "script", title: "Monday report", minutes: 240, passes: 3 };
  return { ...createProject([], wanted, { now: noon(1), uid: "uid-1" }), ...more };
}

/** Returns the project after a step was answered and finished with an answers file. */
export function takeStep(
  project: Project,
  id: string,
  answers: Record<string, unknown>,
  day = 2,
): Project {
  let ids = 0;
  const change = { now: noon(day), createId: () => `${id}-${day}-${++ids}`, via: "asked" as const };
  const named = parseAnswersFile(JSON.stringify(answers), "sample", stepOf(id));
  const lines = new Map([...named].map(([name, texts]) => [name, unmarked(texts)]));
  const session = new StepSession(library, progressWith(project), project, stepOf(id));
  return applyAnswers(session, lines, change).keepProposals(change).finish(change.now).project;
}

/** Returns a project that finished these steps, one a day from November 2, 2026. */
export function projectAfter(...ids: string[]): Project {
  return ids.reduce(
    (project, id, index) => takeStep(project, id, sampleAnswers[id] ?? {}, index + 2),
    newProject(),
  );
}

/** Returns the project with passes of these minutes, all logged on November 3, 2026. */
export function withPasses(project: Project, ...minutes: number[]): Project {
  const at = noon(3).toISOString();
  return {
    ...project,
    passes: minutes.map((each, index) => ({ what: `pass ${index + 1}`, minutes: each, at })),
  };
}

/** The checks of the sample spec. */
export const sampleChecks: readonly string[] = sampleAnswers.spec?.checks as string[];

/** Returns the saved entries of a list, e.g. `spec.checks`. */
export function entriesAt(project: Project, reference: string): Entry[] {
  return entriesOf(findAnswer(project, reference));
}

/** Returns the saved answers of a question asked for each entry, in the order they were given. */
export function eachAt(project: Project, reference: string): SavedText[] {
  return Object.values(
    (findAnswer(project, reference) as { each: Record<string, SavedText> }).each,
  );
}

/** Returns progress with these projects and no check. */
export function progressWith(...projects: Project[]): Progress {
  return { version: 2, runs: [], projects };
}

/** Creates a test context with functions to run a step in it and to read what is saved. */
export function createLoopContext(settings: TestSettings & { project?: Project } = {}) {
  const { project, ...rest } = settings;
  const test = createTestContext({ ...(project ? { saved: progressWith(project) } : {}), ...rest });
  const read = (): Progress => readProgress(test.file);
  return {
    ...test,
    run: (id: string, options: StepOptions = {}) => runStep(test.context, id, options),
    read,
    /** Reads the first project from the saved file. */
    project: (): Project => read().projects[0] as Project,
    bytes: () => readFileSync(test.file, "utf8"),
  };
}
