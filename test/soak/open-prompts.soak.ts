import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pause } from "../helpers/emulator.ts";
import { type OpenPrompt, openPrompts } from "../helpers/open-prompts.ts";
import { importFiles, otherProcesses } from "../helpers/other-processes.ts";
import { runProgram } from "../helpers/program.ts";
import { listBreaches } from "../helpers/stale-breaches.ts";
import { openTestStore } from "../helpers/store.ts";
import { keys, openTerminal, type Terminal } from "../helpers/terminal.ts";

const CLEAR_LINE = "\u0015";
const OPEN = /then press Enter/;
const cases = Object.entries(openPrompts).flatMap(([name, prompt]) =>
  Object.entries(otherProcesses).map(([other, commands]) => ({ name, prompt, other, commands })),
);

test("no open prompt gets around what another process does", async ({ task }) => {
  const found: string[] = [];
  for (const { name, prompt, other, commands } of cases) {
    const breaches = await tryCase(prompt, commands).catch((error: unknown) => [String(error)]);
    if (breaches.length > 0) found.push(`${name}, ${other}: ${breaches.join("; ")}`);
  }
  Object.assign(task.meta, { words: `${cases.length} tried, ${found.length} breaches` });
  expect(found).toEqual([]);
});

/** Runs the command of a prompt in a terminal, and other processes while its last one is open. */
async function tryCase(prompt: OpenPrompt, commands: readonly (readonly string[])[]) {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "builder-pm-soak-")));
  const store = openTestStore(join(home, "saved"));
  mkdirSync(join(home, "saved"));
  for (const progress of prompt.saved) await store.update(() => progress);
  for (const [name, progress] of Object.entries(importFiles))
    writeFileSync(join(home, name), JSON.stringify(progress));
  const env = { ACCESSIBLE: "1" };
  const terminal = openTerminal(prompt.words, { home, env, columns: 250 });
  const last = prompt.lines.length - 1;
  for (const [index, line] of prompt.lines.slice(0, last).entries()) {
    await waitForPrompt(terminal, index);
    terminal.press(CLEAR_LINE, line, keys.enter);
  }
  await waitForPrompt(terminal, last);
  const opened = await store.load();
  const codes = [];
  for (const words of commands) codes.push((await runProgram(words, { home })).code);
  const before = await store.load();
  terminal.press(CLEAR_LINE, prompt.lines[last] ?? "", keys.enter);
  const code = await endOrStop(terminal, prompt.lines.length);
  const after = await store.load();
  const shown = terminal.lines().filter((line) => !OPEN.test(line));
  rmSync(home, { recursive: true, force: true });
  const crashes = [...codes, code].filter((each) => each === 70);
  return [
    ...listBreaches({ prompt, opened, before, after, shown: shown.join("\n") }),
    ...crashes.map(() => "crashed"),
  ];
}

async function waitForPrompt(terminal: Terminal, index: number): Promise<void> {
  await terminal.waitFor(new RegExp(`(?:then press Enter[^]*){${index + 1}}`));
}

/** Stops the program at the next prompt, if there is one, and returns its exit code. */
async function endOrStop(terminal: Terminal, prompts: number): Promise<number> {
  let isOver = false;
  const ended = terminal.waitForEnd().finally(() => {
    isOver = true;
  });
  const count = () => terminal.lines().filter((line) => OPEN.test(line)).length;
  while (!isOver && count() <= prompts) await pause(20);
  if (!isOver) terminal.press(keys.ctrlC);
  return ended;
}
