import { readMarkedRefs } from "./check-refs.ts";
import type { Claim } from "./claim.ts";
import { readItemClaim } from "./item-claim.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { splitAtRefs } from "./report-items.ts";
import { normalizeWords, readWholeStatus } from "./status.ts";
import { compileForm } from "./wide-form.ts";

/** What another passage says about a check. */
export interface Doubt {
  index: number;
  claim: Claim | "unclear";
  /** True if it says what to read instead: "Please treat C3 as not tried." */
  corrects?: boolean;
}

const CORRECTS = compileForm(
  String.raw`
    \b(?:correct(?:ion)?|actually|mistake|wrong(?:ly)?|instead|treat|rather|sorry|
    turns out|did not|was not|is not|has not|(?:did|was|is|has)n't|withdr[ae]w\w*|retract\w*|
    (?:take|took|taken) (?:\w+ ){0,6}back|no longer (?:holds?|true|met)|that makes (?:it|this))\b
  `,
  "i",
);
/** Below such a heading, whatever is said of a check may replace its claim. */
const CORRECTIONS =
  /^\W*(?:corrections?|errat(?:um|a)|addend(?:um|a)|updates?|amendments?|afterthoughts?|postscript|p\.?s\.?|one more thing)\b/i;
const NAMED = /\b(?:check\s|criterion\s|ac|c)[\s#-]?(\d{1,3})\b/gi;
const OTHER_TOPICS: ReadonlySet<string> = new Set(["engineer", "faked", "added", "assumptions"]);

/** Lists what the other parts of a report, and the text after it, say about checks. */
export function listDoubts(lines: readonly PlacedLine[], later: readonly PlacedLine[]): Doubt[] {
  const others = lines.filter(({ topic }) => OTHER_TOPICS.has(topic ?? ""));
  const after = listAfterChecks(lines);
  return [
    ...others.flatMap(readDoubts),
    ...[...after, ...later].flatMap(readCorrections),
    ...listCorrected(lines).flatMap(({ text }) => doubtNamed(text)),
  ];
}

/** Lists the text below headings that announce corrections. */
function listCorrected(lines: readonly PlacedLine[]): PlacedLine[] {
  let isBelow = false;
  return lines.filter(({ kind, text }) => {
    if (kind === "heading") isBelow = CORRECTIONS.test(text);
    return isBelow && (kind === "text" || kind === "entry");
  });
}

function doubtNamed(text: string): Doubt[] {
  return [...text.matchAll(NAMED)].map(([, digits]) => ({
    index: Number(digits) - 1,
    claim: "unclear" as const,
  }));
}

/** Lists what stands after the checks, or below a line across the page, and in no other part. */
function listAfterChecks(lines: readonly PlacedLine[]): PlacedLine[] {
  const isOfChecks = ({ topic }: PlacedLine) => topic === "per-check";
  const last = lines.findLastIndex(isOfChecks);
  const across = lines.findLastIndex(({ kind, level }) => kind === "rule" && level === 0);
  if (last < 0) return [];
  return lines.filter((line, index) => {
    const isBelow = isOfChecks(line) && across >= 0 && index > across;
    const isAfter = line.topic === undefined && index > last;
    return isAfter || (isBelow && !readMarkedRefs(line.text)?.isExplicit);
  });
}

function readDoubts({ kind, text }: PlacedLine): Doubt[] {
  if (kind !== "text" && kind !== "entry") return [];
  return [...splitAtRefs(text), ...listInnerRefs(text)].flatMap(({ numbers, rest }) => {
    const { claim } = readItemClaim(rest, []);
    return claim ? numbers.map((number) => ({ index: number - 1, claim })) : [];
  });
}

/** Lists checks in the middle of a sentence, with what it says about them: "So C2 is not met." */
function listInnerRefs(text: string): { numbers: number[]; rest: string }[] {
  return [...text.slice(0, MAX_TEXT).matchAll(NAMED)].flatMap(({ 0: all, 1: digits, index }) => {
    const rest = text.slice(index + all.length, index + all.length + MAX_TEXT);
    return SAYS.test(rest) ? [{ numbers: [Number(digits)], rest }] : [];
  });
}

const SAYS =
  /^\s+(?:is|isn['\u2019]t|was|wasn['\u2019]t|has|hasn['\u2019]t|does|doesn['\u2019]t|fails|failed)\b/i;

function readCorrections(line: PlacedLine): Doubt[] {
  if (line.kind === "code") return [];
  const instead = readInstead(line.text);
  if (instead.length > 0) return instead;
  return [...readDoubts(line), ...(CORRECTS.test(line.text) ? doubtNamed(line.text) : [])];
}

const INSTEAD = compileForm(
  String.raw`
    \b(?:treat|count|read|mark|consider|record|change)\s+(?:check\s|criterion\s|ac|
    c)[\s#-]?(\d{1,3})\s+(?:as|to)\s+(?:be\s+)?
  `,
  "gi",
);

/** Reads corrections that name a check and a claim. */
function readInstead(text: string): Doubt[] {
  return [...text.slice(0, MAX_TEXT).matchAll(INSTEAD)].flatMap(({ 0: all, 1: digits, index }) => {
    const [after = ""] = normalizeWords(text.slice(index + all.length)).split(/[.;!?](?:\s|$)/, 1);
    const claim = readWholeStatus(after.replace(/[*_"'`]/g, ""));
    return claim ? [{ index: Number(digits) - 1, claim, corrects: true }] : [];
  });
}

const MAX_TEXT = 1000;
