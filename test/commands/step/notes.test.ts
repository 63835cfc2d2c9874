import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runHome } from "../../../src/commands/home.ts";
import { runSlices } from "../../../src/commands/slices.ts";
import { runStart } from "../../../src/commands/start/command.ts";
import { runMain } from "../../helpers/context.ts";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const NOTES = `# Dock slots

## Problem
Clerks retype 40 slot requests every Monday, and two were lost on May 4.

## Out of scope
- maps
- payments

## Acceptance criteria
- Each of 20 requests gets one slot within 60 seconds.

## Team
Ops
`;

function writeNotes(text = NOTES): string {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, text);
  return file;
}

test("in a script, what notes fill counts as answered, and too few checks stay open", async () => {
  const { run, project, stdout } = createLoopContext({
    project: newProject(),
    words: ["spec", "--json"],
  });
  await run("spec", { from: writeNotes(), json: true, answer: ["not-building=mail"] });
  expect(project().answers.spec?.problem).toMatchObject({ from: "notes" });
  expect(project().answers.spec?.["not-building"]).toMatchObject({ entries: [{ text: "mail" }] });
  expect(project().answers.spec?.["not-building"]).not.toHaveProperty("from");
  const { open, questions } = JSON.parse(stdout());
  expect(open).toContain("checks");
  const found = questions.filter(({ from }: { from: string | null }) => from);
  expect(found).toMatchObject([
    { id: "problem", from: "notes", proposed: [] },
    { id: "checks", from: "notes", answer: [], proposed: [expect.stringMatching(/^Each of 20/)] },
  ]);
});

test("never overwrites an answer, and says so", async () => {
  const project = takeStep(newProject(), "spec", { problem: "Mine" });
  const loop = createLoopContext({ project });
  await loop.run("spec", { from: writeNotes() });
  expect(loop.project().answers.spec?.problem).toMatchObject({ text: "Mine" });
  expect(loop.stderr()).toContain('Already answered, so left as it is: "Problem".');
});

test("Enter keeps what the notes say, and an edited answer is the person's", async () => {
  const problem = "Clerks retype 40 slot requests every Monday, and two were lost on May 4.";
  const answers = [{ mark: [] }, "stop" as const];
  const first = createLoopContext({ terminal: true, project: newProject(), answers });
  const from = writeNotes();
  await expect(first.run("spec", { from })).rejects.toMatchObject({ exitCode: 130 });
  expect(first.project().answers.spec?.problem).toMatchObject({ text: problem, from: "notes" });
  expect(first.project().proposed).not.toHaveProperty("spec.problem");
  expect(first.stderr()).toContain("Found no place (1 line)\n  - line 14: Ops");
  const said = first.stderr().replace(/\s+/g, " ");
  expect(said).toContain(`This line is only in ${from}. Add what the questions need.`);
  expect(first.stderr().match(/Clerks retype/g)).toHaveLength(2);
  expect(first.stderr()).toMatch(/\n {2}Not building +maps\n +payments\n/);
  expect(first.stderr()).toMatch(/\n {2}Checks .*needs\s+at least 3 lines/s);

  const edited = createLoopContext({ saved: first.read() });
  await edited.run("spec", { answer: ["problem=Clerks lost two of 40 requests on May 4."] });
  expect(edited.project().answers.spec?.problem).not.toHaveProperty("from");
});

test("names the lines without a place that there is no room for, and keeps what is filled in", async () => {
  const lines = Array.from({ length: 22 }, (_, index) => `Kim ${index} of floor two\n`).join("\n");
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: ["stop"],
  });
  await expect(run("spec", { from: writeNotes(`${NOTES}\n${lines}`) })).rejects.toMatchObject({
    message: expect.stringMatching(
      /^Stopped\. No answer is saved yet\. What was filled in for you is kept\./,
    ),
  });
  expect(stderr()).toMatch(/\n {4}and 3 more: lines 54, 56 and 58\n/);
});

