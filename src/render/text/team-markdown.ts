import { NOTHING_TO_TEACH } from "../../domain/team/teach-next.ts";
import { type TeamLine, type TeamSection, wordFigure } from "../../domain/team/team-lines.ts";
import type { TeamPage } from "../../domain/team/team-page.ts";
import { countOf } from "../../domain/text/words.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";

/** Renders the page about a team as markdown, to paste or to keep. */
export function renderTeamMarkdown({
  title,
  about,
  teachNext,
  sections,
  notes,
  left,
}: TeamPage): string {
  const next = teachNext
    ? [
        `**${escapeMarkdown(teachNext.what)}**`,
        escapeMarkdown(teachNext.because),
        `\`${teachNext.see}\``,
      ]
    : [NOTHING_TO_TEACH];
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    about,
    "## Teach this next",
    ...next,
    ...sections.flatMap(renderMarkdownSection),
    notes.map((note) => listEntry(escapeMarkdown(note))).join("\n"),
    left.length > 0 ? `${countOf(left.length, "file")} couldn't be counted.` : "",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function renderMarkdownSection({
  title,
  caption,
  about,
  columns,
  lines,
  says,
}: TeamSection): string[] {
  const header = [about, ...columns];
  const table = [
    `| ${header.join(" | ")} |`,
    `|---|${columns.map(() => "---:|").join("")}`,
    ...lines.map(renderMarkdownLine),
  ];
  return [
    `## ${escapeMarkdown(caption === "" ? title : `${title} (${caption})`)}`,
    lines.length > 0 ? table.join("\n") : "",
    ...says.map((words) => escapeMarkdown(words)),
  ];
}

function renderMarkdownLine({ label, about, figures, parts }: TeamLine): string {
  const words = [label, about, parts].filter((text) => text !== "").join(": ");
  return `| ${escapeMarkdown(words)} | ${figures.map(wordFigure).join(" | ")} |`;
}
