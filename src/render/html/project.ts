import {
  outlineProject,
  type ProjectOutline,
  type ProjectOutlineView,
  type StepPart,
} from "../page/project-outline.ts";
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
      ${bullets(outline.facts.map(typed))}`,
    main: showOutline(outline),
    files: outline.files,
  });
}

/** Shows what a project holds, as sections. */
export function showOutline(outline: ProjectOutline): Hole {
  const { changes, judging, passes, parked, rounds, removed, versions } = outline;
  return [
    outline.pages.map(showStepPart),
    listSection(changes.title, changes.changes.map(showChange), (all) => all),
    listSection(JUDGING_TITLE, judging),
    listSection("Passes", passes.map(typed)),
    listSection("Parked ideas", parked.map(typed)),
    rounds.map(({ title, pages }) => fold(title, pages.map(showStepPart))),
    listSection("Answers to questions that were removed", removed.map(typed)),
    versions.map(({ title, outline: version }) =>
      fold(title, [bullets(version.facts.map(typed)), showOutline(version)]),
    ),
  ];
}

function listSection(
  title: string,
  entries: readonly Hole[],
  show: (entries: readonly Hole[]) => Hole = bullets,
): Hole {
  return entries.length > 0 ? sectionOf(title, show(entries)) : undefined;
}

/** Shows the page of a step as a section, with its own sections one level down. */
function showStepPart({ title, page }: StepPart): Html {
  const { lead, sections } = showPageParts(page, { isQuoted: false, level: 3 });
  const parts = sections.map((part) => html`<h3>${part.title}</h3>${part.body}`);
  return sectionOf(title, [lead, parts]);
}

/** Folds away what is long. */
export function fold(title: Hole, body: Hole): Html {
  return html`<details><summary>${title}</summary><div>${body}</div></details>`;
}
