import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import { describeHistory } from "../../../src/domain/insights/history.ts";
import { findNextStep } from "../../../src/domain/insights/next-step.ts";
import type { Step } from "../../../src/domain/library/step.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { renderHistory } from "../../../src/render/text/history.ts";
import { createTheme } from "../../../src/render/theme.ts";
import { loadSixProjects } from "../../fixtures/six-projects.ts";
import { library, newProject, projectAfter, slices, steps } from "../../helpers/loop.ts";
import { answered, checklistOf, noon, progressOf, runOf } from "../../helpers/samples.ts";
import { show } from "../../helpers/snapshot.ts";

const six = await loadSixProjects();
const [shipped] = library.checklists;
if (!shipped) throw new Error("no checklist");

/** The screen of some progress: the shipped checklist and all steps unless others are given. */
function draw(
  progress: Progress,
  { width = 80, checklist = shipped, known = steps as readonly Step[], color = false } = {},
): string {
  if (!checklist) throw new Error("no checklist");
  const position = { checklist, slices, steps: known, progress };
  const view = {
    history: describeHistory(position),
    title: checklist.title,
    steps: known,
    nextStep: findNextStep(position),
  };
  return renderHistory(view, { theme: createTheme({ color }), width });
}

test("renders six finished projects", () => {
  expect(show(draw(six))).toMatchInlineSnapshot(`
    "|  Reality check
    |  Aug 31, 2026  yes to 1 of 5, partly to 1
    |  Sep 21, 2026  yes to 2 of 5, partly to 1
    |  Oct 19, 2026  yes to 2 of 5, partly to 2
    |  Nov 16, 2026  yes to 4 of 5, partly to 1
    |  1 of 5, then 2 of 5, then 2 of 5, then 4 of 5
    |
    |  Projects
    |  script: Monday report, kept
    |    Since the start: first pass after 4 hours, decision after 2 days.
    |    Expected 4 of 4 checks, 2 met. Bet 42 to 10 minutes, now 8 minutes: reached.
    |    Logged 95 of 240 minutes, 2 of 3 passes.
    |  clickable: Plan picker, kept
    |    Since the start: first pass after 6 hours, decision after 4 days.
    |    Round 1: expected 3 of 4 checks, 2 met. Bet from 6 of 20 to 1, now 3 in 20:
    |    moved part of the way. 3 claimed met: overclaimed on C2.
    |    Round 2: expected 4 of 4 checks, 4 met. Bet from 6 of 20 to 1, now 1 in 20:
    |    reached.
    |    Logged 115 of 240 minutes, 2 of 3 passes.
    |  flow: Invite a teammate, killed
    |    Since the start: first pass after 1 day, decision after 7 days.
    |    Expected 4 of 4 checks, 1 met. Bet not scored: no number in "Nobody can say
    |    until it is built for real." Logged 180 of 480 minutes, 1 of 3 passes.
    |  automation: Triage drafts, handed over
    |    Since the start: first pass after 1 day, decision after 11 days.
    |    Expected 2 of 4 checks, 3 met. Bet 31 to 5, now 4 rows: reached. Logged 265
    |    of 240 minutes, 4 of 4 passes.
    |  dashboard: Renewals at risk, killed
    |    Since the start: first pass after 1 day, decision after 9 days.
    |    Expected 4 of 4 checks, 3 met. Bet 3 to 1, now 3 lists: unchanged.
    |  script-2: Release notes draft, kept
    |    Since the start: first pass after 2 hours, decision after 1 day.
    |    Expected 2 of 3 checks, 3 met. Bet 9 to 2, now 2: reached. Logged 40 of 120
    |    minutes, 1 of 2 passes.
    |
    |  Overall
    |  - You expected 23 of 27 checks to be met; 18 were. Your predictions tend to be
    |    too high, in 4 of 7 predictions. Write down one more edge case before the
    |    brief.
    |  - Cause (7 answers): My spec didn't say (4); The agent missed it (1); I
    |    changed my mind (1); Needs engineering (1).
    |  - Changed after the brief: "Checks" 3 times, "Edge cases" once and "Not
    |    building" once.
    |  - Median time from the start, by the calendar: 15 hours to the first pass and
    |    6 days to the decision.
    |  - 6 decisions: 3 kept, 1 handed over, 2 killed.
    |"
  `);
  expect(draw(six).trimEnd().split("\n").length).toBeLessThanOrEqual(46);
});

test("renders in a narrow window", () => {
  expect(
    show(draw({ ...six, projects: six.projects.slice(1, 2) }, { width: 40 })),
  ).toMatchInlineSnapshot(`
    "|  Reality check
    |  Aug 31, 2026  yes to 1 of 5, partly to
    |                1
    |  Sep 21, 2026  yes to 2 of 5, partly to
    |                1
    |  Oct 19, 2026  yes to 2 of 5, partly to
    |                2
    |  Nov 16, 2026  yes to 4 of 5, partly to
    |                1
    |  1 of 5, then 2 of 5, then 2 of 5, then
    |  4 of 5
    |
    |  Projects
    |  clickable: Plan picker, kept
    |    Since the start: first pass after 6
    |    hours, decision after 4 days.
    |    Round 1: expected 3 of 4 checks, 2
    |    met. Bet from 6 of 20 to 1, now 3 in
    |    20: moved part of the way. 3 claimed
    |    met: overclaimed on C2.
    |    Round 2: expected 4 of 4 checks, 4
    |    met. Bet from 6 of 20 to 1, now 1 in
    |    20: reached.
    |    Logged 115 of 240 minutes, 2 of 3
    |    passes.
    |
    |  Overall
    |  - You expected 7 of 8 checks to be
    |    met; 6 were.
    |  - Cause (1 answer): The agent missed
    |    it (1).
    |  - Changed after the brief: "Edge
    |    cases" once and "Checks" once.
    |"
  `);
});

