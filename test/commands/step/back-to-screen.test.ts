import { expect, test } from "vitest";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const reviewed = projectAfter("spec", "brief", "review");
/** The answers to what the handoff asks before its screen. */
const typed: ScriptedAnswer[] = [{ type: "Mira" }, { type: "The rate" }, { type: "" }];

test("going back from the screen leads to the question before, and then to the screen", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [
      ...typed,
      { leave: true },
      { type: "", asked: "Line 2" },
      { mark: [], asked: "Press Enter to keep all of this" },
    ],
  });
  await run("handoff");
  expect(project().answers.handoff).toMatchObject({ status: { text: "throwaway" } });
});

test("going back from the first picked answer shows the screen again", async () => {
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [
      ...typed,
      { mark: ["0"] },
      { type: "<", asked: "Line 1" },
      { mark: ["1", "3"], startsOn: ["0"], asked: "Press Enter to keep all of this" },
      { type: "pandas", asked: "Line 1" },
      { type: "" },
      { choose: "reference", startsOn: "throwaway" },
      { type: "No review." },
      { type: "Tomas" },
      { type: "2026-12-18" },
    ],
  });
  await run("handoff");
  expect(stderr()).not.toContain("in another window");
  expect(project().answers.handoff).toMatchObject({
    run: { entries: [] },
    packages: { entries: [{ text: "pandas" }] },
    status: { text: "reference" },
  });
});

test("what was typed for a picked answer stays when it is picked again", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [
      ...typed,
      { mark: ["0"] },
      { type: "Open report.html" },
      { type: "<" },
      { mark: ["0"], startsOn: ["0"] },
      { type: "", asked: "Line 2" },
    ],
  });
  await run("handoff");
  expect(project().answers.handoff).toMatchObject({
    run: { entries: [{ text: "Open report.html" }] },
  });
});
