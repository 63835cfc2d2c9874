import { expect, test } from "vitest";
import { summarizeChecklist } from "../../src/domain/insights/checklist-summary.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { renderResult, renderStatus } from "../../src/render/text/checklist-summary.ts";
import { createTheme } from "../../src/render/theme.ts";
import { projectAfter, steps } from "../helpers/loop.ts";
import { answered, checklistOf, noon, progressOf, runOf, sliceOf } from "../helpers/samples.ts";
import { show } from "../helpers/snapshot.ts";

const theme = createTheme({ color: false });
const narrow = { theme, width: 40 };
const wide = { theme, width: 90 };

const checklist = checklistOf("problem", "slice", "spec");
const slices = [
  sliceOf("script", ["slice"]),
  sliceOf("dashboard", ["spec", "problem"], { order: 20, hours: 1 }),
];
const answers = {
  problem: answered("yes", { evidence: "14 of our 30 agents copy order numbers by hand." }),
  slice: answered("partly"),
  spec: answered("not-yet"),
};
const { runs } = progressOf(runOf("a", answers, { day: 1 }), runOf("b", answers, { day: 15 }));

const long =
  "I looked for where it breaks, \u6d4b\u8bd5 included, and wrote down what I saw there for " +
  "each of the checks.";
const provable = checklistOf("problem", "slice", "spec", "review").items.map((sample, index) => ({
  ...sample,
  ...(index > 0 ? { shownBy: "withinBudget" as const } : {}),
  ...(index === 2 ? { title: long } : {}),
}));
const ended = projectAfter("spec", "brief", "review", "handoff", "decide");

function shownView(projects: Project[], saved = runs) {
  const progress = { version: 2 as const, runs: saved, projects };
  const position = { checklist: { ...checklist, items: provable }, slices, steps, progress };
  return {
    now: noon(22),
    project: undefined,
    steps: [],
    summary: summarizeChecklist(position),
    closed: projects,
  };
}

test("shows levels to the right, or after the title in a narrow window", () => {
  expect(show(renderResult(shownView([ended]), narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear. (with
    |           evidence)
    |  partly   The slice is clear. (1
    |           project shows it)
    |  not yet  I looked for where it breaks,
    |           测试 included, and wrote down
    |           what I saw there for each of
    |           the checks. (1 project shows
    |           it)
    |  -        The review is clear. (1
    |           project shows it)
    |
    |  #####=====----------
    |  You said yes to 1 of 4, partly to 1; 1
    |  not answered yet; your projects show 3
    |  of 4
    |  Last time (3 weeks ago): yes to 1 of 3
    |
    |  Next
    |    builder-pm start dashboard
    |      suggested: "A dashboard to try", 1
    |      hour; good practice for spec; also
    |      open: review and slice
    |
    |  Or start from your own idea or your
    |  notes:
    |    builder-pm start
    |
    |  In your own work: Write down the
    |  slice.
    |"
  `);
  expect(show(renderResult(shownView([ended]), wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear.                                        with evidence
    |  partly   The slice is clear.                                          1 project shows it
    |  not yet  I looked for where it breaks, 测试 included, and wrote down  1 project shows it
    |           what I saw there for each of the checks.
    |  -        The review is clear.                                         1 project shows it
    |
    |  ########=======---------------
    |  You said yes to 1 of 4, partly to 1; 1 not answered yet; your projects show 3 of 4
    |  Last time (3 weeks ago): yes to 1 of 3
    |
    |  Next
    |    builder-pm start dashboard
    |      suggested: "A dashboard to try", 1 hour; good practice for spec; also open: review
    |      and slice
    |
    |  Or start from your own idea or your notes:
    |    builder-pm start
    |
    |  In your own work: Write down the slice.
    |"
  `);
  expect(
    show(renderStatus(shownView([ended, ended]), { theme, width: 80 })),
  ).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear.                             with evidence
    |  partly   The slice is clear.                               2+ projects show it
    |  not yet  I looked for where it breaks, 测试 included, and  2+ projects show it
    |           wrote down what I saw there for each of
    |           the checks.
    |  -        The review is clear.                              2+ projects show it
    |
    |  ########=======---------------
    |  You said yes to 1 of 4, partly to 1; 1 not answered yet; your projects show 3
    |  of 4
    |  Last answered: 7 days ago.
    |  Projects show slice and spec, too. To change your answers:
    |    builder-pm check --item slice
    |    builder-pm check --item spec
    |
    |  Finished projects: 2 (2 kept).
    |
    |  Next
    |    builder-pm start dashboard
    |      suggested: "A dashboard to try", 1 hour; good practice for spec; also
    |      open: review and slice
    |
    |  Or start from your own idea or your notes:
    |    builder-pm start
    |"
  `);
});

test("shows evidence from projects before the first check", () => {
  expect(show(renderStatus(shownView([ended], []), wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  -        The problem is clear.
    |  -        The slice is clear.                                          1 project shows it
    |  -        I looked for where it breaks, 测试 included, and wrote down  1 project shows it
    |           what I saw there for each of the checks.
    |  -        The review is clear.                                         1 project shows it
    |
    |  ------------------------------
    |  You said yes to 0 of 4; 4 not answered yet; your projects show 3 of 4
    |  You haven't taken this reality check yet.
    |
    |  Finished projects: 1 (1 kept).
    |
    |  Next
    |    builder-pm check    4 honest questions, about 4 minutes
    |"
  `);
});
