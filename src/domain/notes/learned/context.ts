import type { Features, Judged } from "../../learned/classifier.ts";
import type { ReadText } from "../read-text.ts";

/** Texts of a section that stand this close say more than the others. */
const NEAR = 3;
/** Means of several texts are small next to the shares of one. */
const MEAN_WEIGHT = 3;
const ODDS_WEIGHT = 0.5;
/** Keeps what is all but certain from growing without end. */
const LEAST = 0.001;

/** How likely a text answers each question, in the order of the classes. */
type Shares = readonly number[];

/** Texts that follow each other below the same headings. */
interface Section {
  start: number;
  end: number;
  total: Shares;
}

/**
 * Prepares what the texts around one say about it: what the lines of a list are about, what the
 * neighbors are, and whether another text answers a question better. Returns a function that lists
 * these features of the text with an index.
 */
export function describeContexts(
  texts: readonly ReadText[],
  judged: readonly Judged[],
): (index: number) => Features {
  const classes = [...(judged[0]?.likely.keys() ?? [])];
  const all = judged.map(({ likely }) => [...likely.values()]);
  const sections = listSections(texts, all);
  const total = addUp(all, classes.length);
  const most = classes.map((_, column) => findTwoLargest(all.map((shares) => shares[column] ?? 0)));
  return (index) => {
    const own = all[index] ?? [];
    const { start, end, total: ofSection } = sections[index] as Section;
    const near = all.slice(Math.max(start, index - NEAR), Math.min(end, index + NEAR + 1));
    const section = meanWithout(own, ofSection, end - start);
    const isHeaded = (texts[index]?.headings.length ?? 0) > 0;
    const shares: Record<string, Shares> = {
      own: own.map((share) => ODDS_WEIGHT * Math.log(share + LEAST)),
      section,
      "headed section": isHeaded ? section : [],
      near: meanWithout(own, addUp(near, classes.length), near.length),
      ...listNeighbors(all, index),
      document: meanWithout(own, total, all.length),
      most: own.map((share, column) => findMostOfOthers(share, most[column])),
    };
    const marks = { "not alone": end - start > 1, headed: isHeaded };
    return new Map([
      ...Object.entries(shares).flatMap(([kind, values]) => nameShares(kind, classes, values)),
      ...Object.entries(marks).flatMap(([name, is]) => (is ? [[name, 1] as const] : [])),
    ]);
  };
}

function listNeighbors(all: readonly Shares[], index: number): Record<string, Shares> {
  return {
    before: all[index - 1] ?? [],
    after: all[index + 1] ?? [],
    "two before": all[index - 2] ?? [],
    "two after": all[index + 2] ?? [],
  };
}

function nameShares(kind: string, classes: readonly string[], values: Shares): [string, number][] {
  return values.map((value, column) => [`${kind} ${classes[column]}`, value]);
}

/** Lists the section of each text. */
function listSections(texts: readonly ReadText[], all: readonly Shares[]): Section[] {
  const sections: Section[] = [];
  const names = texts.map(({ headings }) => headings.join("\n"));
  for (let start = 0; start < texts.length; ) {
    let end = start + 1;
    while (end < texts.length && names[end] === names[start]) end++;
    const section = { start, end, total: addUp(all.slice(start, end), all[start]?.length ?? 0) };
    for (; start < end; start++) sections.push(section);
  }
  return sections;
}

function addUp(all: readonly Shares[], size: number): Shares {
  const total = new Array<number>(size).fill(0);
  for (const shares of all)
    for (const [column, share] of shares.entries()) total[column] = (total[column] ?? 0) + share;
  return total;
}

function meanWithout(own: Shares, total: Shares, count: number): Shares {
  if (count < 2) return [];
  return own.map((share, column) => (MEAN_WEIGHT * ((total[column] ?? 0) - share)) / (count - 1));
}

function findTwoLargest(shares: Shares): readonly [number, number] {
  let [first, second] = [0, 0];
  for (const share of shares)
    if (share > first) [first, second] = [share, first];
    else if (share > second) second = share;
  return [first, second];
}

/** Returns the largest share of the other texts. */
function findMostOfOthers(
  own: number,
  [first, second]: readonly [number, number] = [0, 0],
): number {
  return own === first ? second : first;
}
