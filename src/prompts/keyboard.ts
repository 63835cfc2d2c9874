import { StringDecoder } from "node:string_decoder";
import { watchJob } from "./job.ts";
import {
  CTRL_C,
  CTRL_D,
  CTRL_Z,
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
/** Two pieces of one paste arrive closer together than two keys of a person, in milliseconds. */
const BURST = 50;
/** How long the end mark of a paste is waited for after its last piece, in milliseconds. */
const PASTE_WAIT = 300;
/**
 * How long the rest of a key sequence is waited for, such as after the Escape key, in
 * milliseconds.
 */
const KEY_WAIT = 50;

/** Who gets what is typed; called only for what isn't a way to stop. */
export interface KeyboardListener {
  onText(typed: TypedText): void;
  onKey(pressed: PressedKey): void;
  /** Draws the current question again, after a shell stopped and continued the program. */
  redraw(): void;
  /** True if the terminal understands escape sequences, so pastes can be marked. */
  hasEscapes: boolean;
}

/**
 * Reads the terminal key by key until it is closed. Ctrl+C, Ctrl+D and the end of input all stop
 * the asking, and Ctrl+Z gives the terminal back until the shell continues. inquirer can't do this:
 * it ends the program with code 0 at the end of input, stays stopped after Ctrl+Z, and lets pasted
 * lines answer the questions that follow.
 */
export function openKeyboard(settings: PrompterSettings, listener: KeyboardListener) {
  const { input, output, stop, hangUp } = settings;
  const { hasEscapes } = listener;

  const leave = () => {
    input.setRawMode?.(false);
    if (hasEscapes) output.write(PASTE_OFF + SHOW_CURSOR);
  };
  const enter = () => {
    // Off and on again: the shell changed the terminal, which Node hasn't noticed.
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
  const reader = createChunkReader((inputs) => {
    const stopAt = inputs.findIndex(isStop);
    for (const pressed of stopAt === -1 ? inputs : inputs.slice(0, stopAt)) pass(pressed);
    if (stopAt !== -1) stop();
  });
  input.setRawMode?.(true);
  input.on("data", reader.read);
  // In raw mode Ctrl+D is a key, so a terminal whose input ends is gone.
  input.on("end", hangUp);
  input.on("error", hangUp);
  output.on("error", hangUp);
  if (hasEscapes) output.write(PASTE_ON);
  input.resume();

  return {
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

function isStop(pressed: KeyboardInput): boolean {
  return "key" in pressed && [CTRL_C, CTRL_D].includes(pressed.key);
}

/** Puts the chunks of a terminal together, and ends a paste whose end mark got lost. */
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
      const isBurst = now - lastAt < BURST;
      const result = readChunk(pending + decoder.write(chunk), isBurst ? tail : undefined);
      pending = result.rest;
      tail = result.tail;
      lastAt = now;
      if (isOpenPaste(pending)) timer = setTimeout(endPaste, PASTE_WAIT);
      else if (pending !== "") timer = setTimeout(dropKey, KEY_WAIT);
      pass(result.inputs);
    },
    close: () => clearTimeout(timer),
  };
}
