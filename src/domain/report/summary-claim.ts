import type { CheckClaim } from "./claim.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { normalizeWords, readStatus } from "./status.ts";
import { compileForm } from "./wide-form.ts";

const ALL = compileForm(
  String.raw`
    ^[^\p{L}\p{N}]*(?:all|every one) (?:of )?(?:the |your |these |its )?(\d{1,3}|two|
    three|four|five|six|seven|eight|nine|ten)? ?(?:of (?:the|your) )?(?:checks|criteria|
    acceptance criteria)(?: (?:under|in) ["'\u201c]?done when["'\u201d]?)?\s*:?\s*
  `,
  "u",
);
/** "The five acceptance checks in the spec are all met" */
const ALL_LATER = compileForm(
  String.raw`
    ^[^\p{L}\p{N}]*(?:the |your )(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)?\s?
    (?:acceptance |success )?(?:checks|criteria)(?: (?:in|of|from) (?:the|your) (?:spec|brief))?\s
    (?:are|were|have) all (?:been )?\s?
  `,
  "u",
);
const WORDS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Reads "All 4 checks are met", in a report that says nothing about single checks. */
export function findSummaryClaim(
  lines: readonly PlacedLine[],
  checks: readonly string[],
): CheckClaim[] | undefined {
  const claims = lines.flatMap((line) => readSummary(line, checks.length));
  const [first] = claims;
  const isOne = claims.every((claim) => claim === first);
  if (!first || first === "unclear" || !isOne) return undefined;
  return checks.map(() => ({ claim: first, basis: undefined }));
}

function readSummary({ topic, kind, text }: PlacedLine, count: number) {
  const isPlace = topic === undefined || topic === "per-check" || topic === "results";
  if (!isPlace || (kind !== "text" && kind !== "entry")) return [];
  const sentences = normalizeWords(text.slice(0, 400)).split(/(?<=[.!?])\s/);
  return sentences.flatMap((sentence) => readAllClaim(sentence, count, topic === "per-check"));
}

/** Reads a sentence about all checks. Their number has to be right, if it is given. */
function readAllClaim(sentence: string, count: number, isOfChecks: boolean) {
  const [all, number] = ALL.exec(sentence) ?? ALL_LATER.exec(sentence) ?? [];
  if (all === undefined) return [];
  const isCounted = number === String(count) || (number !== undefined && number === WORDS[count]);
  if (!isCounted && (number !== undefined || !isOfChecks)) return [];
  const status = readStatus(sentence.slice(all.length));
  return status ? [status.claim ?? ("unclear" as const)] : [];
}
