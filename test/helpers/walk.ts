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
  /** False for the later lines of a list, which belong to the same question. */
  counts?: false;
}

/** The result of a command that asked a person. */
export interface Walk {
  code: number;
  /** What each counted prompt showed. */
  prompts: string[];
  stdout: string;
  stderr: string;
}

const plainPrompt = /press Enter[^\n]*: $/;
const drawnPrompt = /Ctrl\+C to stop\s*\n\s*> *$|up\/down to move[^>]*Ctrl\+C to stop\s*$/;

/** Runs a command line in a terminal whose questions are answered by the first act that fits. */
export async function walk(
  home: string,
  words: readonly string[],
  acts: readonly Act[],
  { plain = false, cwd }: { plain?: boolean; cwd?: string } = {},
): Promise<Walk> {
  const env = plain ? { ACCESSIBLE: "1" } : { TERM: "xterm-256color" };
  const { world, stdin, stdout, stderr } = createTestWorld(home, {
    words: [...words],
    terminal: true,
    env,
  });
  Object.assign(stdin, { setRawMode: () => stdin });
  // Like a process's own stream, it stays open after a prompt.
  Object.assign(world.stderr, { rows: 24, end: () => world.stderr });
  let shown = "";
  (world.stderr as unknown as PassThrough).on("data", (chunk: Buffer) => {
    shown += chunk.toString("utf8");
  });
  const prompts: string[] = [];
  let code: number | undefined;
  const run = main(world, root).then((ended) => {
    code = ended;
  });
  const deadline = Date.now() + 30_000;
  while (code === undefined) {
    const before = shown;
    await pause(5);
    if (shown !== before) continue;
    const screen = stripVTControlCharacters(shown);
    if (!(plain ? plainPrompt : drawnPrompt).test(screen)) {
      if (Date.now() > deadline) throw new Error(`Waited in vain after:\n${screen}`);
      continue;
    }
    const act = findAct(acts, screen);
    if (!act) throw new Error(`No act fits this screen:\n${screen}`);
    if (act.counts !== false) prompts.push(screen);
    shown = "";
    await perform(stdin, act, plain, () => {
      shown = "";
    });
  }
  await run;
  return { code, prompts, stdout: stdout(), stderr: stderr() };
}

/** Finds the act for the question that the screen shows last. */
function findAct(acts: readonly Act[], screen: string): Act | undefined {
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
