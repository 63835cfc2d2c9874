import { PassThrough } from "node:stream";
import type { Canvas } from "./canvas.ts";
import { openKeyboard } from "./keyboard.ts";
import { ENTER, type PressedKey, type TypedText } from "./keys.ts";
import type { PrompterSettings } from "./prompter.ts";

/** A list: how many lines it has, and what is called when one of its own keys is typed. */
interface ShownList {
  count: number;
  keys: readonly string[];
  press(key: string): void;
}

const NO_LIST: ShownList = { count: 0, keys: [], press: () => {} };

/** The keyboard as a stream that inquirer reads. */
export interface InquirerInput {
  stream: PassThrough;
  /** Settled once what was typed before the first question has been dropped. */
  opened: Promise<void>;
  /** Sets whether the current prompt takes text. If not, pasted text is dropped. */
  takeText(isTaken: boolean): void;
  /** Sets whether that text is one of many lines, which Ctrl+D ends. */
  takeDocument(isTaken: boolean): void;
  /** Sets the list that is shown where no text is taken. */
  takeList(shown?: ShownList): void;
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

const UP = "\u001b[A";
const DOWN = "\u001b[B";
const LIST_KEYS = [UP, DOWN, "\u001bOA", "\u001bOB", ENTER, "\u007f"];
const HOME_KEYS = ["\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~"];
const END_KEYS = ["\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~"];

/**
 * Returns the keys that move in a list of so many choices. inquirer has none for its ends, and
 * takes any other key as the start of a search, which leads to the first choice.
 */
function toListKeys(key: string, count: number): string {
  if (HOME_KEYS.includes(key)) return UP.repeat(count);
  if (END_KEYS.includes(key)) return DOWN.repeat(count);
  return LIST_KEYS.includes(key) ? key : "";
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
  let list = NO_LIST;

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
    else if (list.keys.includes(text)) list.press(text);
    else if (keepsAhead && (ahead !== "" || isWords(text))) typeAhead(text);
    else if (!isPaste) stream.emit("data", Buffer.from(dropTicks(text)));
  };
  // Emitted, not written to the stream: buffered keys would answer the next question.
  const onKey = ({ key }: PressedKey) =>
    void stream.emit("data", Buffer.from(takesText ? key : toListKeys(key, list.count)));
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
    takeList: (shown = NO_LIST) => {
      list = shown;
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
