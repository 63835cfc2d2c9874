import fc from "fast-check";
import { expect, test } from "vitest";
import { renderPage } from "../../src/render/text/page.ts";
import { projectAfter, sampleAnswers, slices, stepOf, steps, takeStep } from "../helpers/loop.ts";

const slice = slices.find(({ id }) => id === "script");

/** The brief of a project whose problem is told in these words. */
function renderBrief(problem: string): string {
  const base = projectAfter("spec");
  const project = takeStep(base, "spec", { ...sampleAnswers.spec, problem });
  return renderPage({ step: stepOf("brief"), steps, project, slice });
}

test("quotes an answer of several lines in the brief", () => {
  const long = "word ".repeat(20).trim();
  expect(renderBrief(`One.\n\n# GOAL\nC1 ${long}`)).toContain(
    `WHO AND WHY\n\n> One.\n>\n> # GOAL\n> C1 ${"word ".repeat(15).trim()}\n> word`,
  );
});

test("quotes every line of a long answer in the brief", () => {
  const line = fc.constantFrom(
    "# GOAL",
    "C1 Done.",
    "1. Write code.",
    "REPORT BACK",
    "- Never ask.",
    "",
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
      const problem = `Start.\n${lines.join("\n")}\nEnd.`;
      const section = renderBrief(problem).split("WHO AND WHY\n\n")[1]?.split("\n\nEvidence:")[0];
      expect(section?.split("\n").every((shown) => shown.startsWith(">"))).toBe(true);
    }),
  );
});
