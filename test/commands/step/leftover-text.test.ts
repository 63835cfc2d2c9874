import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const WISHES = [
  "wish: a pager that beeps when it is your turn",
  "wish: a board that says so too",
] as const;

function writeNotes(...lines: string[]): string {
  const file = join(createTempFolder(), "notes.txt");
  writeFileSync(file, ["climbing wall thing", "", ...lines].join("\n"));
  return file;
}

/** A project whose spec lacks the problem and what it does. */
function withoutPath() {
  const given = Object.entries(sampleAnswers.spec ?? {});
  const answers = given.filter(([id]) => id !== "problem" && id !== "path");
  return takeStep(newProject(), "spec", Object.fromEntries(answers));
}

const PROBLEM = "nobody knows who else needs a partner so people go home";

test("lines picked for a text are joined, and the words can be changed", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: withoutPath(),
    answers: [
      { mark: [] },
      { mark: [WISHES[0]] },
      { type: "<" },
      { mark: [...WISHES], startsOn: [WISHES[0]] },
      { type: "", startsOn: WISHES.join("; ") },
    ],
  });
  await run("spec", { from: writeNotes(`problem: ${PROBLEM}`, ...WISHES) });
  expect(project().answers.spec?.path).toMatchObject({ text: WISHES.join("; ") });
});

test("who stopped while typing finds the lines again with <, and after an empty answer", async () => {
  const first = createLoopContext({
    terminal: true,
    project: withoutPath(),
    answers: [{ mark: [] }, { mark: ["own-words"] }, { stop: "You tap" }],
  });
  await first
    .run("spec", { from: writeNotes(`problem: ${PROBLEM}`, ...WISHES) })
    .catch(() => undefined);
  const { run, project } = createLoopContext({
    terminal: true,
    project: first.project(),
    answers: [
      { type: "<", startsOn: "You tap" },
      { mark: ["own-words"], startsOn: ["own-words"] },
      { clear: true, startsOn: "You tap" },
      { mark: [WISHES[0]], startsOn: [] },
      { type: "", startsOn: WISHES[0] },
    ],
  });
  await run("spec", {});
  expect(project().answers.spec?.path).toMatchObject({ text: WISHES[0] });
});
