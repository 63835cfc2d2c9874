/** A mistake at an index into a JSON text, and how to fix it. */
export interface Mistake {
  at: number;
  message: string;
  fix: string;
  /** True if the text is incomplete. */
  isEnd?: boolean;
}

/**
 * A token of a JSON text: a string with its quotes, a word such as a number, or a mark such as a
 * comma. A string that is cut off by the end of the text counts as the end.
 */
export interface Token {
  kind: "string" | "word" | "mark" | "end";
  text: string;
  start: number;
  /** True for a string without its closing quote. */
  isOpen?: boolean;
  /** What is wrong inside a string. */
  mistake?: Mistake | undefined;
}

const FIRST_PRINTABLE = 0x20;
const BACKSLASH = 0x5c;
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/;

/** Reads the token at or after an index into a JSON text. */
export function readJsonToken(text: string, from: number): Token {
  let start = from;
  while (start < text.length && " \t\n\r".includes(text.charAt(start))) start += 1;
  if (start === text.length) return { kind: "end", text: "", start };
  if (text[start] === '"') return readString(text, start);
  let end = start;
  while (end < text.length && isInWord(text.charAt(end))) end += 1;
  if (end > start) return { kind: "word", text: text.slice(start, end), start };
  return { kind: "mark", text: text.charAt(start), start };
}

function isInWord(mark: string): boolean {
  return mark.trim() !== "" && !'{}[],:"'.includes(mark);
}

/** Doesn't use a pattern, because one that matches megabytes between quotes overflows the stack. */
function readString(text: string, start: number): Token {
  let mistake: Mistake | undefined;
  let at = start + 1;
  while (at < text.length && !'"\n\r'.includes(text.charAt(at))) {
    mistake ??= findInvalidCharacter(text, at);
    at += text[at] === "\\" ? 2 : 1;
  }
  const isOpen = text[at] !== '"';
  const token = { text: text.slice(start, isOpen ? at : at + 1), start, isOpen };
  if (at >= text.length) return { ...token, kind: "end" };
  return { ...token, kind: "string", mistake: isOpen ? describeOpenString(start) : mistake };
}

function describeOpenString(at: number): Mistake {
  const message = "the closing quote is missing on this line";
  return { at, message, fix: 'Add the closing ", or write a line break inside a string as \\n.' };
}

function findInvalidCharacter(text: string, at: number): Mistake | undefined {
  const code = text.charCodeAt(at);
  if (code < FIRST_PRINTABLE) {
    const name = code === 0x09 ? "a tab" : "a control character";
    const fix = code === 0x09 ? "Write it as \\t, or use a space." : "Delete it.";
    return { at, message: `${name} is inside a string`, fix };
  }
  if (code !== BACKSLASH || ESCAPE.test(text.slice(at, at + 6))) return undefined;
  return {
    at,
    message: "a single backslash is inside a string",
    fix: "Write a backslash as \\\\.",
  };
}
