import type { Topic } from "../../domain/library/guide.ts";
import { describeOrigin } from "../../domain/library/origin.ts";
import { breakAtWords, stack, twoColumns } from "../layout.ts";
import type { RenderOptions, Theme } from "../theme.ts";
import { makeVisible } from "../visible.ts";

/** The topics of the guide, one line each where there is room, and where their ideas come from. */
export function renderGuide(topics: readonly Topic[], { theme, width }: RenderOptions): string {
  const rows = topics.map(
    (topic) => [theme.command(topic.id), `${topic.summary}${describeOrigin(topic)}`] as const,
  );
  return stack([
    `  ${theme.heading("Short pages, one screen each")}`,
    topics.length > 0 ? twoColumns(rows, width) : "  There is none yet.",
    topics.flatMap(({ source }) => (source ? drawSource(source, { theme, width }, "  ") : [])),
  ]);
}

/**
 * One topic for a person: no marks of markdown, broken at words; a command to paste or an address
 * never is.
 */
export function renderTopic(topic: Topic, { theme, width }: RenderOptions): string {
  const lines = joinLines(topic.body).map((line) =>
    isCommandLine(line) ? theme.command(line) : breakAtWords(drawMarks(line, theme), width),
  );
  const source = topic.source && drawSource(topic.source, { theme, width }, "");
  return stack([theme.heading(breakAtWords(topic.title, width)), lines, source]);
}

/** One topic as markdown, one line a paragraph. */
export function renderTopicAsMarkdown({ title, body, source }: Topic): string {
  const credit = source && `Source: ${source.title}, <${source.link}>`;
  return makeVisible(stack([`# ${title}`, joinLines(body), credit]));
}

/**
 * The text of a page with each paragraph and each entry of a list on one line, so that any width
 * can break it anew.
 */
export function joinLines(body: string): string[] {
  const lines: string[] = [];
  for (const line of body.split("\n")) {
    const last = lines.at(-1) ?? "";
    const goesOn =
      line !== "" &&
      last !== "" &&
      !isCommandLine(line) &&
      !isCommandLine(last) &&
      !/^(?:-|\d+\.) /.test(line);
    if (goesOn) lines[lines.length - 1] = `${last} ${line.trim()}`;
    else lines.push(line);
  }
  return lines;
}

/** Four spaces before a line make it code in markdown: here a command to paste. */
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
