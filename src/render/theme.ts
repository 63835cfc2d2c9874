import { Chalk } from "chalk";

/**
 * The few styles a screen may use. None carries meaning alone: a screen reads the same without
 * them.
 */
export interface Theme {
  heading(text: string): string;
  faint(text: string): string;
  command(text: string): string;
  good(text: string): string;
  warn(text: string): string;
}

/** A theme that colours, or one that leaves every text as it is. */
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

/** How a screen is drawn: its styles, and the columns it may use. */
export interface RenderOptions {
  theme: Theme;
  width: number;
}
