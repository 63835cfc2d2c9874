import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import { runExport } from "../../../src/commands/export.ts";
import { runStatus } from "../../../src/commands/status.ts";
import { runUndo } from "../../../src/commands/undo.ts";
import { runWhy } from "../../../src/commands/why.ts";
import { createTestContext } from "../../helpers/context.ts";
import { finished } from "../../helpers/reality-check.ts";
import { readProgress } from "../../helpers/store.ts";

const draft = async (saved?: typeof finished) => {
  const agent = createTestContext({ env: { CLAUDECODE: "1" }, ...(saved ? { saved } : {}) });
  const answer = ["problem=yes", "slice=yes"];
  await runCheck(agent.context, undefined, { answer, evidence: ["problem=14 tickets"] });
  return agent;
};

test("what a coding agent answers is shown as a draft and counts for nothing", async () => {
  const { file, stdout, stderr } = await draft();
  expect(stderr()).toContain("Saved as drafts. They count once the person keeps them");
  expect(stdout()).toContain("You said yes to 0 of 5; 5 not answered yet");
  expect(stdout()).toContain(
    "Your agent drafted 2 answers. They count once you keep or change them",
  );
  expect(stdout().match(/ {2}- .* your agent's draft: yes/g)).toHaveLength(2);
  const person = createTestContext({ saved: readProgress(file) });
  await runWhy(person.context, "problem");
  expect(person.stdout()).toContain("Nothing yet.");
  expect(person.stdout()).toMatch(/Your agent's draft, not counted: Yes, on .*: 14 tickets/);
  const page = createTestContext({ saved: readProgress(file) });
  await runExport(page.context, {});
  expect(page.stdout()).not.toContain("14 tickets");
  expect(page.stdout()).not.toContain("[x]");
});

test("a draft leaves the answers of the person as they are", async () => {
  const { file, stdout } = await draft(finished);
  expect(readProgress(file).runs[0]).toEqual(finished.runs[0]);
  expect(stdout()).toContain("You said yes to 0 of 5, partly to 5");
});

test("the person's own answer takes the place of a draft", async () => {
  const { file } = await draft();
  const person = createTestContext({ saved: readProgress(file) });
  await runCheck(person.context, undefined, { answer: ["slice=partly"] });
  expect(person.stdout()).toMatch(/real and I can show.*your agent's draft: yes/);
  expect(person.stdout()).toMatch(
    /drafted 1 answer. It counts[^.]*builder-pm check --item discovery/,
  );
  expect(person.stdout()).toContain("You said yes to 0 of 5, partly to 1; 4 not answered yet");
});

test("undo says that it took drafts back", async () => {
  const { file } = await draft();
  const person = createTestContext({ saved: readFileSync(file, "utf8") });
  await runUndo(person.context);
  expect(person.stderr()).toContain("Undid: your agent's drafts for 2 items");
  expect(readProgress(person.file).runs).toEqual([]);
});

test("answers that an earlier version counted are drafts too", async () => {
  const at = "2026-11-20T12:00:00.000Z";
  const old = ["problem", "slice", "spec", "review", "engineer"].map((id) => [
    id,
    { answer: "yes", answeredAt: at, ...(id === "spec" ? {} : { via: "agent" }) },
  ]);
  const run = { id: "a", checklist: "reality-check", startedAt: at, finishedAt: at };
  const runs = [{ ...run, answers: Object.fromEntries(old) }];
  const saved = JSON.stringify({ version: 2, runs, projects: [] });
  const { context, stdout } = createTestContext({ saved });
  await runStatus(context);
  expect(stdout()).toContain("You said yes to 1 of 5; 4 not answered yet");
  expect(stdout()).toContain("Your agent drafted 4 answers");
});

test("nobody is asked in an agent's shell where nobody types", async () => {
  const { context } = createTestContext({ env: { CLAUDECODE: "1" } });
  const fix = expect.stringContaining("A coding agent can save drafts");
  await expect(runCheck(context, undefined, {})).rejects.toMatchObject({
    message: "Only the person can be asked these questions.",
    fix,
  });
});
