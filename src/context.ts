import { closeSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { ContentSource } from "./content/folder.ts";
import type { LoadOptions } from "./content/load.ts";
import type { Kind } from "./content/schema.ts";
import type { Library } from "./domain/library.ts";
import { describeSystemError, ExitCode, StoppedError } from "./errors.ts";
import type { FrontMatterTable } from "./front-matter.ts";
import type { Job } from "./prompts/job.ts";
import type { Prompter, PrompterSettings } from "./prompts/prompter.ts";
import { breakAtWords, hang } from "./render/layout.ts";
import { createTheme, type Look } from "./render/theme.ts";
import { makeAllVisible, makeVisible } from "./render/visible.ts";
import type { Store } from "./store/store.ts";

/** The process as far as this program uses it; a test gives its own. */
export type World = Pick<NodeJS.Process, "argv" | "env" | "stdin" | "stdout" | "stderr" | keyof Job>;

/** Options that stand before or after any command. */
export interface GlobalOptions {
  color?: boolean;
  input?: boolean;
  accessible?: boolean;
  /** Folders of content, laid over the shipped one in this order. */
  content?: string[];
}

/** What the program is set up with: the global options, and the names that are commands already. */
export interface ContextOptions extends GlobalOptions {
  reserved?: readonly string[];
}

/** One of the two streams, as a place to print. */
export interface Screen {
  /** True when a person sees it; false when it goes to a file or another program. */
  readonly isTerminal: boolean;
  /** Draws a screen. Every text of the view is made visible first, so nothing in it can act on the terminal. */
  show<V>(render: (view: V, look: Look) => string, view: V): void;
  /** Prints one plain line, made visible; at a terminal a sentence is broken at words, a command to paste never. */
  line(text: string): void;
  /** Prints a document exactly as it is: JSON or text for another program, which escape for themselves. */
  write(text: string): void;
  /** Prints a page of markdown: as it is, or broken at words for a person at a terminal. */
  page(text: string): void;
}

/** What a command is given: the streams, the clock, and the doors to content, saved progress and the person. */
export interface Context {
  readonly stdout: Screen;
  readonly stderr: Screen;
  /** True when a program reads the output: `--json` was given. */
  readonly json: boolean;
  /** True when a person sits at a terminal on both sides. */
  readonly atTerminal: boolean;
  /** True when a question may be asked: at a terminal, or in accessible mode. */
  readonly canAsk: boolean;
  readonly debug: boolean;
  /** Prints a hint on stderr for a person who reads stdout at a terminal; behind a pipe or a file there is nobody. */
  hint(text: string): void;
  /** The code to end with when nothing fails: "done", unless a command found what it looks for. */
  exitCode: ExitCode;
  now(): Date;
  /** A new random id. */
  createId(): string;
  /** Where content lies: the shipped folder, and what is laid over it. */
  readonly content: { shipped: ContentSource } & Required<LoadOptions>;
  /** The kinds of content that are asked for. Broken files are named on stderr, one line each. */
  loadLibrary(...kinds: Kind[]): Promise<Library>;
  openStore(): Promise<Store>;
  /** Runs `work` with a prompter and gives the terminal back after. `stopNote` says what is saved when the person stops. */
  ask<T>(stopNote: () => string, work: (prompter: Prompter) => Promise<T>): Promise<T>;
  /** Waits until all output is written, and says what went wrong with it. A reader that left early is no failure. */
  flush(): Promise<string | undefined>;
}

const FALLBACK_COLUMNS = 80;

/** Reads the environment, the streams and the terminal once, and builds the doors that commands use. */
export function createContext(world: World, root: string, options: ContextOptions): Context {
  const { env, stdout } = world;
  const plain = env.TERM === "dumb" || isOn(env.ACCESSIBLE) || options.accessible === true;
  const accessible = isOn(env.ACCESSIBLE) || options.accessible === true;
  const mayAsk = options.input !== false && !isOn(env.CI);
  // Asked for late, as stderr is below: Node opens a stream when it is first looked at, which takes as long as reading all content.
  const isAtTerminal = () => mayAsk && Boolean(world.stderr.isTTY && world.stdin.isTTY);
  const words = world.argv.slice(2);
  const json = words.includes("--json");
  const isHelp = words[0] === "help" || words.includes("--help") || words.includes("-h");
  const told = new Set<string>();
  const content = findContent(env, root, options);
  const open = (stream: NodeJS.WriteStream) => openScreen(stream, decideColor(options.color, env, stream));
  const out = open(stdout);
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
    json,
    get atTerminal() {
      return isAtTerminal();
    },
    get canAsk() {
      return (accessible && mayAsk) || isAtTerminal();
    },
    debug: isOn(env.BUILDER_PM_DEBUG),
    hint: (text) => {
      if (stdout.isTTY) openErr().line(text);
    },
    exitCode: ExitCode.done,
    now: () => new Date(),
    createId: () => globalThis.crypto.randomUUID(),
    content,
    loadLibrary: async (...kinds) => {
      const { loadLibrary } = await import("./content/load.ts");
      const library = await loadLibrary(content.shipped, kinds, content);
      if (library.problems.length === 0 || json || isHelp) return library;
      const { listProblemsInShort } = await import("./render/problems.ts");
      const lines = listProblemsInShort(library.problems);
      for (const line of lines.filter((problem) => !told.has(problem))) openErr().line(line);
      // The steps are read for the command line and again by the command: once told is enough.
      for (const line of lines) told.add(line);
      return library;
    },
    openStore: async () => {
      const { openStore } = await import("./store/store.ts");
      return openStore(world, { now: () => new Date(), tell: (text) => openErr().line(text) });
    },
    ask: (stopNote, work) => askPerson(world, { plain, ...openErr().look() }, stopNote, work),
    flush: async () => {
      const failure = (await out.finish()) ?? (await err?.finish());
      if (failure?.code === "EIO") leaveTerminal(world);
      return describeOutput(failure);
    },
  };
}

