import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { createTestWorld, root } from "../helpers/context.ts";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const CLAIM = "C2 is met, 18 of 18";
const inAgent = { CLAUDECODE: "1" };

/** Returns a function that runs command lines on one project, and returns what they print. */
function open(project: Project) {
  const home = createTempFolder();
  const file = join(home, "progress.json");
  writeFileSync(file, JSON.stringify(progressWith(project)));
  const run = async (words: string[], env = {}) => {
    const { world, stdout, stderr } = createTestWorld(home, { words, env });
    await main(world, root);
    return (stdout() + stderr()).replace(/\s+/g, " ");
  };
  return { run, read: () => readProgress(file).projects[0] };
}

const notes: [string, string[]][] = [
  ["parks", ["park", CLAIM]],
  ["logs", ["log", CLAIM, "--minutes", "5"]],
];
const pages = [
  ["export"],
  ["export", "--project", "script"],
  ["export", "--project", "script", "--format", "html"],
  ["status"],
  ["status", "--json"],
  ["start", "--anyway"],
  ["undo"],
];

test.each(notes)("what an agent %s stands on no page until the review is over", async (_, note) => {
  for (const page of pages) {
    const { run, read } = open(projectAfter("spec", "brief"));
    await run(note, inAgent);
    expect([read()?.parked, read()?.passes].flat()).toMatchObject([{ via: "agent" }]);
    expect(await run(page)).not.toContain("18 of 18");
  }
});

test.each(notes)("what an agent %s is marked as its words after that", async (_, note) => {
  const { run } = open(projectAfter("spec", "brief", "review"));
  await run(note, inAgent);
  const page = await run(["export", "--project", "script"]);
  expect(page).toContain(`${CLAIM} (your agent's words)`);
});

test("status says how much an agent logged", async () => {
  const { run } = open(projectAfter("spec", "brief"));
  await run(["log", "built it", "--minutes", "20"], inAgent);
  await run(["log", "mine", "--minutes", "5"]);
  expect(await run(["status"])).toContain(
    "Budget: 25 of 240 minutes, 2 of 3 passes used. Your agent logged 1 pass of it, 20 minutes.",
  );
});

test.each(notes)("what a person %s is shown as it is", async (_, note) => {
  const { run } = open(projectAfter("spec", "brief"));
  await run(note);
  const page = await run(["export", "--project", "script"]);
  expect(page).toContain(CLAIM);
  expect(page).not.toContain("your agent's words");
});

test("an agent's idea stands marked on the progress page once the project is closed", async () => {
  const { run } = open(projectAfter("spec", "brief", "review", "handoff"));
  await run(["park", CLAIM], inAgent);
  expect(await run(["export"])).not.toContain(`${CLAIM} (your`);
  const answer = ["--answer", "verdict=keep", "--answer", "because=It works for me on Mondays."];
  const rest = ["--answer", "learned=Name the column.", "--answer", "result=9 minutes"];
  expect(await run(["decide", ...answer, ...rest])).toContain("is finished");
  expect(await run(["export"])).toContain(`${CLAIM} (your agent's words)`);
});
