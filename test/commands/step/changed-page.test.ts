import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runAgentInstructions } from "../../../src/commands/agent/instructions.ts";
import { runReport } from "../../../src/commands/report.ts";
import { runStatus } from "../../../src/commands/status.ts";
import { createLoopContext, projectAfter, sampleAnswers } from "../../helpers/loop.ts";
import { leaveReport } from "../../helpers/reports.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const WARNING = "Someone changed BRIEF.md after builder-pm wrote it.";

/** A project whose brief is in its folder. `change` edits that file. */
async function briefed() {
  const folder = { path: createTempFolder() };
  const loop = createLoopContext({ project: { ...projectAfter("spec"), folder } });
  await loop.run("brief", { answer: ["prediction=2"] });
  const file = join(folder.path, "BRIEF.md");
  const change = (edit: (text: string) => string) =>
    writeFileSync(file, edit(readFileSync(file, "utf8")));
  const openAgain = (env = {}) => createLoopContext({ project: loop.project(), env });
  return { change, openAgain };
}

test("review, report and status say that someone changed the brief, and how", async () => {
  const { change, openAgain } = await briefed();
  change((text) => text.replace("every value equals the hand-made report", "it looks right"));
  const review = openAgain();
  await review.run("review", { answer: ["verdict.1=met", "saw.1=Ran it"] });
  expect(review.stderr()).toContain(WARNING);
  expect(review.stderr()).toMatch(/Not in it anymore: .*every value equals the hand-made report/);
  expect(review.stderr()).not.toContain("it looks right");
  expect(review.stderr()).toContain("builder-pm brief --print");
  expect(review.stderr()).toContain("builder-pm brief --force");
  const report = openAgain();
  leaveReport(report.project());
  await runReport(report.context, undefined, {});
  expect(report.stderr()).toContain(WARNING);
  const status = openAgain();
  await runStatus(status.context);
  expect(status.stdout()).toContain(WARNING);
});

test("an agent reads it in its instructions, and below the brief that counts", async () => {
  const { change, openAgain } = await briefed();
  change((text) => `${text}\nBe quick.\n`);
  const agent = openAgain({ CLAUDECODE: "1" });
  await runAgentInstructions(agent.context, {});
  expect(agent.stdout()).toContain("- Someone changed BRIEF.md after it was written.");
  await agent.run("brief", { print: true });
  expect(agent.stderr()).toContain(WARNING);
  expect(agent.stderr()).not.toContain("Not in it anymore");
  expect(agent.stderr()).not.toContain("--force");
});

test("nothing is said of a brief that is as it was, or gone, or of a round that is over", async () => {
  const { change, openAgain } = await briefed();
  const same = openAgain();
  await runStatus(same.context);
  expect(same.stdout()).not.toContain("Someone changed");
  change(() => "mine\n");
  const { run, context, stdout } = openAgain();
  const answers = join(createTempFolder(), "review.json");
  writeFileSync(answers, JSON.stringify(sampleAnswers.review));
  await run("review", { answers });
  await runStatus(context);
  expect(stdout()).not.toContain("Someone changed");
});

test("after a change to the spec, the brief isn't compared with what it never said", async () => {
  const { change, openAgain } = await briefed();
  change((text) => `${text}\nBe quick.\n`);
  const { run, project } = openAgain();
  await run("spec", { answer: ["path=One file in, one out."], because: "I saw the files" });
  const later = createLoopContext({ project: project() });
  await runStatus(later.context);
  expect(later.stdout()).toContain(WARNING);
  expect(later.stdout()).not.toContain("Not in it anymore");
});
