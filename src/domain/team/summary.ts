import * as v from "valibot";
import { checkKinds } from "../insights/check-kind.ts";
import { defectKinds } from "../library/drill.ts";
import { endings } from "../library/ending.ts";
import { Id } from "../library/fields.ts";
import { agentNames } from "./agent-names.ts";
import { buckets } from "./buckets.ts";
import { Month } from "./month.ts";

/** What a summary says that it is. */
export const SUMMARY_KIND = "builder-pm summary";
/** Stands for what isn't shipped with the program. */
export const PACK = "pack";

/** The largest file that is read as a summary: far more than one holds. */
export const MAX_SUMMARY_BYTES = 64 * 1024;

/** How many a person can have of anything in a month. */
const MAX_COUNT = 1000;
const MAX_ROWS = 300;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNT));
const Person = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "must be 16 hex digits"));

/** How far a person is with an item, from nothing to two or more projects that show it. */
export const itemLevels = ["none", "said", "shown", "repeated"] as const;

/** What a decision can be: an ending, one that came before any verdict, or another round. */
export const decisionKinds = [...endings, "early", "revised"] as const;

function listOf<const S extends v.GenericSchema>(row: S) {
  return v.pipe(v.array(row), v.maxLength(MAX_ROWS));
}

/**
 * What one person shares about one month: counts and closed lists, never a text, a title, a name, a
 * path or a time of day. Items are as of writing, all else happened in the month.
 */
export const Summary = v.strictObject({
  kind: v.literal(SUMMARY_KIND),
  version: v.literal(1),
  person: Person,
  month: Month,
  items: listOf(v.strictObject({ item: Id, level: v.picklist(itemLevels) })),
  decisions: listOf(
    v.strictObject({ slice: Id, decision: v.picklist(decisionKinds), count: Count }),
  ),
  predictions: v.strictObject({ tooHigh: Count, exact: Count, tooLow: Count }),
  misses: listOf(v.strictObject({ cause: Id, about: v.picklist(checkKinds), count: Count })),
  claims: listOf(
    v.strictObject({ agent: v.picklist(agentNames), counted: Count, overclaimed: Count }),
  ),
  ideaToArtifact: listOf(v.strictObject({ within: v.picklist(buckets), count: Count })),
  /** The first tries at drills that were finished in the month. */
  practice: v.strictObject({
    drills: Count,
    sound: Count,
    doubted: Count,
    falseClaims: Count,
    trusted: Count,
  }),
  /** What was planted in these drills, by its kind. */
  defects: listOf(
    v.strictObject({ kind: v.picklist([...defectKinds, "other"]), planted: Count, caught: Count }),
  ),
});

export type Summary = v.InferOutput<typeof Summary>;

/** How far a person is with an item. */
export type ItemLevel = (typeof itemLevels)[number];
/** What a decision can be. */
export type DecisionKind = (typeof decisionKinds)[number];

/** The ids that come with the program. Any other id could say something about a person. */
export interface ShippedIds {
  items: readonly string[];
  slices: readonly string[];
  causes: readonly string[];
}
