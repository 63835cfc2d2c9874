import { findMistake, MAX_DEPTH, type Misplaced, type Open, type State } from "./json-mistake.ts";
import { readJsonToken, type Token } from "./json-token.ts";

/** A problem with a JSON text, and how to fix it. */
export interface JsonProblem {
  /** The predicate of a sentence about the text: `isn't valid JSON (line 4, column 3): ...`. */
  message: string;
  fix: string;
  /** True if the text is incomplete. */
  isIncomplete: boolean;
}

const mayClose: readonly State[] = ["comma or end", "value or ]", "name or }"];
/** The only kind of token that is allowed in a state in which no value is. */
const expected: Partial<Record<State, string>> = {
  name: "string",
  "name or }": "string",
  colon: ":",
  "comma or end": ",",
};
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/**
 * Finds the first problem in a JSON text: a syntax error, more than 100 levels of nesting, or a
 * name that appears twice in an object. JSON.parse would keep only the last value of such a name.
 */
export function findJsonProblem(text: string): JsonProblem | undefined {
  const open: Open[] = [];
  let state: State = "value";
  let previous: Token | undefined;
  let token = readJsonToken(text, 0);
  while (state !== "end" || token.text !== "") {
    const duplicate = findDuplicate(text, token, findNames(state, open));
    if (duplicate) return duplicate;
    const next: State | undefined = token.mistake ? undefined : takeToken(state, token, open);
    const isProblem = next === undefined || open.length > MAX_DEPTH;
    if (isProblem) return describeSyntax({ text, token, previous, state, open });
    previous = token;
    state = next;
    token = readJsonToken(text, token.start + token.text.length);
  }
  return undefined;
}

function describeSyntax(misplaced: Misplaced): JsonProblem {
  const { at, message, fix, isEnd = false } = findMistake(misplaced);
  const { line, column } = locate(misplaced.text, at);
  const where = `isn't valid JSON (line ${line}, column ${column})`;
  return { message: `${where}: ${message}`, fix, isIncomplete: isEnd };
}

/** Returns the names so far of the object in which the next token is a name. */
function findNames(state: State, open: readonly Open[]): Open["names"] | undefined {
  return state.startsWith("name") ? open.at(-1)?.names : undefined;
}

function findDuplicate(text: string, token: Token, names?: Open["names"]): JsonProblem | undefined {
  if (!names || token.kind !== "string" || token.mistake) return undefined;
  const name = String(JSON.parse(token.text));
  const before = names.get(name);
  names.set(name, token.start);
  if (before === undefined) return undefined;
  const { line: first } = locate(text, before);
  const { line: second } = locate(text, token.start);
  const where = first === second ? `on line ${first}` : `on lines ${first} and ${second}`;
  return {
    message: `has "${name}" twice, ${where}`,
    fix: 'Keep one of the two. Write a list as: ["one", "two"]',
    isIncomplete: false,
  };
}

/** Returns what may follow a token, or undefined if the token isn't allowed. */
function takeToken(state: State, token: Token, open: Open[]): State | undefined {
  const key = token.kind === "mark" ? token.text : token.kind;
  const closer = open.at(-1)?.closer;
  if (key === closer && mayClose.includes(state)) {
    open.pop();
    return afterValue(open);
  }
  if (state === "value" || state === "value or ]") return takeValue(key, token, open);
  if (key !== expected[state]) return undefined;
  if (state === "comma or end") return closer === "}" ? "name" : "value";
  return state === "colon" ? "value" : "colon";
}

function takeValue(key: string, token: Token, open: Open[]): State | undefined {
  if (key === "{" || key === "[") {
    open.push({ closer: key === "{" ? "}" : "]", names: new Map() });
    return key === "{" ? "name or }" : "value or ]";
  }
  const isValue = key === "string" || (key === "word" && WORD.test(token.text));
  return isValue ? afterValue(open) : undefined;
}

function afterValue(open: readonly Open[]): State {
  return open.length === 0 ? "end" : "comma or end";
}

/** Returns the line and column of an index into a text, counted from 1. */
function locate(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
