import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listJudgmentChanges } from "../../../src/domain/insights/judgment-changes.ts";
import { keepTraces } from "../../../src/domain/progress/traces.ts";
import {
  addUndoStep,
  emptyHistory,
  redo,
  undo,
  type VersionedProgress,
} from "../../../src/domain/progress/undo.ts";
import { unmarked } from "../../../src/domain/project/answer-line.ts";
import type { WayGiven } from "../../../src/domain/project/judgment.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { StepSession } from "../../../src/domain/project/session.ts";
import { listGivenJudgments, nameJudgment } from "../../../src/domain/project/trace.ts";
import { library, progressWith, projectAfter, stepOf, takeStep } from "../../helpers/loop.ts";
import { countRuns } from "../../helpers/runs.ts";
import { noon } from "../../helpers/samples.ts";

const { steps } = library;
const at = noon(20).toISOString();

/** Answers a question of the project's only step session, as a flag or a person would. */
function answer(
  { progress, history }: VersionedProgress,
  [stepId, name, text]: readonly [string, string, string],
  via: WayGiven = "asked",
  now = noon(20),
): VersionedProgress {
  const project = projectOf({ progress, history });
  const session = new StepSession(library, progress, project, stepOf(stepId));
  const asked = session.redoable.find((question) => question.name === name);
  if (!asked) return { progress, history };
  const change = { now, createId: () => `${stepId}-${name}`, via, because: "Learned more" };
  const result = session.answer(asked, unmarked([text]), change);
  if (!(result instanceof StepSession)) return { progress, history };
  return addUndoStep({ progress, history }, result.finish(now).progress, now);
}

const keep: Parameters<typeof undo>[1] = (before, after) => keepTraces(steps, before, after, at);
const versioned = (...ids: string[]): VersionedProgress => ({
  progress: progressWith(projectAfter(...ids)),
  history: emptyHistory,
});

function changesIn(state: VersionedProgress): string[] {
  return listJudgmentChanges(steps, projectOf(state)).map(({ question, from, to, via }) =>
    [question, from, to, via].join(" "),
  );
}

describe("a changed judgment", () => {
  test("keeps what it was, once its step is finished", () => {
    const changed = answer(versioned("spec", "brief", "review"), ["review", "verdict.2", "met"]);
    expect(changesIn(changed)).toEqual(["review.verdict not-met met asked"]);
  });

  test("leaves no trace while its step is open", () => {
    let state = versioned("spec", "brief");
    state = answer(state, ["review", "verdict.2", "not-met"]);
    state = answer(state, ["review", "verdict.2", "met"]);
    expect(changesIn(state)).toEqual([]);
  });

  test("survives undo, which adds to it", () => {
    const changed = answer(versioned("spec", "brief", "review"), ["review", "verdict.2", "met"]);
    expect(changesIn(undo(changed, keep) ?? changed)).toEqual([
      "review.verdict not-met met asked",
      "review.verdict met not-met undo",
    ]);
  });

  test("shows after undo, another answer and a new finish", () => {
    const [brief, ...answers] = [
      ["brief", "prediction", "3"],
      ["brief", "prediction", "1"],
    ] as const;
    const predicted = answer(versioned("spec"), brief);
    const undone = undo(predicted, keep) ?? predicted;
    expect(changesIn(undone)).toEqual(["brief.prediction 3  undo"]);
    const again = answers.reduce((state, given) => answer(state, given), undone);
    expect(changesIn(again)).toEqual(["brief.prediction 3  undo", "brief.prediction  1 asked"]);
  });

  test("is noticed in a project that was saved before traces were kept", () => {
    const { judgments: _, ...old } = projectAfter("spec", "brief", "review");
    const state = { progress: progressWith(old), history: emptyHistory };
    expect(changesIn(answer(state, ["review", "verdict.2", "met"]))).toEqual([
      "review.verdict not-met met asked",
    ]);
  });

  test("is kept apart for each round", () => {
    const revised = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
      result: "12 minutes",
      verdict: "revise",
      because: "C2 is worth another try.",
      learned: "Columns",
    });
    let state: VersionedProgress = { progress: progressWith(revised), history: emptyHistory };
    state = answer(state, ["brief", "prediction", "1"]);
    expect(changesIn(state)).toEqual([]);
  });
});

const anyMove = fc.oneof(
  fc.record({
    name: fc.constantFrom("verdict.1", "verdict.2", "verdict.3"),
    text: fc.constantFrom("met", "not-met", "cannot-tell"),
    via: fc.constantFrom<WayGiven>("asked", "flag", "file"),
  }),
  fc.constantFrom("undo" as const, "redo" as const),
);
type Move = typeof anyMove extends fc.Arbitrary<infer T> ? T : never;

function make(state: VersionedProgress, move: Move): VersionedProgress {
  if (move === "undo") return undo(state, keep) ?? state;
  if (move === "redo") return redo(state, keep) ?? state;
  return answer(state, ["review", move.name, move.text], move.via);
}

function projectOf({ progress: { projects } }: VersionedProgress): Project {
  const [project] = projects;
  if (!project) throw new Error("The project is gone.");
  return project;
}

/** Lists the judgments that a reader of the finished review sees: each with its value. */
function listSeen(state: VersionedProgress): string[] {
  const project = projectOf(state);
  if (!project.finished.review) return [];
  return listGivenJudgments(steps, project).map((given) => `${nameJudgment(given)} ${given.value}`);
}

test("no judgment of a finished step changes without a trace, whatever is undone", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { minLength: 1, maxLength: 12 }), (moves) => {
      let state = versioned("spec", "brief", "review");
      const seen = new Set(listSeen(state));
      for (const move of moves) {
        state = make(state, move);
        for (const line of listSeen(state)) seen.add(line);
      }
      const project = projectOf(state);
      const shown = new Set([
        ...listGivenJudgments(steps, project).map(
          (given) => `${nameJudgment(given)} ${given.value}`,
        ),
        ...listJudgmentChanges(steps, project).map(
          (change) => `${nameJudgment(change)} ${change.from}`,
        ),
      ]);
      expect([...seen].filter((line) => !shown.has(line))).toEqual([]);
    }),
    { numRuns: countRuns(10_000, 50) },
  );
});
