import { PassThrough } from "node:stream";
import type { Canvas } from "./canvas.ts";
import { openKeyboard } from "./keyboard.ts";
import { ENTER, type PressedKey, type TypedText } from "./keys.ts";
import { createListTyping, type ShownList } from "./list-typing.ts";
import type { PrompterSettings } from "./prompter.ts";

/** The keyboard as a stream that inquirer reads. */
export interface InquirerInput {
  stream: PassThrough;
  /** Settled once what was typed before the first question has been dropped. */
  opened: Promise<void>;
  /** Sets whether the current prompt takes text. If not, what is typed goes to the list. */
  takeText(isTaken: boolean): void;
  /** Sets whether that text is one of many lines, which Ctrl+D ends. */
  takeDocument(isTaken: boolean): void;
  /** Sets the list that is shown where no text is taken. */
  takeList(shown?: ShownList): void;
  /** Sets whether text typed at a list is kept for the next text. The first of it is as Enter. */
  keepAhead(isKept: boolean): void;
  /** Returns the text that was typed ahead, and forgets it. */
  takeAhead(): string;
  /** Lets Enter do nothing at the list until something is chosen, as after a wrong key. */
  block(): void;
  /** Types a text into the current prompt. */
  typeText(text: string): void;
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

/** Returns true for text that isn't the key of a list: a space, or the number of a line. */
function isWords(text: string): boolean {
  return !/^[\s\d]*$/.test(text);
}

/** Returns what types texts into a prompt that reads the stream. */
function createTyping(stream: PassThrough) {
  return (text: string) => {
    const line = toLine(text);
    // As a single key, so readline inserts the text at once and inquirer draws it once.
    stream.emit("keypress", line, { name: "text", sequence: line });
  };
}

/** Opens the keyboard for inquirer, whose prompts are drawn on the canvas. */
export function openInquirerInput(
  settings: PrompterSettings,
  canvas: Pick<Canvas, "redraw" | "isDrawn" | "showBelow">,
): InquirerInput {
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stream });
  let takesText = false;
  let takesDocument = false;
  let keepsAhead = false;
  let ahead = "";

  // Emitted, not written to the stream: buffered keys would answer the next question.
  const send = (keys: string) => void stream.emit("data", Buffer.from(keys));
  const typeText = createTyping(stream);
  const list = createListTyping(settings, canvas, send);
  const typeAhead = (text: string) => {
    const isFirst = ahead === "";
    ahead = isFirst ? list.takeSentence() + text : ahead + text;
    if (isFirst) send(ENTER);
  };
  const isAhead = (text: string) =>
    keepsAhead && !list.isRefusing() && (ahead !== "" || isWords(text));
  const onText = ({ text }: TypedText) => {
    if (takesText) typeText(text);
    else if (list.pressChoice(text)) return;
    else if (isAhead(text)) typeAhead(text);
    else list.type(text);
  };
  const onKey = ({ key }: PressedKey) => {
    if (takesText) send(key);
    else list.press(key);
  };
  const keyboard = openKeyboard(settings, {
    ...{ onText, onKey, redraw: canvas.redraw, hasEscapes: true },
    hide: () => canvas.showBelow(""),
    takesDocument: () => takesDocument,
    isAsking: () => canvas.isDrawn() || ahead !== "",
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
    takeList: list.open,
    keepAhead: (isKept) => {
      keepsAhead = isKept;
    },
    takeAhead: () => {
      const taken = ahead;
      ahead = "";
      return taken;
    },
    block: list.block,
    typeText,
    close: () => {
      keyboard.close();
      stream.destroy();
    },
  };
}
