import type { Writable } from "node:stream";

/** An output stream that remembers the current prompt, so it can be drawn again. */
export interface Canvas {
  stream: Writable;
  /** Writes text above the next prompt. */
  writeAbove(text: string): void;
  /** Shows a text below the current prompt until the next drawing; an empty one shows nothing. */
  showBelow(text: string): void;
  /** Draws the current prompt again, below what is on the screen. */
  redraw(): void;
  /** Returns true while a prompt is on the screen. */
  isDrawn(): boolean;
  /** Forgets the current prompt. */
  clear(): void;
  /** Runs `work` once, as soon as the next prompt is drawn and reads keys. */
  afterNextDrawing(work: () => void): void;
}

/** What inquirer writes to erase a prompt before it draws it again. */
const ERASE = /^(?:\u001b\[\d*[A-Z])+/;
/** Erases what is below the last line of a prompt, on which the cursor stays. */
const ERASE_BELOW = "\u001b[B\r\u001b[J\u001b[A";
const SEQUENCES = /\u001b\[[?\d;]*[A-Za-z]/g;

/** Opens a canvas on `output`. inquirer can't draw a prompt again by itself. */
export function openCanvas(output: Writable): Canvas {
  let above = "";
  let frame = "";
  let below = "";
  let afterDrawing: (() => void)[] = [];
  const showBelow = (text: string) => {
    if (text === below) return;
    if (below !== "") output.write(ERASE_BELOW);
    below = text;
    if (text !== "") output.write(`\n${text}\u001b[${text.split("\n").length}A`);
  };
  const write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    showBelow("");
    const drawn = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    if (drawn.replace(SEQUENCES, "") !== "") frame = drawn.replace(ERASE, "");
    const isFlushed = output.write(chunk, ...rest);
    // inquirer starts to read keys right after it has drawn, in the same task.
    for (const work of afterDrawing) queueMicrotask(work);
    afterDrawing = [];
    return isFlushed;
  };
  const stream = new Proxy(output, {
    get: (target, name) => {
      if (name === "write") return write;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return {
    stream,
    writeAbove: (text) => {
      above = text;
      output.write(text);
    },
    showBelow,
    redraw: () => {
      below = "";
      output.write(above + frame);
    },
    isDrawn: () => frame !== "",
    clear: () => {
      above = "";
      frame = "";
      below = "";
    },
    afterNextDrawing: (work) => void afterDrawing.push(work),
  };
}
