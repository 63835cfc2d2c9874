import { isJudgingWord, simplifyWord } from "./neutral-words.ts";
import { isOrdinaryWord } from "./ordinary-words.ts";
import { foldOwnName, type OwnNames } from "./own-names.ts";
import { CODE, DATA, KNOWN, PAGES, PROGRAMS, SCRIPTS } from "./run-words.ts";

/** What stands in place of a part of a name that may tell a result. */
export const LEFT_OUT = "\u2026";

const MAX_LENGTH = 40;
const MAX_WORDS = 4;
const FORM = /^[\w \u00c0-\u017f.~@+*:=$-]*$/;
const CHECK = /^(?:c|ac|check)\d{1,3}$/;
/** A date or a version, the only names with several numbers. */
const NUMBERS = /(?:19|20)\d\d[-_.]?\d\d(?:[-_.]?\d\d)?|v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?/g;
/** Digits that are read as letters. */
const LETTERS: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };

/** Returns true if no word of a name judges, counts or makes a sentence. */
export function isNeutralName(name: string): boolean {
  const plain = name.normalize("NFC");
  if (!FORM.test(plain) || plain.length > MAX_LENGTH) return false;
  const numbers: readonly string[] = plain.replace(NUMBERS, "0").match(/\d+/g) ?? [];
  const parts = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const words = parts.flatMap(splitWords);
  const isSpelled = words.filter((word) => /^\p{L}$/u.test(word)).length > 2;
  if (numbers.length > 1 || words.length > MAX_WORDS + numbers.length || isSpelled) return false;
  const stem = plain.replace(/\.\w{1,5}$/, "");
  const joined = stem.replace(/[^\p{L}\p{N}]+/gu, "");
  const forms = [...parts, joined].map((part) => simplifyWord(part));
  const isOf = [...forms, ...forms.map(readDigits), ...words].some(
    (word) => CHECK.test(word) || isJudgingWord(word),
  );
  return !isOf && !numbers.includes("100");
}

/** Splits "weekReport23" into words. */
function splitWords(part: string): string[] {
  const spaced = part.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/(\d+)/g, " $1 ");
  return spaced.trim().split(/\s+/).map(simplifyWord);
}

function readDigits(word: string): string {
  return /\d/.test(word) && /\p{L}/u.test(word)
    ? word.replace(/\d/g, (digit) => LETTERS[digit] ?? digit)
    : word;
}

/**
 * Returns true for a name that tells nothing of a result: it is the project's own or made of
 * ordinary words, and none of its words judges.
 */
export function mayShowName(name: string, own: OwnNames): boolean {
  if (own.isOpen) return true;
  return isNeutralName(name) && (isOwnName(name, own) || isOrdinaryName(name, own));
}

const TECHNICAL: ReadonlySet<string> = new Set([...KNOWN, ...PROGRAMS]);

function isOwnName(name: string, { names }: OwnNames): boolean {
  const folded = foldOwnName(name);
  return names.has(folded) || names.has(folded.replace(/\.(?:git|exe|jar)$/, ""));
}

function isOrdinaryName(name: string, { words }: OwnNames): boolean {
  if (/^[A-Za-z]:$/.test(name)) return true;
  const parts = name.normalize("NFC").replace(ENDING, "").replace(NUMBERS, "0");
  const named = parts.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const isKnown = (word: string) =>
    /^\d+$/.test(word) ||
    isOrdinaryWord(word) ||
    TECHNICAL.has(word) ||
    words.has(foldOwnName(word));
  return named.every((part) => isKnown(part) || splitWords(part).every(isKnown));
}

/** Writes a path with each part left out that may tell a result; its ending stays. */
export function writeNeutralPath(path: string, own: OwnNames): string {
  const parts = path.split(/([/\\])/);
  const isRatio = (path.replace(NUMBERS, "0").match(/\d+/g) ?? []).length > 1;
  const isBad = (part: string) =>
    !mayShowName(part, own) || (isRatio && !own.isOpen && /^\d+$/.test(part));
  return parts
    .map((part, index) =>
      index % 2 === 0 && isBad(part)
        ? leaveOut(part, /[/\\]/.test(path.replace(/^\.[/\\]/, "")) ? [] : own.files)
        : part,
    )
    .join("");
}

/** An ending that says only what kind of file it is. */
const ENDING = new RegExp(`\\.(?:${PAGES}|${SCRIPTS}|${DATA}|${CODE}|git)$`, "i");

/** Writes what stands for a name: its ending, and which file it is if there are several such. */
function leaveOut(name: string, files: readonly string[]): string {
  const ending = ENDING.exec(name)?.[0].toLowerCase() ?? "";
  const alike = ending === "" ? [] : files.filter((file) => file.toLowerCase().endsWith(ending));
  const at = alike.findIndex((file) => foldOwnName(file) === foldOwnName(name));
  const left = LEFT_OUT + ending;
  return at < 0 || alike.length < 2 ? left : `<${left}, file ${at + 1}>`;
}
