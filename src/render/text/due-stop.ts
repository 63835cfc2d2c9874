import type { DueStop } from "../../domain/project/stop-rule.ts";
import { countOf, joinWords, shorten } from "../../domain/text/words.ts";
import { indent } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { formatDay } from "./dates.ts";

/** The longest stop rule that is quoted in full. */
const MAX_QUOTED = 300;

/** Says that a stop rule has come due, and why. */
export function describeDueStop({ text, day, logged, ...due }: DueStop): string {
  const quoted = shorten(text, MAX_QUOTED).replace(/(?<![.])[.]?$/, "");
  return [
    `Your stop rule has come due: "${/[.!?]$/.test(quoted) ? quoted : `${quoted}.`}"`,
    ...(due.isDayOver && day ? [`It was due on ${formatDay(day)}.`] : []),
    ...(due.areMinutesOver || due.arePassesOver ? [describeLogged({ logged, ...due })] : []),
  ].join(" ");
}

function describeLogged(due: Pick<DueStop, "logged" | "areMinutesOver" | "arePassesOver">): string {
  const { logged, areMinutesOver, arePassesOver } = due;
  const counts = [
    ...(areMinutesOver ? [countOf(logged.minutes, "minute")] : []),
    ...(arePassesOver ? [countOf(logged.passes, "pass")] : []),
  ];
  return `You have logged ${joinWords(counts)}.`;
}

/** Renders a stop rule that has come due, with the command to decide. */
export function renderDueStop(
  { due, decide }: { due: DueStop; decide: string | undefined },
  { theme, width }: RenderOptions,
): string[] {
  return [
    theme.warn(indent(describeDueStop(due), width)),
    ...(decide
      ? [indent("To decide now:", width), `    ${theme.command(`builder-pm ${decide}`)}`]
      : []),
  ];
}
