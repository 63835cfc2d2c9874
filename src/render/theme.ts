import { Chalk } from "chalk";

/** The styles of screens. None carries meaning: screens read the same without them. */
export interface Theme {
  heading(text: string): string;
  faint(text: string): string;
  command(text: string): string;
  good(text: string): string;
  warn(text: string): string;
}

/** Creates a theme with color, or one that leaves text unchanged. */
export function createTheme({ color }: { color: boolean }): Theme {
  if (!color) return { heading: keep, faint: keep, command: keep, good: keep, warn: keep };
  const chalk = new Chalk({ level: 1 });
  return {
    heading: chalk.bold,
    faint: chalk.dim,
    command: chalk.cyan,
    good: chalk.green,
    warn: chalk.yellow,
  };
}

function keep(text: string): string {
  return text;
}

/** How to render a screen: its styles, its width in columns, and its rows if they are known. */
export interface RenderOptions {
  theme: Theme;
  width: number;
  rows?: number | undefined;
  /** True if a screen reader reads it: marks and bars are words then. */
  isReadAloud?: boolean;
}
