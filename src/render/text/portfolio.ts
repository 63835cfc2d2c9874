import type { PortfolioEntry } from "../../domain/insights/portfolio.ts";
import { listPortfolioLines, type PortfolioFact } from "../page/portfolio-facts.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { countEndings } from "./project.ts";

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
    ...entries.flatMap((entry) => [
      `### ${escapeMarkdown(entry.project.title)}`,
      listPortfolioLines(entry).map(renderPortfolioFact).join("\n"),
    ]),
  ];
}

function renderPortfolioFact({ kind, label, texts, notes }: PortfolioFact): string {
  const name = `**${escapeMarkdown(label)}:**`;
  const words = texts.map(escapeMarkdown);
  if (kind === "shown")
    return [listEntry(name), ...words.map((text) => listEntry(text, { depth: 1 }))].join("\n");
  const about = notes.length > 0 ? ` (${notes.map(escapeMarkdown).join(", ")})` : "";
  return listEntry(`${name} ${words.join("; ")}${about}`);
}
