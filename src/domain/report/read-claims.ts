import { readBasis } from "./basis.ts";
import { createNumberTest, numberInOrder } from "./check-order.ts";
import { createCheckFinder, isAboutOthers } from "./check-text.ts";
import type { Basis, CheckClaim, Claim } from "./claim.ts";
import { type Doubt, listDoubts } from "./doubts.ts";
import { readItemClaim } from "./item-claim.ts";
import { dropLoose } from "./loose-item.ts";
import { readOrdinalProse } from "./ordinal-prose.ts";
import { unifyCheckNames } from "./own-labels.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { isInForm } from "./report-form.ts";
import { type ReportItem, weights } from "./report-item.ts";
import { listReportItems } from "./report-items.ts";
import { findSummaryClaim } from "./summary-claim.ts";
import { compileForm } from "./wide-form.ts";

/** The claims of one report. */
export interface ClaimsRead {
  claims: CheckClaim[];
  /** The checks that it speaks of, understood or not, counted from 0. */
  mentioned: ReadonlySet<number>;
}

interface Finding {
  index: number;
  claim: Claim | "unclear" | undefined;
  basis: Basis | undefined;
  weight: number;
  /** True if it says what holds "now", in place of what was said before. */
  isUpdate: boolean;
}

/** What an agent says while it is still at work. */
const OPEN = compileForm(
  String.raw`
    \b(?:at the moment|right now|for now|so far|let me (?:fix|try|add|change|look)|
    i(?:'ll| will) (?:fix|guard|change|add|try|look)|fixing (?:it|that|this))\b
  `,
  "i",
);

/**
 * Reads what the lines of one report say about each check. What stands after the report, or in its
 * other parts, makes no claim, but no claim is made against it.
 */
export function readClaims(
  given: readonly PlacedLine[],
  checks: readonly string[],
  later: readonly PlacedLine[] = [],
): ClaimsRead {
  const lines = unifyCheckNames(given, checks);
  const items = numberInOrder(dropLoose(listReportItems(lines), checks.length), checks);
  const isNumbered = createNumberTest(items, checks);
  const find = createCheckFinder(checks);
  const findings = items.flatMap((item) => {
    const numbers = item.isNamed || isNumbered(item) ? item.numbers : [undefined];
    return numbers.flatMap((number) => readFinding(item, number, checks, find));
  });
  const hasSection = findings.some(({ weight, claim }) => weight === weights.checks && claim);
  const counted = findings.filter(({ weight }) => !hasSection || weight > weights.before);
  const doubts = listDoubts(lines, later);
  const claims = checks.map((_, index) => {
    const claim = settle(counted.filter((found) => found.index === index));
    return applyDoubts(
      claim,
      doubts.filter((doubt) => doubt.index === index),
    );
  });
  const mentioned = new Set(findings.map(({ index }) => index));
  const said = items.filter((item) => item.isNamed || isNumbered(item));
  if (speaksOfOthers(lines, said, checks)) return { claims: checks.map(() => NONE), mentioned };
  const isSaid = counted.some(({ claim }) => claim);
  const summary = isSaid ? undefined : findSummaryClaim(lines, checks);
  const prose = doubts.length > 0 ? undefined : readOrdinalProse(lines, checks.length);
  return { claims: summary ?? addProse(claims, prose, counted), mentioned };
}

/** In the form of the brief, a few words beside a claim say nothing about what it is about. */
const LEAST_IN_FORM = 6;

/**
 * Returns true if a report is about something else. One in the form of the brief is about our
 * checks, unless its title names something and many of its words are about others.
 */
function speaksOfOthers(
  lines: readonly PlacedLine[],
  said: readonly ReportItem[],
  checks: readonly string[],
): boolean {
  const texts = said.map(({ text, body }) => [text, ...body].join(" "));
  const isFormed = said.every((item) => item.isNamed && isInForm(item.text));
  if (!isFormed) return isAboutOthers(checks, texts);
  return hasOwnTitle(lines) && isAboutOthers(checks, texts, LEAST_IN_FORM);
}

/** Returns true for a title that says more than that it is a report. */
function hasOwnTitle(lines: readonly PlacedLine[]): boolean {
  const first = lines.find(({ kind }) => kind === "heading");
  const words = first && first.topic === undefined ? (first.text.match(/\p{L}+/gu) ?? []) : [];
  return words.some((word) => !TITLE_WORDS.has(word.toLowerCase()));
}

const TITLE_WORDS: ReadonlySet<string> = new Set(
  "report final pass round agent agent's the of for on my our first second third".split(" "),
);

