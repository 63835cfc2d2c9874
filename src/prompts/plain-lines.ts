import { createInterface } from "node:readline";
import { openKeyboard } from "./keyboard.ts";
import { ENTER, readChunk } from "./keys.ts";
import { emptyLine, insertText, type Line, pressKey } from "./line.ts";
import { paintLine } from "./line-painter.ts";
import type { PrompterSettings } from "./prompter.ts";

/** Reads the lines that a person types or a pipe holds, one for each question. */
export interface LineReader {
  /** True if a person can edit the line, so `initial` stands in it. */
  readonly canEdit: boolean;
  /** Writes `prompt` and reads one line after it. Rejects if the person stops. */
  read(prompt: string, initial?: string, keepDraft?: (text: string) => void): Promise<string>;
  close(): void;
}

/** One line that is being waited for. */
interface Waiting {
  line: Line;
  resolve(text: string): void;
}

/**
 * Reads lines from a terminal key by key. Its own line editing loses what goes beyond 4,096
 * characters (1,024 on macOS), and puts the arrow keys into the text.
 */
export function openTerminalLines(settings: PrompterSettings): LineReader {
  const { output, signal, measure, visible, findWidth } = settings;
  let waiting: Waiting | undefined;
  let lead = "";

  const change = (next: Line) => {
    if (!waiting) return;
    const column = measure(lead.split("\n").at(-1) ?? "");
    output.write(paintLine(waiting.line, next, { column, width: findWidth(), measure, visible }));
    waiting.line = next;
  };
  const finish = () => {
    // What is typed before its question stands there would answer it unseen, and is dropped.
    if (!waiting) return;
    const { line, resolve } = waiting;
    waiting = undefined;
    output.write("\n");
    resolve(line.text);
  };
  const keyboard = openKeyboard(settings, {
    hasEscapes: false,
    onText: ({ text }) => waiting && change(insertText(waiting.line, text)),
    onKey: ({ key }) => {
      if (key === ENTER) finish();
      else if (waiting) change(pressKey(waiting.line, key));
    },
    redraw: () => waiting && output.write(`\n${lead}${visible(waiting.line.text)}`),
  });

  return {
    canEdit: true,
    read: (prompt, initial = "", keepDraft) => {
      signal.throwIfAborted();
      lead = prompt;
      output.write(prompt);
      return rejectOnAbort(signal, (resolve) => {
        waiting = { line: emptyLine, resolve };
        change(insertText(emptyLine, initial));
      }).catch((error: unknown) => {
        keepDraft?.(waiting?.line.text ?? "");
        waiting = undefined;
        // The words about stopping belong on a line of their own, not behind the question.
        output.write("\n");
        throw error;
      });
    },
    close: keyboard.close,
  };
}

/** Reads lines from a pipe: those that came early wait, and the end of input stops the asking. */
export function openPipedLines(settings: PrompterSettings): LineReader {
  const { input, output, signal, stop, hangUp } = settings;
  const lines = createInterface({ input, terminal: false });
  const early: string[] = [];
  let take: ((text: string) => void) | undefined;
  let hasEnded = false;
  lines.on("line", (line) => {
    if (take) take(line);
    else early.push(line);
  });
  lines.on("close", () => {
    hasEnded = true;
    if (take) stop();
  });
  lines.on("error", hangUp);
  input.on("error", hangUp);
  output.on("error", hangUp);

  return {
    canEdit: false,
    read: (prompt) => {
      signal.throwIfAborted();
      output.write(prompt);
      const line = early.shift();
      if (line !== undefined) return Promise.resolve(applyKeys(line));
      return rejectOnAbort(signal, (resolve) => {
        take = (text) => {
          take = undefined;
          resolve(applyKeys(text));
        };
        if (hasEnded) stop();
      }).catch((error: unknown) => {
        take = undefined;
        output.write("\n");
        throw error;
      });
    },
    close: () => lines.close(),
  };
}

/** A line as a terminal recorded it, with the editing keys in it, becomes the text they led to. */
function applyKeys(recorded: string): string {
  const { inputs } = readChunk(recorded);
  const edit = (line: Line, input: (typeof inputs)[number]) =>
    "text" in input ? insertText(line, input.text) : pressKey(line, input.key);
  return inputs.reduce(edit, emptyLine).text;
}

/** A promise that rejects with the reason of the signal once that is aborted. */
function rejectOnAbort(
  signal: AbortSignal,
  start: (resolve: (text: string) => void) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    start((text) => {
      signal.removeEventListener("abort", abort);
      resolve(text);
    });
  });
}
