import { compileForm } from "./wide-form.ts";
/** The checks that a text starts with, by number. */
export interface CheckRefs {
  numbers: number[];
  /** What comes after the numbers. */
  rest: string;
  /** False for a number without a word or letter that says it is a check. */
  isExplicit: boolean;
}

const NAMES = [
  "acceptance\\s+(?:criterion|criteria|test)|success\\s+(?:criterion|criteria)|",
  "done[\\s-]when|checks?|criterion|criteria|prüfung(?:en)?|kriterium|kriterien|",
  "vérifications?|critères?|comprobaci(?:ón|ones)|verificaci(?:ón|ones)|criterios?|",
  "verificaç(?:ão|ões)|critérios?|controll[oi]|criteri[oi]?|controles?|проверк[аи]|",
  "критери[йи]|チェック|確認|检查|检查项|标准|検証|ac|c",
].join("");
const NAME = new RegExp(
  `^(?:${NAMES})(?![a-z])\\s*(?:no\\.?|nr\\.?|number|#|n°)?[\\s#.-]{0,2}`,
  "iu",
);
const DIGITS = /^(?:c|ac|#)?[\s-]?0{0,2}([1-9]\d{0,2})(?![\p{L}\p{N}_%]|[.,:]\d|\/\d)/iu;
const NEXT = /^\s*(?:,\s*(?:and\s+)?|&|\+|\/|;|\band\b|\bund\b|\bet\b|\by\b|、|と)\s*/i;
const TO = /^\s*(?:-|\u2013|\u2014|\.\.\.?|\u2026|\bto\b|\bthrough\b|\bbis\b|\bà\b|~)\s*/i;
/** What joins two bare numbers to a range; "C1 - 3 files" isn't one. */
const TIGHT = /^(?:[-\u2013]|\.\.\.?|\u2026|\s(?:to|through|bis|à)\s)$/i;
const OPEN = /^[\s"'*_`[(#]*/;
/** What closes a number. A quote after a space opens the words of the check. */
const CLOSE = /^["'*_`\])]*[\s*_`\])]*/;
const MAX_RANGE = 100;

/** Reads "C1", "check 2", "AC-3", "C1, C2 and C4" or "checks 1-3" at the start of a text. */
export function readCheckRefs(text: string): CheckRefs | undefined {
  const bare = text.replace(STRUCK, "").replace(ABOUT, "");
  if (bare !== text) return readCheckRefs(bare);
  const [all, ordinal = ""] = ORDINAL.exec(text) ?? [];
  if (all) return { ...readOrdinal(ordinal), rest: text.slice(all.length), isExplicit: true };
  const wide = /^[^a-z]{0,6}[\uff21-\uff5a]/i.test(text) ? text.normalize("NFKC") : text;
  const opened = OPEN.exec(wide)?.[0] ?? "";
  const start = wide.slice(opened.length);
  const name = NAME.exec(start)?.[0];
  const isHash = name === undefined && opened.includes("#");
  const read = readCheckNumbers(start.slice(name?.length ?? 0), name !== undefined || isHash);
  return read && { ...read, isExplicit: name !== undefined || isHash };
}

/** What is struck through in front of its replacement. */
const STRUCK = /^[\s*_]*~~[^~]{1,200}~~\s*/;
const ABOUT = /^[\s*_]*(?:as for|regarding|concerning)\s+/i;
const COUNTS = "one two three four five six seven eight nine ten".split(" ");
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const COUNT = new RegExp(`^(?:${COUNTS.join("|")})(?=\\W|$)`, "i");
/** What follows "the fourth" if it is a check: "the fourth is only half there". */
const SAID =
  "(?:one\\s+)?(?=(?:is|was)\\s+(?:also |still |only |not |fully |partly )?(?:half |met|partly|tried))";
const ORDINAL = new RegExp(
  `^[\\s"'*_]*(?:the\\s+)?(${ORDINALS.join("|")})\\s+(?:(?:check|criterion)\\b|${SAID})`,
  "i",
);

function readOrdinal(word: string): { numbers: number[] } {
  return { numbers: [ORDINALS.indexOf(word.toLowerCase()) + 1] };
}

function readCheckNumbers(text: string, isNamed: boolean) {
  let rest = text;
  if (isNamed) rest = rest.replace(COUNT, (word) => String(COUNTS.indexOf(word.toLowerCase()) + 1));
  const numbers: number[] = [];
  for (let isRange = false; numbers.length < MAX_RANGE; ) {
    const digits = DIGITS.exec(rest.replace(OPEN, ""));
    if (!digits?.[1]) break;
    addNumber(numbers, Number(digits[1]), isRange);
    rest = rest.replace(OPEN, "").slice(digits[0].length);
    const after = findContinued(rest, isNamed);
    if (!after) break;
    isRange = after.isRange;
    rest = after.rest;
  }
  return numbers.length === 0 ? undefined : { numbers, rest: rest.replace(CLOSE, "") };
}

function addNumber(numbers: number[], number: number, isRange: boolean): void {
  const from = numbers.at(-1);
  if (isRange && from !== undefined && number > from && number - from < MAX_RANGE)
    for (let between = from + 1; between < number; between++) numbers.push(between);
  numbers.push(number);
}

/** Returns the text of the next number of a list of checks, if one follows. */
function findContinued(rest: string, isNamed: boolean) {
  const closed = rest.replace(CLOSE, "");
  for (const [form, isRange] of [
    [TO, true],
    [NEXT, false],
  ] as const) {
    const joined = form.exec(closed)?.[0];
    if (joined === undefined) continue;
    const next = closed.slice(joined.length).replace(OPEN, "");
    const named = NAME.exec(next)?.[0] ?? "";
    const bare = next.slice(named.length);
    const isBareRange = isRange && !TIGHT.test(joined);
    if (DIGITS.test(bare) && (named !== "" || (!isBareRange && isListed(bare, isNamed)))) {
      return { rest: bare, isRange };
    }
  }
  return undefined;
}

const AFTER_LIST = compileForm(
  String.raw`
    ^[\s"'*_\x60\])]*(?:$|[:,;.)|/&=\u2013\u2014\u2192-]|\b(?:and|und|et|y|to|bis|are|is|
    were|was|both|all|pass\w*|fail\w*|met|not|work\w*|ha(?:ve|s)|done|skipped|untested|
    partly|cannot|could|unclear)\b)
  `,
  "i",
);

/** A bare number goes on a list only if no word comes after it: "C1, 18 of 18 are equal". */
function isListed(text: string, isNamed: boolean): boolean {
  const after = text.slice(DIGITS.exec(text)?.[0].length ?? 0);
  return isNamed && AFTER_LIST.test(after);
}

/** Marks before the words of a line. */
export const FIRST_MARKS =
  /^(?:[\s*_]*(?:\p{Extended_Pictographic}|[\u2713\u2714\u2717\u2718\u2716])\ufe0f?[\s*_]*)+/u;

/** Reads the checks at the start of a text, past marks, which stay in the text. */
export function readMarkedRefs(text: string): CheckRefs | undefined {
  const first = FIRST_MARKS.exec(text)?.[0] ?? "";
  const refs = readCheckRefs(text.slice(first.length));
  return refs && { ...refs, rest: `${refs.rest}${first === "" ? "" : ` ${first}`}` };
}