/** Adds what prose says about the other checks, if it says the same about those that are clear. */
function addProse(
  claims: CheckClaim[],
  prose: readonly CheckClaim[] | undefined,
  counted: readonly Finding[],
): CheckClaim[] {
  const isSame = ({ claim }: CheckClaim, index: number) =>
    claim === undefined || claim === prose?.[index]?.claim;
  const isUnclear = counted.some(({ index, claim }) => claim && !claims[index]?.claim);
  if (!prose || isUnclear || !claims.every(isSame)) return claims;
  return claims.map((claim, index) => (claim.claim ? claim : (prose[index] ?? claim)));
}

/** Takes a claim back if another passage says something else, or takes what corrects it. */
function applyDoubts(claim: CheckClaim, doubts: readonly Doubt[]): CheckClaim {
  const [first, ...others] = doubts.filter(({ corrects }) => corrects);
  const isOne = others.every((other) => other.claim === first?.claim);
  if (first && first.claim !== "unclear" && isOne) return { ...NONE, claim: first.claim };
  return doubts.some((doubt) => doubt.claim !== claim.claim) ? NONE : claim;
}

const NONE: CheckClaim = { claim: undefined, basis: undefined };

type Find = ReturnType<typeof createCheckFinder>;

/** The least that the words must say against a number. */
const OTHER = 0.75;
const OWN = 0.3;

function readFinding(
  item: ReportItem,
  number: number | undefined,
  checks: readonly string[],
  find: Find,
): Finding[] {
  const own = checks[(number ?? 0) - 1];
  if (number !== undefined && (own === undefined || quotesAnother(item.text, number, find)))
    return [];
  const { claim, rest, about } = readItemClaim(item.text, item.body, own);
  const said = combineForm(item, claim);
  const fit = find(about === "" ? item.text : about);
  const index = chooseCheck(item, number, fit);
  if (index === undefined) return [];
  const basis = item.basis ?? readItemBasis(rest, item.body, said);
  const isOpen = item.weight < weights.checks && OPEN.test(item.text);
  const isUpdate = item.weight < weights.checks && /\bnow\b/i.test(item.text.slice(0, 40));
  return [{ index, claim: isOpen ? undefined : said, basis, weight: item.weight, isUpdate }];
}

/** What stands in quotes behind a number, as long as a check is. */
const QUOTED =
  /^[\s*_:.-]*["\u201c\u201e\u00ab]((?:[^\s"\u201d\u201c\u00bb]+\s+){3}[^"\u201d\u201c\u00bb]{1,300})["\u201d\u201c\u00bb]/;

/**
 * Returns true for a number with the words of a check that isn't ours: `C1 "A walk can be booked"`.
 */
function quotesAnother(text: string, number: number, find: Find): boolean {
  const [, quoted] = QUOTED.exec(text) ?? [];
  return quoted !== undefined && find(quoted).scores[number - 1] === 0;
}

/** Chooses the check by its number, unless the words are clearly those of another one. */
function chooseCheck(
  { isNamed, text }: ReportItem,
  number: number | undefined,
  { index, scores }: ReturnType<Find>,
): number | undefined {
  if (number === undefined) return index;
  const ownScore = scores[number - 1] ?? 0;
  const isOther = index !== undefined && index !== number - 1;
  // A name in the form of the brief counts whatever the words are.
  if (!isOther || ownScore >= OWN || (isNamed && isInForm(text))) return number - 1;
  if ((scores[index] ?? 0) >= OTHER) return index;
  return isNamed ? number - 1 : undefined;
}

/** Takes together the words of an item, its column or heading, and its box. */
function combineForm(item: ReportItem, claim: Finding["claim"]): Finding["claim"] {
  if (item.claim && claim && item.claim !== claim) return "unclear";
  return item.claim ?? claim ?? (item.isTicked ? "met" : undefined);
}

function readItemBasis(rest: string, body: readonly string[], claim: Finding["claim"]) {
  if (claim === undefined) return undefined;
  const own = readBasis(rest);
  if (own || claim === "not-tried") return own;
  return readBasis(body.slice(0, 4).join(". "));
}

/** Returns the one claim of the passages that count most; nothing if they disagree. */
function settle(findings: readonly Finding[]): CheckClaim {
  const said = findings.filter(({ claim }) => claim);
  const most = Math.max(...said.map(({ weight }) => weight));
  const all = said.filter(({ weight }) => weight === most);
  const top = all.slice(
    Math.max(
      0,
      all.findLastIndex(({ isUpdate }) => isUpdate),
    ),
  );
  const [first] = top;
  const isOne = first !== undefined && top.every(({ claim }) => claim === first.claim);
  if (!isOne || !first.claim || first.claim === "unclear") return NONE;
  const bases = new Set(top.flatMap(({ basis }) => basis ?? []));
  return { claim: first.claim, basis: bases.size === 1 ? [...bases][0] : undefined };
}
