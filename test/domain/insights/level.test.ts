import fc from "fast-check";
import { expect, test } from "vitest";
import { findLevel, findProjectEvidence } from "../../../src/domain/insights/level.ts";
import { answerChoices, type Item } from "../../../src/domain/library/checklist.ts";
import { grantPass, logPass } from "../../../src/domain/project/budget.ts";
import { findLockTime } from "../../../src/domain/project/first-pass.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { newProject, projectAfter, sampleAnswers, steps, takeStep } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

type ShownBy = NonNullable<Item["shownBy"]>;

const reviewed = projectAfter("spec", "brief", "review");
const decide = (project: Project, verdict: string, day = 8) =>
  takeStep(project, "decide", { ...sampleAnswers.decide, verdict }, day);
const kept = decide(reviewed, "keep");
const killed = decide(reviewed, "kill");
const revised = decide(reviewed, "revise", 6);
const pass = (project: Project, minutes: number, day: number) =>
  logPass(project, "a pass", minutes, noon(day));
const extended = grantPass(kept, { kind: "extension", minutes: 60, because: "b" }, noon(5));
const replied = takeStep(kept, "handoff", { reply: "Mira: join on shop and number." }, 9);

const evidence = { answered: "spec.evidence" };
const tried = { answered: "review.tried" };
const reply = { answered: "handoff.reply" };
const every: ShownBy[] = [evidence, tried, "withinBudget", "lockedBeforeFirstPass"];

const prove = (shownBy: ShownBy, ...projects: Project[]) =>
  findProjectEvidence(shownBy, steps, projects);

test.each<{ name: string; project: Project; shownBy: ShownBy; want: boolean }>([
  ...every.map((shownBy) => ({
    name: "a project that was kept",
    project: kept,
    shownBy,
    want: true,
  })),
  ...every.map((shownBy) => ({ name: "a killed one too", project: killed, shownBy, want: true })),
  ...every.map((shownBy) => ({
    name: "an open one does not",
    project: reviewed,
    shownBy,
    want: false,
  })),
  ...every.map((shownBy) => ({
    name: "one without a pass does not",
    project: decide(projectAfter("spec", "brief"), "kill"),
    shownBy,
    want: false,
  })),
  {
    name: "one pass noted is a pass",
    project: decide(pass(projectAfter("spec"), 9, 4), "kill"),
    shownBy: evidence,
    want: true,
  },
  { name: "without the answer", project: kept, shownBy: reply, want: false },
  { name: "an answer that came later", project: replied, shownBy: reply, want: true },
  {
    name: "an empty answer",
    project: takeStep(kept, "handoff", { reply: "" }, 9),
    shownBy: reply,
    want: false,
  },
  {
    name: "never over, never extended",
    project: pass(kept, 240, 5),
    shownBy: "withinBudget",
    want: true,
  },
  { name: "over the minutes", project: pass(kept, 241, 5), shownBy: "withinBudget", want: false },
  { name: "extended", project: extended, shownBy: "withinBudget", want: false },
  {
    name: "a pass before the brief",
    project: pass(kept, 9, 2),
    shownBy: "lockedBeforeFirstPass",
    want: false,
  },
  {
    name: "a pass after the brief",
    project: pass(kept, 9, 4),
    shownBy: "lockedBeforeFirstPass",
    want: true,
  },
  {
    name: "never locked",
    project: decide(pass(projectAfter("spec"), 9, 4), "kill"),
    shownBy: "lockedBeforeFirstPass",
    want: false,
  },
  {
    name: "an answer of the round before",
    project: decide(revised, "kill"),
    shownBy: tried,
    want: true,
  },
  {
    name: "locked in the round before, and again after the first pass",
    project: decide(takeStep(revised, "brief", { prediction: 2 }, 7), "kill"),
    shownBy: "lockedBeforeFirstPass",
    want: true,
  },
])("evidence for $shownBy: $name", ({ project, shownBy, want }) => {
  expect(prove(shownBy, project).map((proof) => proof.project)).toEqual(want ? [project] : []);
});

/** Returns the project with these texts for problem and evidence, and marks on the first. */
function withSpec(problem: object, evidence?: object): Project {
  const { evidence: _, ...others } = kept.answers.spec ?? {};
  const at = noon(2).toISOString();
  const spec = {
    ...others,
    problem: { text: "Priya took 42 minutes on June 1.", at, ...problem },
    ...(evidence ? { evidence: { text: "", at, ...evidence } } : {}),
  };
  return { ...kept, answers: { ...kept.answers, spec } };
}

