import { StringDecoder } from "node:string_decoder";
import { watchJob } from "./job.ts";
import {
  CTRL_C,
  CTRL_D,
  CTRL_Z,
  ENTER,
  isOpenPaste,
  type KeyboardInput,
  type PasteTail,
  type PressedKey,
  readChunk,
  readLostPaste,
  type TypedText,
} from "./keys.ts";
import type { PrompterSettings } from "./prompter.ts";

const PASTE_ON = "\u001b[?2004h";
const PASTE_OFF = "\u001b[?2004l";
const SHOW_CURSOR = "\u001b[?25h";
/** Chunks of one paste arrive faster than a person presses two keys. */
const BURST_MS = 50;
/** How long to wait for the end mark of a paste after its last chunk. */
const PASTE_WAIT_MS = 300;
/** How long to wait for the rest of a key sequence, such as after the Escape key. */
const KEY_WAIT_MS = 50;

/** Who typed before a question was shown may still be typing when it is. */
const EARLY_MS = 300;

/** Receives what is typed, except keys that stop the questions. */
export interface KeyboardListener {
  onText(typed: TypedText): void;
  onKey(pressed: PressedKey): void;
  /** Takes away what is shown below the question, before a shell or another question follows. */
  hide?(): void;
  /** Draws the current question again, after a shell resumed the program. */
  redraw(): void;
  /** True if the terminal understands escape sequences, so pastes can be marked. */
  hasEscapes: boolean;
  /** Returns true while a text of many lines is typed: Enter starts a line, and Ctrl+D ends it. */
  takesDocument(): boolean;
  /** Returns true while a question is shown. What is typed without one is dropped. */
  isAsking(): boolean;
}

/**
 * Reads the terminal key by key until it is closed. Ctrl+C, Ctrl+D and the end of input stop the
 * questions, and Ctrl+Z suspends the program. inquirer can't do this: it ends the program with code
 * 0 at the end of input, doesn't resume after Ctrl+Z, and lets pasted lines answer the next
 * questions.
 */
export function openKeyboard(settings: PrompterSettings, listener: KeyboardListener) {
  const { input, output, stop, hangUp } = settings;
  const { hasEscapes } = listener;

  const leave = () => {
    listener.hide?.();
    input.setRawMode?.(false);
    if (hasEscapes) output.write(PASTE_OFF + SHOW_CURSOR);
  };
  const enter = () => {
    // Off and on again, because Node doesn't notice that the shell changed the terminal.
    input.setRawMode?.(false);
    input.setRawMode?.(true);
    if (hasEscapes) output.write(PASTE_ON);
    listener.redraw();
  };
  const job = watchJob(settings.job, { leave, enter });

  const pass = (pressed: KeyboardInput) => {
    if ("text" in pressed) listener.onText(pressed);
    else if (pressed.key === CTRL_Z) job.suspend();
    else listener.onKey(pressed);
  };
  const isEarly = createEarlyCheck(listener);
  const reader = createChunkReader((read) => {
    const typed = isEarly() ? read.filter(isCommand) : read;
    const inputs = listener.takesDocument() ? typed.map(toDocumentInput) : typed;
    for (const pressed of inputs) {
      if (isStop(pressed)) return stop();
      pass(pressed);
    }
  });
  input.setRawMode?.(true);
  input.on("data", reader.read);
  // In raw mode Ctrl+D is a key, so the input only ends if the terminal is gone.
  input.on("end", hangUp);
  input.on("error", hangUp);
  output.on("error", hangUp);
  if (hasEscapes) output.write(PASTE_ON);
  input.resume();

  return {
    opened: waitForEarlyKeys(),
    close: () => {
      reader.close();
      job.close();
      input.off("data", reader.read);
      input.off("end", hangUp);
      input.pause();
      leave();
    },
  };
}

function toDocumentInput(pressed: KeyboardInput): KeyboardInput {
  if ("text" in pressed) return pressed;
  if (pressed.key === ENTER) return { text: "\n", isPaste: false };
  return pressed.key === CTRL_D ? { key: ENTER } : pressed;
}

/** Waits until what was typed before the keyboard was opened has been read. */
async function waitForEarlyKeys(): Promise<void> {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
}

/**
 * Returns a function that says whether what is typed now answers no question that the person has
 * seen. Part of what was typed would answer it by chance, so all of it counts.
 */
function createEarlyCheck({ isAsking }: Pick<KeyboardListener, "isAsking">): () => boolean {
  let earlyAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    const isEarly = !isAsking() || now - earlyAt < EARLY_MS;
    if (isEarly) earlyAt = now;
    return isEarly;
  };
}

function isCommand(pressed: KeyboardInput): boolean {
  return isStop(pressed) || ("key" in pressed && pressed.key === CTRL_Z);
}

function isStop(pressed: KeyboardInput): boolean {
  return "key" in pressed && [CTRL_C, CTRL_D].includes(pressed.key);
}

/** Joins the chunks from a terminal, and ends a paste whose end mark got lost. */
function createChunkReader(pass: (inputs: readonly KeyboardInput[]) => void) {
  const decoder = new StringDecoder("utf8");
  let pending = "";
  let tail: PasteTail;
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const endPaste = () => {
    const inputs = readLostPaste(pending);
    pending = "";
    pass(inputs);
  };
  const dropKey = () => {
    pending = "";
  };
  return {
    read: (chunk: Buffer) => {
      clearTimeout(timer);
      const now = performance.now();
      const isBurst = now - lastAt < BURST_MS;
      const result = readChunk(pending + decoder.write(chunk), isBurst ? tail : undefined);
      pending = result.rest;
      tail = result.tail;
      lastAt = now;
      if (isOpenPaste(pending)) timer = setTimeout(endPaste, PASTE_WAIT_MS);
      else if (pending !== "") timer = setTimeout(dropKey, KEY_WAIT_MS);
      pass(result.inputs);
    },
    close: () => clearTimeout(timer),
  };
}
