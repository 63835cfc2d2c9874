import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runPark } from "../../src/commands/park.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { readExported } from "../../src/store/exported.ts";
import {
  createLoopContext,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../helpers/loop.ts";
import { judge, proudReport, withReport } from "../helpers/reports.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const GUESS = /"(?:text|value)":\s*"3"/;
const SAW = "I ran it: not-met.";

/** Saves each of these states in turn. Returns the file and what stands next to it. */
async function save(...states: Progress[]) {
  const home = createTempFolder();
  const store = openTestStore(home);
  for (const state of states) await store.update(() => state);
  const file = join(home, "progress.json");
  const readAll = () =>
    [file, `${file}.bak`]
      .filter((each) => existsSync(each))
      .map((each) => readFileSync(each, "utf8"))
      .join("\n");
  return { home, store, file, readAll };
}

const briefed = projectAfter("spec", "brief");
const judged = judge(withReport(briefed), ["met", "not-met", "met"]);
const { review: _, ...finished } = judged.finished;
const judging = { ...judged, finished };

test("a guess, verdicts and what was seen stand in no file to read while a round is open", async () => {
  const states = [projectAfter("spec"), briefed, judging, { ...judging, title: "B" }];
  const { readAll, store, home } = await save(...states.map((each) => progressWith(each)));
  await store.undo();
  await store.undo();
  expect(readAll()).not.toMatch(GUESS);
  expect(readAll()).not.toContain(SAW);
  expect(readAll()).not.toMatch(/"not-met"|"opened": \{/);
  expect(readAll()).toContain("Every Monday Priya joins two exports by hand");
  const again = openTestStore(home);
  expect(await again.load()).toEqual(progressWith(briefed));
  expect(await again.redo()).toMatchObject({ after: progressWith(judging) });
});

test("a finished project is there to read, and a file that was never encoded loads", async () => {
  const done = ["handoff", "decide"].reduce(
    (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}, 6),
    judged,
  );
  const { readAll } = await save(progressWith(done));
  expect(readAll()).toMatch(GUESS);
  expect(readAll()).toContain(SAW);
  const { home, file } = await save(progressWith(briefed));
  writeFileSync(file, JSON.stringify(progressWith(judging)));
  expect(await openTestStore(home).load()).toEqual(progressWith(judging));
});

test("a damaged part makes a damaged file, which is never emptied", async () => {
  const { home, file } = await save(progressWith(judging));
  const bytes = readFileSync(file, "utf8").replace(/"review": "sealed:..../, '"review": "sealed:');
  writeFileSync(file, bytes);
  await expect(openTestStore(home).load()).rejects.toMatchObject({ exitCode: 4 });
  await expect(openTestStore(home).update(() => progressWith())).rejects.toThrow();
  expect(readFileSync(file, "utf8")).toBe(bytes);
});

test("a note that looks encoded comes back as it was typed", async () => {
  const idea = `sealed:${btoa('"x"')}`;
  const parked = [{ idea, at: "2026-11-03T12:00:00.000Z" }];
  const passes = [{ what: idea, minutes: 5, at: "2026-11-03T12:00:00.000Z" }];
  for (const project of [briefed, { ...judged, closed: { as: "done", at: briefed.startedAt } }]) {
    const progress = progressWith({ ...project, parked, passes } as typeof briefed);
    const { home } = await save(progress);
    expect(await openTestStore(home).load()).toEqual(progress);
  }
});

test("export --json has an agent's words encoded until the review is finished", async () => {
  const words = "C2 is met, 18 of 18";
  const agent = createLoopContext({ project: briefed, env: { CLAUDECODE: "1" } });
  await runPark(agent.context, words, {});
  expect(readFileSync(agent.file, "utf8")).not.toContain("18 of 18");
  const person = createLoopContext({ project: agent.project() });
  await runExport(person.context, { json: true });
  expect(person.stdout()).not.toContain("18 of 18");
  expect(readExported(person.stdout(), "x.json").projects[0]?.parked[0]?.idea).toBe(words);
  const after = createLoopContext({ project: { ...agent.project(), finished: judged.finished } });
  await runExport(after.context, { json: true });
  expect(after.stdout()).toContain(words);
});

test("a report keeps its claims out of the file", async () => {
  const { readAll } = await save(progressWith(withReport(briefed, proudReport)));
  expect(readAll()).not.toContain("18 of 18");
});
