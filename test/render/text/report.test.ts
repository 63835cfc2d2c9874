import { join } from "node:path";
import { expect, test } from "vitest";
import { summarizeChecklist } from "../../../src/domain/insights/checklist-summary.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { renderReport } from "../../../src/render/text/report.ts";
import { root } from "../../helpers/context.ts";
import { projectAfter, steps } from "../../helpers/loop.ts";
import { answered, checklistOf, progressOf, runOf, sliceOf } from "../../helpers/samples.ts";

const checklist = checklistOf("problem", "slice", "spec", "review");
const slices = [
  sliceOf("script", ["slice"]),
  sliceOf("dashboard", ["spec", "problem"], { order: 20, hours: 1 }),
];
const first = {
  problem: answered("yes"),
  slice: answered("not-yet"),
  spec: answered("partly"),
  review: answered("partly"),
};
const second = {
  problem: answered("yes", {
    evidence: "14 tickets: <b>see</b> [here](https://a.example)\n# and *more*\n- of |them|",
    day: 15,
  }),
  slice: answered("partly", { evidence: "\u001b]0;title\u0007 `code` & \u6d4b\u8bd5", day: 15 }),
};

function report(...runs: ReturnType<typeof runOf>[]): string {
  return renderReport({
    summary: summarizeChecklist({ checklist, slices, steps: [], progress: progressOf(...runs) }),
    slices,
    steps: [],
    projects: [],
  });
}

test("the report of a fixed progress is the golden file", async () => {
  const text = report(runOf("a", first, { day: 1 }), runOf("b", second, { day: 15, open: true }));
  await expect(text).toMatchFileSnapshot(join(root, "test/golden/report.md"));
});

test("the level of an item stands in words after its title", () => {
  const ended = projectAfter("spec", "brief", "review", "handoff", "decide");
  const provable = checklist.items.map((item, index) =>
    index === 0 ? item : { ...item, shownBy: "withinBudget" as const },
  );
  const itemsWith = (projects: Project[]) => {
    const progress = { ...progressOf(runOf("a", second)), projects };
    const summary = summarizeChecklist({
      checklist: { ...checklist, items: provable },
      slices,
      steps,
      progress,
    });
    const text = renderReport({ summary, slices, steps, projects: [] });
    return [...text.matchAll(/^- \[.\] (.*)|^\*\*(.*)\*\*$/gm)].map(
      ([, item, headline]) => item ?? headline,
    );
  };
  expect(itemsWith([ended])).toEqual([
    "1 of 4 done (25%), 1 partly, 3 shown",
    "The problem is clear. (said, not shown yet)",
    "The slice is clear. (shown by one project)",
    "The spec is clear. (shown by one project)",
    "The review is clear. (shown by one project)",
  ]);
  expect(itemsWith([ended, ended])[2]).toBe("The slice is clear. (shown by two or more projects)");
  expect(itemsWith([])[2]).toBe("The slice is clear.");
});

test("the report of nobody holds no clock and ends in one line feed", () => {
  expect(report()).toMatch(
    /^# Builder PM progress\n\nNothing is answered yet\.\n[\s\S]*No check is [\s\S]*[^\n]\n$/,
  );
  expect(report()).toBe(report());
});

test("only what pastes everywhere is used: no table, no HTML, no control character", () => {
  const text = report(runOf("b", second, { open: true }));
  expect(text).not.toMatch(/^\s*\||(?<!\\)[<|]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/m);
  expect(text.split("\n").filter((line) => /^#/.test(line))).toEqual([
    "# Builder PM progress",
    "## Weekly check",
    "## History",
    "## Next step",
    "## Starter slices",
  ]);
});