test.each([
  {
    name: "the problem, if it holds the evidence",
    project: withSpec({ hasEvidence: true }),
    texts: ["Priya took 42 minutes on June 1."],
  },
  {
    name: "the evidence, if it was given too",
    project: withSpec({ hasEvidence: true }, { text: "Two corrections, on May 4." }),
    texts: ["Two corrections, on May 4."],
  },
  {
    name: "the problem, if the evidence was left empty",
    project: withSpec({ hasEvidence: true }, { marks: ["empty"] }),
    texts: ["Priya took 42 minutes on June 1."],
  },
  { name: "nothing, if the problem holds none", project: withSpec({}), texts: undefined },
])("spec.evidence is shown by $name", ({ project, texts }) => {
  expect(prove(evidence, project)[0]?.texts).toEqual(texts);
});

test("an old name of a question shows what its new name does", () => {
  const handed = decide(takeStep(reviewed, "handoff", sampleAnswers.handoff ?? {}, 7), "keep");
  expect(prove({ answered: "spec.engineer" }, handed)[0]?.texts).toEqual([
    sampleAnswers.handoff?.engineer,
  ]);
});

test("takes the answer from the newest round that has one, with the label of a choice", () => {
  const again = takeStep(
    takeStep(revised, "brief", { prediction: 2 }, 7),
    "review",
    { tried: "Twice: no change." },
    7,
  );
  expect(prove(tried, decide(again, "kill"))[0]?.texts).toEqual(["Twice: no change."]);
  expect(prove(tried, decide(revised, "kill"))[0]?.texts).toEqual([sampleAnswers.review?.tried]);
  expect(prove({ answered: "review.red-flags" }, kept)[0]?.texts).toEqual([
    "It uses my own login, or an admin's",
  ]);
  expect(prove("withinBudget", kept)[0]?.texts).toEqual([]);
});

test("lists the last closed project first", () => {
  const older = { ...decide(reviewed, "keep", 7), uid: "older" };
  expect(prove(evidence, older, kept).map(({ project }) => project.uid)).toEqual([
    "uid-1",
    "older",
  ]);
});

test("accepts answers to removed questions, but not to unknown ones", () => {
  const withoutSpec = steps.filter(({ id }) => id !== "spec");
  expect(findProjectEvidence(evidence, withoutSpec, [kept])).toHaveLength(1);
  expect(findProjectEvidence({ answered: "gone.question" }, steps, [kept])).toEqual([]);
  expect(findProjectEvidence("lockedBeforeFirstPass", [], [pass(kept, 9, 4)])).toEqual([]);
  expect(findProjectEvidence(undefined, steps, [kept])).toEqual([]);
});

test("reads an old round that has no times", () => {
  const old = {
    ...revised,
    rounds: revised.rounds.map(({ answers, endedAt }) => ({ answers, endedAt })),
  };
  expect(findLockTime(steps, revised)).toEqual(noon(3));
  expect(findLockTime(steps, old)).toBeUndefined();
  expect(findLockTime(steps, newProject())).toBeUndefined();
});

const anyProject = fc.record({
  closed: fc.boolean(),
  hasPass: fc.boolean(),
  ending: fc.constantFrom("keep", "hand-over", "kill"),
});
const anyAnswer = fc.constantFrom(undefined, ...answerChoices.map(({ value }) => value));

test("counts closed projects with a pass, and a yes only if there are none", () => {
  fc.assert(
    fc.property(fc.array(anyProject, { maxLength: 4 }), anyAnswer, (wanted, answer) => {
      const projects = wanted.map(({ closed, hasPass, ending }) => {
        const project = hasPass
          ? pass(projectAfter("spec", "brief"), 9, 4)
          : projectAfter("spec", "brief");
        return closed ? decide(project, ending) : project;
      });
      const count = wanted.filter(({ closed, hasPass }) => closed && hasPass).length;
      const shown = count > 1 ? "repeated" : "shown";
      const said = answer === "yes" ? "said" : undefined;
      for (const shownBy of [evidence, "withinBudget", "lockedBeforeFirstPass"] as const) {
        expect(findLevel(answer, prove(shownBy, ...projects))).toBe(count > 0 ? shown : said);
      }
    }),
    { numRuns: 50 },
  );
});
