import type { Context } from "../../context.ts";
import { UserError } from "../../errors.ts";

/** What a command printed on stdout. */
interface Captured {
  document: Record<string, unknown> | undefined;
  text: string;
}

/**
 * Runs a command as a coding agent would in its shell, without anyone to ask, and returns what it
 * prints. `json` says whether it prints JSON.
 */
export async function captureCommand(
  context: Context,
  json: boolean,
  run: (context: Context) => Promise<void>,
): Promise<Captured> {
  const captured: Captured = { document: undefined, text: "" };
  const add = (text: string) => {
    captured.text += text;
  };
  const { stdout, stderr } = context;
  const silent = { ...stderr, show: () => {}, line: () => {}, page: () => {}, markdown: () => {} };
  await run({
    ...context,
    json,
    agent: context.agent ?? "a coding agent",
    atTerminal: false,
    canAsk: false,
    isTyped: () => false,
    hint: () => {},
    ask: () => Promise.reject(new UserError("Nobody can be asked here.")),
    stdout: {
      ...stdout,
      isTerminal: false,
      json: (document) => {
        captured.document = JSON.parse(stdout.toJson(document));
      },
      page: add,
      markdown: add,
    },
    stderr: { ...silent, isTerminal: false },
  });
  return captured;
}

/** Runs a command with `--json` as a coding agent would, and returns its document. */
export async function captureJson(
  context: Context,
  run: (context: Context) => Promise<void>,
): Promise<Record<string, unknown>> {
  const { document } = await captureCommand(context, true, run);
  if (document) return document;
  throw new Error("A command that was asked for JSON printed none.");
}
