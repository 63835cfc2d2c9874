import { isNeutralName, LEFT_OUT, mayShowName, writeNeutralPath } from "./neutral-name.ts";
import { hideOwnFolder, showOwnFolder } from "./own-folder.ts";
import { EVERY_NAME, type OwnNames } from "./own-names.ts";
import { ADDRESS, writeAddress } from "./run-address.ts";
import { readCommand } from "./run-command.ts";
import { DATA, KNOWN, PAGES, PROGRAMS, SCRIPTS, WORD_PROGRAMS } from "./run-words.ts";

/** What a person can carry out: a command, or a file, an address or a folder to open. */
interface RunTarget {
  kind: "command" | "page" | "file" | "address" | "folder";
  text: string;
  /** Where it stands in its line. */
  at: number;
}

const MAX_TARGETS = 40;
/** The most commands of a sentence, and words of one. */
const MAX_SPOKEN = 10;
const MAX_WORDS = 20;

/**
 * Rebuilds how to run a result from what its report names: commands, files, addresses and folders,
 * in its order and in words of our own. What the report says about them is left out, whatever the
 * language, and so is each name that an agent can have made up to tell how the result did: those
 * that aren't in \`own\`. Without it, the report is open, and no name is left out.
 */
export function rebuildInstructions(
  lines: readonly string[],
  own: OwnNames = EVERY_NAME,
): string[] {
  const targets = lines.flatMap((line) => listTargets(hideOwnFolder(line, own.folders), own));
  const commands = targets.filter(({ kind }) => kind === "command").map(({ text }) => text);
  const isNew = ({ kind, text }: RunTarget) =>
    kind === "command" || !commands.some((command) => command.split(" ").includes(text));
  const written = targets
    .filter(isNew)
    .map((target) => showOwnFolder(writeInstruction(target), own.folders));
  return [...new Set(written)].slice(0, MAX_TARGETS);
}

function writeInstruction({ kind, text }: RunTarget): string {
  if (kind === "command") return `Run \`${text}\``;
  if (kind === "file") return `File: ${text}`;
  return kind === "folder" ? `Folder: ${text}` : `Open ${text}`;
}

const CODE = /`([^`]{1,300})`/g;

function listTargets(line: string, own: OwnNames): RunTarget[] {
  const whole = line.includes("`") ? undefined : readBareLine(line, own);
  if (whole !== undefined) return [{ kind: "command", text: whole, at: 0 }];
  const found: RunTarget[] = [];
  const prose = line.replace(CODE, (all, code: string, at: number) => {
    found.push(...readCodeSpan({ code, at, before: line.slice(0, at) }, own));
    return " ".repeat(all.length);
  });
  found.push(...listAddresses(prose, own), ...listFiles(prose, own));
  found.push(...listSpokenCommands(prose, own), ...listFolders(prose, own));
  const outer = found.filter(({ kind }) => kind === "command");
  return found
    .filter((each) => !outer.some((other) => other !== each && isInside(each, other)))
    .toSorted((a, b) => a.at - b.at);
}

function isInside({ at }: RunTarget, outer: RunTarget): boolean {
  return at > outer.at && at < outer.at + outer.text.length;
}

/** Reads a line that is a command as a whole. In a sentence, the rest would be cut off. */
function readBareLine(line: string, own: OwnNames): string | undefined {
  const [first = ""] = line.trim().split(/\s/, 1);
  const isWord = WORD_PROGRAMS.has(first);
  if (!isWord && !PROGRAMS.has(first) && !/[/\\]/.test(first)) return undefined;
  const command = readCommand(line, own);
  if (!command?.isWhole || /[.!?:]$/.test(line.trim())) return undefined;
  return isWord && !/\s(?:-\w|\S*[./\\])/.test(command.text) ? undefined : command.text;
}

/** A text in backticks, where it stands, and what stands before it. */
interface CodeSpan {
  code: string;
  at: number;
  before: string;
}

function readCodeSpan({ code, at, before }: CodeSpan, own: OwnNames): RunTarget[] {
  const command = readCommand(code, own);
  if (command) return [{ kind: "command", text: command.text, at }];
  const found = [...listAddresses(code, own), ...listFiles(code, own)].map((each) => ({
    ...each,
    at,
  }));
  const isFolder =
    /^[\w.-]+[\\/]$/.test(code) || (FOLDER_END.test(before) && /^[\w-]+$/.test(code));
  const name = code.replace(/[\\/]+$/, "");
  if (found.length === 0 && isFolder && mayShowName(name, own))
    found.push({ kind: "folder", text: name, at });
  return found;
}

