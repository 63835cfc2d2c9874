import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Ended } from "./program.ts";

const script = join(import.meta.dirname, "shared-process-child.cjs");

/** Marks the end of an output; the program shows control characters, so it never prints this. */
const END = "\u0000end\u0000\n";

/** How many ms a command line may take. */
const LIMIT = 8000;

/** A command line for the process; without one, it ends. */
export interface Message {
  line?: { words: readonly string[]; env: Record<string, string>; cwd: string; end: string };
}

/** How to start a process, and which hook of vitest ends it. */
export interface SharedSettings {
  env: NodeJS.ProcessEnv;
  cwd: string;
  execArgv?: readonly string[];
  uid?: number;
  gid?: number;
  /** Such as `onTestFinished`. */
  after: (work: () => Promise<void>) => void;
}

/** Where a command line runs, if not as the process was started; later ones keep its variables. */
export interface LineSettings {
  env?: Record<string, string>;
  cwd?: string;
}

/** Runs a command line of the built program, after those before it have ended. */
export type RunShared = (words: readonly string[], settings?: LineSettings) => Promise<Ended>;

/**
 * Starts a process on first use that runs many command lines of the built program, which is faster
 * than a process for each. A command line that hangs is killed, and then has no exit code. Throws
 * in the end if the process doesn't end by itself, as with a file or a pipe left open.
 */
export function openSharedProcess({ after, ...settings }: SharedSettings): RunShared {
  let open: ReturnType<typeof start> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  after(async () => {
    const ended = await open?.end();
    if (ended && (ended.code !== 0 || ended.stderr !== ""))
      throw new Error(`The process didn't end by itself: ${JSON.stringify(ended)}`);
  });
  return (words, { env = {}, cwd = settings.cwd } = {}) => {
    const ended = last.then(async () => {
      open ??= start(settings);
      const result = await open.run({ line: { words, env, cwd, end: END } });
      if (open.isGone()) open = undefined;
      return result;
    });
    last = ended.catch(() => {});
    return ended;
  };
}

function start({ execArgv = [], ...options }: Omit<SharedSettings, "after">) {
  const child = spawn(process.execPath, [...execArgv, script], {
    ...options,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const got: Ended & { isDone: boolean; isGone: boolean } = {
    ...{ code: null, stdout: "", stderr: "", isDone: false, isGone: false },
  };
  let wake = () => {};
  const add = (more: Partial<typeof got>) => {
    Object.assign(got, more);
    wake();
  };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]
      ?.setEncoding("utf8")
      .on("data", (text: string) => add({ [name]: got[name] + text }));
  }
  child.on("message", (code: number) => add({ code, isDone: true }));
  child.on("close", (code) => add({ code, isGone: true }));
  const hasEnded = () => got.isDone && got.stdout.endsWith(END) && got.stderr.endsWith(END);
  /** Sends a message and returns what the process answers, or how it ended. */
  const send = async (message: Message): Promise<Ended> => {
    const limit = setTimeout(() => child.kill("SIGKILL"), LIMIT);
    await new Promise<void>((resolve) => {
      wake = () => {
        if (got.isGone || hasEnded()) resolve();
      };
      if (child.connected) child.send(message);
      wake();
    });
    clearTimeout(limit);
    const { code, stdout, stderr } = got;
    Object.assign(got, { stdout: "", stderr: "", isDone: false });
    return { code, stdout: stdout.replace(END, ""), stderr: stderr.replace(END, "") };
  };
  return { run: send, end: () => send({}), isGone: () => got.isGone };
}
