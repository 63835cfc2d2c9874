/** A figure may be shown if it is about at least this many people. */
export const ENOUGH_PEOPLE = 3;

/** How often something happened, and to whom. */
export interface Tally {
  count: number;
  people: ReadonlySet<string>;
}

/** What is shown of a table: null stands for what is left out. */
export interface ShownTable {
  total: number | null;
  counts: ReadonlyMap<string, number | null>;
}

/** Returns true for a group that says nothing about one or two people: nobody, or enough. */
function isSafeGroup(size: number): boolean {
  return size === 0 || size >= ENOUGH_PEOPLE;
}

/**
 * Decides what is shown of a table whose rows add up to its total. A row about too few people is
 * left out, and with it the smallest others until those left out are together about enough people:
 * else the total would give it away. A row of 0 is shown only if nothing is left out.
 */
export function showTable(rows: ReadonlyMap<string, Tally>): ShownTable {
  const all = [...rows.values()];
  if (!isSafeGroup(joinPeople(all).size)) return { total: null, counts: hideAll(rows) };
  const hidden = chooseHidden(all);
  const counts = [...rows].map(([name, tally]) => {
    const isHidden = hidden.includes(tally) || (tally.count === 0 && hidden.length > 0);
    return [name, isHidden ? null : tally.count] as const;
  });
  return { total: all.reduce((sum, { count }) => sum + count, 0), counts: new Map(counts) };
}

function chooseHidden(all: readonly Tally[]): Tally[] {
  const hidden = all.filter(({ people }) => !isSafeGroup(people.size));
  const others = all
    .filter((tally) => tally.count > 0 && !hidden.includes(tally))
    .toSorted((a, b) => a.count - b.count);
  const [smallest] = others;
  const isEnough = isSafeGroup(joinPeople(hidden).size);
  return isEnough || !smallest ? hidden : [...hidden, smallest];
}

function hideAll(rows: ReadonlyMap<string, Tally>): ReadonlyMap<string, null> {
  return new Map([...rows.keys()].map((name) => [name, null] as const));
}

function joinPeople(tallies: readonly Tally[]): ReadonlySet<string> {
  return new Set(tallies.flatMap(({ people }) => [...people]));
}

/**
 * Decides what is shown of counts of people, each a part of the one before and the first a part of
 * all. A count is left out if one or two people are in it, or would be in the difference to the
 * last one that is shown.
 */
export function showNested(all: number, counts: readonly number[]): (number | null)[] {
  let last = all;
  return counts.map((count) => {
    if (!isSafeGroup(count) || !isSafeGroup(last - count)) return null;
    last = count;
    return count;
  });
}

/**
 * Returns the number of people to name for a group of all: exactly, or at least so many if one or
 * two others aren't in it. Returns 0 if nothing may be said.
 */
export function showAtLeast(all: number, size: number): { people: number; isExact: boolean } {
  if (isSafeGroup(size) && isSafeGroup(all - size)) return { people: size, isExact: true };
  const least = all - (ENOUGH_PEOPLE - 1);
  const isLarge = size >= least && least >= ENOUGH_PEOPLE;
  return { people: isLarge ? least : 0, isExact: false };
}

/** Counts people in words: "1 person", "12 people". */
export function nameGroup(size: number): string {
  return size === 1 ? "1 person" : `${size} people`;
}
