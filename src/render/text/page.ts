import { fillTemplate } from "../../domain/text/template.ts";
import { type FilledPage, fillPage } from "../page/filled-page.ts";
import type { PageView } from "../page/view.ts";
import { JUDGING_TITLE, listPageJudging } from "./judging.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { describeHash, renderValue, type ValueStyle } from "./page-value.ts";

/**
 * Renders the page of a step as markdown: its template filled with the answers. They are escaped,
 * or quoted as they were typed if the page is for an agent.
 */
export function renderPage(view: PageView): string {
  const isQuoted = view.step.writes !== undefined;
  const page = fillPage(view);
  const filled = renderFilled(page, { isQuoted });
  const judging = listPageJudging(view).map((line) => listEntry(escapeMarkdown(line)));
  const below = judging.length > 0 ? [`## ${JUDGING_TITLE}`, judging.join("\n")] : [];
  const place = page.findValue("project.folder");
  const files = place.kind === "place" ? place.files.map(describeHash) : [];
  return `${[filled.trim(), ...below, ...files].join("\n\n")}\n`;
}

/** Renders a page that is filled already as markdown. */
export function renderFilled({ template, findValue }: FilledPage, style: ValueStyle): string {
  return fillTemplate(template, (name) => renderValue(findValue(name), style));
}
