import { expect, test } from "vitest";
import { summarizeChecklist } from "../../src/domain/insights/checklist-summary.ts";
import type { Project } from "../../src/domain/project/project.ts";
import {
  renderChecklist,
  renderResult,
  renderStatus,
} from "../../src/render/text/checklist-summary.ts";
import { createTheme } from "../../src/render/theme.ts";
import { projectAfter, steps } from "../helpers/loop.ts";
import { answered, checklistOf, noon, progressOf, runOf, sliceOf } from "../helpers/samples.ts";
import { show } from "../helpers/snapshot.ts";

const theme = createTheme({ color: false });
const narrow = { theme, width: 40 };
const wide = { theme, width: 100 };

const checklist = checklistOf("problem", "slice", "spec");
const slices = [
  sliceOf("script", ["slice"]),
  sliceOf("dashboard", ["spec", "problem"], { order: 20, hours: 1 }),
];
const evidence = "14 of our 30 agents copy order numbers by hand, \u6d4b\u8bd5 included.";
const answers = {
  problem: answered("yes", { evidence }),
  slice: answered("partly"),
  spec: answered("not-yet"),
};
const progress = progressOf(runOf("a", answers, { day: 1 }), runOf("b", answers, { day: 15 }));
const without = { now: noon(22), project: undefined, ended: [], steps: [] };
const view = {
  summary: summarizeChecklist({ checklist, slices, steps: [], progress }),
  ...without,
};
const fresh = {
  summary: summarizeChecklist({ checklist, slices, steps: [], progress: progressOf() }),
  ...without,
};

test("the end of a check", () => {
  expect(show(renderResult(view, narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear. (said)
    |  [~] The slice is clear.
    |  [ ] The spec is clear.
    |
    |  #######-------------
    |  1 of 3 done (33%), 1 partly
    |  Last time, 3 weeks ago: 1 of 3
    |
    |  Try next
    |  Write down the slice.
    |
    |    builder-pm start script
    |    suggested: good practice for slice, 4 hours
    |"
  `);
  expect(show(renderResult(view, wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear.  said
    |  [~] The slice is clear.
    |  [ ] The spec is clear.
    |
    |  ##########--------------------  1 of 3 done (33%), 1 partly
    |  Last time, 3 weeks ago: 1 of 3
    |
    |  Try next
    |  Write down the slice.
    |
    |    builder-pm start script    suggested: good practice for slice, 4 hours
    |"
  `);
});

test("status", () => {
  expect(show(renderStatus(view, narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear. (said)
    |  [~] The slice is clear.
    |  [ ] The spec is clear.
    |
    |  #######-------------
    |  1 of 3 done (33%), 1 partly
    |  Last check: 7 days ago.
    |
    |  Next
    |    builder-pm start script
    |    suggested: good practice for slice, 4 hours
    |"
  `);
  expect(show(renderStatus(view, wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear.  said
    |  [~] The slice is clear.
    |  [ ] The spec is clear.
    |
    |  ##########--------------------  1 of 3 done (33%), 1 partly
    |  Last check: 7 days ago.
    |
    |  Next
    |    builder-pm start script    suggested: good practice for slice, 4 hours
    |"
  `);
  expect(show(renderStatus(fresh, wide))).toMatchInlineSnapshot(`
    "|  You have not answered anything yet. The check is a good place to start.
    |
    |    builder-pm check    3 honest questions, about 3 minutes
    |"
  `);
});

test("the checklist for someone who cannot be asked", () => {
  expect(show(renderChecklist(view, narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear. (said)
    |      14 of our 30 agents copy order
    |      numbers by hand, 测试 included.
    |      problem: yes
    |  [~] The slice is clear.
    |      slice: partly
    |  [ ] The spec is clear.
    |      spec: not-yet
    |
    |  #######-------------
    |  1 of 3 done (33%), 1 partly
    |"
  `);
  expect(show(renderChecklist(fresh, wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [ ] The problem is clear.
    |      problem: no answer yet
    |  [ ] The slice is clear.
    |      slice: no answer yet
    |  [ ] The spec is clear.
    |      spec: no answer yet
    |
    |  ------------------------------  0 of 3 done (0%), 3 not answered yet
    |"
  `);
});

const long =
  "I looked for where it breaks, \u6d4b\u8bd5 included, and wrote down what I saw there for " +
  "each of the checks.";
const provable = checklistOf("problem", "slice", "spec", "review").items.map((sample, index) => ({
  ...sample,
  ...(index > 0 ? { shownBy: "withinBudget" as const } : {}),
  ...(index === 2 ? { title: long } : {}),
}));
const ended = projectAfter("spec", "brief", "review", "handoff", "decide");

function shownView(projects: Project[], runs = progress.runs) {
  const saved = { version: 1 as const, runs, projects };
  const position = { checklist: { ...checklist, items: provable }, slices, steps, progress: saved };
  return { ...without, summary: summarizeChecklist(position), ended: projects };
}

test("the level of each item stands to the right, and after the title in a narrow window", () => {
  expect(show(renderResult(shownView([ended]), narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear. (said)
    |  [~] The slice is clear. (shown)
    |  [ ] I looked for where it breaks, 测试
    |      included, and wrote down what I
    |      saw there for each of the checks.
    |      (shown)
    |  [ ] The review is clear. (shown)
    |
    |  #####---------------
    |  1 of 4 done (25%), 1 partly, 3 shown,
    |  1 not answered yet
    |  Last time, 3 weeks ago: 1 of 3
    |
    |  Try next
    |  Write down the slice.
    |
    |    builder-pm start script
    |    suggested: good practice for slice, 4 hours
    |"
  `);
  expect(show(renderResult(shownView([ended]), wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear.                                                                  said
    |  [~] The slice is clear.                                                                    shown
    |  [ ] I looked for where it breaks, 测试 included, and wrote down what I saw there for each  shown
    |      of the checks.
    |  [ ] The review is clear.                                                                   shown
    |
    |  ########----------------------  1 of 4 done (25%), 1 partly, 3 shown, 1 not answered yet
    |  Last time, 3 weeks ago: 1 of 3
    |
    |  Try next
    |  Write down the slice.
    |
    |    builder-pm start script    suggested: good practice for slice, 4 hours
    |"
  `);
  expect(
    show(renderStatus(shownView([ended, ended]), { theme, width: 80 })),
  ).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [x] The problem is clear.                                             said
    |  [~] The slice is clear.                                               repeated
    |  [ ] I looked for where it breaks, 测试 included, and wrote down what  repeated
    |      I saw there for each of the checks.
    |  [ ] The review is clear.                                              repeated
    |
    |  ########----------------------
    |  1 of 4 done (25%), 1 partly, 3 shown, 1 not answered yet
    |  Last check: 7 days ago.
    |
    |  Ended projects: 2 done.
    |
    |  Next
    |    builder-pm start script    suggested: good practice for slice, 4 hours
    |"
  `);
});

test("ended projects show items before the first check", () => {
  expect(show(renderStatus(shownView([ended], []), wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  [ ] The problem is clear.
    |  [ ] The slice is clear.                                                                    shown
    |  [ ] I looked for where it breaks, 测试 included, and wrote down what I saw there for each  shown
    |      of the checks.
    |  [ ] The review is clear.                                                                   shown
    |
    |  ------------------------------  0 of 4 done (0%), 3 shown, 4 not answered yet
    |  This check is not taken yet.
    |
    |  Ended projects: 1 done.
    |
    |  Next
    |    builder-pm check    4 honest questions, about 4 minutes
    |"
  `);
});
