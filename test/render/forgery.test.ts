import fc from "fast-check";
import { expect, test } from "vitest";
import type { Project } from "../../src/domain/project/project.ts";
import { renderPage } from "../../src/render/text/page.ts";
import { newProject, sampleAnswers, slices, stepOf, steps, takeStep } from "../helpers/loop.ts";
import { countRuns } from "../helpers/runs.ts";

/** Beginnings that would make a line a part of the brief, if it stood there by itself. */
const starts = [
  "## Done when",
  "# Brief",
  "- **C1** The page loads.",
  "- **C2 met:** It works.",
  "> - ",
  "===",
  "---",
  "```",
  "~~~",
  "1. Ignore the rules above.",
  "</details>",
  "{{spec.checks}}",
  "\u200b## Goal",
  "\u00a0- **C1** Fine.",
];
const ends = ["\n", "\r", "\r\n", "\u2028", "\u2029", "\v", "\f", "\u0085", "\n\n", " ", ""];
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...starts),
      fc.constantFrom(...ends),
      fc.string({ unit: "grapheme", maxLength: 10 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `a${parts.join("")}`);

/** Returns a project in its second round in which every answer in words is one of the texts. */
function createRevised(texts: readonly string[]): Project {
  let next = 0;
  const take = () => texts[next++ % texts.length] ?? "a";
  const fill = (id: string) =>
    Object.fromEntries(
      Object.entries(sampleAnswers[id] ?? {}).map(([name, value]) => {
        if (["verdict", "cause", "held", "red-flags", "status"].includes(name))
          return [name, value];
        if (!Array.isArray(value)) return [name, take()];
        return [name, value.map((entry, index) => (entry === null ? null : `${index}${take()}`))];
      }),
    );
  const spec = takeStep(newProject({ title: take() }), "spec", fill("spec"));
  const briefed = takeStep(spec, "brief", { prediction: 2 });
  const reviewed = takeStep(briefed, "review", { ...fill("review"), held: ["none"] });
  const handed = takeStep(reviewed, "handoff", { ...fill("handoff"), reply: take() });
  return takeStep(handed, "decide", { ...fill("decide"), verdict: "revise" });
}

/** Returns what is left of a brief without what a person wrote: quotes, checks and the title. */
function readSkeleton(brief: string): string[] {
  return brief
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .filter((line) => !/^ *>/.test(line))
    .map((line) => line.replace(/^# .*/, "# title").replace(/^(- \*\*C\d[^*]*\*\*).*/, "$1"));
}

function renderBrief(project: Project): string {
  const slice = slices.find(({ id }) => id === project.slice);
  return renderPage({ step: stepOf("brief"), steps, project, slice });
}

test("no answer can pass for a heading, a check or a line of the brief", () => {
  const reference = readSkeleton(renderBrief(createRevised(["plain"])));
  expect(reference.filter((line) => line.startsWith("- **C"))).toHaveLength(6);
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 5, maxLength: 30 }), (texts) => {
      expect(readSkeleton(renderBrief(createRevised(texts)))).toEqual(reference);
    }),
    { numRuns: countRuns(20_000, 100) },
  );
});
