import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCheck } from "../../src/commands/check/command.ts";
import { runImport } from "../../src/commands/import.ts";
import { runLog } from "../../src/commands/log/command.ts";
import {
  runProjectsFolder,
  runProjectsRename,
  runProjectsSwitch,
} from "../../src/commands/projects.ts";
import { runReset } from "../../src/commands/reset.ts";
import { runStart } from "../../src/commands/start/command.ts";
import { runStep } from "../../src/commands/step/command.ts";
import { runUndo } from "../../src/commands/undo.ts";
import type { Context } from "../../src/context.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { findFault } from "../../src/domain/progress/sound.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { StoppedError } from "../../src/errors.ts";
import { readExported } from "../../src/store/exported.ts";
import { createTestContext } from "../helpers/context.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../helpers/loop.ts";
import { createScriptedPrompter, type ScriptedAnswer } from "../helpers/prompter.ts";
import { openTestStore, readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

/** A text that must not get lost: it is saved, or shown to be copied. */
const TYPED = "Typed at 9:41 and nowhere else, 42 minutes.";
const specified = projectAfter("spec");
const handedOff = projectAfter("spec", "brief", "review", "handoff");
const revised = takeStep(handedOff, "decide", { ...sampleAnswers.decide, verdict: "revise" });
const second = takeStep(revised, "brief", { prediction: 3 });

interface Question {
  kind: string;
  project: Project;
  answers: ScriptedAnswer[];
  ask: (context: Context) => Promise<unknown>;
  /** What was typed or chosen, if it is words. */
  typed?: string;
}

const step =
  (id: string, options = {}) =>
  (context: Context) =>
    runStep(context, id, options);

const questions: Question[] = [
  {
    ...{ kind: "a text", project: newProject(), typed: TYPED },
    ...{ ask: step("spec"), answers: [{ type: TYPED }, "stop"] },
  },
  {
    ...{ kind: "a locked text", project: projectAfter("spec", "brief"), typed: TYPED },
    ask: step("spec", { redo: "path", because: "It was too long." }),
    answers: [{ type: TYPED }],
  },
  {
    ...{ kind: "a list", project: specified, typed: TYPED },
    ...{ ask: step("spec", { redo: "edges" }), answers: [{ type: TYPED }, { type: "" }] },
  },
  {
    ...{ kind: "a number", project: specified },
    ...{ ask: step("brief"), answers: [{ type: "2" }] },
  },
  {
    ...{ kind: "a choice", project: projectAfter("spec", "brief") },
    ...{ ask: step("review"), answers: [{ choose: "met" }, "stop"] },
  },
  {
    ...{ kind: "a screen of known answers", project: second },
    ...{ ask: step("review"), answers: [{ mark: [] }, "stop"] },
  },
  {
    ...{ kind: "a decision", project: handedOff, typed: TYPED },
    ask: step("decide", { redo: "result" }),
    answers: [{ type: TYPED }],
  },
  {
    ...{ kind: "an item", project: newProject() },
    ask: (context) => runCheck(context, undefined, {}),
    answers: [{ choose: "not-yet" }, "stop"],
  },
  {
    ...{ kind: "a pass", project: projectAfter("spec", "brief"), typed: TYPED },
    ask: (context) => runLog(context, undefined, {}),
    answers: [{ type: TYPED }, { type: "35" }],
  },
  {
    ...{ kind: "a new project", project: projectAfter(...Object.keys(sampleAnswers)) },
    ask: (context) => runStart(context, "Weekly churn themes", {}),
    answers: [{ choose: "no-folder" }],
  },
];

/** Runs in another window on the same saved progress. */
type Other = (context: Context, home: string) => Promise<unknown>;

const flag = (id: string, answer: string[]) => (context: Context) =>
  runStep(context, id, { answer, anyway: true });

function importing(progress: Progress, options: object): Other {
  return (context, home) => {
    const file = join(home, "other.json");
    writeFileSync(file, JSON.stringify(progress));
    return runImport(context, file, options);
  };
}

const elsewhere = progressWith(newProject({ uid: "uid-9", title: "From elsewhere" }));
const others: Record<string, Other> = {
  undo: (context) => runUndo(context),
  "undo and redo": async (context) => {
    await runUndo(context);
    await runUndo(context, { redo: true });
  },
  reset: (context) => runReset(context, { yes: true }),
  import: importing(elsewhere, {}),
  "import --replace": importing(elsewhere, { replace: true, yes: true }),
  "import --replace of the same project": importing(progressWith(projectAfter("spec", "brief")), {
    ...{ replace: true, yes: true },
  }),
  brief: flag("brief", ["prediction=1"]),
  review: (context, home) => {
    const file = join(home, "review.json");
    writeFileSync(file, JSON.stringify(sampleAnswers.review));
    return runStep(context, "review", { answers: file });
  },
  decide: flag("decide", ["result=9 minutes", "verdict=kill", "because=No.", "learned=Much."]),
  switch: (context) => runProjectsSwitch(context, "script"),
  rename: (context) => runProjectsRename(context, "script", "Renamed meanwhile"),
  folder: (context) => runProjectsFolder(context, "script", createTempFolder()),
  "start --anyway": (context) => runStart(context, "Another idea", { anyway: true }),
};

/** Asks a question while another window does something, and returns what is left of both. */
async function askWhile({ project, answers, ask }: Question, other: Other) {
  const mine = createLoopContext({ terminal: true });
  const store = openTestStore(mine.home);
  await store.update(() => progressWith());
  const before = await store.update(() => progressWith(project));
  let between: Progress = before;
  const left: ScriptedAnswer[] = [...answers, "stop", "stop"];
  const askMe: Context["ask"] = async (note, work) => {
    const env = { BUILDER_PM_HOME: mine.home };
    await other(createTestContext({ env }).context, mine.home).catch(() => {});
    between = readSaved(mine.file);
    const stop = () => {
      throw new StoppedError(note());
    };
    return work(createScriptedPrompter(left, stop));
  };
  const failure = await ask({ ...mine.context, ask: askMe }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  const after = readSaved(mine.file);
  const isChanged = JSON.stringify(between.projects) !== JSON.stringify(before.projects);
  return { failure, between, after, stderr: mine.stderr(), isChanged };
}

function readSaved(file: string): Progress {
  try {
    return readProgress(file);
  } catch {
    return { ...progressWith(), projects: [] };
  }
}

const answersOf = ({ answers, rounds }: Project) => JSON.stringify([answers, rounds]);

/** Throws if a project came back, changed after its end, or lost its lock without a reason. */
function assertKept(between: Progress, after: Progress, isStart: boolean): void {
  const left = new Map(between.projects.map((project) => [project.uid, project]));
  for (const project of after.projects) {
    const before = left.get(project.uid);
    expect(before !== undefined || isStart).toBe(true);
    if (before?.closed) expect(answersOf(project)).toBe(answersOf(before));
    if (before?.locked.includes("spec")) assertReasonGiven(before, project);
  }
}

function assertReasonGiven(before: Project, after: Project): void {
  if (JSON.stringify(after.answers.spec) === JSON.stringify(before.answers.spec)) return;
  expect(after.amendments.length).toBeGreaterThan(before.amendments.length);
}

const effective = new Set<string>();

describe.each(Object.keys(others))("%s in another window", (name) => {
  test.each(questions)("while $kind is asked for", async (question) => {
    const { typed = "" } = question;
    const run = await askWhile(question, others[name] ?? (() => Promise.reject()));
    if (run.isChanged) effective.add(name);
    const shown = `${run.stderr} ${run.failure}`.replace(/\s+/g, " ");
    expect(JSON.stringify(run.after).includes(typed) || shown.includes(typed)).toBe(true);
    expect(findFault(run.after)).toBeUndefined();
    const { undo: _, ...progress } = run.after as Progress & { undo?: unknown };
    expect(readExported(JSON.stringify(progress), "x")).toEqual(progress);
    assertKept(run.between, run.after, question.kind === "a new project");
  });
});

test("each of the other commands changed something in at least one case", () => {
  const silent = ["undo and redo", "switch"];
  const names = Object.keys(others).filter((name) => !silent.includes(name));
  expect([...effective].toSorted()).toEqual(names.toSorted());
});
