import { spawn } from "@lydell/node-pty";
import { onTestFinished } from "vitest";
import { openEmulator, type StyledRun, waitUntil } from "./emulator.ts";
import { bin, cleanEnv } from "./program.ts";
import { createTempFolder } from "./temp.ts";

/** Keys as a terminal sends them. */
export const keys = {
  down: "\u001b[B",
  up: "\u001b[A",
  end: "\u001b[F",
  enter: "\r",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
  tab: "\t",
  escape: "\u001b",
} as const;

/** Settings of a terminal. */
export interface TerminalSettings {
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
  home?: string;
  /** What runs in it; the built program by default. */
  program?: string;
}

/** A real terminal that runs the built program or another one. */
export interface Terminal {
  home: string;
  pid: number;
  /** Sends keys. */
  press(...typed: string[]): void;
  /** Changes the width of the window. */
  resize(columns: number): void;
  /** Waits until the text is on the screen or has scrolled off it. */
  waitFor(text: string | RegExp): Promise<void>;
  /** Waits until the program has ended, and returns its exit code. */
  waitForEnd(): Promise<number>;
  /** The lines on the screen now, without spaces at their ends. */
  screen(): string[];
  /** Every line ever shown. */
  lines(): string[];
  /** Every line ever shown, with its styles. */
  styledLines(): StyledRun[][];
  /** Lines that the terminal had to break because they were wider than it is. */
  brokenLines(): string[];
  /** Everything the program wrote. */
  bytes(): string;
}

/** Starts the built program, or the one in the settings, in its own terminal. */
export function openTerminal(words: readonly string[], settings: TerminalSettings = {}): Terminal {
  const { columns = 80, rows = 24, home = createTempFolder(), env = {}, program } = settings;
  const emulator = openEmulator(columns, rows);
  const pty = spawn(program ?? process.execPath, program ? [...words] : [bin, ...words], {
    cols: columns,
    rows,
    cwd: home,
    name: env.TERM ?? "xterm-256color",
    env: cleanEnv(home, env),
  });
  let written = "";
  let code: number | undefined;
  pty.onData((data) => {
    written += data;
    emulator.write(data);
  });
  pty.onExit(({ exitCode }) => {
    code = exitCode;
  });
  onTestFinished(() => {
    if (code === undefined) pty.kill();
    emulator.dispose();
  });
  const { screen, lines, styledLines, brokenLines } = emulator;
  return {
    home,
    pid: pty.pid,
    press: (...typed) => typed.forEach((key) => void pty.write(key)),
    resize: (to) => {
      emulator.resize(to);
      pty.resize(to, rows);
    },
    waitFor: (text) => waitUntil(() => holds(lines().join("\n"), text), String(text), emulator),
    waitForEnd: async () => {
      await waitUntil(() => code !== undefined, "the end", emulator);
      await emulator.flush();
      return code ?? -1;
    },
    screen,
    lines,
    styledLines,
    brokenLines,
    bytes: () => written,
  };
}

function holds(shown: string, text: string | RegExp): boolean {
  return typeof text === "string" ? shown.includes(text) : text.test(shown);
}