function findContent(env: NodeJS.ProcessEnv, root: string, { content = [], reserved = [] }: ContextOptions) {
  return {
    shipped: { folder: join(root, "content"), readTable: (kind: Kind) => readTable(root, kind) },
    packs: [...(env.BUILDER_PM_CONTENT ?? "").split(delimiter), ...content].filter(Boolean),
    reserved,
  };
}

interface OpenScreen extends Screen {
  look(): Look;
  finish(): Promise<NodeJS.ErrnoException | undefined>;
}

function openScreen(stream: NodeJS.WriteStream, color: boolean): OpenScreen {
  const width = Math.min(stream.columns || FALLBACK_COLUMNS, FALLBACK_COLUMNS);
  let failure: NodeJS.ErrnoException | undefined;
  stream.on("error", (error) => {
    failure ??= error;
  });
  const look = () => ({ theme: createTheme({ color }), width });
  return {
    isTerminal: Boolean(stream.isTTY),
    look,
    show: (render, view) => void stream.write(render(makeAllVisible(view), look())),
    line: (text) => {
      const shown = makeVisible(text);
      const isSentence = stream.isTTY && !/^\s*builder-pm /.test(shown);
      stream.write(`${isSentence ? breakAtWords(shown, width) : shown}\n`);
    },
    write: (text) => void stream.write(text),
    page: (text) => void stream.write(stream.isTTY ? breakAtWords(text, width) : text),
    finish: () =>
      new Promise((resolve) => {
        stream.write("", (error) => resolve(failure ?? error ?? undefined));
      }),
  };
}

function describeOutput(failure: NodeJS.ErrnoException | undefined): string | undefined {
  if (!failure || failure.code === "EPIPE" || failure.code === "ERR_STREAM_DESTROYED") return undefined;
  return `The output could not be written: ${describeSystemError(failure)}.`;
}

function decideColor(option: boolean | undefined, env: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): boolean {
  if (option !== undefined) return option;
  if (env.FORCE_COLOR) return isOn(env.FORCE_COLOR);
  if (env.NO_COLOR || env.TERM === "dumb") return false;
  return Boolean(stream.isTTY);
}

/** A variable that is set, and not to a word for no. */
function isOn(value: string | undefined): boolean {
  return Boolean(value) && value !== "0" && value?.toLowerCase() !== "false";
}

function readTable(root: string, kind: Kind): FrontMatterTable {
  try {
    return JSON.parse(readFileSync(join(root, "dist", "front-matter", `${kind}.json`), "utf8"));
  } catch {
    // Without a build every file goes through gray-matter: slower, and the same result.
    return {};
  }
}

const stopSignals = [
  ["SIGINT", ExitCode.stopped],
  ["SIGTERM", ExitCode.terminated],
  ["SIGHUP", ExitCode.hungUp],
] as const;

/**
 * Lets go of a terminal that was closed. At its end Node 20 puts every terminal it still has into its old state, and aborts
 * when it cannot: https://github.com/nodejs/node/issues/51519
 */
function leaveTerminal({ stdin, stdout, stderr }: World): void {
  for (const { isTTY, fd } of [stdin, stdout, stderr]) {
    if (isTTY && fd !== undefined) closeSync(fd);
  }
}

async function askPerson<T>(
  world: World,
  { plain, theme, width }: Look & { plain: boolean },
  stopNote: () => string,
  work: (prompter: Prompter) => Promise<T>,
): Promise<T> {
  const { openPrompter } = await import("./prompts/prompter.ts");
  const asking = new AbortController();
  const stopWith = (code: ExitCode) => asking.abort(new StoppedError(stopNote(), code));
  const listeners = stopSignals.map(([name, code]) => [name, () => stopWith(code)] as const);
  for (const [name, listener] of listeners) world.on(name, listener);
  const settings: PrompterSettings = {
    input: world.stdin,
    output: world.stderr,
    width,
    signal: asking.signal,
    stop: () => stopWith(ExitCode.stopped),
    hangUp: () => stopWith(ExitCode.hungUp),
    job: world,
    style: theme,
    wrap: (first, text) => hang(first, text, width),
    visible: makeVisible,
  };
  const prompter = await openPrompter(settings, { plain });
  try {
    return await work(prompter);
  } finally {
    prompter.close();
    for (const [name, listener] of listeners) world.off(name, listener);
  }
}
