import type { TextPart } from "../text/amount.ts";
import type { TypedAmount } from "../text/amount-unit.ts";
import { findCommonUnit } from "../text/shared-unit.ts";
import { wordSet } from "../text/word-set.ts";

/** Two amounts of a text: what a number is, and what it should become. */
export type Pair = readonly [before: TypedAmount | undefined, bet: TypedAmount | undefined];

/** Words that may stand between a goal and its number: "I bet that it only takes about 10". */
const BRIDGE = wordSet(`
  it that this they he she i we there the a an on is are be been take takes need needs cost costs
  last lasts get gets only just still already about around roughly nearly almost under below over
  above at most least less more than no up down maximum max minimum min ~ ≈ < > <= >= ≤ ≥ = : , to
  into will should would 'll it'll want wants bet my our goal target aim then afterwards later
  after in future goes go went drops drop falls fall shrinks shrink comes come rises rise grows
  grow climbs climb becomes become turns turn sinks sink lose loses spend spends wait waits
`);
const CHANGES = wordSet(
  "drops drop falls fall shrinks shrink rises rise grows grow climbs climb sinks sink down up",
);
const MOVES = wordSet("goes go comes come gets get");
const SUBJECTS = wordSet("it this that they");
const GOALS = wordSet(
  "will should would 'll it'll want wants goal target aim then afterwards later after future",
);
const BASELINE = wordSet(`
  today now currently current baseline before nowadays takes take needs need spends spend costs cost
`);
/** Words beside a number that make it a difference or a time when, not a goal. */
const NO_GOALS = wordSet(`
  save saves saved saving gain gains faster slower quicker sooner earlier shorter longer better
  higher lower fewer less more off
`);
const WHEN = wordSet("by within for until every on since after in over during");
/** "I bet 10." */
const WAGER = "bet";
const CALENDAR = wordSet("days weeks months years");
const MAX_BRIDGE = 9;
const MAX_INSTEAD = 16;

/**
 * Finds a bet in two clauses: "She needs 115 minutes today; with the list it goes to 30". The first
 * number must be the only one that the second one can be compared with.
 */
export function findInClauses(parts: readonly TextPart[], index: number): Pair | undefined {
  const bet = parts[index]?.amount;
  if (!bet || isNoGoal(parts, index)) return undefined;
  const at = findOnlyBefore(parts, index, bet);
  const before = parts[at]?.amount;
  if (!before || isCalendarOnly(before, bet)) return undefined;
  return leadsTo(parts, at, index) ? [before, bet] : undefined;
}

/** "Instead of 45 minutes, she needs only 10." */
export function findInsteadFirst(parts: readonly TextPart[], index: number): Pair | undefined {
  if (parts[index]?.text !== "instead" || parts[index + 1]?.text !== "of") return undefined;
  const rest = parts.slice(index + 2, index + 2 + MAX_INSTEAD);
  const stop = rest.findIndex(({ text }) => /^[.;]$/.test(text));
  const said = stop < 0 ? rest : rest.slice(0, stop);
  const [first, second, third] = said.flatMap(({ amount }, at) => (amount ? [at] : []));
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  if (first > 2 || isNoGoal(parts, index + 2 + second)) return undefined;
  return [said[first]?.amount, said[second]?.amount];
}

/** "After 2 weeks" says when, where the other number is in minutes or hours. */
export function isCalendarOnly(before: TypedAmount, bet: TypedAmount): boolean {
  const isLong = ({ unit }: TypedAmount) => unit?.kind === "time" && CALENDAR.has(unit.name);
  return isLong(bet) && !isLong(before);
}

function leadsTo(parts: readonly TextPart[], before: number, index: number): boolean {
  const words = readBridge(parts, before, index);
  if (changesTo(words) || words.includes(WAGER)) return true;
  if (isThreshold(parts, { before, index, words })) return true;
  const clause = readClause(parts, index);
  const isGoal = words.some((word) => GOALS.has(word));
  // "With the list it goes to 30", "6 hours with the tool", not "we start with 5 hours".
  const hasMeans = clause[0] === "with" || parts[index + 1]?.text === "with";
  if (hasMeans && isGoal) return true;
  const isAfter = isGoal || hasMeans || clause.some((word) => /^(?:afterwards|later)$/.test(word));
  return isAfter && readClause(parts, before).some((word) => BASELINE.has(word));
}

