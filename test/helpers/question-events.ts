import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../../src/domain/progress/progress.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { pause } from "./emulator.ts";
import { newProject, progressWith, projectAfter, sampleAnswers, takeStep } from "./loop.ts";
import { bin } from "./program.ts";
import { type Modes, openShell, type Shell } from "./shell.ts";
import { readProgress } from "./store.ts";

const without = (step: string, ...left: string[]) =>
  Object.fromEntries(
    Object.entries(sampleAnswers[step] ?? {}).filter(([question]) => !left.includes(question)),
  );
const specified = projectAfter("spec");
const briefed = takeStep(specified, "brief", { prediction: 2 });

/** Every kind of question, with a command that asks one and a project in which it does. */
export const questionKinds = {
  text: {
    command: "spec",
    project: takeStep(newProject(), "spec", without("spec", "stop")),
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
 * The exit code after each event; after the last three the program continues, and Ctrl+C stops it.
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
 * The result of an event: the exit code, the terminal before and after, and what is saved before
 * and after.
 */
export interface Outcome {
  code: number;
  terminal: { before: string; after: string } & Modes;
  /** The cursor and paste modes while the program was stopped. */
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

/** Triggers an event at a question, in a new shell in the folder `home`. */
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
  const read = (): Progress => readProgress(file);
  const before = read();
  const shell = openShell(home, plain);
  try {
    await shell.waitForPrompt(1);
    shell.type("stty -a > before\r");
    await shell.waitForPrompt(2);
    shell.type(`sh -c '${startInside(event, command)}'\r`);
    await shell.waitFor(plain ? /press Enter: ?$/ : drawnQuestion[kind]);
    const end =
      event === "closed"
        ? await closeTerminal(shell, home)
        : await happen(shell, event, home, plain);
    return { ...end, before, after: read() };
  } finally {
    await shell.close();
  }
}

/**
 * Returns the command for an inner shell, which is stopped and continued too, as npx would be. It
 * saves the process id or, for when the terminal is closed, the exit code of the program.
 */
function startInside(event: Event, command: string): string {
  const program = `"${process.execPath}" "${bin}" ${command}`;
  return event.startsWith("SIG")
    ? `echo $$ > pid; exec ${program}`
    : `trap "" HUP; ${program}; code=$?; echo $code > code; exit $code`;
}

type End = Omit<Outcome, "before" | "after">;

async function closeTerminal(shell: Shell, home: string): Promise<End> {
  const shown = shell.text();
  const terminal = { before: "", after: "", ...shell.modes() };
  await shell.close();
  const code = Number(await readWhenThere(join(home, "code")));
  return { code, stopped: undefined, terminal, shown };
}

async function happen(shell: Shell, event: Event, home: string, plain: boolean): Promise<End> {
  const stopped = await trigger(shell, event, home, plain);
  const prompts = event === "Ctrl+Z and fg" ? 4 : 3;
  await shell.waitForPrompt(prompts);
  const modes = shell.modes();
  const shown = shell.text();
  shell.type("echo code $?; stty -a > after\r");
  await shell.waitFor(/code \d+/);
  await shell.waitForPrompt(prompts + 1);
  const stty = (name: string) => readFileSync(join(home, name), "utf8");
  const code = Number(/code (\d+)/.exec(shell.text())?.[1]);
  const terminal = { before: stty("before"), after: stty("after"), ...modes };
  return { code, stopped, terminal, shown };
}

const drawnQuestion: Record<QuestionKind, RegExp> = {
  text: /\n >\s*$/,
  list: /\n >\s*$/,
  number: /\n >\s*$/,
  select: /Ctrl\+C to stop\s*$/,
  multi: /Ctrl\+C to stop\s*$/,
};

async function trigger(
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
  // A shell takes a moment to hand over the terminal; keys typed earlier go to the shell.
  await pause(300);
  return modes;
}

async function readWhenThere(file: string): Promise<string> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (text !== "" || Date.now() > deadline) return text;
    await pause(10);
  }
}
