import type { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { main } from "../../src/cli.ts";
import { createTestWorld, root } from "./context.ts";
import { pause } from "./emulator.ts";
import { keys } from "./terminal.ts";

/** What a person does at a screen that shows `sees`. */
export interface Act {
  sees: RegExp;
  /** The place of the choice to take, from 0. */
  choose?: number;
  /** The places of the choices to pick, from 0. */
  pick?: readonly number[];
  /** The text to type. */
  type?: string;
  /** The other lines of a list, which belong to the same question. */
  more?: readonly string[];
}

/** The result of a command that asked a person. */
export interface Walk {
  code: number;
  /** What each counted prompt showed. */
  prompts: string[];
  stdout: string;
  stderr: string;
}

/** An answer that is there already stands behind the prompt. */
const plainPrompt = /(?:press Enter[^\n]*|\nYour answer so far): [^\n]*$/;
const drawnPrompt =
  /Ctrl\+C to stop\s*\n\s*>(?: [^\n]*(?:\n[^\n]+)?)?$|up\/down (?:or a number )?to move[^>]*Ctrl\+C to stop\s*$/;

/** Runs a command line in a terminal whose questions are answered by the act that fits each. */
export async function walk(
  home: string,
  words: readonly string[],
  acts: readonly Act[],
  { plain = false, cwd = home }: { plain?: boolean; cwd?: string } = {},
): Promise<Walk> {
  const env = plain ? { ACCESSIBLE: "1" } : { TERM: "xterm-256color" };
  const settings = { words: [...words], terminal: true, env, cwd };
  const { world, stdin, stdout, stderr } = createTestWorld(home, settings);
  Object.assign(stdin, { setRawMode: () => stdin });
  // Like a process's own stream, it stays open after a prompt.
  Object.assign(world.stderr, { rows: 24, end: () => world.stderr });
  const screen = watchScreen(world.stderr as unknown as PassThrough, plain);
  const prompts: string[] = [];
  let lines: string[] = [];
  let code: number | undefined;
  const ended = main(world, root).then((result) => {
    code = result;
  });
  for (;;) {
    const shown = await screen.waitForPrompt(() => code !== undefined);
    if (shown === undefined) break;
    const act = findAct(acts, shown) ?? typeLine(lines, shown);
    if (!act.isLine) {
      prompts.push(shown);
      lines = [...(act.more ?? [])];
    }
    screen.forget();
    await perform(stdin, act, plain, screen.forget);
  }
  await ended;
  return { code: code ?? -1, prompts, stdout: stdout(), stderr: stderr() };
}

/** Returns the act for another line of a list; throws if the screen asks for something else. */
function typeLine(lines: string[], shown: string): Act & { isLine: true } {
  if (!/Line \d+:/.test(shown)) throw new Error(`No act fits this screen:\n${shown}`);
  return { sees: /Line/, type: lines.shift() ?? "", isLine: true };
}

/** Keeps what a program shows until it is told to forget it. */
function watchScreen(output: PassThrough, plain: boolean) {
  const prompt = plain ? plainPrompt : drawnPrompt;
  let shown = "";
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString("utf8");
  });
  return {
    forget: () => {
      shown = "";
    },
    /** Waits until a prompt is complete, and returns what is shown; undefined at the end. */
    waitForPrompt: async (isOver: () => boolean): Promise<string | undefined> => {
      const deadline = Date.now() + 20_000;
      while (!isOver()) {
        const before = shown;
        await pause(4);
        const isReady = shown === before && prompt.test(stripVTControlCharacters(shown));
        if (isReady && !isOver()) return stripVTControlCharacters(shown);
        if (Date.now() > deadline) throw new Error(`Waited in vain after:\n${shown}`);
      }
      return undefined;
    },
  };
}

/** Finds the act for the question that the screen shows last. */
function findAct(acts: readonly Act[], screen: string): (Act & { isLine?: true }) | undefined {
  const places = acts.map((act) => {
    const at = [...screen.matchAll(new RegExp(act.sees, "g"))].at(-1)?.index ?? -1;
    return { act, at };
  });
  const last = Math.max(...places.map(({ at }) => at));
  return places.find(({ at }) => at === last && at >= 0)?.act;
}

/** Types what an act stands for. In the drawn prompter, moving draws the question again. */
async function perform(
  stdin: PassThrough,
  { choose, pick, type }: Act,
  plain: boolean,
  forget: () => void,
): Promise<void> {
  if (plain) {
    const typed = type ?? (choose === undefined ? "" : String(choose + 1));
    stdin.write(`${pick ? pick.map((index) => index + 1).join(" ") : typed}\n`);
    return;
  }
  if (type !== undefined) return void stdin.write(`${type}${keys.enter}`);
  const moves = pick
    ? pick.flatMap((index, at) => [...down(index - (pick[at - 1] ?? 0)), " "])
    : down(choose ?? 0);
  for (const key of moves) {
    stdin.write(key);
    await pause(5);
  }
  forget();
  stdin.write(keys.enter);
}

function down(times: number): string[] {
  return Array.from({ length: times }, () => keys.down);
}
