import { PassThrough } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { PrompterSettings } from "./prompter.ts";

const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const PASTE_ON = "\u001b[?2004h";
const PASTE_OFF = "\u001b[?2004l";
const PASTE_START = "\u001b[200~";
const PASTE_END = "\u001b[201~";
const SHOW_CURSOR = "\u001b[?25h";

/** The keys of a person, in a stream that inquirer can read, and the way to give the terminal back. */
export interface Keyboard {
  stream: PassThrough;
  close(): void;
}

/**
 * Reads the terminal in inquirer's place, because inquirer leaves the program with code 0 when input ends and lets a
 * pasted text of several lines answer the questions that follow. Here Ctrl+C, Ctrl+D and the end of input all stop the
 * asking, and a paste is one line.
 */
export function openKeyboard({ input, output, stop }: PrompterSettings): Keyboard {
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stream });
  const decoder = new StringDecoder("utf8");
  let pending = "";

  const onData = (chunk: Buffer) => {
    const { keys, rest } = readKeys(pending + decoder.write(chunk));
    pending = rest;
    if (keys.includes(CTRL_C) || keys.includes(CTRL_D)) stop();
    else if (keys !== "") stream.write(keys);
  };
  input.setRawMode?.(true);
  input.on("data", onData);
  input.on("end", stop);
  input.on("error", stop);
  output.write(PASTE_ON);
  input.resume();

  return {
    stream,
    close: () => {
      input.off("data", onData);
      input.off("end", stop);
      input.pause();
      input.setRawMode?.(false);
      output.write(PASTE_OFF + SHOW_CURSOR);
      stream.destroy();
    },
  };
}

/** Splits what came from the terminal into keys to pass on and the beginning of a paste that is not yet complete. */
export function readKeys(typed: string): { keys: string; rest: string } {
  let keys = "";
  let rest = typed;
  for (let start = rest.indexOf(PASTE_START); start !== -1; start = rest.indexOf(PASTE_START)) {
    const end = rest.indexOf(PASTE_END, start);
    keys += joinTypedLines(rest.slice(0, start));
    if (end === -1) return { keys, rest: rest.slice(start) };
    keys += joinLines(rest.slice(start + PASTE_START.length, end)).trim();
    rest = rest.slice(end + PASTE_END.length);
  }
  return { keys: keys + joinTypedLines(rest), rest: "" };
}

/** Several lines at once are a paste too, in terminals that do not mark it; the last line end is the Enter key. */
function joinTypedLines(typed: string): string {
  const enter = /[\r\n]$/.test(typed) ? "\r" : "";
  return joinLines(typed.replace(/[\r\n]+$/, "")) + enter;
}

function joinLines(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ");
}
