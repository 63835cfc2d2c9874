import type { Topic } from "../../domain/library/guide.ts";
import { describeOrigin } from "../../domain/library/origin.ts";
import { breakAtWords, stack, twoColumns } from "../layout.ts";
import type { RenderOptions, Theme } from "../theme.ts";
import { makeVisible } from "../visible.ts";

/** Renders the topics of the guide, one line each if there is room, and their sources. */
export function renderGuide(topics: readonly Topic[], { theme, width }: RenderOptions): string {
  const rows = topics.map(
    (topic) => [theme.command(topic.id), `${topic.summary}${describeOrigin(topic)}`] as const,
  );
  return stack([
    `  ${theme.heading("Short pages, a minute or two each")}`,
    topics.length > 0 ? twoColumns(rows, width) : "  There are no pages yet.",
    topics.flatMap(({ source }) => (source ? drawSource(source, { theme, width }, "  ") : [])),
  ]);
}

/**
 * Renders a topic for a person: without markdown and wrapped, except for commands and addresses.
 */
export function renderTopic(topic: Topic, { theme, width }: RenderOptions): string {
  const lines = joinLines(topic.body).map((line) =>
    isCommandLine(line) ? theme.command(line) : breakAtWords(drawMarks(line, theme), width),
  );
  const source = topic.source && drawSource(topic.source, { theme, width }, "");
  return stack([theme.heading(breakAtWords(topic.title, width)), lines, source]);
}

/** Renders a topic as markdown, one line per paragraph. */
export function renderTopicAsMarkdown({ title, body, source }: Topic): string {
  const credit = source && `Source: ${source.title}, <${source.link}>`;
  return makeVisible(stack([`# ${title}`, joinLines(body), credit]));
}

/** Joins the lines of each paragraph and list entry, so that they can be wrapped at any width. */
export function joinLines(body: string): string[] {
  const lines: string[] = [];
  for (const line of body.split("\n")) {
    const last = lines.at(-1) ?? "";
    const goesOn =
      line !== "" &&
      last !== "" &&
      ![line, last].some(isLineAlone) &&
      !/^ *(?:-|\d+\.) /.test(line);
    if (goesOn) lines[lines.length - 1] = `${last} ${line.trim()}`;
    else lines.push(line);
  }
  return lines;
}

/** Tells whether a line never goes on in the next one: a heading, a quote or a command. */
function isLineAlone(line: string): boolean {
  return isCommandLine(line) || /^(?:#{1,6} |>|\|)/.test(line);
}

/** Tells whether a line is a command to paste: four spaces make it code in markdown. */
function isCommandLine(line: string): boolean {
  return line.startsWith("    ");
}

function drawMarks(line: string, theme: Theme): string {
  return line
    .replace(/\*\*(.+?)\*\*/g, (_match, words: string) => theme.heading(words))
    .replace(/`([^`]+)`/g, (_match, words: string) => theme.command(words));
}

function drawSource(
  { title, link }: NonNullable<Topic["source"]>,
  { theme, width }: RenderOptions,
  margin: string,
): string[] {
  return [
    theme.faint(breakAtWords(`${margin}Source: ${title}`, width)),
    theme.faint(`${margin}${link}`),
  ];
}
