import { closeSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { askPerson } from "./ask-person.ts";
import type { ContentSource } from "./content/folder.ts";
import type { LoadOptions } from "./content/load.ts";
import type { Kind } from "./content/schema.ts";
import type { Library, Problem } from "./domain/library/library.ts";
import { quotePath } from "./domain/text/words.ts";
import { ExitCode } from "./errors.ts";
import type { FrontMatterTable } from "./front-matter/parse.ts";
import { detectLaunch } from "./launch.ts";
import type { ProcessLike } from "./process-like.ts";
import type { Prompter } from "./prompts/prompter.ts";
import {
  decideColor,
  describeOutput,
  isOn,
  type OpenScreen,
  openScreen,
  type Screen,
} from "./screen.ts";
import type { Store } from "./store/contract.ts";

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

/**
 * What a command is given: the streams, the clock, and the doors to content, saved progress and
 * the person.
 */
export interface Context {
  readonly stdout: Screen;
  readonly stderr: Screen;
  /** True when a program reads the output: `--json` was given, or a format that is the same. */
  readonly json: boolean;
  /** True when a person sits at a terminal on both sides. */
  readonly atTerminal: boolean;
  /** True when a question may be asked: at a terminal, or in accessible mode. */
  readonly canAsk: boolean;
  /** Why no question may be asked, for a sentence: "questions need a terminal". */
  readonly askingNeeds: string;
  readonly debug: boolean;
  /** How to install the program for every folder, if its commands only work in this one. */
  readonly installCommand: string | undefined;
  /**
   * Prints a hint on stderr for a person who reads stdout at a terminal; behind a pipe or a file
   * there is nobody.
   */
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
  /**
   * Runs `work` with a prompter and gives the terminal back after. `stopNote` says what is saved
   * when the person stops.
   */
  ask<T>(stopNote: () => string, work: (prompter: Prompter) => Promise<T>): Promise<T>;
  /**
   * Waits until all output is written, and says what went wrong with it. A reader that left early
   * is no failure.
   */
  flush(): Promise<string | undefined>;
}

/**
 * Reads the environment, the streams and the terminal once, and builds the doors that commands
 * use.
 */
export function createContext(world: ProcessLike, root: string, options: ContextOptions): Context {
  const { env, stdout } = world;
  const accessible = isOn(env.ACCESSIBLE) || options.accessible === true;
  const plain = env.TERM === "dumb" || accessible;
  const mayAsk = options.input !== false && !isOn(env.CI);
  // Asked for late, as stderr is below: Node opens a stream when it is first looked at, which takes
  // as long as reading all content.
  const isAtTerminal = () => mayAsk && Boolean(world.stderr.isTTY && world.stdin.isTTY);
  const words = world.argv.slice(2);
  const json = asksForJson(words);
  const isHelp = words[0] === "help" || words.includes("--help") || words.includes("-h");
  const content = findContent(env, root, options);
  const launch = detectLaunch(env, root);
  const open = (stream: NodeJS.WriteStream) =>
    openScreen(stream, {
      color: decideColor(options.color, env, stream),
      npx: launch.isThroughNpx,
    });
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
    askingNeeds: describeNeed(options, env),
    debug: isOn(env.BUILDER_PM_DEBUG),
    installCommand: launch.isLocal ? `npm install --global ${quotePath(root)}` : undefined,
    hint: (text) => {
      if (stdout.isTTY) openErr().line(text);
    },
    exitCode: ExitCode.done,
    now: () => new Date(),
    createId: () => globalThis.crypto.randomUUID(),
    content,
    loadLibrary: createLoader(content, json || isHelp ? () => {} : (line) => openErr().line(line)),
    openStore: async () => {
      const { openStore } = await import("./store/store.ts");
      return openStore(world, { now: () => new Date(), notify: (text) => openErr().line(text) });
    },
    ask: (stopNote, work) =>
      askPerson(world, { plain, options: openErr().options }, stopNote, work),
    flush: async () => {
      const failure = (await out.finish()) ?? (await err?.finish());
      if (failure?.code === "EIO") leaveTerminal(world);
      return describeOutput(failure);
    },
  };
}

/** True for a line that asks for JSON itself; what stands behind `--` is only a word in it. */
function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  const own = end < 0 ? words : words.slice(0, end);
  return (
    own.includes("--json") ||
    own.includes("--format=json") ||
    own.some((word, index) => word === "--format" && own[index + 1] === "json")
  );
}

function findContent(
  env: NodeJS.ProcessEnv,
  root: string,
  { content = [], reserved = [] }: ContextOptions,
) {
  return {
    shipped: { folder: join(root, "content"), readTable: (kind: Kind) => readTable(root, kind) },
    packs: [...(env.BUILDER_PM_CONTENT ?? "").split(delimiter), ...content].filter(Boolean),
    reserved,
  };
}

/**
 * Returns a function that loads content, each kind once, and passes each problem to `printLine`.
 * Steps are needed for the command line and again by the command.
 */
function createLoader(
  { shipped, ...options }: ReturnType<typeof findContent>,
  printLine: (line: string) => void,
): Context["loadLibrary"] {
  const loaded = new Map<Kind, Library>();
  const printed = new Set<string>();

  const printProblems = async (problems: readonly Problem[]) => {
    if (problems.length === 0) return;
    const { listProblemsInShort } = await import("./render/text/problems.ts");
    for (const line of listProblemsInShort(problems)) {
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

function describeNeed({ input }: GlobalOptions, env: NodeJS.ProcessEnv): string {
  if (input === false) return "--no-input turns questions off";
  if (isOn(env.CI)) return "the variable CI turns questions off";
  // The window of Git Bash looks like a pipe to a Windows program.
  return env.MSYSTEM
    ? "questions need a terminal (in Git Bash, add --accessible, or put winpty before the command)"
    : "questions need a terminal (or add --accessible to answer in plain lines)";
}

function readTable(root: string, kind: Kind): FrontMatterTable {
  try {
    return JSON.parse(readFileSync(join(root, "dist", "front-matter", `${kind}.json`), "utf8"));
  } catch {
    // Without a build every file goes through gray-matter: slower, and the same result.
    return {};
  }
}

/**
 * Lets go of a terminal that was closed. At its end Node 20 puts every terminal it still has into
 * its old state, and aborts when it cannot: https://github.com/nodejs/node/issues/51519
 *
 */
function leaveTerminal({ stdin, stdout, stderr }: ProcessLike): void {
  for (const { isTTY, fd } of [stdin, stdout, stderr]) {
    if (isTTY && fd !== undefined) closeSync(fd);
  }
}
