import { expect, test } from "vitest";
import { listProjectResults } from "../../../src/domain/insights/project-results.ts";
import { chartResults } from "../../../src/render/html/charts.ts";
import { projectAfter, steps } from "../../helpers/loop.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";

const briefed = projectAfter("spec", "brief");

function judgeReport(text: string) {
  return judge(withReport(briefed, text), ["met", "met", "not-met"]);
}

test.each([
  { text: proudReport, claimed: 2, unclear: 0, words: "Expected 3, claimed 2, found 2 of 3" },
  {
    text: "# Report\n## Checks\n- C1: met (ran)\n- C2: see the code\n- C3: hm\n",
    claimed: 1,
    unclear: 2,
    words: "Expected 3, claimed 1 (2 unclear), found 2 of 3",
  },
  {
    text: "# Report\n## Checks\n- C1: see the code\n- C2: hm\n- C3: hm\n",
    claimed: undefined,
    unclear: 0,
    words: "Expected 3, found 2 of 3",
  },
])("$words", ({ text, claimed, unclear, words }) => {
  const projects = [judgeReport(text)];
  expect(listProjectResults(steps, projects)).toMatchObject([{ claimed, unclear }]);
  expect(String(chartResults(steps, projects))).toContain(words);
});
