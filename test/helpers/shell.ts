import { spawn } from "@lydell/node-pty";
import { openEmulator, waitUntil } from "./emulator.ts";
import { cleanEnv } from "./program.ts";

const PROMPT = "ready> ";

/** The current cursor and bracketed-paste modes: "h" for on, "l" for off. */
export interface Modes {
  cursor: string;
  paste: string;
}

/** A shell in its own terminal. */
export interface Shell {
  type(keys: string): void;
  waitFor(pattern: RegExp): Promise<void>;
  /** Waits until the shell has shown its prompt `count` times. */
  waitForPrompt(count: number): Promise<void>;
  text(): string;
  modes(): Modes;
  /** Closes the terminal and waits until the shell has ended. */
  close(): Promise<void>;
}

/** Starts a shell in its own terminal, in the folder `home`. */
export function openShell(home: string, plain: boolean): Shell {
  const emulator = openEmulator(80, 60);
  const env = { ...cleanEnv(home), PS1: PROMPT, TERM: plain ? "dumb" : "xterm-256color" };
  const shell = ["--norc", "--noprofile", "--noediting", "-i"];
  const pty = spawn("bash", shell, { cols: 80, rows: 60, cwd: home, name: env.TERM, env });
  const ended = new Promise<void>((resolve) => pty.onExit(() => resolve()));
  let bytes = "";
  pty.onData((data) => {
    bytes += data;
    emulator.write(data);
  });
  const text = () => emulator.lines().join("\n").trimEnd();
  const until = (isThere: () => boolean, what: string) => waitUntil(isThere, what, emulator);
  const last = (pattern: RegExp) => [...bytes.matchAll(pattern)].at(-1)?.[1] ?? "";
  return {
    type: (keys) => pty.write(keys),
    waitFor: (pattern) => until(() => pattern.test(text()), String(pattern)),
    waitForPrompt: async (count) => {
      await until(() => bytes.split(PROMPT).length > count, `prompt ${count}`);
      await emulator.flush();
    },
    text,
    modes: () => ({ cursor: last(/\u001b\[\?25([hl])/g), paste: last(/\u001b\[\?2004([hl])/g) }),
    close: async () => {
      (pty as unknown as { destroy(): void }).destroy();
      emulator.dispose();
      await ended;
    },
  };
}