function listAddresses(text: string, own: OwnNames): RunTarget[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: all, index }) => {
    const address = writeAddress(all, own);
    return address === undefined ? [] : [{ kind: "address" as const, text: address, at: index }];
  });
}

const FILE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.@:/\\-])(?:[A-Za-z]:\\|~?/|\.{1,2}[/\\])?` +
    String.raw`[\p{L}\p{M}\p{N}_.@/\\+-]*[\p{L}\p{M}\p{N}_]\.(${PAGES}|${SCRIPTS}|${DATA})` +
    String.raw`(?![\p{Script=Latin}\p{N}_])`,
  "giu",
);
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+(?=[!-~])/u;

function listFiles(text: string, own: OwnNames): RunTarget[] {
  const prose = text.replace(ADDRESS, (all) => " ".repeat(all.length));
  return [...prose.matchAll(FILE)].flatMap(({ 0: all, 1: ending = "", index }) => {
    const path = writeNeutralPath(all.normalize("NFC").replace(UNSPACED, ""), own);
    const kind = findFileKind(ending);
    const isNamed = kind === "page" || !path.includes(LEFT_OUT);
    return isNamed ? [{ kind, text: path, at: index }] : [];
  });
}

function findFileKind(ending: string): "command" | "page" | "file" {
  if (new RegExp(`^(?:${PAGES})$`, "i").test(ending)) return "page";
  return new RegExp(`^(?:${SCRIPTS})$`, "i").test(ending) ? "command" : "file";
}

/** Lists commands inside of a sentence: a program, and words after it that belong to it. */
function listSpokenCommands(text: string, names: OwnNames): RunTarget[] {
  const words = [...text.matchAll(/\S+/g)];
  const places = words.flatMap(([word], place) => (PROGRAMS.has(word) ? [place] : []));
  return places.slice(0, MAX_SPOKEN).flatMap((place) => {
    const index = words[place]?.index ?? 0;
    const said = words.slice(place, place + MAX_WORDS).map(([each]) => each);
    const command = readInSentence(said, names);
    return command ? [{ kind: "command" as const, text: command, at: index }] : [];
  });
}

function readInSentence([program = "", ...rest]: string[], names: OwnNames): string | undefined {
  const own: string[] = [];
  for (const [index, word] of rest.entries()) {
    const bare = word.replace(/[,.;:!?)"']+$/, "");
    const isEnd = bare !== word || /^--?[a-z]|^$/.test(rest[index + 1] ?? "");
    if (!belongsToCommand(bare, own.at(-1) ?? "", isEnd)) break;
    own.push(bare);
    if (bare !== word) break;
  }
  const command = own.length > 0 ? readCommand([program, ...own].join(" "), names) : undefined;
  return command?.text;
}

function belongsToCommand(word: string, last: string, isEnd: boolean): boolean {
  if (KNOWN.has(word) || /^<[\w.-]+>$|^--?[a-z]|\.\w|[/\\]/i.test(word)) return true;
  if (/^--?[a-z]/.test(last) && /^\d+$/.test(word)) return true;
  return isEnd && /\.\w/.test(last) && isNeutralName(word);
}

const FOLDER_WORDS =
  "folder|directory|ordner|verzeichnis|dossier|répertoire|carpeta|directorio|pasta|diretório|" +
  "cartella|map|katalog|mappe|klasör|папк[ауие]";
const FOLDER_END = new RegExp(`(?:^|\\s)(?:${FOLDER_WORDS})\\s+$`, "iu");
const FOLDER = new RegExp(
  `(?:^|\\s)(?:${FOLDER_WORDS})\\s+([a-z][\\w-]{1,30})(?=[.,;:]?$|[.,;:]\\s|\\s(?:and|und|et|y|e|en|och)\\s)`,
  "giu",
);

function listFolders(text: string, own: OwnNames): RunTarget[] {
  return [...text.matchAll(FOLDER)].flatMap(({ 1: name = "", index }) =>
    mayShowName(name, own) ? [{ kind: "folder" as const, text: name, at: index }] : [],
  );
}
