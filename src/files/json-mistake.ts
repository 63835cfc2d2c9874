import { isBlank } from "./decode.ts";
import type { Mistake, Token } from "./json-token.ts";

/** What can come next in a JSON text. */
export type State = ValueState | NameState | "colon" | "comma or end" | "end";
type ValueState = "value" | "value or ]";
type NameState = "name" | "name or }";

/** A list or an object that isn't closed yet. */
export interface Open {
  closer: "}" | "]";
  /** The names in an object, with their indexes. */
  names: Map<string, number>;
}

/** A token that isn't allowed where it is. */
export interface Misplaced {
  text: string;
  token: Token;
  previous: Token | undefined;
  state: State;
  open: readonly Open[];
}

/** How deep lists and objects may be nested. */
export const MAX_DEPTH = 100;

const FIX_CURLY = 'Replace every curly quote with a straight one: "';

/** Explains why a token isn't allowed, by what people who write JSON by hand probably meant. */
export function findMistake(misplaced: Misplaced): Mistake {
  const { token } = misplaced;
  const finders = [findCurly, findEnd, findFrame, findComma, findInnerQuote, findUnquoted];
  for (const find of finders) {
    const mistake = find(misplaced);
    if (mistake) return mistake;
  }
  return token.mistake ?? { at: token.start, ...describeOther(misplaced) };
}

/** Finds curly quotes from a word processor. Inside straight quotes they are part of the text. */
function findCurly({ token, previous }: Misplaced): Mistake | undefined {
  const mayHold = token.kind === "word" || token.isOpen;
  const before = isAdjacent(previous, token) ? previous : undefined;
  const suspects = [before, mayHold ? token : undefined];
  for (const suspect of suspects) {
    const found = /^[“”„‟«»‘’]|[“”„‟]\s*[:,}\]]/.exec(suspect?.text ?? "");
    if (!suspect || !found) continue;
    const message = `${found[0].charAt(0)} is a curly quote`;
    return { at: suspect.start + found.index, message, fix: FIX_CURLY };
  }
  return undefined;
}

function isAdjacent(previous: Token | undefined, token: Token): boolean {
  return previous?.kind === "string" && previous.start + previous.text.length === token.start;
}

function findEnd({ text, token, state, open }: Misplaced): Mistake | undefined {
  if (token.kind !== "end" || state === "end") return undefined;
  const missing = [...(token.isOpen ? ['"'] : []), ...open.map(({ closer }) => closer).reverse()];
  const fix = `Add what's missing at the end. It must end with: ${missing.join("")}`;
  return { at: text.trimEnd().length, message: "the end is missing", fix, isEnd: true };
}

/** Finds text around the JSON, or between its lines, copied from a chat or from code. */
function findFrame({ text, token, state, open }: Misplaced): Mistake | undefined {
  const at = token.start;
  if (text.startsWith("```", at)) {
    return { at, message: "``` isn't part of JSON", fix: "Delete the lines with ```." };
  }
  if (/^(?:\/\/|\/\*|#)/.test(token.text)) {
    return { at, message: "JSON has no comments", fix: "Delete the comment." };
  }
  if (open.length > MAX_DEPTH) {
    const message = `more than ${MAX_DEPTH} brackets are open`;
    return { at, message, fix: "Close brackets, or delete those you don't need." };
  }
  if (state === "end") {
    const message = "there is something after the end";
    return { at, message, fix: "Delete it, or put everything into one { }." };
  }
  if (open.length > 0 || token.kind !== "word") return undefined;
  const isLater = text.includes("{");
  const fix = isLater ? "Delete everything before the {." : 'Write it as: {"name": "text"}';
  return { at, message: "the text doesn't start with {", fix };
}

function findComma({ token, previous, state }: Misplaced): Mistake | undefined {
  const isMark = token.kind === "mark";
  if (previous?.kind === "mark" && previous.text === "," && isMark && "}]".includes(token.text)) {
    const message = `there is a comma before the closing ${token.text}`;
    return { at: previous.start, message, fix: "Delete this comma." };
  }
  const startsValue = !isMark || "{[".includes(token.text);
  if (state !== "comma or end" || !startsValue || isAdjacent(previous, token)) return undefined;
  const message = `a comma is missing before ${token.text.slice(0, 40)}`;
  return { at: token.start, message, fix: "Add the comma." };
}

function findInnerQuote({ token, previous }: Misplaced): Mistake | undefined {
  if (!isAdjacent(previous, token) || !/^["\p{L}\p{N}]/u.test(token.text)) return undefined;
  const fix = 'Write a quote inside a string as \\".';
  return { at: token.start - 1, message: "a quote inside the string ends it", fix };
}

function findUnquoted({ token, state }: Misplaced): Mistake | undefined {
  const { text, start: at, kind } = token;
  if (kind !== "word" || state === "colon" || isBlank(text)) return undefined;
  if (text.startsWith("'")) {
    return { at, message: "JSON doesn't use single quotes", fix: 'Use double quotes: "' };
  }
  const [shown] = text.split(/[^\p{L}\p{M}\p{N}_.%-]/u, 1);
  const word = shown === "" ? text.slice(0, 20) : (shown ?? "").slice(0, 40);
  const what = state.startsWith("name") ? "names" : "text";
  return { at, message: `${word} has no quotes`, fix: `Put ${what} in double quotes: "${word}"` };
}

function describeOther({ token, state, open }: Misplaced): { message: string; fix: string } {
  const closer = open.at(-1)?.closer;
  if (state === "colon") {
    return { message: "a colon is missing before this", fix: 'Write it as: "name": "text"' };
  }
  if (closer && closer !== token.text && ["}", "]"].includes(token.text)) {
    return { message: `${token.text} can't close this`, fix: `Close it with ${closer} first.` };
  }
  if (isBlank(token.text)) {
    const code = (token.text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return { message: `there is an invisible character (U+${code})`, fix: "Delete it." };
  }
  return { message: `${token.text} isn't allowed here`, fix: "Delete it, or add what's missing." };
}
