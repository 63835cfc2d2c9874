import { PassThrough } from "node:stream";
import type { Canvas } from "./canvas.ts";
import { openKeyboard } from "./keyboard.ts";
import { ENTER, type PressedKey, type TypedText } from "./keys.ts";
import type { PrompterSettings } from "./prompter.ts";

/** The keyboard as a stream that inquirer reads. */
export interface InquirerInput {
  stream: PassThrough;
  /** Settled once what was typed before the first question has been dropped. */
  opened: Promise<void>;
  /** Sets whether the current prompt takes text. If not, pasted text is dropped. */
  takeText(isTaken: boolean): void;
  /** Sets whether that text is one of many lines, which Ctrl+D ends. */
  takeDocument(isTaken: boolean): void;
  /** Calls `press` when one of `keys` is typed where no text is taken; the last call counts. */
  onShortcut(keys: readonly string[], press: (key: string) => void): void;
  /** Sets whether text typed at a list is kept for the next text. The first of it is as Enter. */
  keepAhead(isKept: boolean): void;
  /** Returns the text that was typed ahead, and forgets it. */
  takeAhead(): string;
  /** Types a text into the current prompt. */
  type(text: string): void;
  close(): void;
}

// Characters that Unicode reserves for use inside programs. readline edits a single line, so these
// replace line breaks and tabs while a text is edited.
const LINE_BREAK = "\ufdd0";
const TAB = "\ufdd1";

/** Turns a text into the single line that readline edits. */
function toLine(text: string): string {
  return text.replaceAll("\n", LINE_BREAK).replaceAll("\t", TAB);
}

/** Turns an edited line back into text. */
export function fromLine(line: string): string {
  return line.replaceAll(LINE_BREAK, "\n").replaceAll(TAB, "\t");
}

/** Makes an edited line printable without changing its length, which sets inquirer's cursor. */
export function showLine(line: string): string {
  return line.replaceAll(LINE_BREAK, "\u00b6").replaceAll(TAB, " ");
}

/** Leaves out what would tick a choice if it is part of words, as from dictation. */
function dropTicks(text: string): string {
  return /\p{L}/u.test(text) ? text.replaceAll(/[\s\d]/g, "") : text;
}

/** Returns true for text that isn't the key of a list: a space, or the number of a line. */
function isWords(text: string): boolean {
  return !/^[\s\d]*$/.test(text);
}

/** Opens the keyboard for inquirer, whose prompts are drawn on the canvas. */
export function openInquirerInput(
  settings: PrompterSettings,
  { redraw, isDrawn }: Pick<Canvas, "redraw" | "isDrawn">,
): InquirerInput {
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stream });
  let takesText = false;
  let takesDocument = false;
  let keepsAhead = false;
  let ahead = "";
  let shortcuts: readonly string[] = [];
  let pressShortcut = (_key: string) => {};

  // As a single key, so readline inserts the text at once and inquirer draws it once.
  const type = (text: string) => {
    const line = toLine(text);
    stream.emit("keypress", line, { name: "text", sequence: line });
  };
  const typeAhead = (text: string) => {
    const isFirst = ahead === "";
    ahead += text;
    if (isFirst) stream.emit("data", Buffer.from(ENTER));
  };
  const onText = ({ text, isPaste }: TypedText) => {
    if (takesText) type(text);
    else if (shortcuts.includes(text)) pressShortcut(text);
    else if (keepsAhead && (ahead !== "" || isWords(text))) typeAhead(text);
    else if (!isPaste) stream.emit("data", Buffer.from(dropTicks(text)));
  };
  // Emitted, not written to the stream: buffered keys would answer the next question.
  const onKey = ({ key }: PressedKey) => void stream.emit("data", Buffer.from(key));
  const keyboard = openKeyboard(settings, {
    ...{ onText, onKey, redraw, hasEscapes: true },
    takesDocument: () => takesDocument,
    isAsking: () => isDrawn() || ahead !== "",
  });

  return {
    stream,
    opened: keyboard.opened,
    takeText: (isTaken) => {
      takesText = isTaken;
    },
    takeDocument: (isTaken) => {
      takesDocument = isTaken;
    },
    onShortcut: (keys, press) => {
      shortcuts = keys;
      pressShortcut = press;
    },
    keepAhead: (isKept) => {
      keepsAhead = isKept;
    },
    takeAhead: () => {
      const taken = ahead;
      ahead = "";
      return taken;
    },
    type,
    close: () => {
      keyboard.close();
      stream.destroy();
    },
  };
}
