import { expect, test } from "vitest";
import { summarizeChecklist } from "../../src/domain/insights/checklist-summary.ts";
import {
  renderChecklist,
  renderResult,
  renderStatus,
} from "../../src/render/text/checklist-summary.ts";
import { createTheme } from "../../src/render/theme.ts";
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
const evidence = "14 of our 30 agents copy order numbers by hand, \u6d4b\u8bd5 included.";
const answers = {
  problem: answered("yes", { evidence }),
  slice: answered("partly"),
  spec: answered("not-yet"),
};
const progress = progressOf(runOf("a", answers, { day: 1 }), runOf("b", answers, { day: 15 }));
const without = { now: noon(22), project: undefined, closed: [], steps: [] };
const view = {
  summary: summarizeChecklist({ checklist, slices, steps: [], progress }),
  ...without,
};
const fresh = {
  summary: summarizeChecklist({ checklist, slices, steps: [], progress: progressOf() }),
  ...without,
};

test("renders the end of a check", () => {
  expect(show(renderResult(view, narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear. (with
    |           evidence)
    |  partly   The slice is clear.
    |  not yet  The spec is clear.
    |
    |  #######======-------
    |  You said yes to 1 of 3, partly to 1
    |  Last time (3 weeks ago): yes to 1 of 3
    |
    |  Next
    |    builder-pm start script
    |      suggested: "A script to try", 4
    |      hours; good practice for slice;
    |      also open: spec
    |
    |  Or start from your own idea or your
    |  notes:
    |    builder-pm start
    |
    |  In your own work: Write down the
    |  slice.
    |"
  `);
  expect(show(renderResult(view, wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear.  with evidence
    |  partly   The slice is clear.
    |  not yet  The spec is clear.
    |
    |  ##########==========----------  You said yes to 1 of 3, partly to 1
    |  Last time (3 weeks ago): yes to 1 of 3
    |
    |  Next
    |    builder-pm start script
    |      suggested: "A script to try", 4 hours; good practice for slice; also open: spec
    |
    |  Or start from your own idea or your notes:
    |    builder-pm start
    |
    |  In your own work: Write down the slice.
    |"
  `);
});

test("status", () => {
  expect(show(renderStatus(view, narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear. (with
    |           evidence)
    |  partly   The slice is clear.
    |  not yet  The spec is clear.
    |
    |  #######======-------
    |  You said yes to 1 of 3, partly to 1
    |  Last answered: 7 days ago.
    |
    |  Next
    |    builder-pm start script
    |      suggested: "A script to try", 4
    |      hours; good practice for slice;
    |      also open: spec
    |
    |  Or start from your own idea or your
    |  notes:
    |    builder-pm start
    |"
  `);
  expect(show(renderStatus(view, wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear.  with evidence
    |  partly   The slice is clear.
    |  not yet  The spec is clear.
    |
    |  ##########==========----------  You said yes to 1 of 3, partly to 1
    |  Last answered: 7 days ago.
    |
    |  Next
    |    builder-pm start script
    |      suggested: "A script to try", 4 hours; good practice for slice; also open: spec
    |
    |  Or start from your own idea or your notes:
    |    builder-pm start
    |"
  `);
  expect(show(renderStatus(fresh, wide))).toMatchInlineSnapshot(`
    "|  You haven't answered anything yet. The reality check is a good place to start.
    |
    |    builder-pm check    3 honest questions, about 3 minutes
    |"
  `);
});

test("renders the checklist for when nobody can be asked", () => {
  expect(show(renderChecklist(view, narrow))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear. (with
    |           evidence)
    |           14 of our 30 agents copy
    |           order numbers by hand, 测试
    |           included.
    |           Item: problem
    |  partly   The slice is clear.
    |           Item: slice
    |  not yet  The spec is clear.
    |           Item: spec
    |
    |  #######======-------
    |  You said yes to 1 of 3, partly to 1
    |"
  `);
  expect(show(renderChecklist(fresh, wide))).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  -        The problem is clear.
    |           Item: problem
    |  -        The slice is clear.
    |           Item: slice
    |  -        The spec is clear.
    |           Item: spec
    |
    |  ------------------------------  You said yes to 0 of 3; 3 not answered yet
    |"
  `);
});
