import type { Progress } from "../../src/domain/progress/progress.ts";
import { openRun, recordAnswers } from "../../src/domain/progress/run.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { proposeAnswers } from "../../src/domain/project/proposed.ts";
import {
  library,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
  withPasses,
} from "./loop.ts";
import type { ScriptedAnswer } from "./prompter.ts";
import { noon } from "./samples.ts";

/** A prompt that is open while another process changes what is saved. */
export interface OpenPrompt {
  /** What is saved, one change after the other, so that there is something to undo. */
  saved: readonly Progress[];
  words: readonly string[];
  /** What the person answers; the prompt of the last answer is the open one. */
  answers: readonly ScriptedAnswer[];
  /** The same, as it is typed where choices are numbered. */
  lines: readonly string[];
  /** What the person has typed that isn't saved by then, and must not be lost. */
  typed?: readonly string[];
  /** True if it asks whether to decide early. */
  isEarly?: boolean;
}

const without = (step: string, ...left: string[]) =>
  Object.fromEntries(
    Object.entries(sampleAnswers[step] ?? {}).filter(([question]) => !left.includes(question)),
  );
const other = newProject({ id: "other", uid: "uid-2", title: "Churn themes" });
const started = newProject();
const specified = projectAfter("spec");
const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");
const handedOff = projectAfter("spec", "brief", "review", "handoff");
const prepared = takeStep(briefed, "decide", without("decide", "learned"));
const revised = { ...sampleAnswers.decide, verdict: "revise" };
const again = takeStep(handedOff, "decide", revised, 6);
const second = takeStep(again, "brief", { prediction: 3 }, 7);

function inProgress(...projects: Project[]): Progress[] {
  return projects.map((project) => ({ ...progressWith(project, other), current: project.uid }));
}

const [checklist] = library.checklists;
if (!checklist) throw new Error("There is no checklist");

/** Returns progress with a reality check in which these items are answered with partly. */
export function withCheck(progress: Progress, ...ids: string[]): Progress {
  if (!checklist) throw new Error("There is no checklist");
  const run = openRun(checklist, { now: noon(1), id: "run-1" });
  const given = Object.fromEntries(ids.map((id) => [id, { answer: "partly" as const }]));
  return recordAnswers(progress, checklist, run, given, noon(1));
}

/** The items of the reality check. */
export const items = checklist.items.map(({ id }) => id);
const allItems = inProgress(handedOff).map((progress) => withCheck(progress, ...items));
const problem = "Clerks retype 40 slot requests every Monday, and two were lost on May 4.";
const result = "12 minutes, by stopwatch on November 16";
const because = "The values were right in all three weeks and a run takes 3 minutes.";
const learned = "I never wrote down which columns must be there, so the agent guessed.";
const evidence = "14 tickets in May, and 3 calls on June 2.";
const lines = [
  "For each of the last 3 weeks, every value equals the hand-made report.",
  "With one column renamed, the run stops with a line naming that column.",
  "Making the report takes 10 minutes or less, down from 42, by stopwatch.",
] as const;
const expiring = {
  ...sampleAnswers.handoff,
  status: "candidate",
  "not-asking": "I'm not asking you to run it.",
  owner: "Priya",
  expiry: "2027-01-31",
};
const decision: ScriptedAnswer[] = [
  { type: result },
  { choose: "keep" },
  { type: because },
  { type: learned },
];
const finished = inProgress(started, {
  ...started,
  closed: { as: "killed", at: noon(3).toISOString() },
}).map(({ projects: [project = started] }) => progressWith(project));

