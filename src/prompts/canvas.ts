import type { Writable } from "node:stream";

/** A place to draw prompts on that remembers what is drawn. */
export interface Canvas {
  stream: Writable;
  /** Writes what stands above the prompt that comes next. */
  writeAbove(text: string): void;
  /** Draws again what is asked now, in a place where nothing of it stands. */
  redraw(): void;
  /** Forgets what is drawn. */
  clear(): void;
  /** Runs `work` once, as soon as the prompt that comes next is drawn and reads keys. */
  afterNextDrawing(work: () => void): void;
}

/** What moves the cursor up and wipes lines, before a prompt is drawn again over its old self. */
const WIPE = /^(?:\u001b\[\d*[A-Z])+/;
const MARKS = /\u001b\[[?\d;]*[A-Za-z]/g;

/** Draws on `output`. inquirer cannot be asked to draw a prompt again, so the last one is kept. */
export function openCanvas(output: Writable): Canvas {
  let above = "";
  let frame = "";
  let afterDrawing: (() => void) | undefined;
  const write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    const drawn = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    if (drawn.replace(MARKS, "") !== "") frame = drawn.replace(WIPE, "");
    const isFlushed = output.write(chunk, ...rest);
    // inquirer starts to read keys in the same turn, right after it has drawn.
    if (afterDrawing) queueMicrotask(afterDrawing);
    afterDrawing = undefined;
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
    redraw: () => void output.write(above + frame),
    clear: () => {
      above = "";
      frame = "";
    },
    afterNextDrawing: (work) => {
      afterDrawing = work;
    },
  };
}
