/** One line of a labelled set, as in definitions.md. */
export interface LabelledLine {
  id: string;
  text: string;
  kind: "criterion" | "problem";
  label: string;
  alt: string[];
  tricky: boolean;
}

/**
 * What a linter said about a line: the rule of its first block or ask finding; `undefined` when it
 * has none.
 */
export type Verdict = string | undefined;

/** Shares between 0 and 1; NaN where there is nothing to divide by. */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
  /** False alarms among the ok lines that are marked tricky. */
  trickyAlarms: number;
  /**
   * Among defective lines that are flagged: the first finding names the label, or one of its
   * alternatives.
   */
  agreement: number;
}

interface Judged {
  line: LabelledLine;
  verdict: Verdict;
}

/** Pairs each line with its verdict. */
export function judge(
  lines: readonly LabelledLine[],
  lint: (line: LabelledLine) => Verdict,
): Judged[] {
  return lines.map((line) => ({ line, verdict: lint(line) }));
}

/** The figures of a linter over a set. */
export function score(judged: readonly Judged[]): Score {
  const flagged = judged.filter(({ verdict }) => verdict !== undefined);
  const defective = judged.filter(({ line }) => line.label !== "ok");
  const hits = flagged.filter(({ line }) => line.label !== "ok");
  const tricky = judged.filter(({ line }) => line.tricky && line.label === "ok");
  const precision = hits.length / flagged.length;
  const recall = hits.length / defective.length;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    trickyAlarms: tricky.filter(({ verdict }) => verdict !== undefined).length / tricky.length,
    agreement: hits.filter(agrees).length / hits.length,
  };
}

/**
 * One row per label: how many lines have it, how many of them are flagged, how many under that
 * name.
 */
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

/**
 * The 95 % bootstrap interval of each figure: the set is drawn anew 2,000 times, with a fixed
 * seed.
 */
export function bootstrap(
  judged: readonly Judged[],
): Record<"precision" | "recall" | "f1", [number, number]> {
  const random = createRandom(20_260_702);
  const scores = Array.from({ length: RESAMPLES }, () =>
    score(judged.map(() => judged[Math.floor(random() * judged.length)] as Judged)),
  );
  return {
    precision: middle(scores.map(({ precision }) => precision)),
    recall: middle(scores.map(({ recall }) => recall)),
    f1: middle(scores.map(({ f1 }) => f1)),
  };
}

function middle(figures: readonly number[]): [number, number] {
  const sorted = figures.filter((figure) => !Number.isNaN(figure)).toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** A small generator of numbers in [0, 1) that repeats for a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
