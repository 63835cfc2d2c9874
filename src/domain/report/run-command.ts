import { LEFT_OUT, writeNeutralPath } from "./neutral-name.ts";
import type { OwnNames } from "./own-names.ts";
import { ArgumentList, VARIABLE, writeVariable } from "./run-arguments.ts";
import { type RunToken, splitCommand } from "./run-tokens.ts";
import * as words from "./run-words.ts";

/** A command as it is shown. */
export interface RunCommand {
  text: string;
  /** False if a part of it is left out. */
  isWhole: boolean;
}

const MAX_COMMAND = 200;
const SCRIPT =
  /^(?:(?:[A-Za-z]:|~|\.{1,2})?[\\/]|[\w.-]+[\\/])[\w.~@\\/ -]*[\w]$|^[\w-]+\.(?:sh|bat|cmd|command|ps1|py|js|mjs|ts|rb|php|exe|jar)$/u;
/** Files that are opened, not run. */
const NO_PROGRAM = new RegExp(`\\.(?:${words.PAGES}|${words.DATA})$`, "i");
/** The marks before a command: a prompt, a number, a bullet. */
const PROMPT = /^(?:(?:[$>%]|PS[^>]{0,60}>|\d{1,2}[.)]|[-*+\u2022])\s+)+/;
const SIGNS = new Set(["&&", "||", "|", ";", "&"]);

/** Reads a command, and leaves out what may tell a result. Returns undefined if there is none. */
export function readCommand(line: string, own: OwnNames): RunCommand | undefined {
  const bare = line.normalize("NFC").trim().replace(PROMPT, "");
  const tokens = bare.length > MAX_COMMAND ? [] : splitCommand(bare);
  const written: string[] = [];
  let isWhole = true;
  for (let at = 0; at < tokens.length; ) {
    const end = findSign(tokens, at);
    const part = readSimpleCommand(tokens.slice(at, end), own);
    if (!part) {
      isWhole = false;
      break;
    }
    written.push(part.text);
    isWhole &&= part.isWhole;
    const sign = tokens[end]?.text;
    if (sign !== undefined) written.push(sign);
    at = end + 1;
  }
  return finish(written, isWhole);
}

/** Drops a sign at the end, behind which nothing is shown, and a program with nothing after it. */
function finish(written: string[], isWhole: boolean): RunCommand | undefined {
  if (SIGNS.has(written.at(-1) ?? "")) written.pop();
  const text = written.join(" ").replaceAll(" ; ", "; ");
  const isBare = /^[^\s./\\]+ \u2026$/.test(text);
  return text === "" || isBare ? undefined : { text, isWhole };
}

function findSign(tokens: readonly RunToken[], from: number): number {
  const at = tokens.findIndex(
    ({ kind, text }, index) => index >= from && kind === "sign" && SIGNS.has(text),
  );
  return at < 0 ? tokens.length : at;
}

/** Reads a program with the variables before it and its arguments. */
function readSimpleCommand(tokens: readonly RunToken[], own: OwnNames): RunCommand | undefined {
  const at = tokens.findIndex(({ text }) => !VARIABLE.test(text) && text !== "sudo");
  const first = tokens[at];
  const given = tokens.slice(at + 1);
  const program =
    first?.kind === "word" && !first.isText ? readProgram(first.text, own) : undefined;
  if (!first || !program || !takesArguments(first.text, given)) return undefined;
  const { shown, isCut } = listArguments(first.text, given, own);
  const isBroken = isCut && words.WORD_PROGRAMS.has(first.text);
  if (isBroken || (given.length > 0 && shown.length === 0)) return undefined;
  const variables = tokens.slice(0, at).flatMap(({ text }) => writeVariable(text, own));
  const isWhole = !isCut && !shown.some((text) => text.includes(LEFT_OUT));
  return { text: [...variables, program, ...shown].join(" "), isWhole };
}

function listArguments(program: string, given: readonly RunToken[], own: OwnNames): ArgumentList {
  const list = new ArgumentList(program.toLowerCase(), own);
  for (const token of given) if (!list.add(token)) break;
  return list;
}

function readProgram(name: string, own: OwnNames): string | undefined {
  const plain = name.toLowerCase();
  if (words.PROGRAMS.has(plain) || words.WORD_PROGRAMS.has(name)) return name;
  if (/^(?:python|pip)\d(?:\.\d{1,2})?$/.test(plain)) return name;
  return SCRIPT.test(name) && !NO_PROGRAM.test(name) ? writeNeutralPath(name, own) : undefined;
}

/** Returns true if the first words after a program are such as it takes. */
function takesArguments(name: string, given: readonly RunToken[]): boolean {
  const program = name.toLowerCase();
  const first = given.find(({ text }) => !text.startsWith("-"))?.text ?? "";
  if (words.SILENT.has(`${program}:${first}`)) return false;
  if (words.INTERPRETERS.has(program)) return isFileLike(first) || isInterpreting(given);
  if (words.TOOLS.has(program)) return words.KNOWN.has(first) || isFileLike(first);
  return !words.OPENERS.has(program) || first === "" || isFileLike(first);
}

function isInterpreting(given: readonly RunToken[]): boolean {
  return given.some(
    ({ text }) => /^-(?:m|S|t|jar|File|e|c)$/.test(text) || /^(?:run|artisan)$/.test(text),
  );
}

function isFileLike(text: string): boolean {
  return /[./\\]/.test(text);
}
