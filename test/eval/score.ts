/** One line of a labeled set. */
export interface LabeledLine {
  id: string;
  text: string;
  kind: "criterion" | "problem";
  label: string;
  alt: string[];
  tricky: boolean;
  /** The form of text that it is modeled on, in sets of the second format. */
  form?: string;
}

/** The rule of a linter's first block or ask finding for a line, or undefined. */
export type Verdict = string | undefined;

/** Shares between 0 and 1, or NaN if the divisor is 0. */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
  /** The share of ok lines that are flagged. */
  alarms: number;
  /** The same among the ok lines marked tricky. */
  trickyAlarms: number;
  /** The share of flagged defective lines where the first finding has a right label. */
  agreement: number;
}

/** A line and what a linter said about it. */
export interface Judged {
  line: LabeledLine;
  verdict: Verdict;
}

/** Runs a linter over lines. Returns each line with its verdict. */
export function runLinter(
  lines: readonly LabeledLine[],
  lint: (line: LabeledLine) => Verdict,
): Judged[] {
  return lines.map((line) => ({ line, verdict: lint(line) }));
}

/** Computes the figures of a linter for a set. */
export function score(judged: readonly Judged[]): Score {
  const flagged = judged.filter(({ verdict }) => verdict !== undefined);
  const defective = judged.filter(({ line }) => line.label !== "ok");
  const hits = flagged.filter(({ line }) => line.label !== "ok");
  const sound = judged.filter(({ line }) => line.label === "ok");
  const tricky = sound.filter(({ line }) => line.tricky);
  const precision = hits.length / flagged.length;
  const recall = hits.length / defective.length;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    alarms: shareFlagged(sound),
    trickyAlarms: shareFlagged(tricky),
    agreement: hits.filter(agrees).length / hits.length,
  };
}

function shareFlagged(judged: readonly Judged[]): number {
  return judged.filter(({ verdict }) => verdict !== undefined).length / judged.length;
}

/** Returns the lines of a set in groups, in the order in which their names first occur. */
export function groupLines(
  judged: readonly Judged[],
  nameOf: (line: LabeledLine) => string | undefined,
): [name: string, judged: Judged[]][] {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const name = nameOf(each.line);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups];
}

/** Returns a row per label: its lines, how many are flagged, and how many under that label. */
export function scoreByLabel(
  judged: readonly Judged[],
): { label: string; lines: number; flagged: number; agreed: number; alarms: number }[] {
  const labels = [...new Set(judged.flatMap(({ line, verdict }) => [line.label, verdict ?? "ok"]))]
    .filter((label) => label !== "ok")
    .toSorted();
  return labels.map((label) => {
    const own = judged.filter(({ line }) => line.label === label);
    const flagged = own.filter(({ verdict }) => verdict !== undefined);
    const alarms = judged.filter(({ line, verdict }) => line.label === "ok" && verdict === label);
    return {
      label,
      lines: own.length,
      flagged: flagged.length,
      agreed: flagged.filter(agrees).length,
      alarms: alarms.length,
    };
  });
}

function agrees({ line, verdict }: Judged): boolean {
  return verdict === line.label || line.alt.includes(verdict ?? "");
}

const RESAMPLES = 2000;

/** Returns the 95% bootstrap interval of each figure: 2,000 resamples with a fixed seed. */
export function bootstrap(
  judged: readonly Judged[],
): Record<"precision" | "recall" | "f1" | "alarms", [number, number]> {
  const random = createRandom(20_260_702);
  const scores = Array.from({ length: RESAMPLES }, () =>
    score(judged.map(() => judged[Math.floor(random() * judged.length)] as Judged)),
  );
  return {
    precision: percentileInterval(scores.map(({ precision }) => precision)),
    recall: percentileInterval(scores.map(({ recall }) => recall)),
    f1: percentileInterval(scores.map(({ f1 }) => f1)),
    alarms: percentileInterval(scores.map(({ alarms }) => alarms)),
  };
}

function percentileInterval(figures: readonly number[]): [number, number] {
  const sorted = figures.filter((figure) => !Number.isNaN(figure)).toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** Creates a seeded random number generator for [0, 1) (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