test.each([40, 50, 80])("at %d columns no line is wider, and none ends in a space", (width) => {
  for (const line of draw(six, { width }).split("\n")) {
    expect({ line, fits: stringWidth(line) <= width }).toEqual({ line, fits: true });
    expect(line).toBe(line.trimEnd());
  }
});

test("color doesn't change any text", () => {
  const colored = draw(six, { color: true });
  expect(colored).toContain("\u001b[");
  expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(draw(six));
});

test.each([
  { name: "nobody yet", progress: progressOf(), command: "builder-pm check" },
  {
    name: "half a check",
    progress: progressOf({
      ...runOf("a", { problem: answered("yes") }, { open: true }),
      checklist: "reality-check",
    }),
    command: "builder-pm check",
  },
  {
    name: "a project just started",
    progress: { ...progressOf(), projects: [newProject()] },
    command: "builder-pm spec",
  },
])("$name: shows one sentence and the command", ({ progress, command }) => {
  const lines = [
    "  Nothing is finished yet, so there is no history to show. Start here:",
    "",
    `    ${command}`,
    "",
  ];
  expect(draw(progress)).toBe(lines.join("\n"));
});

test("shows one finished check without a chart or projects", () => {
  const progress = progressOf(
    runOf("a", { problem: answered("partly"), slice: answered("yes") }, { day: 3 }),
  );
  expect(
    show(draw(progress, { checklist: checklistOf("problem", "slice") })),
  ).toMatchInlineSnapshot(`
    "|  Weekly check
    |  Nov 3, 2026  yes to 1 of 2, partly to 1
    |"
  `);
});

test("shows a removed item under its id, and each count with its own total", () => {
  const before = runOf("a", { problem: answered("yes"), demo: answered("not-yet") }, { day: 1 });
  const progress = progressOf(before, runOf("b", { problem: answered("yes") }, { day: 8 }));
  expect(show(draw(progress, { checklist: checklistOf("problem") }))).toMatchInlineSnapshot(`
    "|  Weekly check
    |  Nov 1, 2026  yes to 1 of 2
    |  Nov 8, 2026  yes to 1 of 1
    |  1 of 2, then 1 of 1
    |  No longer on the checklist: demo (not yet).
    |"
  `);
});

test("still shows a project whose step and slice were removed, without their counts", () => {
  const known = steps.filter(({ id }) => id !== "review");
  const ended = {
    ...projectAfter("spec", "brief", "review", "handoff", "decide"),
    slice: "gone",
    id: "gone",
  };
  const amendment = { step: "gone", question: "person", before: [], after: ["x"], because: "y" };
  const project = { ...ended, amendments: [{ ...amendment, at: noon(3).toISOString() }] };
  expect(show(draw({ ...progressOf(), projects: [project] }, { known }))).toMatchInlineSnapshot(`
    "|  Projects
    |  gone: Monday report, kept
    |    Since the start: decision after 5 days.
    |    Bet 42 to 10 minutes, now 12 minutes: moved part of the way.
    |    Answers to steps that were removed: review. See:
    |    builder-pm export --project gone
    |
    |  Overall
    |  - Changed after the brief: "person" once.
    |"
  `);
});

test("leaves out times if the clock was set back", () => {
  const passes = [{ what: "first", minutes: 30, at: noon(2).toISOString() }];
  const closed = { as: "killed", at: noon(1).toISOString() } as const;
  const project = newProject({ startedAt: noon(9).toISOString(), passes, closed });
  expect(
    show(draw({ ...progressOf(), projects: [project, { ...project, uid: "b" }] })),
  ).toMatchInlineSnapshot(`
    "|  Projects
    |  script: Monday report, killed
    |    Logged 30 of 240 minutes, 1 of 3 passes.
    |  script: Monday report, killed
    |    Logged 30 of 240 minutes, 1 of 3 passes.
    |
    |  Overall
    |  - 2 decisions: 2 killed.
    |"
  `);
});

/** The first sentence over so many projects that expected 3 of 3 where 1 was met. */
function sayOver(count: number): string | undefined {
  const project = projectAfter("spec", "brief", "review");
  const projects = [..."abc"].slice(0, count).map((uid) => ({ ...project, uid }));
  return /- (You expected[\s\S]*?)\n {2}-/.exec(
    draw({ ...progressOf(), projects }, { width: 200 }),
  )?.[1];
}

test("describes a tendency once three projects have a result", () => {
  expect(sayOver(2)).toBe("You expected 6 of 6 checks to be met; 2 were.");
  expect(sayOver(3)).toBe(
    "You expected 9 of 9 checks to be met; 3 were. Your predictions tend to be too high, " +
      "in 3 of 3 predictions. Write down one more edge case before the brief.",
  );
});
