import xterm from "@xterm/headless";

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
    brokenLines: () => read(0).filter((_line, row) => buffer.active.getLine(row + 1)?.isWrapped),
    dispose: () => terminal.dispose(),
  };
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
