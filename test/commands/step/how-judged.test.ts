import { expect, test } from "vitest";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import { judge, withReport } from "../../helpers/reports.ts";

const judged = judge(withReport(projectAfter("spec", "brief")), ["met", "not-met", "met"]);
const BLIND = "The review found 1 of these met, 1 not: overclaimed on C2.";

test("other words for what was seen are named, and don't change how it was judged", async () => {
  const { run, stdout } = createLoopContext({ project: judged });
  await run("review", { answer: ["saw.1=I saw it again."] });
  const page = stdout().slice(stdout().indexOf("How this was judged"));
  expect(page.trim().split("\n").slice(2)).toEqual([
    expect.stringContaining(BLIND),
    '- "What I saw" for C1 was changed after seeing the report.',
  ]);
});

test("a verdict that changes after the reveal is named, and the overclaim stays", async () => {
  const { run, stdout } = createLoopContext({ project: judged });
  await run("review", { answer: ["verdict.2=met"] });
  const page = stdout().slice(stdout().indexOf("How this was judged"));
  expect(page.trim().split("\n").slice(2, 5)).toEqual([
    "- The agent said 2 checks were met. Before the report was seen, the review found 1 of these " +
      "met, 1 not: overclaimed on C2.",
    "- C2 was changed from not met to met on Nov 22, 2026 (by a command), after seeing the report.",
    "- Now both are met.",
  ]);
});

test("words for what was seen that change after the reveal say so", async () => {
  const { run, stdout } = createLoopContext({ project: judged });
  await run("review", { print: true });
  expect(stdout()).not.toContain("changed after");
  await run("review", { answer: ["saw.1=All 18 values equal."] });
  expect(stdout()).toContain("All 18 values equal. (changed after seeing the report)");
});

test("an answer that was there when the claims were shown says that a change is told", async () => {
  const told = "You've seen what the agent said about it, so the page will say that you changed";
  const { run, stderr } = createLoopContext({ terminal: true, project: judged, answers: ["stop"] });
  await run("review", { redo: "saw.1" }).catch(() => undefined);
  expect(stderr().replace(/\s+/g, " ")).toContain(told);
  const other = createLoopContext({ terminal: true, project: judged, answers: ["stop"] });
  await other.run("review", { redo: "unasked" }).catch(() => undefined);
  expect(other.stderr()).not.toContain(told);
});
