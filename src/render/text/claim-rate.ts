import { describeCheckKind } from "../../domain/insights/check-kind.ts";
import type { ClaimCount, ClaimRate } from "../../domain/insights/claim-rate.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";

/**
 * Says how often agents claimed more than a person found, and about which kinds of checks. Returns
 * "" while there is too little to say.
 */
export function describeClaimRate({ rate, agents, kinds, ...all }: ClaimRate): string {
  if (rate === undefined) return "";
  const { counted, overclaimed } = all;
  const were = overclaimed === 1 ? "was" : "were";
  const sentences = [
    `Agents said that ${countOf(counted, "check")} ${counted === 1 ? "was" : "were"} met; ` +
      `${overclaimed} of them ${were} not (${Math.round(rate * 100)} %).`,
    describeParts(kinds.map(({ kind, ...sum }) => ({ name: describeCheckKind(kind), ...sum }))),
    agents.length > 1
      ? describeParts(agents.map(({ agent, ...sum }) => ({ name: agent, ...sum })))
      : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

/** Says where claims were wrong, the most frequent first. */
function describeParts(parts: readonly (ClaimCount & { name: string })[]): string {
  const wrong = parts
    .filter(({ overclaimed }) => overclaimed > 0)
    .toSorted((one, other) => other.overclaimed - one.overclaimed);
  if (wrong.length === 0) return "";
  const words = wrong.map(({ name, counted, overclaimed }) => {
    return `${name} (${overclaimed} of ${counted})`;
  });
  return `Not met although claimed: ${joinWords(words)}.`;
}