test("starts a project with the title of the notes, and fills its spec", async () => {
  const { context, project } = createLoopContext();
  await runStart(context, undefined, { from: writeNotes() });
  expect(project()).toMatchObject({ title: "Dock slots", id: "dock-slots" });
  expect(project().answers.spec?.problem).toMatchObject({ from: "notes" });
  expect(project().proposed).toHaveProperty(["spec.checks"]);
});

test("says how to add to a list of which notes had one line", async () => {
  const notes =
    "## Problem\nClerks retype 40 requests.\n\n## Out of scope\n- maps\n\n## Rules\n- Offline\n";
  const { problem: _, "not-building": __, constraints: ___, ...others } = sampleAnswers.spec ?? {};
  const loop = createLoopContext({ project: takeStep(newProject(), "spec", others) });
  await loop.run("spec", { from: writeNotes(notes) });
  expect(loop.stderr()).toContain(
    '"Not building" and "Constraints" have one line each, from your notes. To add more: ' +
      "builder-pm spec --redo not-building (or constraints)",
  );
});

test("in a terminal, the title of the notes is a suggestion", async () => {
  const { context, project } = createLoopContext({
    terminal: true,
    answers: [{ type: "", startsOn: "Dock slots" }],
  });
  await runStart(context, undefined, { from: writeNotes(), folder: false });
  expect(project().title).toBe("Dock slots");
  expect(project().answers).toEqual({});
});

