import { type CheckKind, checkKinds } from "../insights/check-kind.ts";
import type { Item } from "../library/checklist.ts";
import type { Drill } from "../library/drill.ts";
import type { Topic } from "../library/guide.ts";
import type { Rule } from "../library/rule.ts";
import type { Slice } from "../library/slice.ts";
import type { Choice } from "../library/step.ts";
import type { Bucket } from "./buckets.ts";
import { addUpClaims, type TeamClaims } from "./claims.ts";
import { addUpPractice, type TeamPractice } from "./practice.ts";
import { showNested } from "./small-groups.ts";
import { findSpread, type Spread } from "./spread.ts";
import {
  type DecisionKind,
  decisionKinds,
  type ItemLevel,
  PACK,
  type ShippedIds,
  type Summary,
} from "./summary.ts";
import { type Table, Tallies } from "./tallies.ts";

/**
 * How many people an item holds for: by their word or by a project, by one project, by two. Null if
 * left out.
 */
export interface TeamItem {
  /** The shipped item; undefined for those of packs, taken together. */
  item: Item | undefined;
  id: string;
  /** Those who say so, and those with a project that shows it, whatever they say. */
  true: number | null;
  shown: number | null;
  shownTwice: number | null;
  /** How many people don't have it true. Never shown as it is. */
  open: number;
}

/** What several people's summaries add up to. Null stands for what is left out. */
export interface Team {
  people: number;
  months: string[];
  items: TeamItem[];
  /** The decisions by kind, each with the slices they were about. */
  decisions: Table<DecisionKind, string>;
  predictions: Table<keyof Summary["predictions"]>;
  /** Why checks weren't met, each with what the checks were about. */
  causes: Table<string, CheckKind>;
  /** The people with such misses, by cause and then by what the check was about. */
  missedBy: ReadonlyMap<string, Tallies<CheckKind>>;
  claims: TeamClaims;
  ideaToArtifact: Spread;
  practice: TeamPractice;
}

/** The content that the figures are about. */
export interface TeamContent {
  shipped: ShippedIds;
  items: readonly Item[];
  causes: readonly Choice[];
  drills: readonly Drill[];
  slices: readonly Slice[];
  /** The rules of packs. */
  rules: readonly Rule[];
  guide: readonly Topic[];
  /** The folders of packs that a suggested command must name again. */
  typed: readonly string[];
}

/** Adds up summaries, one for each person and month. */
export function addUpTeam(summaries: readonly Summary[], content: TeamContent): Team {
  const { shipped } = content;
  const people = new Set(summaries.map(({ person }) => person));
  const decisions = new Tallies<DecisionKind>(decisionKinds);
  const slices = new Map<string, Tallies<string>>();
  const predictions = new Tallies<keyof Summary["predictions"]>(["tooHigh", "exact", "tooLow"]);
  const causes = new Tallies<string>(shipped.causes);
  const missedBy = new Map<string, Tallies<CheckKind>>();
  const times = new Tallies<Bucket>();
  for (const summary of summaries) {
    const { person } = summary;
    for (const { slice, decision, count } of summary.decisions) {
      decisions.add(decision, person, count);
      addPart(slices, decision, nameKnown(shipped.slices, slice), person, count);
    }
    for (const [name, count] of Object.entries(summary.predictions))
      predictions.add(name as keyof Summary["predictions"], person, count);
    for (const { cause, about, count } of summary.misses) {
      const name = nameKnown(shipped.causes, cause);
      causes.add(name, person, count);
      addPart(missedBy, name, about, person, count, checkKinds);
    }
    for (const { within, count } of summary.ideaToArtifact) times.add(within, person, count);
  }
  return {
    people: people.size,
    months: [...new Set(summaries.map(({ month }) => month))].toSorted(),
    items: addUpItems(findNewest(summaries), content),
    decisions: decisions.show(slices),
    predictions: predictions.show(),
    causes: causes.show(missedBy),
    missedBy,
    claims: addUpClaims(summaries),
    ideaToArtifact: findSpread(times.rows),
    practice: addUpPractice(summaries),
  };
}

/** Returns the id, or `pack` for one that doesn't come with the program. */
function nameKnown(known: readonly string[], id: string): string {
  return known.includes(id) ? id : PACK;
}

function addPart<Part extends string>(
  rows: Map<string, Tallies<Part>>,
  row: string,
  part: Part,
  person: string,
  count: number,
  names?: readonly Part[],
): void {
  const parts = rows.get(row) ?? new Tallies(names);
  parts.add(part, person, count);
  rows.set(row, parts);
}

/** Returns the newest summary of each person. */
function findNewest(summaries: readonly Summary[]): Summary[] {
  const newest = new Map<string, Summary>();
  for (const summary of summaries) {
    const known = newest.get(summary.person);
    if (!known || known.month < summary.month) newest.set(summary.person, summary);
  }
  return [...newest.values()];
}

const reached: Readonly<Record<ItemLevel, number>> = { none: 0, said: 1, shown: 2, repeated: 3 };

function addUpItems(newest: readonly Summary[], { shipped, items }: TeamContent): TeamItem[] {
  const hasPack = newest.some((summary) => summary.items.some(({ item }) => item === PACK));
  const ids = [...shipped.items, ...(hasPack ? [PACK] : [])];
  return ids.map((id) => {
    const levels = newest.map((summary) => summary.items.find(({ item }) => item === id)?.level);
    const count = (least: number) =>
      levels.filter((level) => level && reached[level] >= least).length;
    const shown = showNested(newest.length, [count(1), count(2), count(3)]);
    return {
      item: items.find((item) => item.id === id),
      id,
      true: shown[0] ?? null,
      shown: shown[1] ?? null,
      shownTwice: shown[2] ?? null,
      open: newest.length - count(1),
    };
  });
}
