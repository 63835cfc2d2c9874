import type { StyledRun } from "../helpers/emulator.ts";

/** The colors of a picture: of the window, the text, and the colors that the program uses. */
interface Colors {
  paper: string;
  edge: string;
  ink: string;
  faint: string;
  green: string;
  yellow: string;
  cyan: string;
}

/** Each pair has a contrast of at least 4.5 to 1. */
export const schemes: Record<"light" | "dark", Colors> = {
  light: {
    paper: "#ffffff",
    edge: "#d0d7de",
    ink: "#1f2328",
    faint: "#656d76",
    green: "#1a7f37",
    yellow: "#875e00",
    cyan: "#0a6c8a",
  },
  dark: {
    paper: "#15181d",
    edge: "#30363d",
    ink: "#e6edf3",
    faint: "#9198a1",
    green: "#56d364",
    yellow: "#e3b341",
    cyan: "#6bc6e0",
  },
};

const NAMES: Record<number, keyof Colors> = { 2: "green", 3: "yellow", 6: "cyan" };
const CELL = { width: 8.4, height: 19, size: 14 };
const MARGIN = 16;

/** What a picture shows: a title for those who can't see it, and what the command showed. */
export interface Scene {
  title: string;
  command: string;
  columns: number;
  lines: readonly (readonly StyledRun[])[];
}

/** Draws a command and its lines as an SVG with text that can be read aloud and copied. */
export function drawTerminal(scene: Scene, colors: Colors): string {
  const { title, columns } = scene;
  const typed = `$ ${scene.command}`;
  const plain = { column: 0, cells: typed.length, color: undefined, bold: false };
  const lines = [[{ text: typed, faint: true, ...plain }], [], ...scene.lines];
  const width = Math.ceil(columns * CELL.width + 2 * MARGIN);
  const height = lines.length * CELL.height + 2 * MARGIN;
  const rows = lines.map((runs, row) => runs.map((run) => drawRun(run, row)).join(""));
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escapeXml(title)}</title>
<style>
text { font: ${CELL.size}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: ${colors.ink}; white-space: pre }
.bold { font-weight: 700 }
.faint { fill: ${colors.faint} }
.green { fill: ${colors.green} }
.yellow { fill: ${colors.yellow} }
.cyan { fill: ${colors.cyan} }
</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${colors.paper}" stroke="${colors.edge}"/>
${rows.filter((row) => row !== "").join("\n")}
</svg>
`;
}

/** Draws a run at its place and as wide as its cells, whatever font the reader has. */
function drawRun({ text, column, cells, color, bold, faint }: StyledRun, row: number): string {
  const shown = text.trimEnd();
  if (shown === "") return "";
  const name = color === undefined ? undefined : NAMES[color];
  const classes = [bold && "bold", faint && "faint", name].filter(Boolean).join(" ");
  const x = round(MARGIN + column * CELL.width);
  const y = MARGIN + (row + 0.75) * CELL.height;
  const length = round((cells - (text.length - shown.length)) * CELL.width);
  const style = classes === "" ? "" : ` class="${classes}"`;
  return `<text x="${x}" y="${y}" textLength="${length}"${style}>${escapeXml(shown)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
