import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pause, type StyledRun } from "../helpers/emulator.ts";
import { sampleAnswers } from "../helpers/loop.ts";
import { type Ended, runProgram } from "../helpers/program.ts";
import { proudReport } from "../helpers/reports.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal, type Terminal } from "../helpers/terminal.ts";

export const columns = 76;
const clock = new URL("../helpers/fixed-clock.cjs", import.meta.url).pathname;
const env = { NODE_OPTIONS: `--require ${JSON.stringify(clock)}` };
const open = (words: string[], home: string) =>
  openTerminal(words, { home, env, columns, rows: 40 });

/** Runs a command line at the fixed time. @throws Error if it fails. */
async function runAt(home: string, words: readonly string[]): Promise<Ended> {
  const ended = await runProgram(words, { home, env });
  if (ended.code !== 0) throw new Error(`${words.join(" ")}: ${ended.stderr}`);
  return ended;
}

/** Returns what the first reality check ends with. */
export async function showCheck(): Promise<StyledRun[][]> {
  const terminal = open(["check"], createTempFolder());
  const answers = [0, 2, 1, 2, 2];
  const evidence = ["14 support tickets in May.", "", "2 of 4 checks, on May 6.", "", ""];
  for (const [index, place] of answers.entries()) {
    await waitForPrompt(terminal, `Question ${index + 1} of 5`);
    terminal.press(keys.down.repeat(place), keys.enter);
    if (!evidence[index]) continue;
    await waitForPrompt(terminal, "What evidence");
    terminal.press(evidence[index], keys.enter);
  }
  await terminal.waitForEnd();
  return cut(terminal.styledLines(), /you said so/);
}

/** Returns a home with a project whose result can be reviewed. */
export async function openBuiltProject(): Promise<string> {
  const home = createTempFolder();
  const folder = join(home, "monday-report");
  mkdirSync(folder);
  await runAt(home, ["start", "script", "--title", "Monday report", "--folder", folder]);
  for (const step of ["spec", "brief"]) {
    const file = join(home, `${step}.json`);
    writeFileSync(file, JSON.stringify(sampleAnswers[step]));
    await runAt(home, [step, "--answers", file]);
  }
  writeFileSync(join(folder, "REPORT.md"), proudReport);
  return home;
}

/** Returns what a review shows when the last check is judged. */
export async function showReveal(home: string): Promise<StyledRun[][]> {
  const terminal = open(["review"], home);
  const saw = sampleAnswers.review?.saw as string[];
  const down = (times: number) => keys.down.repeat(times);
  const answers = ["", saw[0], down(2), saw[1], down(5), saw[2]];
  for (const [index, answer = ""] of answers.entries()) {
    await waitForPrompt(terminal, `Question ${index + 1} of`);
    terminal.press(answer, keys.enter);
  }
  await waitForPrompt(terminal, "Question 7 of");
  return cut(terminal.styledLines(), /Every check is judged/, /Question 7 of/);
}

/** Returns the handoff page of that project after its review, without the place of the folder. */
export async function writeHandoff(home: string): Promise<string> {
  await showReveal(home);
  for (const step of ["review", "handoff"]) {
    const file = join(home, `${step}.json`);
    const { verdict, saw, cause, ...others } = sampleAnswers[step] ?? {};
    writeFileSync(file, JSON.stringify(others));
    await runAt(home, [step, "--answers", file]);
  }
  const { stdout } = await runAt(home, ["handoff", "--print", "--format", "html"]);
  return stdout.replaceAll(home, "~");
}

async function waitForPrompt(terminal: Terminal, after: string): Promise<void> {
  await terminal.waitFor(new RegExp(`${after}[^]*Ctrl\\+C to\\s+stop(\\s*>)?\\s*$`));
  // A key that comes with the question itself is dropped: nobody can have read it by then.
  await pause(200);
}

/** Returns the lines from the one that `first` matches to the one before `end`, trimmed. */
function cut(lines: StyledRun[][], first: RegExp, end?: RegExp): StyledRun[][] {
  const texts = lines.map((runs) => runs.map(({ text }) => text).join(""));
  const from = texts.findIndex((text) => first.test(text));
  const to = end ? texts.findIndex((text) => end.test(text)) : texts.length;
  const isBlank = (index: number) => texts[index]?.trim() === "";
  let last = to;
  while (isBlank(last - 1)) last -= 1;
  return lines.slice(from, last);
}
