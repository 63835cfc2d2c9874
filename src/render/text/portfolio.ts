import { describeBetOutcome } from "../../domain/insights/bet-score.ts";
import { describeCarried } from "../../domain/insights/forecast.ts";
import type { PortfolioAnswer, PortfolioEntry } from "../../domain/insights/portfolio.ts";
import { countOf } from "../../domain/text/words.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { countEndings, describeEnding } from "./project.ts";

/**
 * Renders the closed projects as a portfolio to share with a lead: for each the problem, the
 * evidence, the decision with its reason, and the lesson. Returns nothing if there are none.
 */
export function renderPortfolio(entries: readonly PortfolioEntry[]): string[] {
  if (entries.length === 0) return [];
  const endings = countEndings(entries.map(({ project }) => project));
  return [
    "## Portfolio",
    `Finished projects, newest first (${endings}):`,
    ...entries.flatMap(renderEntry),
  ];
}

function renderEntry({
  project,
  before,
  closing,
  shown,
  forecast,
  score,
}: PortfolioEntry): string[] {
  const isDecided = closing.some(({ closes }) => closes);
  const lines = [
    ...before.map((answer) => renderPortfolioAnswer(answer, project)),
    ...(forecast ? [renderForecastResult(forecast)] : []),
    ...(score ? [renderBetScore(score, project)] : []),
    ...(shown.length > 0
      ? [listEntry("**What it shows:**"), ...listShownItems(shown, before)]
      : []),
    ...(isDecided ? [] : [listEntry(`**Decision:** ${describeEnding(project)}`)]),
    ...closing.map((answer) => renderPortfolioAnswer(answer, project)),
  ];
  return [`### ${escapeMarkdown(project.title)}`, lines.join("\n")];
}

function renderPortfolioAnswer(
  { question, texts, closes }: PortfolioAnswer,
  { closed }: PortfolioEntry["project"],
): string {
  const day = closes && closed ? ` (${formatDay(new Date(closed.at))})` : "";
  const words = `${texts.map(escapeMarkdown).join("; ")}${day}`;
  return listEntry(`**${escapeMarkdown(question.label ?? question.ask)}:** ${words}`);
}

function renderForecastResult(forecast: NonNullable<PortfolioEntry["forecast"]>): string {
  const { actual, total, expected } = forecast;
  const checks = countOf(total, "check");
  const words =
    actual === undefined
      ? `not reviewed (expected ${expected} of ${checks} to be met)`
      : `${actual} of ${checks} met (expected ${expected})${describeCarried(forecast)}`;
  return listEntry(`**Result:** ${words}`);
}

/** Renders a bet, the number now, and what that makes of the bet if both can be read. */
function renderBetScore(
  { bet, text, question, result, round }: NonNullable<PortfolioEntry["score"]>,
  { rounds }: PortfolioEntry["project"],
): string {
  const label = escapeMarkdown(question.label ?? question.ask);
  const notes = [
    ...(result ? [describeBetOutcome(result)] : []),
    ...(round <= rounds.length ? [`from round ${round}`] : []),
  ];
  const outcome = notes.length > 0 ? ` (${notes.join(", ")})` : "";
  return [
    ...(bet === "" ? [] : [listEntry(`**Bet:** ${escapeMarkdown(bet)}`)]),
    listEntry(`**${label}:** ${escapeMarkdown(text)}${outcome}`),
  ].join("\n");
}

/** Renders the items that a project shows. Evidence that stands above isn't repeated. */
function listShownItems(
  shown: PortfolioEntry["shown"],
  before: readonly PortfolioAnswer[],
): string[] {
  const said = new Set(before.flatMap(({ texts }) => texts));
  return shown.map(({ item, texts }) =>
    renderShownItem({ item, texts: texts.filter((text) => !said.has(text)) }),
  );
}

/** Renders an item that the project shows: "The problem is real: 14 tickets in May". */
function renderShownItem({ item, texts }: PortfolioEntry["shown"][number]): string {
  const evidence = texts.map(escapeMarkdown).join("; ");
  const title = escapeMarkdown(item.title);
  return listEntry(evidence ? `${title.replace(/\.$/, "")}: ${evidence}` : title, { depth: 1 });
}
