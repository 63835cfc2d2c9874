import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal, type Terminal } from "../helpers/terminal.ts";

/** The question for evidence, with its input line. */
const LINE_TO_TYPE_ON = /Enter\s+to\s+skip[\s\S]*\n >/;
const CURSOR = /\u001b\[\?25([hl])/g;

/** Waits until the choices of a question are on the screen. */
function waitForQuestion(terminal: Terminal, number: number): Promise<void> {
  return terminal.waitFor(new RegExp(`Question ${number} of 5[\\s\\S]*Ctrl\\+C to stop`));
}

function lastOf(text: string, pattern: RegExp): string | undefined {
  return [...text.matchAll(pattern)].at(-1)?.[1];
}

function readAnswers(home: string): Record<string, { answer: string; evidence?: string }> {
  return JSON.parse(readFileSync(join(home, "saved", "progress.json"), "utf8")).runs.at(-1).answers;
}

/** Presses Ctrl+C at the first question and returns all the terminal received. */
async function stopAtFirstQuestion(words: string[], env: Record<string, string>): Promise<string> {
  const terminal = openTerminal(words, { env });
  await waitForQuestion(terminal, 1);
  terminal.press(keys.ctrlC);
  await terminal.waitForEnd();
  return terminal.bytes();
}

test("a check stopped with Ctrl+C continues at the first open question", async () => {
  const first = openTerminal(["check"]);
  await waitForQuestion(first, 1);
  first.press(keys.enter);
  await first.waitFor(LINE_TO_TYPE_ON);
  first.press("14 tickets in May", keys.enter);
  await waitForQuestion(first, 2);
  first.press(keys.ctrlC);
  expect(await first.waitForEnd()).toBe(130);
  const shown = first.lines().filter((line) => line !== "");
  expect(shown.at(-1)).toBe("Stopped. 1 of 5 answers is saved. To continue: builder-pm check");
  expect(lastOf(first.bytes(), CURSOR)).toBe("h");
  expect(shown.filter((line) => line.includes("Is this true for you today? Yes"))).toHaveLength(1);
  expect(first.bytes()).not.toContain("ExitPromptError");

  const second = openTerminal(["check"], { home: first.home });
  await waitForQuestion(second, 2);
  expect(second.lines().join("\n")).not.toContain("Question 1 of 5");
  for (const number of [2, 3, 4, 5]) {
    await waitForQuestion(second, number);
    second.press(keys.down, keys.down, keys.enter);
  }
  expect(await second.waitForEnd()).toBe(0);
  expect(second.lines().join("\n")).toContain("You said yes to 1 of 5");
  expect(lastOf(second.bytes(), CURSOR)).toBe("h");
  expect(readAnswers(first.home).problem).toMatchObject({
    answer: "yes",
    evidence: "14 tickets in May",
  });
  expect(readAnswers(first.home).engineer?.answer).toBe("not-yet");
});

/**
 * Stops a check at its first evidence with `end`, and expects the exit code, the stop message and a
 * restored terminal.
 */
async function expectStop(end: (terminal: Terminal) => void, code: number): Promise<void> {
  const terminal = openTerminal(["check"]);
  await waitForQuestion(terminal, 1);
  terminal.press(keys.enter);
  await terminal.waitFor(LINE_TO_TYPE_ON);
  end(terminal);
  expect(await terminal.waitForEnd()).toBe(code);
  const shown = terminal.lines().filter((line) => line !== "");
  expect(shown.slice(-3)).toEqual([
    "Stopped. 1 of 5 answers is saved.",
    "To add evidence to the last one: builder-pm check --item discovery",
    "To continue: builder-pm check",
  ]);
  expect(lastOf(terminal.bytes(), CURSOR)).toBe("h");
  expect(lastOf(terminal.bytes(), /\u001b\[\?2004([hl])/g)).toBe("l");
}

test("Ctrl+D stops the questions and restores the terminal", async () => {
  await expectStop(({ press }) => press(keys.ctrlD), 130);
});

// Windows kills a process without a signal.
test.skipIf(process.platform === "win32").each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s at a question exits with %d and restores the terminal", async (signal, code) => {
  await expectStop(({ pid }) => void process.kill(pid, signal), code);
});

