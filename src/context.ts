import { closeSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { findAgent } from "./agent-shell.ts";
import { askPerson } from "./ask-person.ts";
import { readWords } from "./command-words.ts";
import { mayFillCache } from "./compile-cache.ts";
import type { ContentSource } from "./content/folder.ts";
import type { LoadOptions } from "./content/load.ts";
import type { Kind } from "./content/schema.ts";
import { createTableReader } from "./content/shipped-table.ts";
import type { Library, Problem } from "./domain/library/library.ts";
import { quotePath } from "./domain/text/words.ts";
import { listTeamFolders } from "./environment.ts";
import { ExitCode } from "./errors.ts";
import { detectLaunch } from "./launch.ts";
import { type Output, openStdout } from "./output.ts";
import type { ProcessLike } from "./process-like.ts";
import type { Prompter } from "./prompts/prompter.ts";
import {
  decideColor,
  describeNeed,
  describeOutput,
  isOn,
  type OpenScreen,
  openScreen,
  type Screen,
} from "./screen.ts";
import type { Store } from "./store/contract.ts";

/** Options that every command has. */
export interface GlobalOptions {
  color?: boolean;
  input?: boolean;
  accessible?: boolean;
  /** Content folders that add to the shipped one, in this order. */
  content?: string[];
}

/** The global options, and the names of commands, which no step may have. */
export interface ContextOptions extends GlobalOptions {
  reserved?: readonly string[];
}

/** What a command gets: streams, clock, content, saved progress, and a way to ask. */
export interface Context {
  readonly stdout: Screen;
  readonly stderr: Screen;
  /** True if the output is JSON. */
  readonly json: boolean;
  /** True if what goes wrong is said as JSON: not to a person who wants the JSON in a file. */
  readonly failsInJson: boolean;
  /** True if a person can read and type at a terminal. */
  readonly atTerminal: boolean;
  /** True if questions can be asked: at a terminal, or in accessible mode. */
  readonly canAsk: boolean;
  /** Returns true if answers come from a terminal, and not from a file or a pipe. */
  isTyped(): boolean;
  /** The coding agent in whose shell this runs; undefined in a person's own. */
  readonly agent: string | undefined;
  /** Returns the raw input and output, for a server. */
  getPipes(): { input: Readable; output: Writable };
  /** Why no question can be asked, as a clause: "this isn't a terminal". */
  readonly askingNeeds: string;
  /** The command line as it was typed, to paste again. */
  readonly typed: string;
  readonly debug: boolean;
  /** The current folder; "" if it was deleted. */
  readonly folder: string;
  /** The folder that the program itself is in. */
  readonly root: string;
  /** How to install the program globally, if its commands work only in this folder. */
  readonly installCommand: string | undefined;
  /** Prints a hint on stderr, only if stdout is a terminal. */
  hint(text: string): void;
  /** The exit code if nothing fails: "done", unless the command found problems. */
  exitCode: ExitCode;
  now(): Date;
  /** Returns a new random id. */
  createId(): string;
  /** Where the content is: the shipped folder, and the folders that add to it. */
  readonly content: ReturnType<typeof findContent>;
  /** Loads kinds of content. Prints problems on stderr, one line each. */
  loadLibrary(...kinds: Kind[]): Promise<Library>;
  openStore(): Promise<Store>;
  /**
   * Runs `work` with a prompter, and restores the terminal after. `stopNote` says what was saved if
   * the person stops. `whileWaiting` is called while they read the first question.
   */
  ask<T>(
    stopNote: () => string,
    work: (prompter: Prompter) => Promise<T>,
    whileWaiting?: () => void,
  ): Promise<T>;
  /**
   * Waits until all output is written. Returns what went wrong. A reader that closed early isn't an
   * error.
   */
  flush(): Promise<string | undefined>;
}

/** Reads the environment, the streams and the terminal, and creates the context of a command. */
export function createContext(world: ProcessLike, root: string, options: ContextOptions): Context {
  const { env } = world;
  const accessible = isOn(env.ACCESSIBLE) || options.accessible === true;
  const plain = env.TERM === "dumb" || accessible;
  const mayAsk = options.input !== false && !isOn(env.CI);
  // Lazy, like stderr below: Node opens a stream on first use, which takes as long as reading all
  // content.
  const isAtTerminal = () => mayAsk && Boolean(world.stderr.isTTY && world.stdin.isTTY);
  const { isQuiet, isForFile, ...line } = readWords(world.argv.slice(2));
  const content = findContent(env, root, options);
  const { isThroughNpx: npx, isLocal } = detectLaunch(env, root);
  const open = (stream: Output) =>
    openScreen(stream, {
      color: decideColor(options.color, env, stream),
      ...{ npx, plain, isReadAloud: accessible },
    });
  const out = open(openStdout(world));
  let err: OpenScreen | undefined;
  const openErr = () => {
    err ??= open(world.stderr);
    return err;
  };
  return {
    stdout: out,
    get stderr() {
      return openErr();
    },
    ...line,
    get failsInJson() {
      return line.json && !(isForFile && world.stderr.isTTY);
    },
    get atTerminal() {
      return isAtTerminal();
    },
    get canAsk() {
      return (accessible && mayAsk) || isAtTerminal();
    },
    isTyped: () => Boolean(world.stdin.isTTY),
    agent: findAgent(env),
    getPipes: () => ({ input: world.stdin, output: world.stdout }),
    askingNeeds: describeNeed(options, env),
    debug: isOn(env.BUILDER_PM_DEBUG),
    ...findFolders(world, root),
    installCommand: isLocal ? `npm install --global ${quotePath(root)}` : undefined,
    hint: (text) => void (out.isTerminal && openErr().line(text)),
    exitCode: ExitCode.done,
    now: () => new Date(),
    createId: () => globalThis.crypto.randomUUID(),
    content,
    loadLibrary: createLoader(content, (text) => isQuiet || openErr().line(text)),
    openStore: createStoreOpener(world, (text) => openErr().line(text)),
    ask: (stopNote, work, whileWaiting) =>
      askPerson(world, { plain, options: openErr().options }, stopNote, work, whileWaiting),
    flush: async () => {
      const failure = (await out.finish()) ?? (await err?.finish());
      if (failure?.code === "EIO") leaveTerminal(world);
      return describeOutput(failure);
    },
  };
}

function createStoreOpener(
  world: ProcessLike,
  notify: (text: string) => void,
): Context["openStore"] {
  const mayMakeCache = () => mayFillCache(world);
  return async () => {
    const { openStore } = await import("./store/store.ts");
    return openStore(world, { now: () => new Date(), notify, mayMakeCache });
  };
}

function findFolders(world: ProcessLike, root: string): Pick<Context, "folder" | "root"> {
  try {
    return { folder: world.cwd(), root };
  } catch {
    // The current folder was deleted.
    return { folder: "", root };
  }
}

function findContent(
  env: NodeJS.ProcessEnv,
  root: string,
  { content = [], reserved = [] }: ContextOptions,
): { shipped: ContentSource; typed: readonly string[] } & Required<LoadOptions> {
  return {
    shipped: { folder: join(root, "content"), readTable: createTableReader(root) },
    packs: [...listTeamFolders(env), ...content.filter(Boolean)],
    reserved,
    /** The folders of --content, which a command that is suggested needs again. */
    typed: content,
  };
}

/**
 * Returns a function that loads content, each kind once, and passes each problem to `printLine`.
 * Steps are needed for the command line and again by the command.
 */
function createLoader(
  { shipped, ...options }: Context["content"],
  printLine: (line: string) => unknown,
): Context["loadLibrary"] {
  const loaded = new Map<Kind, Library>();
  const printed = new Set<string>();

  const printProblems = async (problems: readonly Problem[]) => {
    if (problems.length === 0) return;
    const { summarizeProblems } = await import("./render/text/problems.ts");
    for (const line of summarizeProblems(problems)) {
      // A folder that can't be read is a problem of each kind.
      if (!printed.has(line)) printLine(line);
      printed.add(line);
    }
  };
  return async (...kinds) => {
    const { joinLibraries, loadLibrary } = await import("./content/load.ts");
    for (const kind of kinds.filter((kind) => !loaded.has(kind))) {
      const library = await loadLibrary(shipped, [kind], options);
      loaded.set(kind, library);
      await printProblems(library.problems);
    }
    return joinLibraries(loaded, kinds);
  };
}

/**
 * Closes a terminal that is gone. Otherwise Node 20 tries to restore it at exit, and aborts:
 * https://github.com/nodejs/node/issues/51519
 */
function leaveTerminal({ stdin, stdout, stderr }: ProcessLike): void {
  for (const { isTTY, fd } of [stdin, stdout, stderr]) {
    if (isTTY && fd !== undefined) closeSync(fd);
  }
}