/** A prompt of each kind, and of each command that asks. */
export const openPrompts: Readonly<Record<string, OpenPrompt>> = {
  "a text": {
    saved: inProgress(started, takeStep(started, "spec", without("spec", "evidence"))),
    words: ["spec"],
    answers: [{ type: evidence }],
    lines: [evidence],
    typed: [evidence],
  },
  "a list": {
    saved: inProgress(started, takeStep(started, "spec", without("spec", "checks"))),
    words: ["spec"],
    answers: [...lines.map((type) => ({ type })), { type: "" }],
    lines: [...lines, ""],
    typed: lines,
  },
  "a number": {
    saved: inProgress(started, specified),
    words: ["brief"],
    answers: [{ type: "2" }],
    lines: ["2"],
  },
  "a date": {
    saved: inProgress(briefed, reviewed, takeStep(reviewed, "handoff", expiring)),
    words: ["handoff", "--redo", "expiry"],
    answers: [{ type: "2027-01-15" }],
    lines: ["2027-01-15"],
    typed: ["2027-01-15"],
  },
  "a choice": {
    saved: inProgress(specified, briefed),
    words: ["review"],
    answers: [{ choose: "met" }],
    lines: ["1"],
  },
  "several choices": {
    saved: inProgress(briefed, takeStep(briefed, "review", without("review", "red-flags"))),
    words: ["review"],
    answers: [{ mark: ["own-login"] }],
    lines: ["1"],
  },
  "the screen of the round before": {
    saved: inProgress(again, second),
    words: ["review"],
    answers: [{ mark: [] }],
    lines: [""],
  },
  "the screen of what notes say": {
    saved: inProgress(
      started,
      proposeAnswers(started, "spec", new Map([["problem", [problem]]]), "notes"),
    ),
    words: ["spec"],
    answers: [{ mark: [] }],
    lines: [""],
  },
  "a change after the brief": {
    saved: inProgress(specified, briefed),
    words: ["spec", "--redo", "evidence"],
    answers: [{ type: evidence }, { type: "Priya asked for it.", asked: "Why" }],
    lines: [evidence, "Priya asked for it."],
    typed: [evidence, "Priya asked for it."],
  },
  "an item": {
    saved: [progressWith(), withCheck(progressWith(), "problem")],
    words: ["check"],
    answers: [{ choose: "yes" }],
    lines: ["1"],
  },
  evidence: {
    saved: [progressWith(), withCheck(progressWith(), "problem")],
    words: ["check"],
    answers: [{ choose: "yes" }, { type: evidence }],
    lines: ["1", evidence],
    typed: [evidence],
  },
  "the reason of a decision": {
    saved: inProgress(reviewed, handedOff),
    words: ["decide"],
    answers: decision.slice(0, 3),
    lines: [result, "1", because],
    typed: [because],
  },
  "the last answer of a decision": {
    saved: inProgress(briefed, reviewed),
    words: ["decide"],
    answers: decision,
    lines: [result, "1", because, learned],
    typed: [learned],
  },
  "the last answer of a decision that came before the review": {
    saved: inProgress(briefed, prepared, takeStep(prepared, "review", sampleAnswers.review ?? {})),
    words: ["decide"],
    answers: [{ type: learned }],
    lines: [learned],
    typed: [learned],
  },
  "the offer to update the reality check": {
    saved: allItems,
    words: ["decide"],
    answers: [...decision, { mark: ["problem"], asked: "Update your reality check?" }],
    lines: [result, "1", because, learned, "1"],
  },
  "the question about an early decision": {
    saved: inProgress(started, specified),
    words: ["decide"],
    answers: [{ choose: "now", asked: "Decide anyway?" }, ...decision],
    lines: ["2", result, "1", because, learned],
    isEarly: true,
  },
  "what to build": {
    saved: finished,
    words: ["start"],
    answers: [{ choose: "an idea of your own" }, { type: "Weekly churn" }, { choose: "yes" }],
    lines: ["6", "Weekly churn", "1"],
    typed: ["Weekly churn"],
  },
  "the folder of a new project": {
    saved: finished,
    words: ["start", "Weekly churn"],
    answers: [{ choose: "folder" }, { type: "./typed-folder" }, { choose: "yes" }],
    lines: ["3", "./typed-folder", "1"],
    typed: ["typed-folder"],
  },
  "what happened in a pass": {
    saved: inProgress(specified, briefed),
    words: ["log", "--minutes", "30"],
    answers: [{ type: "It runs, refunds are missing" }],
    lines: ["It runs, refunds are missing"],
    typed: ["It runs, refunds are missing"],
  },
  "why more time": {
    saved: inProgress(briefed, withPasses(briefed, 240)),
    words: ["log", "--extend", "60"],
    answers: [{ type: "One rule is left." }],
    lines: ["One rule is left."],
    typed: ["One rule is left."],
  },
  "the folder of a brief": {
    saved: inProgress(started, specified),
    words: ["brief"],
    answers: [{ type: "2" }, { choose: "file", asked: "Where should the brief go?" }],
    lines: ["2", "1"],
  },
};
