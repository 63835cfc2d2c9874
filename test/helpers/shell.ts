import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import type { Progress } from "../../src/domain/progress/progress.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { newProject, progressWith, sampleAnswers, takeStep } from "./loop.ts";
import { bin, cleanEnv } from "./program.ts";

const without = (step: string, ...left: string[]) =>
  Object.fromEntries(
    Object.entries(sampleAnswers[step] ?? {}).filter(([question]) => !left.includes(question)),
  );
const specified = takeStep(newProject(), "spec", sampleAnswers.spec ?? {});
const briefed = takeStep(specified, "brief", { prediction: 2 });

/** Every kind of question, as the command that asks one next, and a project in which it does. */
export const questionKinds = {
  text: {
    command: "spec",
    project: takeStep(newProject(), "spec", without("spec", "engineer", "stop")),
  },
  list: { command: "spec", project: takeStep(newProject(), "spec", without("spec", "checks")) },
  number: { command: "brief", project: specified },
  select: { command: "review", project: briefed },
  multi: {
    command: "review",
    project: takeStep(briefed, "review", without("review", "red-flags")),
  },
} as const satisfies Record<string, { command: string; project: Project }>;

/** A kind of question. */
export type QuestionKind = keyof typeof questionKinds;

/** What happens while a question is on the screen. */
export type Event =
  | "Ctrl+C"
  | "Ctrl+D"
  | "SIGINT"
  | "SIGTERM"
  | "SIGHUP"
  | "closed"
  | "Ctrl+Z and fg"
  | "200 lines"
  | "200 marked lines";

/**
 * The code that the program ends with after each; after the last three it goes on, and Ctrl+C ends
 * it.
 */
export const endCodes: Record<Event, number> = {
  "Ctrl+C": 130,
  "Ctrl+D": 130,
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
  closed: 129,
  "Ctrl+Z and fg": 130,
  "200 lines": 130,
  "200 marked lines": 130,
};

/**
 * What an event did to a question: the code, whether the terminal is as before, and what is saved
 * before and after.
 */
export interface Outcome {
  code: number;
  terminal: { before: string; after: string } & Modes;
  /** What was said about the cursor and about marking pastes while the program was stopped. */
  stopped: Modes | undefined;
  before: Progress;
  after: Progress;
  shown: string;
}

/** Two hundred lines to paste. */
export const pastedLines = Array.from(
  { length: 200 },
  (_line, index) => `pasted line ${index}`,
).join("\n");
const LINES = pastedLines.replaceAll("\n", "\r");
const PROMPT = "ready> ";

/**
 * Lets an event happen to a question in a shell of its own, in the folder `home`, and tells what
 * came of it.
 */
export async function runEvent(
  home: string,
  kind: QuestionKind,
  event: Event,
  { plain = false } = {},
): Promise<Outcome> {
  const { command, project } = questionKinds[kind];
  const file = join(home, "saved", "progress.json");
  mkdirSync(join(home, "saved"), { recursive: true });
  writeFileSync(file, JSON.stringify(progressWith(project)));
  const read = (): Progress => JSON.parse(readFileSync(file, "utf8"));
  const before = read();
  const shell = openShell(home, plain);
  try {
    await shell.waitForPrompt(1);
    shell.type("stty -a > before\r");
    await shell.waitForPrompt(2);
    const program = `"${process.execPath}" "${bin}" ${command}`;
    // The shell in between must be stopped and continued too, as npx must. It leaves the number of
    // the program, and its code for when no terminal is left to ask.
    const inner = event.startsWith("SIG")
      ? `echo $$ > pid; exec ${program}`
      : `trap "" HUP; ${program}; code=$?; echo $code > code; exit $code`;
    shell.type(`sh -c '${inner}'\r`);
    await shell.waitFor(plain ? /(?:then Enter|for none): ?$/ : drawnQuestion[kind]);
    if (event === "closed") {
      const shown = shell.text();
      const { cursor, paste } = shell.modes();
      await shell.close();
      const code = Number(await readWhenThere(join(home, "code")));
      return {
        code,
        stopped: undefined,
        terminal: { before: "", after: "", cursor, paste },
        before,
        after: read(),
        shown,
      };
    }
    const stopped = await happen(shell, event, home, plain);
    await shell.waitForPrompt(event === "Ctrl+Z and fg" ? 4 : 3);
    const { cursor, paste } = shell.modes();
    const shown = shell.text();
    shell.type("echo code $?; stty -a > after\r");
    await shell.waitFor(/code \d+/);
    await shell.waitForPrompt(event === "Ctrl+Z and fg" ? 5 : 4);
    const stty = (name: string) => readFileSync(join(home, name), "utf8");
    const code = Number(/code (\d+)/.exec(shell.text())?.[1]);
    return {
      code,
      stopped,
      terminal: { before: stty("before"), after: stty("after"), cursor, paste },
      before,
      after: read(),
      shown,
    };
  } finally {
    await shell.close();
  }
}

