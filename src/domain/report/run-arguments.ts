import { LEFT_OUT, mayShowName, writeNeutralPath } from "./neutral-name.ts";
import type { OwnNames } from "./own-names.ts";
import { ADDRESS, writeAddress } from "./run-address.ts";
import type { RunToken } from "./run-tokens.ts";
import { KNOWN, KNOWN_FLAGS, OPENERS } from "./run-words.ts";

/** A variable that is set before a program. */
export const VARIABLE = /^[A-Z_][A-Z\d_]*=/;
const PATH = /^(?=.*[./\\:@])[\w.~@:*+/\\\u00c0-\u017f-]+$/;
/** This folder or the one above, and dates. */
const PLAIN = /^(?:\.{1,2}|(?:19|20)\d\d-\d\d(?:-\d\d)?)$/;
const ANSWER = /^-[ynox]$/i;
const SHORT_FLAG = /^-[a-jl-z]$/i;
/** More would spell a word. */
const MAX_SHORT_FLAGS = 3;

/** Writes a variable with its value, if that tells nothing. Returns nothing for a telling name. */
export function writeVariable(text: string, own: OwnNames): string[] {
  const [name = ""] = text.split("=", 1);
  const value = text.slice(name.length + 1);
  if (!mayShowName(name, own)) return [];
  const isPlain = /^\d{1,5}$/.test(value) || KNOWN.has(value) || /^[\w-]+\.\w+$/.test(value);
  return [`${name}=${isPlain ? writeNeutralPath(value, own) : LEFT_OUT}`];
}

/** The words after a program, up to one that may not be shown. */
export class ArgumentList {
  readonly shown: string[] = [];
  isCut = false;
  readonly #program: string;
  readonly #own: OwnNames;
  #isAfterFlag = false;
  /** True after a flag that isn't shown: what follows may be its value. */
  #isLeftOut = false;
  #hasOwnWord = false;
  #hasNumber = false;

  constructor(program: string, own: OwnNames) {
    this.#program = program;
    this.#own = own;
  }

  /** Adds the next word. Returns false if nothing after it is shown. */
  add(token: RunToken): boolean {
    if (token.kind === "sign") return this.#addSign(token.text);
    if (token.isText) return this.#push(LEFT_OUT);
    if (token.text === "--") return this.#push("--");
    if (token.text.startsWith("-")) return this.#addFlag(token.text);
    const written = this.#isLeftOut ? LEFT_OUT : this.#write(token.text);
    this.#isLeftOut = false;
    this.#isAfterFlag = false;
    if (written === undefined) return this.#cut();
    return written === "" || this.#push(written);
  }

  #mayShow(name: string): boolean {
    return mayShowName(name, this.#own);
  }

  #push(text: string): boolean {
    if (text !== LEFT_OUT || this.shown.at(-1) !== LEFT_OUT) this.shown.push(text);
    return true;
  }

  #addSign(text: string): boolean {
    return text === "<<" ? this.#cut() : this.#push(text);
  }

  /** Ends the list. Numbers before it may be the start of what it says. */
  #cut(): boolean {
    this.isCut = true;
    while (/^(?:\d+|--|[<>]{1,2})$/.test(this.shown.at(-1) ?? "")) this.shown.pop();
    if (this.shown.length > 0) this.#push(LEFT_OUT);
    return false;
  }

  #addFlag(text: string): boolean {
    const [, flag = "", value] = /^(--?[A-Za-z][\w.-]*)(?:=(.*))?$/.exec(text) ?? [];
    if (flag === "") return this.#cut();
    this.#isAfterFlag = value === undefined;
    this.#isLeftOut = !this.#mayShowFlag(flag);
    if (this.#isLeftOut) return this.#push(LEFT_OUT);
    if (value === undefined) return this.#push(flag);
    return this.#push(`${flag}=${this.#write(value) || LEFT_OUT}`);
  }

  #mayShowFlag(flag: string): boolean {
    const short = this.shown.filter((each) => SHORT_FLAG.test(each));
    // Several flags such as "-y -n" would be answers.
    const isAnswer = ANSWER.test(flag) && short.some((each) => ANSWER.test(each));
    if (SHORT_FLAG.test(flag)) return !isAnswer && short.length < MAX_SHORT_FLAGS;
    return KNOWN_FLAGS.test(flag) || this.#mayShow(flag);
  }

  /** Writes a word; undefined if it may not be shown, empty if there is nothing to show. */
  #write(text: string): string | undefined {
    if (text.search(ADDRESS) === 0)
      return writeAddress(text, this.#own)?.replace(text.startsWith("http") ? "" : "http://", "");
    if (VARIABLE.test(text)) return writeVariable(text, this.#own)[0] ?? "";
    if (KNOWN.has(text) || PLAIN.test(text)) return text;
    if (/^[\d:/\\.-]+$/.test(text)) return this.#writeNumber(text);
    return PATH.test(text) ? this.#writePath(text) : this.#writeOwnWord(text);
  }

  /** A number, or two ports, may follow a flag. Another one may stand alone once. */
  #writeNumber(text: string): string | undefined {
    if (this.#isAfterFlag) return /^\d{1,6}(?::\d{1,5})?$/.test(text) ? text : undefined;
    if (this.#hasNumber || !/^\d{1,6}$/.test(text)) return undefined;
    this.#hasNumber = true;
    return text;
  }

  #writePath(text: string): string | undefined {
    const parts = text.split(/(?<=^.{2,}):/);
    const isNamed = parts.every((part) => !writeNeutralPath(part, this.#own).includes(LEFT_OUT));
    if (parts.length > 1) return isNamed ? text : undefined;
    return /\.[a-z\d]{1,5}$/i.test(text) || /[/\\]/.test(text)
      ? writeNeutralPath(text, this.#own)
      : this.#writeOwnWord(text);
  }

  /** One word of the project's own may stand in a command: the name of a script or an image. */
  #writeOwnWord(text: string): string | undefined {
    const isOne = !this.#hasOwnWord && !OPENERS.has(this.#program);
    if (!isOne || !/^[A-Za-z\u00c0-\u017f][\w@.-]{0,30}$/.test(text)) return undefined;
    if (!this.#mayShow(text)) return this.#program === "cd" ? LEFT_OUT : undefined;
    this.#hasOwnWord = true;
    return text;
  }
}
