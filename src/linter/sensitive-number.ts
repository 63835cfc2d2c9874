import { isInternational } from "./phone-lengths.ts";

/** Card numbers end in a check digit (Luhn, ISO/IEC 7812-1). */
export function passesLuhnCheck(value: string): boolean {
  const digits = value.replace(/\D/g, "").split("").reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Countries by the length of their account numbers (the IBAN registry of SWIFT). */
const IBAN_COUNTRIES =
  "15 NO,16 BE BI,18 DK FI FO GL NL SD,19 MK SI,20 AT BA EE KZ LT LU MN XK,21 CH HR LI LV," +
  "22 BG BH CR DE GB GE IE ME RS VA,23 AE GI IL IQ OM SO TL,24 AD CZ ES MD PK RO SA SE SK TN VG," +
  "25 LY PT ST,26 IS TR,27 BF BJ CI CM DJ FR GR IT MC ML MR NE SM SN TG CF CG GA GQ GW KM TD," +
  "28 AL AZ BY CY DO DZ GT HN HU LB MA NI PL SV,29 BR EG FK PS QA UA,30 JO KW MU YE,31 MT SC," +
  "32 LC,33 RU,25 AO CV MZ,26 IR,24 MG";

const ibanLengths = new Map<string, number>(
  IBAN_COUNTRIES.split(",").flatMap((group) => {
    const [length, ...countries] = group.split(" ");
    return countries.map((country): [string, number] => [country, Number(length)]);
  }),
);

/** Returns how many characters of a text are an account number with valid check digits. */
export function measureIban(text: string): number {
  const length = ibanLengths.get(text.slice(0, 2).toUpperCase()) ?? Number.POSITIVE_INFINITY;
  const end = endOfCharacter(text, length);
  if (end === 0 || /^[\p{L}\p{N}]/u.test(text.slice(end))) return 0;
  const compact = text.slice(0, end).replace(/[^A-Za-z0-9]/g, "");
  const moved = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const character of moved) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? end : 0;
}

/** Returns where the nth letter or digit of a text ends, or 0 if it has fewer. */
function endOfCharacter(text: string, nth: number): number {
  let seen = 0;
  for (let index = 0; index < text.length; index++) {
    if (/[A-Za-z0-9]/.test(text.charAt(index))) seen++;
    if (seen === nth) return index + 1;
  }
  return 0;
}

/**
 * Returns how many characters of a text are an international phone number. Another number may
 * follow it after a space.
 */
export function measurePhone(text: string): number {
  for (let end = text.length; end > 0; end = findLastGap(text, end)) {
    const digits = text.slice(0, end).replace(/\(0\)/, "").replace(/\D/g, "");
    if (isInternational(text.startsWith("+") ? digits : digits.replace(/^00/, ""))) return end;
  }
  return 0;
}

/** Returns the end of the digits before the last gap, or 0 if there is none. */
function findLastGap(text: string, end: number): number {
  const gap = /\d\D{1,3}\d*\D*$/.exec(text.slice(0, end));
  return gap ? gap.index + 1 : 0;
}

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
const UUID_LENGTH = 36;

/** Returns true if the character at an index of a text is part of a UUID. */
export function isInUuid(text: string, index: number): boolean {
  const start = Math.max(0, index - UUID_LENGTH + 1);
  const around = text.slice(start, index + UUID_LENGTH);
  return [...around.matchAll(UUID)].some(
    (match) => start + match.index <= index && index < start + match.index + UUID_LENGTH,
  );
}