const drawnQuestion: Record<QuestionKind, RegExp> = {
  text: /\n >\s*$/,
  list: /\n >\s*$/,
  number: /\n >\s*$/,
  select: /Ctrl\+C to stop\s*$/,
  multi: /Ctrl\+C to stop\s*$/,
};

async function happen(
  shell: Shell,
  event: Event,
  home: string,
  plain: boolean,
): Promise<Modes | undefined> {
  if (event === "SIGINT" || event === "SIGTERM" || event === "SIGHUP") {
    process.kill(Number(readFileSync(join(home, "pid"), "utf8")), event);
    return undefined;
  }
  let stopped: Modes | undefined;
  if (event === "Ctrl+Z and fg") stopped = await stopAndGoOn(shell);
  if (event.startsWith("200")) {
    shell.type(event === "200 lines" ? `${LINES}\r` : `\u001b[200~${LINES}\u001b[201~`);
    await pause(plain ? 600 : 300);
  }
  shell.type(event === "Ctrl+D" ? "\u0004" : "\u0003");
  return stopped;
}

async function stopAndGoOn(shell: Shell): Promise<Modes> {
  shell.type("\u001a");
  await shell.waitForPrompt(3);
  const modes = shell.modes();
  shell.type("fg\r");
  await shell.waitFor(/fg\s+sh -c[\s\S]*\S/);
  // A shell takes a moment to hand the terminal over; what is typed before goes to the shell.
  await pause(300);
  return modes;
}

/** The last that was said about the cursor and about marking pastes: "h" for on, "l" for off. */
interface Modes {
  cursor: string;
  paste: string;
}

/** A shell in a terminal of its own. */
interface Shell {
  type(keys: string): void;
  waitFor(pattern: RegExp): Promise<void>;
  /** Waits until the shell has asked for a command so many times. */
  waitForPrompt(count: number): Promise<void>;
  text(): string;
  modes(): Modes;
  /** Closes the terminal, and waits until the shell has ended. */
  close(): Promise<void>;
}

function openShell(home: string, plain: boolean): Shell {
  const emulator = new xterm.Terminal({
    cols: 80,
    rows: 60,
    allowProposedApi: true,
    scrollback: 5000,
  });
  const env = { ...cleanEnv(home), PS1: PROMPT, TERM: plain ? "dumb" : "xterm-256color" };
  const shell = ["--norc", "--noprofile", "--noediting", "-i"];
  const pty = spawn("bash", shell, { cols: 80, rows: 60, cwd: home, name: env.TERM, env });
  const ended = new Promise<void>((resolve) => pty.onExit(() => resolve()));
  let bytes = "";
  pty.onData((data) => {
    bytes += data;
    emulator.write(data);
  });
  const text = () => {
    const { active } = emulator.buffer;
    const lines = Array.from({ length: active.length }, (_line, row) =>
      active.getLine(row)?.translateToString(true),
    );
    return lines.join("\n").trimEnd();
  };
  const until = async (isThere: () => boolean, what: string) => {
    const deadline = Date.now() + 20_000;
    while (!isThere()) {
      if (Date.now() > deadline)
        throw new Error(`Waited in vain for ${what}. On the screen:\n${text()}`);
      await pause(10);
    }
  };
  const last = (pattern: RegExp) => [...bytes.matchAll(pattern)].at(-1)?.[1] ?? "";
  return {
    type: (keys) => pty.write(keys),
    waitFor: (pattern) => until(() => pattern.test(text()), String(pattern)),
    waitForPrompt: (count) => until(() => bytes.split(PROMPT).length > count, `prompt ${count}`),
    text,
    modes: () => ({ cursor: last(/\u001b\[\?25([hl])/g), paste: last(/\u001b\[\?2004([hl])/g) }),
    close: async () => {
      (pty as unknown as { destroy(): void }).destroy();
      emulator.dispose();
      await ended;
    },
  };
}

async function readWhenThere(file: string): Promise<string> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (text !== "" || Date.now() > deadline) return text;
    await pause(10);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
