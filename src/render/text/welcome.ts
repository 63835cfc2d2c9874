import { indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** The first screen of a person who has no progress yet. */
export function renderWelcome(_view: null, { theme, width }: RenderOptions): string {
  return `\n${stack([
    [
      `  ${theme.heading("Welcome to builder-pm")}`,
      indent("A calm coach for product managers who are learning to build.", width),
    ],
    indent(
      "Five honest questions, then one small thing to make. It takes about five minutes. Stop whenever you like: " +
        "your answers are saved as you go, and they stay on this computer. Nothing is ever sent anywhere.",
      Math.min(width, 72),
    ),
  ])}\n`;
}
