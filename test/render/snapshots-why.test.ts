import { expect, test } from "vitest";
import { describeItemEvidence } from "../../src/domain/insights/item-evidence.ts";
import type { Checklist, Item } from "../../src/domain/library/checklist.ts";
import type { Run } from "../../src/domain/progress/progress.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { renderWhy, renderWhyList } from "../../src/render/text/why.ts";
import { createTheme } from "../../src/render/theme.ts";
import { projectAfter, steps } from "../helpers/loop.ts";
import { answered, checklistOf, progressOf, runOf, sliceOf } from "../helpers/samples.ts";
import { show } from "../helpers/snapshot.ts";

const theme = createTheme({ color: false });
const narrow = { theme, width: 40 };
const wide = { theme, width: 100 };

const ways: Item["shownBy"][] = [
  { answered: "spec.evidence" },
  "withinBudget",
  "lockedBeforeFirstPass",
  undefined,
];
const plain = checklistOf("problem", "slice", "spec", "review");
const items = plain.items.map((item, index) => ({
  ...item,
  ...(ways[index] ? { shownBy: ways[index] } : {}),
}));
const checklist = { ...plain, items } as Checklist;
const kept = projectAfter("spec", "brief", "review", "handoff", "decide");

const said = [
  runOf("a", { problem: answered("partly", { evidence: "a hunch" }) }, { day: 1 }),
  runOf(
    "b",
    { problem: answered("yes", { evidence: "14 tickets, \u6d4b\u8bd5 included", day: 15 }) },
    { day: 15 },
  ),
];

function viewOf(id: string, runs: Run[], ...projects: Project[]) {
  const progress = { ...progressOf(...runs), projects };
  return {
    evidence: describeItemEvidence(
      { checklist, slices: [sliceOf("script", ["spec"])], steps, progress },
      id,
    ),
    steps,
  };
}

test("renders an item that a project shows", () => {
  expect(show(renderWhy(viewOf("problem", said, kept), narrow))).toMatchInlineSnapshot(`
    "|  yes      The problem is clear. (1
    |           project shows it)
    |
    |  What you said
    |  Yes, on Nov 15, 2026: 14 tickets, 测试
    |  included
    |  Partly, on Nov 1, 2026: a hunch
    |
    |  What shows it
    |  Monday report (script), kept on Nov 6,
    |  2026
    |    "42 minutes by stopwatch on 2
    |    November, and two corrections in the
    |    report history, 5 and 19 October."
    |"
  `);
  expect(show(renderWhy(viewOf("problem", said, kept, kept), wide))).toMatchInlineSnapshot(`
    "|  yes      The problem is clear.  2+ projects show it
    |
    |  What you said
    |  Yes, on Nov 15, 2026: 14 tickets, 测试 included
    |  Partly, on Nov 1, 2026: a hunch
    |
    |  What shows it
    |  Monday report (script), kept on Nov 6, 2026
    |    "42 minutes by stopwatch on 2 November, and two corrections in the report history, 5 and 19
    |    October."
    |  Monday report (script), kept on Nov 6, 2026
    |    "42 minutes by stopwatch on 2 November, and two corrections in the report history, 5 and 19
    |    October."
    |"
  `);
  expect(show(renderWhy(viewOf("slice", said, kept), wide))).toMatchInlineSnapshot(`
    "|  -        The slice is clear.  1 project shows it
    |
    |  What you said
    |  Nothing yet.
    |
    |  What shows it
    |  Monday report (script), kept on Nov 6, 2026
    |    Budget: 0 of 240 minutes, 0 of 3 passes used.
    |"
  `);
  expect(show(renderWhy(viewOf("spec", said, kept), wide))).toMatchInlineSnapshot(`
    "|  -        The spec is clear.  1 project shows it
    |
    |  What you said
    |  Nothing yet.
    |
    |  What shows it
    |  Monday report (script), kept on Nov 6, 2026
    |    Locked on Nov 3, 2026, before the first pass on Nov 4, 2026.
    |"
  `);
});

test("renders an item without evidence", () => {
  const partly = [runOf("c", { spec: answered("partly") })];
  expect(show(renderWhy(viewOf("spec", partly), narrow))).toMatchInlineSnapshot(`
    "|  partly   The spec is clear.
    |
    |  What you said
    |  Partly, on Nov 1, 2026
    |
    |  What would show it
    |  A finished project whose spec was
    |  locked before the first pass.
    |  The project needs at least one pass. A
    |  project that you killed counts too.
    |
    |  Next
    |  Write down the spec.
    |    builder-pm start script
    |      good practice for spec, 4 hours
    |"
  `);
  expect(show(renderWhy(viewOf("spec", partly), wide))).toMatchInlineSnapshot(`
    "|  partly   The spec is clear.
    |
    |  What you said
    |  Partly, on Nov 1, 2026
    |
    |  What would show it
    |  A finished project whose spec was locked before the first pass.
    |  The project needs at least one pass. A project that you killed counts too.
    |
    |  Next
    |  Write down the spec.
    |    builder-pm start script    good practice for spec, 4 hours
    |"
  `);
  expect(
    show(renderWhy(viewOf("review", [runOf("d", { review: answered("yes") })]), wide)),
  ).toMatchInlineSnapshot(`
    "|  yes      The review is clear.  you said so
    |
    |  What you said
    |  Yes, on Nov 1, 2026
    |
    |  What would show it
    |  No project can show this item. Only your answer counts.
    |"
  `);
});

test("renders a summary of all items", () => {
  const ids = ["problem", "review"];
  const entries = ids.map((id) => viewOf(id, said, kept, kept).evidence);
  expect(
    show(renderWhyList({ title: checklist.title, entries, steps }, narrow)),
  ).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear. (2+
    |           projects show it)
    |           problem: "42 minutes by
    |           stopwatch on 2 November, and
    |           two corrections in the report
    |           history, 5 and 19 October."
    |  -        The review is clear.
    |           review
    |
    |  Projects that show it
    |  - Monday report (script), kept on Nov
    |    6, 2026: problem
    |"
  `);
  expect(
    show(renderWhyList({ title: checklist.title, entries, steps }, wide)),
  ).toMatchInlineSnapshot(`
    "|  Weekly check
    |
    |  yes      The problem is clear.  2+ projects show it
    |           problem: "42 minutes by stopwatch on 2 November, and two corrections in the report
    |           history, 5 and 19 October."
    |  -        The review is clear.
    |           review
    |
    |  Projects that show it
    |  - Monday report (script), kept on Nov 6, 2026: problem
    |"
  `);
});

test("fits in 40 rows of 80 columns with any amount of evidence", () => {
  const long = "and so on, as it was told on that day by all who were there ".repeat(30);
  const runs = Array.from({ length: 9 }, (_, index) =>
    runOf(`r${index}`, {
      problem: answered("yes", { evidence: `${index} ${long}`, day: index + 1 }),
    }),
  );
  const evidence = { text: long, at: "2026-11-02T12:00:00.000Z" };
  const project = {
    ...kept,
    title: long.slice(0, 100),
    answers: { ...kept.answers, spec: { evidence } },
  };
  const page = renderWhy(viewOf("problem", runs, ...Array(6).fill(project)), { theme, width: 80 });
  expect(page.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  expect(page).toContain("And 5 older answers.");
  expect(page).toContain("And 3 more projects.");
  expect(page.match(/\.\.\./g)).toHaveLength(7);
});
