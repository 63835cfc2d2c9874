import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Context } from "../src/context.ts";
import type { Progress } from "../src/domain/progress/progress.ts";
import { StoppedError, UserError } from "../src/errors.ts";
import { readCommandLine, runProgram } from "../src/program.ts";
import { createTestContext } from "./helpers/context.ts";
import { type OpenPrompt, openPrompts } from "./helpers/open-prompts.ts";
import { importFiles, otherProcesses } from "./helpers/other-processes.ts";
import { createScriptedPrompter } from "./helpers/prompter.ts";
import { listBreaches } from "./helpers/stale-breaches.ts";
import { openTestStore } from "./helpers/store.ts";
import { createTempFolder } from "./helpers/temp.ts";

type Commands = readonly (readonly string[])[];

const run = (context: Context, words: readonly string[]) =>
  runProgram(context, readCommandLine(words), "1.0.0");

/** Runs the command of a prompt, and the other commands while its last question is open. */
async function runWhileOpen(prompt: OpenPrompt, others: Commands) {
  const cwd = createTempFolder();
  const { home, context, stderr } = createTestContext({ terminal: true, cwd });
  for (const progress of prompt.saved) await openTestStore(home).update(() => progress);
  for (const [name, progress] of Object.entries(importFiles))
    writeFileSync(join(cwd, name), JSON.stringify(progress));
  const answers = [...prompt.answers];
  const stop = () => {
    throw new StoppedError("Stopped.");
  };
  let opened: Progress | undefined;
  let before: Progress | undefined;
  const change = async () => {
    if (answers.length !== 1 || before) return;
    const other = createTestContext({ env: { BUILDER_PM_HOME: home }, cwd }).context;
    opened = await openTestStore(home).load();
    let ids = 0;
    const createId = () => `other-${++ids}`;
    for (const words of others)
      await run(
        { ...other, createId },
        words.map((word) => (importFiles[word] ? join(cwd, word) : word)),
      ).catch(ignoreRefusal);
    before = await openTestStore(home).load();
  };
  const ask: Context["ask"] = (note, work) => {
    const prompter = createScriptedPrompter(answers, stop);
    const first = async <T>(next: () => Promise<T>) => {
      await change();
      if (answers.length === 0) throw new StoppedError(note());
      return next();
    };
    return work({
      ...prompter,
      select: (question) => first(() => prompter.select(question)),
      multi: (question) => first(() => prompter.multi(question)),
      text: (question) => first(() => prompter.text(question)),
    });
  };
  let message = "";
  await run({ ...context, ask }, prompt.words).catch((error: unknown) => {
    ignoreRefusal(error);
    message = [error.message, "fix" in error ? error.fix : ""].join("\n");
  });
  if (!opened || !before)
    throw new Error(`The last question was never asked: ${stderr()}${message}`);
  const after = await openTestStore(home).load();
  return { prompt, opened, before, after, shown: stderr() + message, answers };
}

/** Other errors would be mistakes of the program. */
function ignoreRefusal(error: unknown): asserts error is UserError | StoppedError {
  if (!(error instanceof UserError || error instanceof StoppedError)) throw error;
}

const cases = Object.entries(openPrompts).flatMap(([name, prompt]) =>
  Object.entries(otherProcesses).map(
    ([other, commands]) => [name, other, prompt, commands] as const,
  ),
);

test.each(cases)("%s stays harmless after %s", async (_name, _other, prompt, commands) => {
  const outcome = await runWhileOpen(prompt, commands);
  expect({ breaches: listBreaches(outcome), shown: outcome.shown }).toMatchObject({ breaches: [] });
  expect(outcome.answers).toEqual([]);
});

test("each prompt saves its answer if nothing happens meanwhile", async () => {
  for (const [name, prompt] of Object.entries(openPrompts)) {
    const { before, after } = await runWhileOpen(prompt, []);
    expect(after, name).not.toEqual(before);
  }
});
