import { expect, test } from "vitest";
import { renderPage } from "../../src/render/text/page.ts";
import { projectAfter, sampleChecks, slices, steps } from "../helpers/loop.ts";
import { noon } from "../helpers/samples.ts";

const loop = projectAfter("spec", "brief", "review", "handoff", "decide");
const project = {
  ...loop,
  amendments: [
    {
      step: "spec",
      question: "checks",
      because: "The export of October names it so.",
      at: noon(3).toISOString(),
      before: ["With the column shop gone, the run stops."],
      after: [sampleChecks[1] ?? ""],
    },
  ],
};

test.each(steps)("the page of $id reads as it is kept in test/golden", async (step) => {
  const page = renderPage({
    step,
    steps,
    project,
    slice: slices.find(({ id }) => id === "script"),
  });
  await expect(page).toMatchFileSnapshot(`../golden/${step.id}.md`);
});
