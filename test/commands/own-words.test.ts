import { expect, test } from "vitest";
import { runCheck } from "../../src/commands/check/command.ts";
import { runLog } from "../../src/commands/log/command.ts";
import { runPark } from "../../src/commands/park.ts";
import { runProjectsFolder, runProjectsRename } from "../../src/commands/projects.ts";
import { runStart } from "../../src/commands/start/command.ts";
import type { Context } from "../../src/context.ts";
import { createLoopContext, newProject } from "../helpers/loop.ts";
import { createFolderOnDisk } from "../helpers/temp.ts";

type Run = (context: Context, words: string) => Promise<void>;

const evidence = (words: string) => ({ answer: ["specs=partly"], evidence: [`specs=${words}`] });

/** The commands that are suggested with "..." in place of something. */
const suggested: Readonly<Record<string, Run>> = {
  park: (context, words) => runPark(context, words, {}),
  "projects rename": (context, words) => runProjectsRename(context, "script", words),
  "projects folder": (context, words) => runProjectsFolder(context, "script", words),
  start: (context, words) => runStart(context, words, { own: true, anyway: true }),
  "start --title": (context, title) => runStart(context, "script", { title, anyway: true }),
  "start --folder": (context, folder) => runStart(context, "script", { folder, anyway: true }),
  "check --evidence": (context, words) => runCheck(context, undefined, evidence(words)),
  log: (context, words) => runLog(context, words, { minutes: "5" }),
};

test.each(
  Object.keys(suggested).flatMap((name) =>
    ["...", '"..."', "\u2026"].map((words) => [name, words]),
  ),
)("%s refuses %s, and saves nothing", async (name, words) => {
  const cwd = createFolderOnDisk();
  const { context, bytes } = createLoopContext({ project: newProject(), cwd });
  const before = bytes();
  await expect(suggested[name]?.(context, words)).rejects.toMatchObject({ exitCode: 2 });
  expect(bytes()).toBe(before);
});

test.each(Object.keys(suggested))("%s takes words of one's own that end in dots", async (name) => {
  const cwd = createFolderOnDisk();
  const { context, bytes } = createLoopContext({ project: newProject(), cwd });
  const before = bytes();
  await suggested[name]?.(context, "12 users wait...");
  expect(bytes()).not.toBe(before);
});

test("a step refuses an answer that is only dots", async () => {
  const { run, bytes } = createLoopContext({ project: newProject() });
  const before = bytes();
  await expect(run("spec", { answer: ["problem=..."] })).rejects.toMatchObject({
    exitCode: 2,
    message: '"..." stands for your own words. Nothing was saved.',
  });
  expect(bytes()).toBe(before);
});
