import { NOTHING_TO_TEACH } from "../../domain/team/teach-next.ts";
import { type TeamLine, type TeamSection, wordFigure } from "../../domain/team/team-lines.ts";
import type { TeamPage } from "../../domain/team/team-page.ts";
import { hang, indent, measure, padTo, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** Renders what a team's summaries add up to. */
export function renderTeam(page: TeamPage, options: RenderOptions): string {
  const { theme, width } = options;
  const { title, about, teachNext, sections, notes } = page;
  const next = teachNext
    ? [
        indent(teachNext.what, width, 4),
        indent(teachNext.because, width, 4),
        `    ${theme.command(teachNext.see)}`,
      ]
    : [indent(NOTHING_TO_TEACH, width, 4)];
  return stack([
    [theme.heading(indent(title, width)), indent(about, width)],
    [theme.heading("  Teach this next"), ...next],
    ...sections.map((section) => renderTeamSection(section, options)),
    notes.map((note) => theme.faint(indent(note, width))),
    renderLeft(page, options),
  ]);
}

function renderTeamSection(
  { title, caption, columns, lines, says }: TeamSection,
  { theme, width }: RenderOptions,
): string[] {
  const widths = columns.map((column, at) =>
    Math.max(
      measure(column),
      ...lines.map(({ figures }) => measure(wordFigure(figures[at] ?? null))),
    ),
  );
  const figures = widths.reduce((sum, each) => sum + each + 2, 0);
  const longest = Math.max(0, ...lines.map(findLabelRoom));
  const room = Math.min(longest, width - 4 - figures);
  const header = `    ${" ".repeat(room)}${alignRight(columns, widths)}`;
  return [
    theme.heading(indent(caption === "" ? title : `${title} (${caption})`, width)),
    ...(lines.length > 0 ? [theme.faint(header)] : []),
    ...lines.flatMap((line) => renderTeamLine(line, room, widths, { theme, width })),
    ...says.map((words) => indent(words, width, 4)),
  ];
}

/** What a line consists of stands below its label, and never below its figures. */
const PARTS_ROOM = 60;

function findLabelRoom({ label, parts }: TeamLine): number {
  return Math.max(measure(label), parts === "" ? 0 : Math.min(measure(parts) + 2, PARTS_ROOM));
}

function renderTeamLine(
  { label, about, figures, parts }: TeamLine,
  room: number,
  widths: readonly number[],
  { theme, width }: RenderOptions,
): string[] {
  const [first = "", ...others] = hang("", label, Math.max(room, 20)).split("\n");
  return [
    `    ${padTo(first, room)}${alignRight(figures.map(wordFigure), widths)}`,
    ...others.map((line) => `    ${line}`),
    ...(about === "" ? [] : [theme.faint(indent(about, width, 6))]),
    ...(parts === "" ? [] : [theme.faint(indent(parts, 4 + room, 6))]),
  ];
}

function alignRight(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, at) => ` ${cell.padStart((widths[at] ?? 0) + 1)}`).join("");
}

function renderLeft({ left }: TeamPage, { theme, width }: RenderOptions): string[] {
  if (left.length === 0) return [];
  return [
    theme.heading(indent("Files that weren't counted", width)),
    ...left.map(({ file, reason }) => hang("  - ", `"${file}": ${reason}.`, width)),
  ];
}
