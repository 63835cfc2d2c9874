import { findStartable, type ParkedIdeas } from "../../domain/insights/parked.ts";
import { countOf, quoteWords } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** So many ideas are listed; the progress page lists all of them. */
const MAX_LISTED = 5;

/** The ideas that were parked while a project was open. */
export function renderParkedHere(ideas: readonly string[], { width }: RenderOptions): string {
  const rows = ideas.map((idea) => hang("  - ", idea, width));
  return `\n${stack([[indent("Parked while you worked on this:", width), ...rows]])}`;
}

/** What was parked in other projects. */
interface ParkedBefore {
  ideas: readonly string[];
  /** True if a project is open, beside which another one starts only by its option. */
  isBeside: boolean;
}

/** The ideas that were parked in other projects, the newest first, and how to start one. */
export function renderParkedBefore(
  { ideas, isBeside }: ParkedBefore,
  { theme, width }: RenderOptions,
): string {
  const first = findStartable(ideas);
  const hidden = ideas.length - MAX_LISTED;
  return `\n${stack([
    [
      theme.heading(indent("Ideas you parked", width)),
      ...ideas.slice(0, MAX_LISTED).map((idea) => hang("  - ", idea, width)),
      ...(hidden > 0
        ? [theme.faint(indent(`${countOf(hidden, "older idea")}: builder-pm export`, width))]
        : []),
    ],
    renderStart(first, isBeside, { theme, width }),
  ])}\n`;
}

function renderStart(
  idea: string | undefined,
  isBeside: boolean,
  { theme, width }: Pick<RenderOptions, "theme" | "width">,
): string[] {
  if (idea === undefined) return [];
  return [indent("To start one:", width), `    ${theme.command(describeStart(idea, isBeside))}`];
}

/** Returns the command that starts an idea. One word could also be the id of a slice. */
function describeStart(idea: string, isBeside: boolean): string {
  const own = /\s/.test(idea) ? "" : " --own";
  return `builder-pm start ${quoteWords(idea)}${own}${isBeside ? " --anyway" : ""}`;
}

/** What `park` lists. */
interface ParkedView {
  parked: readonly ParkedIdeas[];
  /** The newest of them. */
  newest: string | undefined;
  /** True if a project is open. */
  isBeside: boolean;
  /** A command that parks an idea; undefined if no project is open, which it would go to. */
  example: string | undefined;
}

/** Every idea that was parked and not started since, by project, and what can be done with one. */
export function renderParkedList(
  { parked, newest, isBeside, example }: ParkedView,
  { theme, width }: RenderOptions,
): string {
  const toPark =
    example === undefined
      ? [
          indent("You can park ideas while a project is open. To start one:", width),
          `    ${theme.command("builder-pm start")}`,
        ]
      : [indent("To park one:", width), `    ${theme.command(example)}`];
  if (newest === undefined)
    return stack([
      indent("No ideas are parked. What you park here waits for later.", width),
      toPark,
    ]);
  const blocks = parked.map(({ project, ideas }) => [
    theme.heading(indent(`Parked while you worked on "${project.title}"`, width)),
    ...ideas.map((idea) => hang("  - ", idea, width)),
  ]);
  const first = findStartable([newest, ...parked.flatMap(({ ideas }) => ideas)]);
  const toStart = renderStart(first, isBeside, { theme, width });
  return stack([...blocks, toStart, ...(example === undefined ? [] : [toPark])]);
}
