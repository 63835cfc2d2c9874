import type { sensitiveChecks } from "../domain/library/rule.ts";
import { isInUuid, measureIban, measurePhone, passesLuhnCheck } from "./sensitive-number.ts";
import {
  type KeywordValue,
  looksLikeKey,
  looksLikeLogin,
  looksLikePassword,
  trimValue,
} from "./sensitive-value.ts";

/** Returns how many characters of a match are sensitive; 0 if none are. */
type MeasureMatch = (match: RegExpMatchArray, text: string) => number;

/** What the checks that patterns name do. */
export const measures: Record<(typeof sensitiveChecks)[number], MeasureMatch> = {
  card: outsideIds((match) => keepIf(match, passesLuhnCheck(match[0]))),
  iban: outsideIds(([value]) => measureIban(value)),
  phone: outsideIds(([value]) => measurePhone(value)),
  basic: (match) => keepIf(match, holdsUserAndPassword(match[0])),
  login: (match) => keepIf(match, looksLikeLogin(match.groups?.value ?? "")),
  password: (match, text) => measureValue(match, looksLikePassword(readKeyword(match, text))),
  key: (match, text) => measureValue(match, looksLikeKey(readKeyword(match, text))),
};

/** Saved projects and entries have random ids: once in a while, one passes a check for numbers. */
function outsideIds(measure: MeasureMatch): MeasureMatch {
  return (match, text) => (isInUuid(text, match.index ?? 0) ? 0 : measure(match, text));
}

function keepIf([value]: RegExpMatchArray, isSensitive: boolean): number {
  return isSensitive ? value.length : 0;
}

/** Leaves out the marks that end a sentence or a bracket. */
function measureValue([value]: RegExpMatchArray, isSensitive: boolean): number {
  return isSensitive ? trimValue(value).length : 0;
}

/** Basic authentication is a name, a colon and a password in base64. */
function holdsUserAndPassword(value: string): boolean {
  return /^[ -~]+:[ -~]*$/.test(atob(value.replace(/^\w+ /, "").replace(/=+$/, "")));
}

/** Returns true if a value isn't in the line of its word, and not after "password:" in the next. */
function isFar(sign: string, gap: string): boolean {
  return gap.includes("\n") && (sign === "" || !/^[^\n]*\n {0,12}$/.test(gap));
}

function readKeyword({ groups = {}, index = 0, 0: match }: RegExpMatchArray, text: string) {
  const { value = "", quote = "", sign = "", gap = "" } = groups;
  const after = text.slice(index + match.length, index + match.length + 3);
  const found: KeywordValue = {
    value,
    isQuoted: quote !== "" && after.trimStart().startsWith(quote),
    isAssigned: /^[^a-z]+$/i.test(sign),
    isLast: /[.,;:)\]]$/.test(value) || /^(?:$|\n| ?[|"'`*_)(,;<])/.test(after),
    endsLine: /^(?:$|\n| ?[|"'`*_)<])/.test(after),
    distance: isFar(sign, gap) ? "far" : "near",
  };
  return found;
}
