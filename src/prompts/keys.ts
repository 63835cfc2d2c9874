/** A typed or pasted text. A typed character is a text of length 1. */
export interface TypedText {
  text: string;
  isPaste: boolean;
}

/** A key that isn't a character, as the sequence that a terminal sends. */
export interface PressedKey {
  key: string;
}

/** What a person did at the keyboard, in order. */
export type KeyboardInput = TypedText | PressedKey;

/** How the previous chunk ended, if it was an unmarked paste that this one may continue. */
export type PasteTail = "text" | "line" | undefined;

/** A parsed chunk from the terminal. */
export interface ReadChunk {
  inputs: KeyboardInput[];
  /** The start of a paste or key sequence whose end hasn't arrived yet. */
  rest: string;
  /** Set if the chunk was a paste without marks. */
  tail: PasteTail;
}

/** The Enter key, as a terminal sends it in raw mode. */
export const ENTER = "\r";
/** Ctrl+C, which stops the questions. */
export const CTRL_C = "\u0003";
/** Ctrl+D, which stops the questions too. */
export const CTRL_D = "\u0004";
/** Ctrl+Z, which suspends the program. */
export const CTRL_Z = "\u001a";
const ESCAPE = "\u001b";
const TAB = "\t";
const PASTE_START = "\u001b[200~";
const PASTE_END = "\u001b[201~";

/** A key sequence, a control character, or a run of characters that arrived together. */
const TOKEN = new RegExp(
  [
    "\\u001b(?:\\[[0-?]*[ -/]*[@-~]|O?[^\\u0000-\\u001f\\u007f])?",
    "[\\u0000-\\u001f\\u007f]",
    "[^\\u0000-\\u001f\\u007f]+",
  ].join("|"),
  "g",
);
/** A key sequence that is still arriving. */
const UNFINISHED_KEY = /\u001b(?:\[[0-?]*[ -/]*|O)?$/;
const LINE_THEN_TEXT = /[\r\n]+[^\u0000-\u001f\u007f]/;

/**
 * Splits a chunk from the terminal into texts and keys. Characters that arrived together stay one
 * text. Several lines in one chunk are a paste, even if the terminal doesn't mark it, and a paste
 * never presses Enter. `before` is how an unmarked paste just before this chunk ended.
 */
export function readChunk(chunk: string, before?: PasteTail): ReadChunk {
  const inputs: KeyboardInput[] = [];
  let rest = chunk;
  for (let start = rest.indexOf(PASTE_START); start !== -1; start = rest.indexOf(PASTE_START)) {
    const end = rest.indexOf(PASTE_END, start);
    inputs.push(...splitKeys(rest.slice(0, start)));
    if (end === -1) return { inputs, rest: rest.slice(start), tail: undefined };
    inputs.push(...readPaste(rest.slice(start + PASTE_START.length, end)));
    rest = rest.slice(end + PASTE_END.length);
  }
  // An end mark without a start: the paste took so long that it was treated as finished.
  const late = rest.lastIndexOf(PASTE_END);
  if (late !== -1) {
    inputs.push(...readPaste(rest.slice(0, late).replaceAll(PASTE_END, "")));
    rest = rest.slice(late + PASTE_END.length);
  }
  const cut = UNFINISHED_KEY.exec(rest)?.index ?? rest.length;
  const last = rest.slice(0, cut);
  const isPaste = LINE_THEN_TEXT.test(last) || (before !== undefined && /[\r\n]/.test(last));
  if (!isPaste)
    return { inputs: [...inputs, ...splitKeys(last)], rest: rest.slice(cut), tail: undefined };
  const text = (before === "line" ? "\n" : "") + cleanPaste(last);
  const tail = text.endsWith("\n") ? "line" : "text";
  inputs.push({ text: text.replace(/\n+$/, ""), isPaste: true });
  return { inputs, rest: rest.slice(cut), tail };
}

/** Returns true if a rest is a paste whose end mark hasn't arrived yet. */
export function isOpenPaste(rest: string): boolean {
  return rest.startsWith(PASTE_START);
}

/**
 * Reads a paste whose end mark never arrived. It ends with the key that was pressed after it:
 * Ctrl+C, Ctrl+D, or Enter after a single line. Enter after several lines could be a line break.
 */
export function readLostPaste(rest: string): KeyboardInput[] {
  const text = rest.slice(PASTE_START.length).replace(/([\u0003\u0004])[\s\S]*$/, "$1");
  const [pressed = ""] = /(?:\r\n?|[\n\u0003\u0004])$/.exec(text) ?? [];
  const pasted = text.slice(0, text.length - pressed.length);
  const isEnter = /[\r\n]/.test(pressed);
  if (pressed === "" || (isEnter && /[\r\n]/.test(pasted))) return readPaste(text);
  return [...readPaste(pasted), { key: isEnter ? ENTER : pressed }];
}

function readPaste(text: string): KeyboardInput[] {
  const cleaned = cleanPaste(text).trim();
  return cleaned === "" ? [] : [{ text: cleaned, isPaste: true }];
}

/** Removes control characters, because nobody pressed the keys in a paste. */
function cleanPaste(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, "");
}

/** Splits typed text into texts and keys. Drops Tab, and Escape on its own. */
function splitKeys(typed: string): KeyboardInput[] {
  const tokens = typed.replace(/[\r\n]+$/, ENTER).match(TOKEN) ?? [];
  return tokens.filter((token) => ![ESCAPE, TAB].includes(token)).map(toInput);
}

function toInput(token: string): KeyboardInput {
  if (token === "\n") return { key: ENTER };
  return token >= " " && token !== "\u007f" ? { text: token, isPaste: false } : { key: token };
}