test.each([
  ["", /is empty, so there's nothing to fill in\.$/],
  ["caf\0", /isn't plain text\.$/],
])("rejects notes of %j", async (text, message) => {
  const { run } = createLoopContext({ project: newProject() });
  await expect(run("spec", { from: writeNotes(text) })).rejects.toThrow(message);
});

test("says what to do about notes without headings", async () => {
  const { context, stderr } = createLoopContext();
  await runStart(context, "Some idea", { from: writeNotes("just some thoughts\n") });
  expect(stderr()).toContain("could be matched to a question. Put a heading above each part");
});

test("asks for a title where notes have none", async () => {
  const { context } = createLoopContext();
  const from = writeNotes("just some thoughts\n");
  await expect(runStart(context, undefined, { from })).rejects.toThrow(/has no title\.$/);
});

test("evidence from notes stays, even if the problem already holds some", async () => {
  const notes =
    "# Slots\n\n## Problem\nClerks retype 40 requests.\n\n## Evidence\n12 tickets in May\n";
  const answers = [{ mark: [] }, "stop" as const];
  const kept = createLoopContext({ terminal: true, project: newProject(), answers });
  await expect(kept.run("spec", { from: writeNotes(notes) })).rejects.toMatchObject({
    exitCode: 130,
  });
  expect(kept.project().answers.spec?.evidence).toMatchObject({ text: "12 tickets in May" });

  const changes = [{ mark: ["1"] }, { type: "14 tickets in May" }, "stop" as const];
  const picked = createLoopContext({ terminal: true, project: newProject(), answers: changes });
  await expect(picked.run("spec", { from: writeNotes(notes) })).rejects.toMatchObject({
    exitCode: 130,
  });
  expect(picked.project().answers.spec?.evidence).toMatchObject({ text: "14 tickets in May" });
});

test("notes without a title take the one that is given", async () => {
  const { context, project } = createLoopContext();
  const untitled = NOTES.replace("# Dock slots", "");
  await runStart(context, undefined, { from: writeNotes(untitled), title: "Slot desk" });
  expect(project()).toMatchObject({ title: "Slot desk", slice: "own" });
});

test.each([
  { words: "churn", terminal: true, title: "churn", slice: "own" },
  { words: "churn", terminal: false, title: "churn", slice: "own" },
  { words: "scirpt", terminal: true, title: "scirpt", slice: "own" },
  { words: "Weekly churn", terminal: true, title: "Weekly churn", slice: "own" },
  { words: "script", terminal: true, slice: "script" },
])("with notes, $words is a title unless it is a slice", async ({ words, terminal, ...want }) => {
  const { context, project } = createLoopContext({ terminal, answers: [] });
  await runStart(context, words, { from: writeNotes(), folder: false });
  expect(project()).toMatchObject(want);
});

test("the help of a step that reads notes has an example of it", async () => {
  expect((await runMain("help", "spec")).stdout).toContain("\n  builder-pm spec --from notes.md\n");
  expect((await runMain("help", "review")).stdout).not.toContain("notes.md");
});

test("the list of slices and the choice of one mention notes", async () => {
  const command = "builder-pm start --from notes.md";
  const listing = createLoopContext({ terminal: true });
  await runSlices(listing.context, {});
  expect(listing.stderr()).toContain(command);
  const starting = createLoopContext({ terminal: true, answers: ["stop"] });
  await expect(runStart(starting.context, undefined, {})).rejects.toMatchObject({ exitCode: 130 });
  expect(starting.stderr()).toContain(command);
  const first = createLoopContext({ terminal: true, answers: ["stop"] });
  await expect(runHome(first.context, async () => {})).rejects.toMatchObject({ exitCode: 130 });
  expect(first.stderr()).toContain(command);
});

test("a start with notes says nothing about notes, and stops with how to use them again", async () => {
  const { context, stderr } = createLoopContext({ terminal: true, answers: ["stop"] });
  const from = writeNotes("just some thoughts\n");
  await expect(runStart(context, undefined, { from })).rejects.toThrow(
    `To try again: builder-pm start --from ${from}`,
  );
  expect(stderr()).not.toContain("Have notes");
});

test("shows what is asked about a line of the notes where too few are there to keep", async () => {
  const { checks: _, ...others } = sampleAnswers.spec ?? {};
  const project = takeStep(newProject(), "spec", others);
  const loop = createLoopContext({ terminal: true, project, answers: ["stop"] });
  const from = writeNotes("# Acceptance criteria\n- The page is fast.\n");
  await expect(loop.run("spec", { from })).rejects.toMatchObject({ exitCode: 130 });
  expect(loop.stderr()).toMatch(/\n {2}The page is fast\.\n.*"fast"/);
});

test.each([
  { from: "the same notes", text: NOTES, said: undefined },
  { from: "notes with another check", text: "## Checks\n- The page opens.", said: "Each of 20" },
])("names the earlier drafts that are replaced by $from", async ({ text, said }) => {
  const first = createLoopContext({ terminal: true, project: newProject(), answers: ["stop"] });
  await expect(first.run("spec", { from: writeNotes() })).rejects.toMatchObject({ exitCode: 130 });
  const second = createLoopContext({ saved: first.read() });
  await second.run("spec", { from: writeNotes(text) }).catch(() => undefined);
  const heading = "Earlier drafts, replaced by these";
  const words = `${heading}\n  - Checks: ${said} requests gets one slot within 60 seconds.\n`;
  const wayBack = "  To get them back: builder-pm undo\n";
  expect(second.stderr().includes(heading)).toBe(said !== undefined);
  expect(second.stderr().includes(words + wayBack)).toBe(said !== undefined);
});

test("says beside the line itself that spec has a note on it", async () => {
  const notes = writeNotes(
    "## Checks\n- The page is fast.\n- The page opens within 2 seconds.\n- 3 rows are shown.\n",
  );
  const loop = createLoopContext({ terminal: true, project: newProject(), answers: ["stop"] });
  await expect(loop.run("spec", { from: notes })).rejects.toMatchObject({ exitCode: 130 });
  expect(loop.stderr()).toMatch(/The page is fast\. \(spec shows a note on this\)\n/);
  expect(loop.stderr().match(/spec shows a note/g)).toHaveLength(1);
});
