import { type CheckRefs, readCheckRefs } from "./check-refs.ts";
import { MARK } from "./claim-words.ts";
import { normalizeWords, readStatus } from "./status.ts";
import { compileForm } from "./wide-form.ts";

const UNTRIED = compileForm(String.raw`
    ^(?:(?:i|we)\s+)?(?:have not|did not|could not|was not able to|
    was unable to)\s+(?:yet\s+)?(?:get to\s+)?(?:try|tried|test|tested|run|ran|check|
    checked|attempt|attempted)\s+
  `);

/** Reads "I did not try check 3". */
export function readUntried(text: string): CheckRefs | undefined {
  const bare = normalizeWords(text.slice(0, 200)).replace(/^[\s*_]+/, "");
  const untried = UNTRIED.exec(bare)?.[0];
  if (!untried) return undefined;
  const refs = readCheckRefs(bare.slice(untried.length).replace(/^the\s/, ""));
  return refs?.isExplicit ? { ...refs, rest: `: not tried. ${refs.rest}` } : undefined;
}

const CLAIM_FIRST = compileForm(
  String.raw`
    ^([\p{L}' -]{2,30}?)(?:\s*\(\d+\))?[\s:*_\u2013\u2014-]+(?=[\s*_]*(?:checks?|criteri|
    ac|c)[\s#-]{0,2}\d)
  `,
  "u",
);

/** Reads "Not tried: C3 and C4" and "Skipped C2". */
export function readClaimFirst(text: string): CheckRefs | undefined {
  const bare = normalizeWords(text.slice(0, 600))
    .replace(MARK, "")
    .replace(/^[\s*_]+/, "");
  const [all = "", words = ""] = CLAIM_FIRST.exec(bare) ?? [];
  if (readStatus(words)?.end !== words.length || words === "") return undefined;
  const refs = readCheckRefs(bare.slice(all.length));
  return refs?.isExplicit ? { ...refs, rest: `: ${words}. ${refs.rest}` } : undefined;
}