/** "It goes to", "becomes", "turns into". */
function changesTo(words: readonly string[]): boolean {
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (words.includes("to") && (has(CHANGES) || (has(MOVES) && has(SUBJECTS)))) return true;
  return /\bbecomes?\b|\bturns? .*\binto\b/.test(words.join(" "));
}

/** "If it's 10 or less, I'll keep it", but not "If it's 30 or more, I stop". */
function isThreshold(
  parts: readonly TextPart[],
  { before, index, words }: { before: number; index: number; words: readonly string[] },
): boolean {
  const start = index - words.length;
  const said = [start - 2, start - 1].map((at) => parts[at]?.text ?? "").join(" ");
  const after = [1, 2].map((skip) => parts[index + skip]?.text ?? "").join(" ");
  const [old, bet] = [parts[before]?.amount, parts[index]?.amount];
  if (!/ ?if(?: it's)?$/.test(said) || !old || !bet) return false;
  const rest = parts.slice(index).map(({ text }) => text);
  if (rest.some((word) => /^(?:stop|quit|kill|drop|end|give)s?$/.test(word))) return false;
  const isLess = /^or (?:less|fewer|under)$/.test(after) && bet.high < old.low;
  return isLess || (/^or more$/.test(after) && bet.low > old.high);
}

/** Lists the words right before a number, as far back as they can belong to a goal. */
function readBridge(parts: readonly TextPart[], before: number, index: number): string[] {
  const words: string[] = [];
  for (let at = index - 1; at > before && words.length < MAX_BRIDGE; at--) {
    const part = parts[at];
    if (!part || part.amount || !BRIDGE.has(part.text)) break;
    words.unshift(part.text);
  }
  return words;
}

/** Lists the words of the clause that a number is in. */
function readClause(parts: readonly TextPart[], index: number): string[] {
  const isEnd = (part: TextPart) => /^[.;,]$/.test(part.text) || part.text === "and";
  const start = parts.slice(0, index).findLastIndex(isEnd) + 1;
  const length = parts.slice(index + 1).findIndex(isEnd);
  const end = length < 0 ? parts.length : index + 1 + length;
  return parts.slice(start, end).map(({ text }) => text);
}

/** "Saves 10 minutes", "10 minutes faster", "by 10", "2 days to build", "10 minutes for a bus". */
export function isNoGoal(parts: readonly TextPart[], index: number): boolean {
  const [one = "", two = ""] = [1, 2].map((skip) => parts[index + skip]?.text);
  if (NO_GOALS.has(one) || (one === "to" && !parts[index + 2]?.amount && two !== "")) return true;
  if (/^(?:of|for)$/.test(one) || (/^(?:is|are)$/.test(one) && /^(?:on|in|at)$/.test(two)))
    return true;
  const clause = readClause(parts, index).join(" ");
  if (/\bto (?:build|make|set|write|learn|try|train|install)\b/.test(clause)) return true;
  const before = parts.slice(Math.max(0, index - 3), index).map(({ text }) => text);
  if (before.some((word) => /^(?:sav(?:e|es|ed|ing)|gains?)$/.test(word))) return true;
  return WHEN.has(before.at(-1) ?? "") && before.at(-2) !== WAGER;
}

/**
 * Finds the one number before another one that it can be compared with; -1 if there is none, or
 * several. A number without a unit can belong to any.
 */
function findOnlyBefore(parts: readonly TextPart[], index: number, bet: TypedAmount): number {
  const all = parts.flatMap(({ amount }, at) => (amount && at < index ? [{ amount, at }] : []));
  const fits = all.filter(({ amount }) => amount.unit && isAlike(amount, bet));
  const bare = all.filter(({ amount }) => !amount.unit);
  const found = bet.unit === undefined ? all : fits.length > 0 ? fits : bare;
  return found.length === 1 ? (found[0]?.at ?? -1) : -1;
}

function isAlike({ unit }: TypedAmount, bet: TypedAmount): boolean {
  return bet.unit !== undefined && findCommonUnit(unit, bet.unit) !== null;
}
