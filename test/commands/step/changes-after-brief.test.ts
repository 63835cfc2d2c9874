import { expect, test } from "vitest";
import { createLoopContext, entriesAt, projectAfter, sampleChecks } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

test("brief asks for one number, prints ten sections and locks the spec", async () => {
  const { run, project, stdout, stderr } = createLoopContext({
    terminal: true,
    project: projectAfter("spec"),
    answers: [{ type: "4", hint: "A number from 0 to 3" }, { type: "a few" }, { type: "two" }],
  });
  await run("brief");
  const headings = stdout().match(/^#+ .*$/gm);
  expect(headings).toEqual([
    "# Monday report: brief",
    "## Goal",
    "## Who and why",
    "## Build exactly this",
    "## Do not build",
    "## Context",
    "## Data and safety rules",
    "## Done when",
    "## Edge cases",
    "## How to work",
    "## Report back",
  ]);
  expect(stdout()).toMatch(
    /^ {4}# Report\n {4}Agent: your name\n {4}## Checks\n {4}- C1: claim \(basis\)\.[^`]* {4}## For the engineer\n$/m,
  );
  expect(stdout()).toMatch(
    /^- \*\*C1\*\* For each of the last 3 weeks, every value equals the hand-made report\.$/m,
  );
  expect(
    stdout()
      .split("\n")
      .filter((line) => line.length > 80),
  ).toEqual([]);
  expect(project()).toMatchObject({
    locked: ["spec"],
    answers: { brief: { prediction: { text: "2" } } },
  });
  expect(stderr()).toMatch(/"4" isn't an answer to this\. Enter a whole number, from 0\s+to 3\./);
  expect(stderr()).toContain('"a few" isn\'t an answer');
  expect(stderr()).toMatch(
    /\d{3} words, about \d minutes to read\n\nGive this page to your coding agent,/,
  );
  expect(stderr()).toMatch(/reports: builder-pm report\nAfter that: builder-pm review\n$/);
  expect(stderr()).toMatch(
    /let it build\.\nRead more: builder-pm guide prompts\nNext: builder-pm log "what happened"/,
  );
});

test("a change after the brief needs a reason and keeps the old and new text", async () => {
  const project = projectAfter("spec", "brief");
  const answers = [
    { type: "2: The page shows 12 rows." },
    { type: "" },
    { type: "" },
    { type: "The old line was too long." },
  ];
  const after = createLoopContext({ terminal: true, project, answers });
  await after.run("spec", { redo: "checks", because: " " });
  expect(after.project().amendments).toEqual([
    {
      step: "spec",
      question: "checks",
      because: "The old line was too long.",
      at: "2026-11-22T12:00:00.000Z",
      before: sampleChecks,
      after: sampleChecks.with(1, "The page shows 12 rows."),
    },
  ]);
  expect(after.stdout()).toContain("Before: With one column renamed,");
});

test("the same text again is not a change", async () => {
  const project = projectAfter("spec", "brief");
  const { run, project: saved } = createLoopContext({
    terminal: true,
    project,
    answers: [{ type: "" }],
  });
  await run("spec", { redo: "checks" });
  expect(saved().amendments).toEqual([]);
  expect(entriesAt(saved(), "spec.checks")).toEqual(entriesAt(project, "spec.checks"));
});

test("Ctrl+C at the reason for a change keeps it in the command that goes on", async () => {
  const answers: ScriptedAnswer[] = [
    { type: "If it differs at hour 4, I stop." },
    { stop: "Priya said" },
  ];
  const project = projectAfter("spec", "brief");
  const { run } = createLoopContext({ terminal: true, project, answers });
  await expect(run("spec", { redo: "stop" })).rejects.toMatchObject({
    exitCode: 130,
    message: expect.stringMatching(
      /To continue: builder-pm spec --redo "Stop rule" --because "Priya said"$/,
    ),
  });
});

test("Ctrl+C keeps the reason and the file that a step was asked for with", async () => {
  const project = projectAfter("spec", "brief");
  const { run } = createLoopContext({ terminal: true, project, answers: ["stop"] });
  const options = { redo: "stop", because: "Priya said so", output: "my spec.md", force: true };
  await expect(run("spec", options)).rejects.toThrow(
    'To continue: builder-pm spec --redo "Stop rule" --because "Priya said so" -o "my spec.md" --force',
  );
});
