import type { FilledPage } from "../page/filled-page.ts";
import {
  outlineProject,
  type ProjectOutline,
  type ProjectOutlineView,
} from "../page/project-outline.ts";
import type { StepPart } from "../page/step-parts.ts";
import { JUDGING_TITLE } from "../text/judging.ts";
import { renderDocument } from "./document.ts";
import { type Hole, type Html, html, tidyLines, typed } from "./html.ts";
import { bullets, endingChip, sectionOf } from "./parts.ts";
import { showPageParts } from "./template.ts";
import { showChange } from "./value.ts";

/** Renders one project as a page of its own, as HTML. */
export function renderProjectHtml(view: ProjectOutlineView): Html {
  const outline = outlineProject(view);
  return renderDocument({
    title: `${tidyLines(outline.title)}: project`,
    header: html`<p class="eyebrow">${outline.kind}</p>
      <h1 dir="auto">${tidyLines(outline.title)}</h1>
      <p>${endingChip(view.project)}</p>
      <p class="quiet">${outline.facts.map((fact) => html`${typed(fact)}<br>`)}</p>`,
    main: showOutline(outline),
    files: outline.files,
  });
}

/** Shows what a project holds, as sections with headings of this level. */
export function showOutline(outline: ProjectOutline, level: 2 | 3 = 2): Hole {
  const { changes, judging, passes, parked, rounds, removed, versions } = outline;
  const section = (title: string, body: Hole) => sectionOf(title, body, level);
  const list = (title: string, entries: readonly Hole[]) =>
    entries.length > 0 ? section(title, bullets(entries)) : undefined;
  const step = ({ title, page }: StepPart) => section(title, showStepPart(page, level));
  return [
    outline.pages.map(step),
    changes.changes.length > 0
      ? section(changes.title, changes.changes.map(showChange))
      : undefined,
    list(JUDGING_TITLE, judging),
    list("Passes", passes.map(typed)),
    list("Parked ideas", parked.map(typed)),
    rounds.map((round) =>
      fold(round.title, [round.pages.map(step), list(JUDGING_TITLE, round.judging)]),
    ),
    list("Answers to questions that were removed", removed.map(typed)),
    versions.map(({ title, outline: version }) =>
      fold(title, [bullets(version.facts.map(typed)), showOutline(version, level)]),
    ),
  ];
}

/** Shows the page of a step, with its own sections one level down. */
function showStepPart(page: FilledPage, level: 2 | 3): Hole {
  const { lead, sections } = showPageParts(page, { isQuoted: false });
  const heading = (title: Hole) =>
    level === 2 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
  return [lead, sections.map(({ title, body }) => [heading(title), body])];
}

/** Folds away what is long. */
export function fold(title: Hole, body: Hole): Html {
  return html`<details><summary>${title}</summary><div>${body}</div></details>`;
}
