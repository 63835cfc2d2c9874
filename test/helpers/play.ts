import { EventEmitter } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { createContext } from "../../src/context.ts";
import type { ProcessLike } from "../../src/process-like.ts";
import { readCommandLine, runProgram } from "../../src/program.ts";

/** One command line with its time and its file of answers. */
export interface Move {
  at: string;
  run: string[];
  answers?: Record<string, unknown>;
  /** The text of a file that the command takes. */
  file?: string;
}

const root = resolve(import.meta.dirname, "../..");

/** Runs a command line at its time. `createId` counts, so that all runs have the same ids. */
export async function play(
  { at, run, answers, file: text }: Move,
  home: string,
  createId: () => string,
): Promise<void> {
  const file = join(home, "answers.json");
  if (answers) writeFileSync(file, JSON.stringify(answers));
  const given = join(home, "given.md");
  if (text !== undefined) writeFileSync(given, text);
  const named = text === undefined ? run : [...run, given];
  const words = answers ? [...named, "--answers", file] : named;
  const stream = () => new PassThrough().resume();
  const world = Object.assign(new EventEmitter(), {
    argv: ["node", "builder-pm", ...words],
    env: { BUILDER_PM_HOME: home },
    stdin: stream(),
    stdout: stream(),
    stderr: stream(),
    pid: process.pid,
    kill: process.kill.bind(process),
  }) as unknown as ProcessLike;
  const line = readCommandLine(words);
  const context = {
    ...createContext(world, root, line.options),
    now: () => new Date(at),
    createId,
  };
  await runProgram(context, line, "");
}
