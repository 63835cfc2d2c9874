import { type Hole, type Html, html, typed } from "./html.ts";

/** A bar of a chart: how much, in which color, and on which row. */
export interface Bar {
  value: number;
  color: "good" | "open" | "accent" | "plain" | "rest";
}

/** A row of a chart. Its words hold the same numbers as its bars. */
export interface ChartRow {
  name: string;
  /** Bars below each other, each of parts in a line. */
  bars: readonly (readonly Bar[])[];
  words: string;
}

/** A chart as a table: each row has its bars, and the same numbers as text. */
export interface ChartView {
  caption: string;
  /** What the first column names, and what the second shows. */
  columns: readonly [string, string];
  rows: readonly ChartRow[];
  /** The largest value that fits. */
  max: number;
  /** What is worth saying in a sentence. */
  below?: Hole;
}

const WIDTH = 300;
const HEIGHT = 6;
const GAP = 2;

/** Renders a chart that reads the same without seeing it. */
export function renderChart({ caption, columns, rows, max, below }: ChartView): Html {
  const [name, value] = columns;
  return html`<figure class="chart">
    <table><caption>${caption}</caption>
    <thead><tr><th scope="col">${name}</th><th scope="col">${value}</th></tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr><th scope="row">${typed(row.name)}</th>
        <td>${drawBars(row, max)}${row.words}</td></tr>`,
    )}</tbody></table>
    ${below === undefined ? undefined : html`<figcaption>${below}</figcaption>`}
    </figure>`;
}

function drawBars({ name, bars, words }: ChartRow, max: number): Html | undefined {
  if (bars.flat().every(({ value }) => value === 0)) return undefined;
  const height = bars.length * (HEIGHT + GAP) - GAP;
  return html`<svg role="img" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
    <title>${name}: ${words}</title>
    ${bars.map((parts, row) => drawParts(parts, row * (HEIGHT + GAP), max))}
    </svg>`;
}

function drawParts(parts: readonly Bar[], top: number, max: number): Html[] {
  let left = 0;
  return parts.map(({ value, color }) => {
    const width = Math.max((value / Math.max(max, 1)) * WIDTH, value > 0 ? 2 : 0);
    const x = left;
    left += width;
    return html`<rect class="bar ${color}" x="${roundLength(x)}" y="${top}" width="${roundLength(width)}"
      height="${HEIGHT}"/>`;
  });
}

function roundLength(length: number): number {
  return Math.round(length * 10) / 10;
}
