import { join } from "node:path";
import { expect, test } from "vitest";
import { summarizeChecklist } from "../../../src/domain/insights/checklist-summary.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { renderProgressPage } from "../../../src/render/text/progress-page.ts";
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
  return renderProgressPage({
    summary: summarizeChecklist({ checklist, slices, steps: [], progress: progressOf(...runs) }),
    items: checklist.items,
    slices,
    steps: [],
    projects: [],
  });
}

test("matches the golden file for fixed progress", async () => {
  const text = report(runOf("a", first, { day: 1 }), runOf("b", second, { day: 15, open: true }));
  await expect(text).toMatchFileSnapshot(join(root, "test/golden/progress-page.md"));
});

test("shows the evidence for an item after its answer", () => {
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
    const text = renderProgressPage({ summary, items: provable, slices, steps, projects: [] });
    return [...text.matchAll(/^ {2}- (.*)|^\*\*(.*)\*\*$/gm)].map(
      ([, item, headline]) => item ?? headline,
    );
  };
  expect(itemsWith([ended])).toEqual([
    "You said yes to 1 of 4, partly to 1; 2 not answered yet; your projects show 3 of 4",
    expect.stringMatching(/^Yes \(you said so\): 14 tickets/),
    expect.stringMatching(/^Partly \(1 project shows it\): /),
    "Not answered yet (1 project shows it)",
    "Not answered yet (1 project shows it)",
  ]);
  expect(itemsWith([ended, ended])[2]).toContain("Partly (2+ projects show it): ");
  expect(itemsWith([])[2]).toContain("Partly: ");
});

test("gives the same page each time, ending in one line feed", () => {
  expect(report()).toMatch(
    /^# Builder PM progress\n\nYou haven't taken the reality check yet\.\n[\s\S]*[^\n]\n$/,
  );
  expect(report()).toBe(report());
});

test("uses only what pastes everywhere: no tables, HTML or control characters", () => {
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
