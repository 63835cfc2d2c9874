import { PassThrough } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { watchJob } from "./job.ts";
import type { PrompterSettings } from "./prompter.ts";

const ESCAPE = "\u001b";
/** No hand types so much between two looks at the keyboard. */
const LONG_TEXT = /([^\u0000-\u001f\u007f]{32,})/;
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const CTRL_Z = "\u001a";
const PASTE_ON = "\u001b[?2004h";
const PASTE_OFF = "\u001b[?2004l";
const PASTE_START = "\u001b[200~";
const PASTE_END = "\u001b[201~";
const SHOW_CURSOR = "\u001b[?25h";
/** Two pieces of one paste come closer together than two keys of a person, in milliseconds. */
const BURST = 50;

/** The keys of a person, in a stream that inquirer can read, and the way to give the terminal back. */
export interface Keyboard {
  stream: PassThrough;
  close(): void;
}

/**
 * Reads the terminal in inquirer's place, because inquirer leaves the program with code 0 when input ends, stays stopped
 * after Ctrl+Z, and lets a pasted text of several lines answer the questions that follow. Here Ctrl+C, Ctrl+D and the end
 * of input all stop the asking, Ctrl+Z gives the terminal back until the shell goes on, and a paste is one line. `redraw`
 * draws the question again.
 */
export function openKeyboard(settings: PrompterSettings, redraw: () => void): Keyboard {
  const { input, output, stop, hangUp } = settings;
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stream });
  const decoder = new StringDecoder("utf8");
  let pending = "";
  let pastedAt = Number.NEGATIVE_INFINITY;

  const leave = () => {
    input.setRawMode?.(false);
    output.write(PASTE_OFF + SHOW_CURSOR);
  };
  const enter = () => {
    // Off and on again: the shell changed the terminal, which Node has not seen.
    input.setRawMode?.(false);
    input.setRawMode?.(true);
    output.write(PASTE_ON);
    redraw();
  };
  const job = watchJob(settings.job, { leave, enter });

  const onData = (chunk: Buffer) => {
    const now = performance.now();
    const { keys, rest, isPaste } = readKeys(pending + decoder.write(chunk), now - pastedAt < BURST);
    pending = rest;
    if (isPaste) pastedAt = now;
    if (keys.includes(CTRL_C) || keys.includes(CTRL_D)) stop();
    else if (keys.includes(CTRL_Z)) job.suspend();
    else feed(stream, keys);
  };
  input.setRawMode?.(true);
  input.on("data", onData);
  // In raw mode Ctrl+D is a key, so a terminal whose input ends is gone.
  input.on("end", hangUp);
  input.on("error", hangUp);
  output.on("error", hangUp);
  output.write(PASTE_ON);
  input.resume();

  return {
    stream,
    close: () => {
      job.close();
      input.off("data", onData);
      input.off("end", hangUp);
      input.pause();
      leave();
      stream.destroy();
    },
  };
}

/**
 * Gives keys to whoever listens now; what nobody waits for is dropped. A long text is one key: readline takes it whole,
 * and inquirer draws it once, where it would draw a pasted page anew for each of its letters.
 */
function feed(stream: PassThrough, keys: string): void {
  const pieces = keys.includes(ESCAPE) ? [keys] : keys.split(LONG_TEXT);
  for (const piece of pieces.filter(Boolean)) {
    if (LONG_TEXT.test(piece)) stream.emit("keypress", piece, { name: "paste", sequence: piece });
    else stream.emit("data", Buffer.from(piece));
  }
}

/** What came from the terminal: keys to pass on, the beginning of a paste that is not yet complete, and whether it was a paste without marks. */
export interface ReadKeys {
  keys: string;
  rest: string;
  isPaste: boolean;
}

/** Splits what came from the terminal. `isBurst` says that it followed a paste without marks at once, and belongs to it. */
export function readKeys(typed: string, isBurst = false): ReadKeys {
  let keys = "";
  let rest = typed;
  for (let start = rest.indexOf(PASTE_START); start !== -1; start = rest.indexOf(PASTE_START)) {
    const end = rest.indexOf(PASTE_END, start);
    keys += rest.slice(0, start);
    if (end === -1) return { keys, rest: rest.slice(start), isPaste: false };
    keys += joinLines(rest.slice(start + PASTE_START.length, end)).trim();
    rest = rest.slice(end + PASTE_END.length);
  }
  const cut = /\u001b\[(?:2(?:00?)?)?$/.exec(rest)?.index ?? rest.length;
  const last = rest.slice(0, cut);
  // Several lines at once are a paste too, in terminals that do not mark it. It never presses Enter.
  const isPaste = /[\r\n]+[^\r\n]/.test(last) || (isBurst && /[\r\n]/.test(last));
  return { keys: keys + (isPaste ? joinLines(last) : last.replace(/[\r\n]+$/, "\r")), rest: rest.slice(cut), isPaste };
}

/** Control characters in a paste are no keys that were pressed. */
function joinLines(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ").replace(/[\u0000-\u001f\u007f]/g, "");
}
