import { isJudgingWord, simplifyWord } from "./neutral-words.ts";

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

/** Writes a path with each part left out that may tell a result; its ending stays. */
export function writeNeutralPath(path: string): string {
  const parts = path.split(/([/\\])/);
  const isRatio = (path.replace(NUMBERS, "0").match(/\d+/g) ?? []).length > 1;
  const isBad = (part: string) => !isNeutralName(part) || (isRatio && /^\d+$/.test(part));
  return parts
    .map((part, index) => (index % 2 === 0 && isBad(part) ? leaveOut(part) : part))
    .join("");
}

function leaveOut(part: string): string {
  const ending = /\.[a-z]{1,5}$/i.exec(part)?.[0] ?? "";
  return LEFT_OUT + (ending !== "" && isNeutralName(ending) ? ending : "");
}
