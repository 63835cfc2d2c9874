import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findAnswer, type Project, textsOf } from "../../../src/domain/project/project.ts";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const notes = "# Report\n\n## Open questions\n\n- Is the reason ever empty?\n- It is paid.\n";

const typed: ScriptedAnswer[] = [{ type: "Mira" }, { type: "The rate" }, { type: "" }];
const drafts = [/^C2: /, /^C3: /, /^This edge case/, /^It uses my own login/];

/** Reads the notes with a spec, and goes on to the review. */
async function reviewAfterNotes(): Promise<Project> {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, notes);
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: ["stop"],
  });
  await expect(run("spec", { from: file })).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toMatch(
    /Questions for engineering, for you to confirm later\n {2}- Is the reason/,
  );
  expect(stderr()).toMatch(/Found no place \(1 line\)\n {2}- line 6: It is paid\./);
  return ["spec", "brief", "review"].reduce(
    (now, id) => takeStep(now, id, sampleAnswers[id] ?? {}),
    project(),
  );
}

const readQuestions = (project: Project) => textsOf(findAnswer(project, "handoff.questions"));

test("open questions of notes are drafts at the handoff, after those from the review", async () => {
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: await reviewAfterNotes(),
    answers: [...typed, { mark: [] }],
  });
  await run("handoff");
  expect(stderr()).toContain("  - Is the reason ever empty?\n");
  expect(readQuestions(project())).toEqual([
    ...drafts.map((draft) => expect.stringMatching(draft)),
    "Is the reason ever empty?",
  ]);
  expect(project()).not.toHaveProperty("proposed");
});

test("a question that a person leaves out doesn't come back", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: await reviewAfterNotes(),
    answers: [...typed, { mark: ["2"] }, { type: "-5" }, { type: "" }],
  });
  await run("handoff");
  expect(readQuestions(project())).toHaveLength(4);
});

test("a script never sends a question that nobody confirmed", async () => {
  const { run, project, stdout } = createLoopContext({ project: await reviewAfterNotes() });
  await run("handoff", { answer: ["engineer=Mira", "faked=The rate"] });
  expect(stdout()).not.toContain("Is the reason ever empty?");
  expect(readQuestions(project())).toHaveLength(4);
});
