import { indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** Renders the first screen, for a person without progress. */
export function renderWelcome(_view: null, { theme, width }: RenderOptions): string {
  return `\n${stack([
    [
      `  ${theme.heading("Welcome to builder-pm")}`,
      indent("A calm coach for product managers who are learning to build.", width),
    ],
    indent(
      "Answer five honest questions, then build one small thing. The questions take about five " +
        "minutes. You can stop at any time: your answers are saved as you go. They stay on this " +
        "computer, and nothing is ever sent anywhere.",
      Math.min(width, 72),
    ),
  ])}\n`;
}
