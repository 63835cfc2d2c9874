import { capitalize } from "../../domain/text/words.ts";
import { fillPage } from "../page/filled-page.ts";
import type { PageView } from "../page/view.ts";
import { listFileHashes } from "../page/written-files.ts";
import { JUDGING_TITLE, listPageJudging } from "../text/judging.ts";
import { renderDocument } from "./document.ts";
import { type Hole, type Html, html, tidyLines } from "./html.ts";
import { bullets, sectionOf, stateChip } from "./parts.ts";
import { showPageParts } from "./template.ts";

/** Renders the page of a step as HTML. */
export function renderStepHtml(view: PageView): Html {
  const { step, steps, project } = view;
  const page = fillPage(view);
  const isQuoted = step.writes !== undefined;
  const { lead, sections } = showPageParts(page, { isQuoted });
  const judging = listPageJudging(view);
  return renderDocument({
    title: `${tidyLines(project.title)}: ${step.title.toLowerCase()}`,
    header: showHeader(view, lead),
    main: [
      sections.map(({ title, body }) => sectionOf(title, body)),
      judging.length > 0 ? sectionOf(JUDGING_TITLE, bullets(judging)) : undefined,
    ],
    files: listFileHashes(steps, project),
  });
}

function showHeader({ step, project }: PageView, lead: Hole): Html {
  const round = project.rounds.length > 0 ? `, round ${project.rounds.length + 1}` : "";
  return html`<p class="eyebrow">${capitalize(step.title)}${round}</p>
    <h1 dir="auto">${tidyLines(project.title)}</h1>
    ${step.writes ? undefined : html`<p>${stateChip(project)}</p>`}
    ${lead}`;
}
