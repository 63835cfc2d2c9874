import { createInterface } from "node:readline";
import { openKeyboard } from "./keyboard.ts";
import { ENTER, readChunk } from "./keys.ts";
import { emptyLine, insertText, type Line, pressKey } from "./line.ts";
import { paintLine } from "./line-painter.ts";
import type { PrompterSettings, TextQuestion } from "./prompter.ts";

/** What a line starts with, and who gets what was typed if the person stops. */
type LineStart = Pick<TextQuestion, "initial" | "keepDraft">;

/** Reads lines from a person or a pipe, one for each question. */
export interface LineReader {
  /** True if a person can edit the line, so `initial` is put into it. */
  readonly canEdit: boolean;
  /** Settled once what was typed before the first question has been dropped. */
  opened: Promise<void>;
  /** Writes `prompt` and reads one line after it. Rejects if the person stops. */
  read(prompt: string, start?: LineStart): Promise<string>;
  /** Writes `prompt` and reads lines after it until Ctrl+D. Rejects if the person stops. */
  readDocument(prompt: string): Promise<string>;
  close(): void;
}

/** A line that is being read. */
interface PendingLine {
  line: Line;
  resolve(text: string): void;
}

/**
 * Reads lines from a terminal key by key. The terminal's own line editing drops everything after
 * 4,096 characters (1,024 on macOS), and inserts the arrow keys into the text.
 */
export function openTerminalLines(settings: PrompterSettings): LineReader {
  const { output, signal, measure, visible, findWidth } = settings;
  let pending: PendingLine | undefined;
  let lead = "";
  let isDocument = false;

  const change = (next: Line) => {
    if (!pending) return;
    const column = measure(lead.split("\n").at(-1) ?? "");
    output.write(paintLine(pending.line, next, { column, width: findWidth(), measure, visible }));
    pending.line = next;
  };
  const finish = () => {
    if (!pending) return;
    const { line, resolve } = pending;
    pending = undefined;
    output.write("\n");
    resolve(line.text);
  };
  const keyboard = openKeyboard(settings, {
    hasEscapes: false,
    onText: ({ text }) => pending && change(insertText(pending.line, text)),
    onKey: ({ key }) => {
      if (key === ENTER) finish();
      else if (pending) change(pressKey(pending.line, key));
    },
    redraw: () => pending && output.write(`\n${lead}${visible(pending.line.text)}`),
    takesDocument: () => isDocument,
    isAsking: () => pending !== undefined,
  });
  const read: LineReader["read"] = (prompt, { initial = "", keepDraft } = {}) => {
    signal.throwIfAborted();
    lead = prompt;
    output.write(prompt);
    return rejectOnAbort(signal, (resolve) => {
      pending = { line: emptyLine, resolve };
      change(insertText(emptyLine, initial));
    }).catch((error: unknown) => {
      keepDraft?.(pending?.line.text ?? "");
      pending = undefined;
      // So that the message about stopping isn't on the same line as the question.
      output.write("\n");
      throw error;
    });
  };
  return {
    canEdit: true,
    opened: keyboard.opened,
    read,
    readDocument: async (prompt) => {
      isDocument = true;
      return read(prompt).finally(() => {
        isDocument = false;
      });
    },
    close: keyboard.close,
  };
}

/** Reads lines from a pipe. Queues early lines. The end of input stops the questions. */
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

  const read = (prompt: string) => {
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
  };
  return {
    canEdit: false,
    opened: Promise.resolve(),
    read,
    // A command reads a document from a pipe by itself.
    readDocument: read,
    close: () => lines.close(),
  };
}

/** Applies the editing keys in a line that was recorded in a terminal. */
function applyKeys(recorded: string): string {
  const { inputs } = readChunk(recorded);
  const edit = (line: Line, input: (typeof inputs)[number]) =>
    "text" in input ? insertText(line, input.text) : pressKey(line, input.key);
  return inputs.reduce(edit, emptyLine).text;
}

/** Returns a promise that rejects with the reason of the signal when that is aborted. */
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
