import { EventEmitter } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { main } from "../../src/cli.ts";
import { type Context, createContext, type GlobalOptions } from "../../src/context.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { StoppedError } from "../../src/errors.ts";
import type { ProcessLike } from "../../src/process-like.ts";
import { openStore } from "../../src/store/store.ts";
import { createScriptedPrompter, type ScriptedAnswer } from "./prompter.ts";
import { noon } from "./samples.ts";
import { createTempFolder } from "./temp.ts";

/** The folder with package.json. */
export const root = resolve(import.meta.dirname, "../..");

/** Settings of the fake process that a test gives to the program. */
export interface TestSettings {
  words?: string[];
  /** True if all streams are a terminal. */
  terminal?: boolean;
  columns?: number;
  /** The height of the terminal; unknown by default, so that nothing has to fit. */
  rows?: number;
  /** The current folder; that of the package by default, where nothing is built. */
  cwd?: string;
  env?: Record<string, string>;
  options?: GlobalOptions;
  /** What the person does at each question. A missing or unused answer fails the test. */
  answers?: ScriptedAnswer[];
  /** What is saved before the command runs; a string is written as it is. */
  saved?: Progress | string;
  /** The root of the content; that of the package by default. */
  root?: string;
}

/**
 * A context with its own home and buffers for streams. Its clock is stopped at noon UTC on November
 * 22, 2026.
 */
export interface TestContext {
  context: Context;
  world: ProcessLike;
  home: string;
  file: string;
  stdout: () => string;
  stderr: () => string;
}

/** Creates a {@link TestContext} with the shipped content. */
export function createTestContext(settings: TestSettings = {}): TestContext {
  const home = createTempFolder();
  const file = join(home, "progress.json");
  const { saved } = settings;
  if (saved !== undefined)
    writeFileSync(file, typeof saved === "string" ? saved : JSON.stringify(saved));
  const { world, stdout, stderr } = createTestWorld(home, settings);
  let ids = 0;
  const context: Context = {
    ...createContext(world, settings.root ?? root, settings.options ?? {}),
    now: () => noon(22),
    openStore: async () =>
      openStore(world, { now: () => noon(22), notify: (text) => world.stderr.write(text) }),
    createId: () => `id-${++ids}`,
    ask: askBy(settings.answers ?? []),
  };
  if (settings.root === undefined && context.content.packs.length === 0)
    Object.assign(context, { loadLibrary: loadShipped });
  return { context, world, home, file, stdout, stderr };
}

const shipped = createContext(createTestWorld("", {}).world, root, {});

/** Loads the shipped content once for all tests of a file, which takes longer than most of them. */
const loadShipped: Context["loadLibrary"] = (...kinds) => shipped.loadLibrary(...kinds);

/** Runs a command line in a new home, without a terminal. */
export async function runMain(...words: string[]) {
  const { world, stdout, stderr } = createTestWorld(createTempFolder(), { words });
  const code = await main(world, root);
  return { code, stdout: stdout(), stderr: stderr() };
}

/** Creates a fake process with empty input and output streams that keep what is written. */
export function createTestWorld(
  home: string,
  { words = [], terminal = false, columns = 80, rows, env, cwd = root }: TestSettings,
) {
  const stdout = createBuffer(terminal, { columns, rows });
  const stderr = createBuffer(terminal, { columns, rows });
  const stdin = Object.assign(new PassThrough(), { isTTY: terminal });
  const world = Object.assign(new EventEmitter(), {
    argv: ["node", "builder-pm", ...words],
    cwd: () => cwd,
    env: { BUILDER_PM_HOME: home, NO_COLOR: "1", ...env },
    pid: process.pid,
    kill: process.kill,
    stdin,
    stdout: stdout.stream,
    stderr: stderr.stream,
  }) as unknown as ProcessLike;
  return { world, stdin, stdout: stdout.text, stderr: stderr.text };
}

function createBuffer(isTTY: boolean, size: { columns: number; rows: number | undefined }) {
  const stream = Object.assign(new PassThrough(), { isTTY, ...size });
  const chunks: string[] = [];
  stream.on("data", (chunk: Buffer) => void chunks.push(chunk.toString("utf8")));
  return { stream, text: () => chunks.join("") + (stream.read()?.toString("utf8") ?? "") };
}

function askBy(answers: ScriptedAnswer[]): Context["ask"] {
  const left = [...answers];
  onTestFinished(() => {
    if (left.length > 0)
      throw new Error(`${left.length} answers were never asked for: ${JSON.stringify(left)}`);
  });
  return (stopNote, work) => {
    const stop = () => {
      throw new StoppedError(stopNote());
    };
    return work(createScriptedPrompter(left, stop));
  };
}
