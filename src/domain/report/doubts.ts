import type { Claim } from "./claim.ts";
import { readItemClaim } from "./item-claim.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { splitAtRefs } from "./report-items.ts";
import { compileForm } from "./wide-form.ts";

/** What another passage says about a check. */
export interface Doubt {
  index: number;
  claim: Claim | "unclear";
}

const CORRECTS = compileForm(
  String.raw`
    \b(?:correct(?:ion)?|actually|mistake|wrong(?:ly)?|instead|treat|rather|sorry|
    turns out|did not|was not|is not|has not|(?:did|was|is|has)n't)\b
  `,
  "i",
);
const NAMED = /\b(?:check\s|criterion\s|ac|c)[\s#-]?(\d{1,3})\b/gi;
const OTHER_TOPICS: ReadonlySet<string> = new Set(["engineer", "faked", "added", "assumptions"]);

/** Lists what the other parts of a report, and the text after it, say about checks. */
export function listDoubts(lines: readonly PlacedLine[], later: readonly PlacedLine[]): Doubt[] {
  const others = lines.filter(({ topic }) => OTHER_TOPICS.has(topic ?? ""));
  return [...others.flatMap(readDoubts), ...later.flatMap(readCorrections)];
}

function readDoubts({ kind, text }: PlacedLine): Doubt[] {
  if (kind !== "text" && kind !== "entry") return [];
  return splitAtRefs(text).flatMap(({ numbers, rest }) => {
    const { claim } = readItemClaim(rest, []);
    return claim ? numbers.map((number) => ({ index: number - 1, claim })) : [];
  });
}

function readCorrections(line: PlacedLine): Doubt[] {
  if (line.kind === "code") return [];
  const named = CORRECTS.test(line.text) ? [...line.text.matchAll(NAMED)] : [];
  const corrected = named.map(([, digits]) => ({
    index: Number(digits) - 1,
    claim: "unclear" as const,
  }));
  return [...readDoubts(line), ...corrected];
}
