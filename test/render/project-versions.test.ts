import { expect, test } from "vitest";
import type { Project } from "../../src/domain/project/project.ts";
import { renderProjectPage } from "../../src/render/text/progress-page.ts";
import { projectAfter, slices, steps, takeStep } from "../helpers/loop.ts";
import { noon } from "../helpers/samples.ts";

const project = projectAfter("spec");
const pageOf = (more: Partial<Project>) =>
  renderProjectPage({ steps, slices }, { ...project, ...more });

test("shows the version that an import didn't use at the end, one level down", () => {
  const other = takeStep(project, "spec", { problem: "On 3 May, Priya lost 12 rows." }, 9);
  const parked = [{ idea: "Send it by mail", at: noon(9).toISOString() }];
  const page = pageOf({ versions: [{ ...other, parked }] });
  const [mine = "", theirs = ""] = page.split("## Another version, last changed on Nov 9, 2026\n");
  expect(mine).toContain("Every Monday Priya joins two exports by hand");
  expect(theirs).toContain("On 3 May, Priya lost 12 rows.");
  expect(theirs).toContain("### Parked ideas\n\n- Send it by mail");
  expect(page.split("\n").filter((line) => /^#{1,2} /.test(line))).toEqual([
    "# Project: Monday report",
    "## Spec",
    "## Another version, last changed on Nov 9, 2026",
  ]);
});

test("escapes unknown names from an imported file, and shows no marks of the linter", () => {
  const spec = project.answers.spec ?? {};
  const at = noon(3).toISOString();
  const problem = { text: "Words", at, marks: ["<b>x</b>"] };
  const amendments = [
    { step: "**s**", question: "[q](z)", before: [], after: ["a"], because: "b", at },
  ];
  const page = pageOf({ answers: { spec: { ...spec, problem } }, amendments });
  expect(page).toContain("- **Problem:** Words\n");
  expect(page).toContain("Nov 3, 2026. \\*\\*s\\*\\*: \\[q\\](z)\n  - Because: b");
});
