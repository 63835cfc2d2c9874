import xterm from "@xterm/headless";

/** Text of one style within a line of a terminal. */
export interface StyledRun {
  text: string;
  /** The first column, from 0, and how many columns it takes. */
  column: number;
  cells: number;
  /** The number of a color in the palette; undefined for the usual one. */
  color: number | undefined;
  bold: boolean;
  faint: boolean;
}

/** A terminal screen in memory, fed with the bytes that a program writes. */
export interface Emulator {
  rows: number;
  write(data: string): void;
  /** Waits until everything written is on the screen. */
  flush(): Promise<void>;
  resize(columns: number): void;
  /** The lines on the screen now, without spaces at their ends. */
  screen(): string[];
  /** Every line ever shown. */
  lines(): string[];
  /** Every line ever shown, with its styles. */
  styledLines(): StyledRun[][];
  /** Lines that the terminal had to break because they were wider than it is. */
  brokenLines(): string[];
  dispose(): void;
}

/** Opens a terminal screen in memory. */
export function openEmulator(columns: number, rows: number): Emulator {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 5000,
  });
  const { buffer } = terminal;
  const read = (from: number) =>
    Array.from(
      { length: buffer.active.baseY + rows - from },
      (_line, row) => buffer.active.getLine(from + row)?.translateToString(true) ?? "",
    );
  return {
    rows,
    write: (data) => terminal.write(data),
    flush: () => new Promise((resolve) => terminal.write("", resolve)),
    resize: (to) => terminal.resize(to, rows),
    screen: () => read(buffer.active.baseY),
    lines: () => read(0),
    styledLines: () => read(0).map((_line, row) => readRuns(buffer.active.getLine(row), columns)),
    brokenLines: () => read(0).filter((_line, row) => buffer.active.getLine(row + 1)?.isWrapped),
    dispose: () => terminal.dispose(),
  };
}

type Style = Pick<StyledRun, "color" | "bold" | "faint">;

function readRuns(line: xterm.IBufferLine | undefined, columns: number): StyledRun[] {
  const runs: StyledRun[] = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = line?.getCell(column);
    // The second half of a wide character is a cell without a width.
    if (!cell || cell.getWidth() === 0) continue;
    const style = readStyle(cell);
    const last = runs.at(-1);
    const run = last && hasStyle(last, style) ? last : { text: "", column, cells: 0, ...style };
    if (run !== last) runs.push(run);
    run.text += cell.getChars() || " ";
    run.cells += cell.getWidth();
  }
  return runs;
}

function readStyle(cell: xterm.IBufferCell): Style {
  const color = cell.isFgPalette() ? cell.getFgColor() : undefined;
  return { color, bold: cell.isBold() !== 0, faint: cell.isDim() !== 0 };
}

function hasStyle(run: Style, style: Style): boolean {
  return run.color === style.color && run.bold === style.bold && run.faint === style.faint;
}

/** Waits until something is there, and throws with what is on the screen if it never is. */
export async function waitUntil(
  isThere: () => boolean,
  what: string,
  emulator: Emulator,
): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isThere()) {
    if (Date.now() > deadline)
      throw new Error(`Waited in vain for ${what}. On the screen:\n${emulator.lines().join("\n")}`);
    await pause(10);
  }
}

/** Waits for a while. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
