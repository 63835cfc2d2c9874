import type { PortfolioAnswer, PortfolioEntry } from "../../domain/insights/portfolio.ts";
import { countOf } from "../../domain/text/words.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { countEndings, describeEnding } from "./project.ts";

/**
 * The ended projects as one page of the report, to be handed to a lead or pasted into a review: of
 * each the problem, what was shown, the decision with its reason, and the lesson. Nothing before
 * the first project has ended.
 *
 */
export function renderPortfolio(entries: readonly PortfolioEntry[]): string[] {
  if (entries.length === 0) return [];
  const endings = countEndings(entries.map(({ project }) => project));
  return [
    "## Portfolio",
    `Finished projects, the newest first: ${endings}.`,
    ...entries.flatMap(renderEntry),
  ];
}

function renderEntry({ project, before, closing, shown, forecast }: PortfolioEntry): string[] {
  const isDecided = closing.some(({ closes }) => closes);
  const lines = [
    ...before.map((answer) => renderPortfolioAnswer(answer, project)),
    ...(forecast ? [renderForecastResult(forecast)] : []),
    ...(shown.length > 0 ? [listEntry("**Shown:**"), ...shown.map(renderProof)] : []),
    ...(isDecided ? [] : [listEntry(`**Decision:** ${describeEnding(project)}`)]),
    ...closing.map((answer) => renderPortfolioAnswer(answer, project)),
  ];
  return [`### ${escapeMarkdown(project.title)}`, lines.join("\n")];
}

function renderPortfolioAnswer(
  { question, texts, closes }: PortfolioAnswer,
  { closed }: PortfolioEntry["project"],
): string {
  const day = closes && closed ? `, on ${formatDay(new Date(closed.at))}` : "";
  const words = `${texts.map(escapeMarkdown).join("; ")}${day}`;
  return listEntry(`**${escapeMarkdown(question.label ?? question.ask)}:** ${words}`);
}

function renderForecastResult({
  actual,
  total,
  expected,
}: NonNullable<PortfolioEntry["forecast"]>): string {
  const checks = countOf(total, "check");
  const words =
    actual === undefined
      ? `not judged, ${expected} of ${checks}`
      : `${actual} of ${checks} met, ${expected}`;
  return listEntry(`**Result:** ${words} expected`);
}

/** What the project proves, and what proves it: "The problem is real: 14 tickets in May". */
function renderProof({ item, texts }: PortfolioEntry["shown"][number]): string {
  const proof = texts.map(escapeMarkdown).join("; ");
  const title = escapeMarkdown(item.title);
  return listEntry(proof ? `${title.replace(/\.$/, "")}: ${proof}` : title, { depth: 1 });
}