const COLOR = /\u001b\[[0-9;]*m/;

test.each([
  { name: "color by default", words: ["check"], env: {}, colored: true },
  { name: "NO_COLOR takes it away", words: ["check"], env: { NO_COLOR: "1" }, colored: false },
  {
    name: "an empty NO_COLOR leaves it on",
    words: ["check"],
    env: { NO_COLOR: "" },
    colored: true,
  },
  { name: "--no-color takes it away", words: ["check", "--no-color"], env: {}, colored: false },
  {
    name: "--no-color beats FORCE_COLOR",
    words: ["--no-color", "check"],
    env: { FORCE_COLOR: "1" },
    colored: false,
  },
  {
    name: "FORCE_COLOR beats NO_COLOR",
    words: ["check"],
    env: { FORCE_COLOR: "1", NO_COLOR: "1" },
    colored: true,
  },
  {
    name: "FORCE_COLOR=0 takes it away",
    words: ["check"],
    env: { FORCE_COLOR: "0" },
    colored: false,
  },
])("$name, in our screens and in inquirer's", async ({ words, env, colored }) => {
  const bytes = await stopAtFirstQuestion(words, env);
  const [ours = "", inquirers = ""] = bytes.split("Is this true for");
  expect(COLOR.test(ours)).toBe(colored);
  expect(COLOR.test(inquirers)).toBe(colored);
});

test("TERM=dumb prints plain numbered ASCII lines without escape sequences", async () => {
  const terminal = openTerminal(["check"], { env: { TERM: "dumb" } });
  await terminal.waitFor("Type a number from 1 to 4");
  terminal.press("3", keys.enter);
  await terminal.waitFor("You chose: Not yet");
  await terminal.waitFor("Question 2 of 5");
  terminal.press(keys.ctrlC);
  expect(await terminal.waitForEnd()).toBe(130);
  expect(terminal.bytes()).toMatch(/^[\r\n\x20-\x7e]*$/);
  expect(terminal.lines().join("\n")).toContain("\nStopped. 1 of 5 answers is saved.");
});

test("wraps at words in 50 columns", async () => {
  const terminal = openTerminal(["check"], { columns: 50, rows: 60, env: { NO_COLOR: "1" } });
  await waitForQuestion(terminal, 1);
  const long = "fourteen agents copied order numbers by hand every single morning";
  terminal.press(keys.enter);
  await terminal.waitFor(LINE_TO_TYPE_ON);
  terminal.press(long, keys.enter);
  for (const number of [2, 3, 4, 5]) {
    await waitForQuestion(terminal, number);
    terminal.press(keys.down, keys.down, keys.enter);
  }
  expect(await terminal.waitForEnd()).toBe(0);
  expect(terminal.brokenLines()).toEqual([]);
  expect(terminal.lines().join("\n")).toMatch(
    /fourteen agents copied order numbers by hand\n {3}every single morning\n/,
  );
});

test.each([
  { words: ["slices"], shows: "dashboard" },
  { words: ["slices", "show", "script"], shows: "Stop rule" },
  { words: ["status"], shows: "Next" },
])("$words fits 50 columns", async ({ words, shows }) => {
  const home = createTempFolder();
  await runProgram(
    ["check", "--answer", "problem=yes", "--evidence", `problem=${"word ".repeat(30)}`],
    { home },
  );
  const terminal = openTerminal(words, { columns: 50, rows: 60, home });
  expect(await terminal.waitForEnd()).toBe(0);
  expect(terminal.lines().join("\n")).toContain(shows);
  expect(terminal.brokenLines()).toEqual([]);
});

test("keeps the answer when the window gets narrower", async () => {
  const terminal = openTerminal(["check"], { rows: 60 });
  await waitForQuestion(terminal, 1);
  terminal.resize(64);
  terminal.press(keys.down);
  await terminal.waitFor("> Partly");
  terminal.press(keys.enter);
  await terminal.waitFor(LINE_TO_TYPE_ON);
  const words = "Fourteen of thirty people asked twice, and I wrote down each of their names.";
  terminal.resize(50);
  terminal.press(words);
  await terminal.waitFor(/their\s+names\./);
  terminal.press(keys.enter);
  await waitForQuestion(terminal, 2);
  const shown = terminal.lines().join("\n").split("Question 2 of 5")[1] ?? "";
  expect(shown).toContain("What I build is small and has a clear end.");
  expect(terminal.brokenLines().filter((line) => shown.includes(line))).toEqual([]);
  terminal.press(keys.ctrlC);
  await terminal.waitForEnd();
  expect(readAnswers(terminal.home).problem).toMatchObject({ answer: "partly", evidence: words });
});

test("Escape loses nothing, and every prompt says how to stop", async () => {
  const terminal = openTerminal(["check"]);
  await waitForQuestion(terminal, 1);
  terminal.press(keys.escape);
  terminal.press(keys.down, keys.enter);
  await terminal.waitFor(LINE_TO_TYPE_ON);
  expect(terminal.lines().join("\n")).toContain("Type < to go back. Ctrl+C to stop");
  terminal.press("14 tickets in May", keys.escape);
  await terminal.waitFor("14 tickets in May");
  terminal.press(keys.enter);
  await waitForQuestion(terminal, 2);
  terminal.press(keys.ctrlC);
  expect(await terminal.waitForEnd()).toBe(130);
  expect(readAnswers(terminal.home).problem).toMatchObject({
    answer: "partly",
    evidence: "14 tickets in May",
  });
});

test(`"-" in a terminal without a pipe doesn't wait`, async () => {
  const terminal = openTerminal(["lint", "-"]);
  expect(await terminal.waitForEnd()).toBe(2);
  expect(terminal.lines().join("\n")).toContain(
    "Nothing was piped in.\nUse a file name in place of -",
  );
});
