import * as v from "valibot";
import { SUMMARY_KIND, Summary } from "./summary.ts";

/**
 * Parses the text of a summary. Returns it, or why it can't be counted as a clause: "it isn't JSON".
 * `lastMonth` is the last one that has begun.
 */
export function parseSummary(text: string, lastMonth: string): Summary | string {
  const content = parseJsonText(text);
  if (content === undefined) return "it isn't JSON";
  const { kind, version } = { ...(content as { kind?: unknown; version?: unknown } | null) };
  if (kind !== SUMMARY_KIND) return "it isn't a summary from builder-pm";
  if (version !== 1)
    return typeof version === "number" && version > 1
      ? "a newer version of builder-pm wrote it; update builder-pm"
      : "it has no version that builder-pm knows";
  const read = v.safeParse(Summary, content);
  if (!read.success) return describeWrongField(read.issues[0]);
  const wrong = findContradiction(read.output);
  if (wrong) return wrong;
  if (read.output.month > lastMonth) return `${read.output.month} is in the future`;
  return read.output;
}

/** Whose a summary is, and of which month, as far as it says so. */
export interface SummaryOwner {
  person: unknown;
  month: unknown;
}

/** Finds out whose summary a text is, even one of another version; undefined for other texts. */
export function findSummaryOwner(text: string): SummaryOwner | undefined {
  const content = { ...(parseJsonText(text) as (SummaryOwner & { kind?: unknown }) | null) };
  const { kind, person, month } = content;
  return kind === SUMMARY_KIND ? { person, month } : undefined;
}

function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Names the wrong field only if it is one of ours, because a stranger's can say anything. */
function describeWrongField(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? "";
  const isUnknown = issue.expected === "never";
  const [field = ""] = path.split(".");
  return isUnknown || !Object.hasOwn(Summary.entries, field)
    ? "it holds something that no summary has"
    : `its "${field}" is missing or wrong`;
}

/** Says what in a summary can't be true, such as more overclaims than claims. */
function findContradiction({
  items,
  decisions,
  misses,
  claims,
  ideaToArtifact,
  practice,
  defects,
}: Summary): string | undefined {
  if (claims.some(({ counted, overclaimed }) => overclaimed > counted))
    return "it counts more overclaims than claims";
  if (!isPossible(practice, defects)) return "it counts more verdicts than checks";
  const lists = [
    items.map(({ item }) => item),
    decisions.map(({ slice, decision }) => `${slice} ${decision}`),
    misses.map(({ cause, about }) => `${cause} ${about}`),
    claims.map(({ agent }) => agent),
    ideaToArtifact.map(({ within }) => within),
    defects.map(({ kind }) => kind),
  ];
  const hasDouble = lists.some((keys) => new Set(keys).size < keys.length);
  return hasDouble ? "it counts the same thing twice" : undefined;
}

function isPossible(
  { sound, doubted, falseClaims, trusted }: Summary["practice"],
  defects: Summary["defects"],
): boolean {
  const isCaught = defects.every(({ planted, caught }) => caught <= planted);
  return doubted <= sound && trusted <= falseClaims && isCaught;
}
