import type { Drill } from "../library/drill.ts";
import { wordSet } from "../text/word-set.ts";

/**
 * Finds the check that a remark seems to be about: one that isn't met, and whose own words come up
 * in the remark. Returns undefined unless one check stands out, because a wrong hint would confuse.
 */
export function findRelatedCheck(
  remark: string,
  { checks, truth }: Pick<Drill, "checks" | "truth">,
): number | undefined {
  const said = listTellingWords(remark);
  const all = checks.map((check, at) => {
    const { where = "", how = [] } = truth[at] ?? {};
    return listTellingWords([check, where, ...how].join(" "));
  });
  const hits = all.map((words, at) => {
    const others = all.filter((_, index) => index !== at);
    const own = [...words].filter((word) => !others.some((other) => other.has(word)));
    return own.filter((word) => said.has(word)).length;
  });
  const most = Math.max(...hits);
  const found = hits.indexOf(most);
  const isClear = most >= ENOUGH && hits.filter((hit) => hit * 2 > most).length === 1;
  return isClear && truth[found]?.verdict === "not-met" ? found + 1 : undefined;
}

/** How many words of a check's own make it likely that a remark is about it. */
const ENOUGH = 2;

/** Longer words that say nothing about any one check. */
const common = wordSet(`
  about after again before check every other report should still their there these thing where
  which without
`);

/** Returns the words that say something: names, numbers and longer words, without an ending. */
function listTellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  const stems = words.map((word) => word.replace(/(?:e?s|ed|ing)$/, ""));
  return new Set(
    stems.filter((stem) => /\d/.test(stem) || (stem.length >= 5 && !common.has(stem))),
  );
}
