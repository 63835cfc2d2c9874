import { expect, test } from "vitest";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

/** What is asked about the checks that weren't met, or couldn't be judged. */
const left: ScriptedAnswer[] = [
  { choose: "met" },
  { type: "It stopped and named shop." },
  { choose: "met" },
  { type: "A real Monday took 8 minutes." },
];

test("a later page says that nothing was found in an earlier round, as HTML too", async () => {
  const nothing = { ...sampleAnswers.review, held: [], "red-flags": [] };
  const first = takeStep(projectAfter("spec", "brief"), "review", nothing);
  const decided = takeStep(first, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const { run, stdout, read } = createLoopContext({
    terminal: true,
    project: takeStep(decided, "brief", { prediction: 3 }),
    answers: [{ mark: [] }, ...left],
  });
  await run("review");
  expect(stdout()).toMatch(/## Red flags\n\nNone \(from round 1\)\n/);
  expect(stdout()).toContain("0 of 2 edge cases held (from round 1)");
  const asHtml = createLoopContext({ saved: read() });
  await asHtml.run("review", { format: "html" });
  expect(asHtml.stdout()).toMatch(/Didn&#39;t hold<\/span> <span class="quiet">\(from round 1\)/);
  const [reviewed = decided] = read().projects;
  const decide = createLoopContext({
    project: takeStep(reviewed, "handoff", sampleAnswers.handoff ?? {}),
    terminal: true,
    answers: [{ type: "10" }, "stop"],
  });
  await expect(decide.run("decide")).rejects.toMatchObject({ exitCode: 130 });
  expect(decide.stderr().replace(/\s+/g, " ")).toContain(
    "Edge cases that didn't hold (from round 1): Empty: the line 'No rows in orders.csv' appears;",
  );
});

test("the decision joins the edge cases that didn't hold without their full stops", async () => {
  const edges = ["Empty: it says so.", "Run twice: one file."];
  const spec = takeStep(newProject(), "spec", { ...sampleAnswers.spec, edges });
  const briefed = takeStep(spec, "brief", sampleAnswers.brief ?? {}, 3);
  const review = takeStep(briefed, "review", { ...sampleAnswers.review, held: ["none"] }, 4);
  const { run, stderr } = createLoopContext({
    project: takeStep(review, "handoff", sampleAnswers.handoff ?? {}, 5),
    terminal: true,
    answers: [{ type: "10" }, "stop"],
  });
  await expect(run("decide")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toContain("didn't hold: Empty: it says so; Run twice: one file\n");
});
